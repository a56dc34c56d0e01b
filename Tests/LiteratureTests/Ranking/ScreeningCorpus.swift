import Bibliography
import Literature
import TestSupport

/// Records made up by a seed: those that are included speak of one thing more often than the others.
struct ScreeningCorpus {
  var texts: [ScreeningText] = []
  var labels: [Bool] = []

  init(seed: UInt64, records: Int = 120, included: Int = 5, titlesAlone: Int = 6) {
    var random = SplitMix64(seed: seed)
    for number in 0..<records {
      let isIncluded = number % included == 0
      let hasAbstract = titlesAlone == 0 || number % titlesAlone != 1
      texts.append(
        ScreeningText(
          title: Self.words(6, isIncluded, &random),
          abstract: hasAbstract ? Self.words(40, isIncluded, &random) : ""))
      labels.append(isIncluded)
    }
  }

  private static func words(_ count: Int, _ isIncluded: Bool, _ random: inout SplitMix64) -> String {
    (0..<count).map { _ in
      let isOfTopic = Int.random(in: 0..<10, using: &random) < (isIncluded ? 3 : 1)
      return (isOfTopic ? "topic" : "word")
        + String(Int.random(in: 0..<(isOfTopic ? 12 : 90), using: &random))
    }.joined(separator: " ")
  }

  /// The labels of the first so many, and none of the others.
  func decisions(_ count: Int) -> [Bool?] { labels.enumerated().map { $0 < count ? $1 : nil } }

  /// The texts as records, decided on as their labels say, or not.
  func records(decided: Int) -> [Record] {
    texts.enumerated().map { index, text in
      var reference = Reference(id: String(index + 1), type: .articleJournal)
      reference.title = text.title
      var record = Record(reference: reference, abstract: text.abstract.isEmpty ? nil : text.abstract)
      if index < decided {
        record.labels = [
          ScreeningLabel(
            field: "label_included", value: labels[index] ? "1" : "0",
            decision: labels[index] ? .included : .excluded)
        ]
      }
      return record
    }
  }
}
