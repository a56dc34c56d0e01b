import Testing
import TestSupport

@testable import Literature

@Suite("Rankings of records")
struct RankerTests {
  @Test("The scores are those of scikit-learn's LinearSVC with ASReview's weights")
  func scores() throws {
    let reference = try RankingReference.read()
    let matrix = TermMatrix(reference.corpus.map(\.text))
    var machine = LinearSVM(termCount: matrix.termCount)
    for (text, row) in reference.corpus.enumerated() {
      if let isIncluded = row.isIncluded { machine.learn(text, isIncluded: isIncluded) }
    }
    machine.solve(matrix, to: 1e-9)
    for (score, expected) in zip(machine.scores(matrix), reference.scores) {
      #expect(abs(score - expected) < 1e-5)
    }
  }

  @Test("A machine that learns decision by decision comes to the same as one that learns them at once")
  func warmStart() throws {
    let corpus = ScreeningCorpus(seed: 5)
    let matrix = TermMatrix(corpus.texts)
    var (warm, cold) = (LinearSVM(termCount: matrix.termCount), LinearSVM(termCount: matrix.termCount))
    for text in 0..<60 {
      warm.learn(text, isIncluded: corpus.labels[text])
      warm.solve(matrix, to: 1e-8)
      cold.learn(text, isIncluded: corpus.labels[text])
    }
    cold.solve(matrix, to: 1e-8)
    let worst = zip(warm.scores(matrix), cold.scores(matrix)).map { abs($0 - $1) }.max() ?? 1
    #expect(worst < 1e-6)
  }

  @Test("Records in another order are ranked the same, to the last bit", arguments: 1...5)
  func permutation(seed: UInt64) {
    let corpus = ScreeningCorpus(seed: seed)
    let decisions = corpus.decisions(40)
    var random = TestSupport.SplitMix64(seed: seed)
    let order = Array(corpus.texts.indices).shuffled(using: &random)
    var (first, second) = (
      ScreeningRanker(corpus.texts, decisions: decisions),
      ScreeningRanker(order.map { corpus.texts[$0] }, decisions: order.map { decisions[$0] })
    )
    let (one, other) = (first.ranking(), second.ranking())
    #expect(one.map(\.score) == other.map(\.score))
    // Those of equal scores come in the order of the file, which is another now.
    func sets(_ places: [(Int, Double)]) -> [Double: Set<Int>] {
      Dictionary(grouping: places, by: \.1).mapValues { Set($0.map(\.0)) }
    }
    #expect(sets(one.map { ($0.record, $0.score) }) == sets(other.map { (order[$0.record], $0.score) }))
  }

  @Test("Two records of the same words have the same score, and come in the order of the file")
  func duplicates() {
    var corpus = ScreeningCorpus(seed: 8)
    corpus.texts.append(corpus.texts[100])
    var ranker = ScreeningRanker(corpus.texts, decisions: corpus.decisions(40))
    let places = ranker.ranking()
    let found = places.indices.filter { [100, 120].contains(places[$0].record) }
    #expect(found.count == 2)
    #expect(Set(found.map { places[$0].score }).count == 1)
    #expect(found.map { places[$0].record } == [100, 120])
  }

  @Test("A record that was decided on never stands in the ranking, and all others do")
  func complete() {
    let corpus = ScreeningCorpus(seed: 9)
    var ranker = ScreeningRanker(corpus.texts, decisions: corpus.decisions(2))
    var undecided = Set(2..<120)
    while let first = ranker.first() {
      let places = ranker.ranking()
      #expect(places.first == first)
      #expect(places.count == undecided.count && Set(places.map(\.record)) == undecided)
      for place in places.prefix(9) {
        ranker.decide(place.record, isIncluded: corpus.labels[place.record])
        // What is decided isn't decided anew.
        ranker.decide(place.record, isIncluded: !corpus.labels[place.record])
        undecided.remove(place.record)
      }
    }
    #expect(undecided.isEmpty)
  }

