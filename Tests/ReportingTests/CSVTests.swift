import Foundation
import Reporting
import TestSupport
import Testing

@Suite("A table as CSV")
struct CSVTests {
  private func answer(_ table: Table, csv: String? = nil) throws -> Peers.Answer {
    try TemporaryFolder.with { folder in
      let json = String(decoding: try JSONEncoder().encode(table), as: UTF8.self)
      return try Peers.run(
        "read_csv.py", try folder.file("a.csv", csv ?? CSVRenderer().render(table)),
        try folder.file("a.json", json))
    }
  }

  @Test("Commas, quotes and line ends stand in quotes, and quotes twice")
  func quotes() {
    let table = Table(
      caption: "not written", columns: ["a", "b,c"],
      rows: [[Cell("plain"), Cell("he said \"no\"")], [Cell("one\ntwo\r\n"), Cell(" x ")], [Cell("alone")]])
    #expect(
      CSVRenderer().render(table)
        == "a,\"b,c\"\r\nplain,\"he said \"\"no\"\"\"\r\n\"one\ntwo\r\n\",\" x \"\r\nalone,\r\n")
  }

  @Test("A quote with an accent on it is a quote")
  func accents() {
    let table = Table(caption: "", columns: ["a\"\u{301}"], rows: [[Cell("b,\u{301}")]])
    #expect(
      CSVRenderer().render(table).unicodeScalars.elementsEqual(
        "\"a\"\"\u{301}\"\r\n\"b,\u{301}\"\r\n".unicodeScalars))
  }

  @Test(
    "What a spreadsheet would run is kept from it by an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-x", "'-x"), ("+x", "'+x"), ("\t=x", "'\t=x"),
      ("'=x", "''=x"), ("＝x", "'＝x"), ("-1", "-1"), ("+2.5", "+2.5"),
      ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
      ("a=b", "a=b"), ("'tis", "'tis"),
    ])
  func formulas(_ text: String, _ field: String) {
    let rendered = CSVRenderer().render(Table(caption: "", columns: ["h"], rows: [[Cell(text)]]))
    #expect(rendered.hasPrefix("h\r\n") && rendered.dropFirst(2).hasPrefix(field), "\(rendered)")
  }

  @Test("A mark is written out")
  func marks() {
    let table = Table(
      caption: "", columns: ["a"], rows: [[Cell("x", mark: .rises), Cell("", mark: .silent)]])
    #expect(CSVRenderer().render(table) == "a,\r\n▲ rises: x,○ silent\r\n")
  }

  @Test("Python's csv reads the same cells, whatever they hold", arguments: [UInt64](1...6))
  func nasty(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<60).map { number -> [Cell] in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Cell(
          number.isMultiple(of: 2)
            ? random.pick(NastyText.examples)
            : random.pick(["'", "=", "+", "@", ""]) + NastyText.random(using: &random))
      }
    }
    let table = Table(caption: "", columns: ["a", random.pick(NastyText.examples), ""], rows: rows)
    let answer = try answer(table)
    #expect(answer.code == 0, "seed \(seed): \(answer.out)\(answer.err)")
  }

  @Test("The reader of CSV tells a difference")
  func canFail() throws {
    let table = Table(caption: "", columns: ["a"], rows: [[Cell("=b")]])
    #expect(try answer(table, csv: "a\r\n'=c\r\n").code == 1)
    #expect(try answer(table, csv: "a\r\n=b\r\n").code == 1)
  }
}
