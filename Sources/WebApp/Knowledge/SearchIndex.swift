import Foundation
import ProgrammeTheory

/// Finds parts of a theory by the beginnings of words. Every word that is asked for must begin a word of the part; accents
/// and capitals don't count. A search takes one look into a sorted list for each word, whatever the theory's size.
struct SearchIndex: Sendable {
  /// Something that can be found.
  struct Entry: Sendable, Hashable {
    /// What it is, such as “Concept”.
    let sort: String
    let title: String
    let text: String
    let address: String
    /// Other words by which it may be found, such as its identifier.
    var otherWords = ""
  }

  /// What was asked for, and what was found of it.
  struct Answer: Sendable, Hashable {
    /// The words as they were looked for.
    let words: [String]
    let entries: [Entry]
    /// How many more there are.
    let leftOut: Int
    var count: Int { entries.count + leftOut }
  }

  /// The most signs of a question that are read, and the most words.
  static let (mostSigns, mostWords) = (200, 12)

  /// A word, the entry it stands in, and how much it says about that entry: 3 in the title, 2 as another name, 1 elsewhere.
  private struct Mention: Sendable {
    let word: String
    let entry: Int
    let weight: Int
  }

  private let entries: [Entry]
  private let mentions: [Mention]

  init(_ entries: [Entry]) {
    self.entries = entries
    var found: [Mention] = []
    for (number, entry) in entries.enumerated() {
      var weights: [String: Int] = [:]
      for (text, weight) in [(entry.text, 1), (entry.otherWords, 2), (entry.title, 3)] {
        for word in Self.words(in: text) { weights[word] = weight }
      }
      found += weights.map { Mention(word: $0, entry: number, weight: $1) }
    }
    mentions = found.sorted { ($0.word, $0.entry) < ($1.word, $1.entry) }
  }

  /// The parts that hold every word of a question, those first whose titles do; equal ones in the order of the theory.
  func answer(to question: String, most: Int) -> Answer {
    let words = Array(Self.words(in: String(question.prefix(Self.mostSigns))).prefix(Self.mostWords))
    guard let first = words.first else { return Answer(words: [], entries: [], leftOut: 0) }
    var scores = weights(ofWordsBeginningWith: first)
    for word in words.dropFirst() {
      let more = weights(ofWordsBeginningWith: word)
      scores = scores.reduce(into: [:]) { both, score in
        if let weight = more[score.key] { both[score.key] = score.value + weight }
      }
    }
    let found = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { entries[$0.key] }
    return Answer(
      words: words, entries: Array(found.prefix(most)), leftOut: max(0, found.count - most))
  }

  private func weights(ofWordsBeginningWith start: String) -> [Int: Int] {
    var (low, high) = (mentions.startIndex, mentions.endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if mentions[middle].word < start { low = middle + 1 } else { high = middle }
    }
    var weights: [Int: Int] = [:]
    for mention in mentions[low...].prefix(while: { $0.word.hasPrefix(start) }) {
      // The whole word counts for more than a longer one that begins so.
      let weight = mention.weight * 2 + (mention.word == start ? 1 : 0)
      weights[mention.entry] = max(weights[mention.entry] ?? 0, weight)
    }
    return weights
  }

  /// The words of a text without capitals and accents.
  static func words(in text: String) -> [String] {
    let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !$0.properties.isGraphemeExtend
    }
    return String(String.UnicodeScalarView(plain)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