  @Test("Without an included record there is no ranking; words give one")
  func basis() {
    let texts = ["bees in gardens", "traffic noise", "wild bees"].map { ScreeningText(title: $0) }
    var none = ScreeningRanker(texts, decisions: [nil, false, nil])
    #expect(none.basis == .nothing && none.ranking().isEmpty && none.first() == nil)
    var words = ScreeningRanker(texts, like: "wild bees")
    #expect(words.basis == .words)
    #expect(words.ranking().map(\.record) == [2, 0, 1])
    var included = ScreeningRanker(texts, decisions: [true, nil, nil], like: "noise")
    #expect(included.basis == .included(1))
    #expect(included.ranking().map(\.record) == [2, 1])
  }

  @Test("Texts without an abstract are spread as whole ones are")
  func evening() {
    var corpus = ScreeningCorpus(seed: 21, records: 400, included: 4, titlesAlone: 0)
    let whole = ScreeningRanker.placesByRecord(corpus, decided: 100)
    // Every fifth of the undecided loses its abstract.
    for text in 100..<400 where text % 5 == 0 { corpus.texts[text].abstract = "" }
    let cut = ScreeningRanker.placesByRecord(corpus, decided: 100)
    func mean(_ places: [Int: Int], _ isIncluded: Bool) -> Double {
      let own = (100..<400).filter { $0 % 5 == 0 && corpus.labels[$0] == isIncluded }.compactMap {
        places[$0]
      }
      return Double(own.reduce(0, +)) / Double(max(own.count, 1))
    }
    // Irrelevant ones don't rise by more than a tenth of the ranking, and relevant ones stay before the middle.
    #expect(abs(mean(cut, false) - mean(whole, false)) < 30)
    #expect(mean(cut, true) < 150)
  }

  @Test("Hostile texts are ranked, too", .timeLimit(.minutes(5)), arguments: HostileRecordText.all)
  func hostile(text: HostileRecordText) {
    var texts = ScreeningCorpus(seed: 4, records: 20).texts
    texts += [text.made, ScreeningText(title: "")]
    for decisions in [[true] + [Bool?](repeating: nil, count: 19) + [false], []] {
      var ranker = ScreeningRanker(texts, decisions: decisions, like: "topic1 topic2")
      let places = ranker.ranking()
      #expect(places.allSatisfy { $0.score.isFinite })
      #expect(places.count == 22 - decisions.count { $0 != nil })
    }
  }
}

/// Texts that somebody made to stop a reader.
struct HostileRecordText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let made: ScreeningText

  static let all: [HostileRecordText] = [
    ("a title of a megabyte", String(repeating: "bees in gardens ", count: 65_536), ""),
    ("one word of a megabyte", String(repeating: "b", count: 1_048_576), "b"),
    ("punctuation alone", String(repeating: "-.,;:!?", count: 1_000), "...'"),
    ("nothing", "", ""),
    ("NUL", "bees\0in\0\0gardens", "\0"),
    ("from right to left", "\u{202E}דבורים בגינות \u{200F}النحل في الحدائق\u{202C}", "דבורים"),
    ("emoji", "🐝🐝 bees 👩‍🌾 in 🏡🏡gardens", "🏳️‍🌈"),
    (
      "one sigma after another", String(repeating: "Σ'", count: 50_000), String(repeating: "Σ", count: 50_000)
    ),
    (
      "marks without letters", String(repeating: "\u{301}", count: 100_000),
      "e" + String(repeating: "\u{301}", count: 9)
    ),
  ].map { HostileRecordText(testDescription: $0.0, made: ScreeningText(title: $0.1, abstract: $0.2)) }
}

extension ScreeningRanker {
  /// At which place each undecided record of a corpus stands.
  fileprivate static func placesByRecord(_ corpus: ScreeningCorpus, decided: Int) -> [Int: Int] {
    var ranker = ScreeningRanker(corpus.texts, decisions: corpus.decisions(decided))
    return Dictionary(uniqueKeysWithValues: ranker.ranking().enumerated().map { ($1.record, $0) })
  }
}
