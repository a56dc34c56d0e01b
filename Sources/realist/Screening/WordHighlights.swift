import Foundation
import Reporting

/// Finds words of the protocol in titles and abstracts, and marks them.
///
/// A word is found whole, whatever its case and accents; one that ends in `*` also at the begin of longer ones; a phrase
/// wherever its words follow one another, hyphens or spaces between them.
struct WordHighlights {
  private struct Phrase {
    let words: [String]
    let isOpen: Bool
    let ink: Ink
  }

  /// A stretch of letters and digits, and where it lies.
  private struct Word {
    let range: Range<String.Index>
    let folded: String
  }

  /// Phrases by the first two letters of their first word: a text has many words, and few of them begin a phrase.
  private var phrases: [String: [Phrase]] = [:]

  /// More words than anybody wants to see marked.
  private static let most = 400
  private static let longestGap = 3

  init(wanted: [String], unwanted: [String]) {
    for (terms, ink) in [(wanted, Ink.wanted), (unwanted, Ink.unwanted)] {
      for term in terms.prefix(Self.most) {
        let words = Self.words(of: PlainText.visible(term)).map(\.folded)
        guard let first = words.first else { continue }
        let isOpen = term.hasSuffix("*")
        phrases[Self.key(first), default: []].append(Phrase(words: words, isOpen: isOpen, ink: ink))
      }
    }
    for key in phrases.keys {
      // The longest first: of “care” and “care in the home” the whole phrase is marked.
      phrases[key]?.sort { ($1.words.count, $1.words.joined()) < ($0.words.count, $0.words.joined()) }
    }
  }

  /// The first letters of a word; a word of one letter has one.
  private static func key(_ word: String) -> String { String(word.prefix(2)) }

  /// The text in runs, the words that are found in their own inks.
  ///
  /// - Parameters:
  ///   - text: the text, made visible before.
  ///   - ink: the ink of all the rest.
  func runs(_ text: String, ink: Ink = .plain) -> [Run] {
    guard !phrases.isEmpty else { return [Run(text, ink)] }
    let words = Self.words(of: text)
    var (runs, place, index) = ([Run](), text.startIndex, 0)
    while index < words.count {
      guard let (phrase, end) = phrase(at: index, in: words, of: text) else {
        index += 1
        continue
      }
      let range = words[index].range.lowerBound..<words[end].range.upperBound
      runs.append(Run(String(text[place..<range.lowerBound]), ink))
      runs.append(Run(String(text[range]), phrase.ink))
      (place, index) = (range.upperBound, end + 1)
    }
    runs.append(Run(String(text[place...]), ink))
    return runs.filter { !$0.text.isEmpty }
  }

  /// The phrase that begins with a word, and its last word.
  private func phrase(at index: Int, in words: [Word], of text: String) -> (Phrase, Int)? {
    let word = words[index].folded
    let candidates =
      (phrases[Self.key(word)] ?? []) + (word.count > 1 ? phrases[String(word.prefix(1))] ?? [] : [])
    for phrase in candidates {
      let end = index + phrase.words.count - 1
      guard end < words.count else { continue }
      let fits = phrase.words.indices.allSatisfy { number in
        let (own, other) = (words[index + number], phrase.words[number])
        let isLast = number == phrase.words.count - 1
        guard own.folded == other || isLast && phrase.isOpen && own.folded.hasPrefix(other) else {
          return false
        }
        return number == 0 || Self.isNear(words[index + number - 1], own, in: text)
      }
      if fits { return (phrase, end) }
    }
    return nil
  }

  private static func isNear(_ word: Word, _ next: Word, in text: String) -> Bool {
    let gap = text[word.range.upperBound..<next.range.lowerBound]
    return gap.count < longestGap && !gap.contains { ".;:!?".contains($0) }
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var start: String.Index?
    func close(at end: String.Index) {
      guard let begin = start else { return }
      let folded = text[begin..<end].folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      words.append(Word(range: begin..<end, folded: folded))
      start = nil
    }
    for index in text.indices {
      if text[index].isLetter || text[index].isNumber {
        start = start ?? index
      } else {
        close(at: index)
      }
    }
    close(at: text.endIndex)
    return words
  }
}
