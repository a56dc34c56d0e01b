import Literature
import TestSupport
import Testing

@Suite("Exports of databases and programs")
struct ReadingGoldenTests {
  @Test("Each dialect is read as a person would read it", arguments: Fixture.recordFiles)
  func golden(_ file: String) throws {
    let reading = try RecordReading(file: file)
    #expect(reading.error == nil)
    #expect(try GoldenFile.difference(reading.told, from: "\(file).txt") == nil)
  }

  @Test("The result is the same whatever the size of the chunks", arguments: Fixture.recordFiles)
  func chunks(_ file: String) throws {
    let bytes = try Fixture.recordBytes(file)
    let whole = RecordReading(bytes, named: file)
    for size in [1, 2, 7, 64, 4_093] {
      #expect(RecordReading(bytes, named: file, chunk: size) == whole, "chunks of \(size)")
    }
  }

  @Test(
    "Every line that isn't blank belongs to a record, or is counted as a stray one",
    arguments: Fixture.recordFiles)
  func accounting(_ file: String) throws {
    let report = try #require(try RecordReading(file: file).report)
    #expect(report.begun == report.records + report.refusedRecords && report.records > 0)
  }

  @Test("A name says nothing of the format: the content does")
  func misnamed() throws {
    for file in Fixture.recordFiles {
      let bytes = try Fixture.recordBytes(file)
      let own = RecordReading(bytes, named: file).report?.format
      #expect(RecordReading(bytes, named: "export.xml").report?.format == own)
    }
  }
}
