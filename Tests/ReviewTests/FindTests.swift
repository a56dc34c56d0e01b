import Literature
import TestSupport
import Testing

@testable import Review

@Suite("Finding records")
struct FindTests {
  private func library(_ folder: TemporaryFolder) throws -> Review {
    let path = try folder.file(
      "a.ris",
      """
      TY  - JOUR
      TI  - Collaborating hospitals
      AU  - García, José
      JO  - Journal of Mergers
      KW  - trust
      AB  - Partners came to trust each other after the alliance had been signed.
      ER  -
      TY  - JOUR
      TI  - Trust between partners in a hospital merger
      AB  - A merger of two trusts.
      ER  -
      TY  - JOUR
      TI  - Patients and staff
      AB  - Nothing of the kind; well-being and COVID-19.
      ER  -

      """)
    let review = try MadeReview.empty(in: folder)
    _ = try review.importRecords(ImportOrder(path: path), by: "Ann")
    return review
  }

  @Test(
    "Words are found by their stems, with phrases, fields, beginnings, nearness and what isn't wanted",
    arguments: [
      ("collaboration", [1]), ("collaborates hospital", [1]), ("hospitals", [1, 2]),
      ("\"hospital merger\"", [2]),
      ("\"merger hospital\"", []), ("title:trust", [2]), ("authors:garcia", [1]), ("journal:mergers", [1]),
      ("keywords:trust", [1]), ("allian*", [1]), ("collaborat*", [1]), ("title:collaborati*", [1]),
      ("NEAR(partner* trust, 5)", [1, 2]), ("allian", []), ("trust NOT merger", []),
      ("trust NOT title:merger", [1]), ("alliance OR covid-19", [1, 3]), ("NEAR(partner trust, 3)", [1, 2]),
      ("NEAR(partner alliance, 2)", []), ("(alliance OR staff) AND (trust OR patient)", [1, 3]),
      ("title:(trust OR patients)", [2, 3]), ("well-being", [3]), ("“hospital merger”", [2]), ("and", [3]),
      ("title:title:", []),
    ])
  func found(_ text: String, _ records: [Int]) throws {
    try TemporaryFolder.with { folder in
      let findings = try library(folder).find(SearchWords(text))
      #expect(Set(findings.records.map(\.id)) == Set(records))
      #expect(findings.count == records.count)
    }
  }

  @Test(
    "What nearly every record holds doesn't tell which is best: such records come behind, as they came in",
    arguments: [
      ("hospital", [1, 2, 3, 4, 5, 6]), ("hospital OR merger", [5, 2, 1, 3, 4, 6]),
      ("hospital merger", [5, 2]), ("title:hospital OR title:merger", [5, 2, 1, 3, 4, 6]),
      ("hospital* OR NEAR(two merger, 3)", [5, 2, 1, 3, 4, 6]), ("hospital NOT merger", [1, 3, 4, 6]),
    ])
  func order(_ text: String, _ records: [Int]) throws {
    try TemporaryFolder.with { folder in
      let titles = [
        "A hospital", "Of the merger of one hospital, told at length by all who were there", "The hospital",
        "hospital hospital", "merger of two hospitals, a merger", "One hospital, and nothing else",
      ]
      let review = try MadeReview.empty(in: folder)
      let path = try folder.file(
        "a.ris", titles.map { "TY  - JOUR\nTI  - \($0)\nER  -\n" }.joined())
      _ = try review.importRecords(ImportOrder(path: path), by: "Ann")
      let findings = try review.find(SearchWords(text))
      #expect(findings.records.map(\.id) == records)
      #expect(findings.count == records.count)
      #expect(try review.find(SearchWords(text), most: 3).records.map(\.id) == Array(records.prefix(3)))
    }
  }

  @Test(
    "What can't be understood is refused in words",
    arguments: [
      "", "  ", "\"open", "(a", "a)", "AND", "a AND", "OR b", "NOT a", "a OR", "*", "a *b* *", "NEAR",
      "NEAR(a)",
      "NEAR(a b, x)", "NEAR(a b", "title:", "title:)", "--", "!!!", ",", "(", "()",
      String(repeating: "(", count: 5_000), String(repeating: "a ", count: 3_000),
      String(repeating: "a", count: 20_000),
    ])
  func refused(_ text: String) throws {
    let fault = #expect(throws: SearchWords.Fault.self) { try SearchWords(text) }
    #expect(fault?.words.isEmpty == false)
  }

  @Test("Nothing that is typed reaches SQLite as anything but words", arguments: 0..<40)
  func anything(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try library(folder)
      var random = SplitMix64(seed: UInt64(seed))
      let pieces =
        [
          "trust", "a", "AND", "OR", "NOT", "NEAR", "(", ")", "\"", "*", ",", "5", ":", "title:", "^", "{",
          "}", "+", "-", "\0", "'", ";", "é", "\u{301}", "\u{200B}", "“", "x:y", "DROP TABLE act", "\\", "%",
          "?", " ",
        ]
        + NastyText.examples
      for _ in 0..<60 {
        let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in random.pick(pieces) }
          .joined(separator: random.pick(["", " "]))
        guard let words = try? SearchWords(text) else { continue }
        #expect(throws: Never.self, "\(text) as \(words.expression)") { try review.find(words) }
      }
    }
  }
}
