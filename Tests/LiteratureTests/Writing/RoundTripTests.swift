import Bibliography
import Literature
import TestSupport
import Testing

@Suite("Writing and reading again")
struct RoundTripTests {
  /// The formats that this module writes.
  static let formats = RecordFormat.allCases.filter { $0.writer != nil }

  private func written(_ records: [Record], as format: RecordFormat) throws -> [UInt8] {
    var writer = try #require(format.writer)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for record in records { writer.write(record, to: &bytes) }
    writer.end(&bytes)
    return bytes
  }

  private func difference(_ records: [Record], _ found: [Record]) -> String? {
    guard records != found else { return nil }
    guard records.count == found.count else { return "\(records.count) records became \(found.count)" }
    let pair = zip(records, found).first { $0 != $1 }
    return pair.map { "was:\($0.told)\nis:\($1.told)" }
  }

  @Test(
    "Records of every dialect come back the same from every format", arguments: formats, Fixture.recordFiles)
  func fixtures(_ format: RecordFormat, _ file: String) throws {
    let records = try RecordReading(file: file).plain
    let reading = RecordReading(try written(records, as: format))
    #expect(reading.report?.format == format)
    #expect(difference(records, reading.plain) == nil)
    #expect(reading.report?.refusedRecords == 0)
  }

  @Test("Records of chance come back the same from every format", arguments: formats, 0..<12)
  func random(_ format: RecordFormat, _ seed: Int) throws {
    var random = RandomRecords(seed: UInt64(seed))
    let records = (0..<50).map { random.record($0) }
    let reading = RecordReading(try written(records, as: format))
    #expect(difference(records, reading.plain) == nil)
  }

  @Test("What is written twice is the same bytes", arguments: formats)
  func stable(_ format: RecordFormat) throws {
    for file in ["generic.ris", "rayyan.csv", "pubmed.nbib"] {
      let records = try RecordReading(file: file).plain
      let first = try written(records, as: format)
      #expect(try written(RecordReading(first).plain, as: format) == first)
    }
  }

  @Test("A file of references that this program wrote as RIS gives the references back")
  func references() throws {
    var random = RandomReferences(seed: 5)
    let list = try random.list(120)
    let reading = RecordReading(list.ris(), as: .ris)
    let found = reading.records.map(\.reference.id)
    #expect(found.map { Array($0.utf8) } == list.references.map { Array($0.id.utf8) })
    #expect(reading.records.map(\.reference.authors) == list.references.map(\.authors))
    #expect(reading.records.map(\.reference.type) == list.references.map(\.type))
  }

  @Test("Other programs find decisions where they look for them")
  func labels() throws {
    let records = RecordReading("title,label_included\nA,1\nB,0\nC,\n").plain
    let ris = String(decoding: try written(records, as: .ris), as: UTF8.self)
    #expect(ris.contains("N1  - ASReview_relevant\r\n") && ris.contains("N1  - ASReview_irrelevant\r\n"))
    let csv = String(decoding: try written(records, as: .csv), as: UTF8.self)
    let cells = csv.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[23]
    }
    #expect(cells == ["label_included", "1", "0", ""])
  }

  @Test(
    "A spreadsheet runs no cell of a CSV, and reading gives what was there",
    arguments: ["=1+2", "+44 20", "-a", "@me", " =1", "'=1", "''=1", "\t@x", "＝1", "-5", "'quoted'", "plain"])
  func formulas(_ text: String) throws {
    var record = Record(reference: Reference(id: text, type: .book, title: text), abstract: text)
    record.reference.authors = [Name(family: text)]
    record.notes = [text]
    let bytes = try written([record], as: .csv)
    #expect(RecordReading(bytes).plain == [record])
    let cells = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")[1].split(separator: ",")
    for cell in cells {
      let shown = cell.drop { $0 == "\"" || $0 == " " || $0 == "\t" }
      #expect(!"=+@＝".contains(shown.first ?? "a"), "\(cell)")
      #expect(shown.first != "-" || shown == "-5", "\(cell)")
    }
  }

  @Test("An apostrophe of another program's table stays")
  func otherApostrophes() {
    #expect(RecordReading("title,year\n'=1,2001\n").records.first?.reference.title == "'=1")
  }
}
