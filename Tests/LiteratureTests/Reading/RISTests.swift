import Bibliography
import Literature
import TestSupport
import Testing

@Suite("RIS")
struct RISTests {
  private func one(_ fields: String) throws -> Record {
    let reading = RecordReading("TY  - JOUR\n\(fields)\nER  - \n", as: .ris)
    return try #require(reading.records.first)
  }

  @Test(
    "A date is read in all of its shapes",
    arguments: [
      ("PY  - 2014//", "2014"), ("Y1  - 2014/07/01/Summer", "2014-07-01"), ("PY  - 2019 Jan 5", "2019-01-05"),
      ("PY  - 2014", "2014"), ("PY  - 2014\nDA  - 2014/03/", "2014-03"),
      ("DA  - Jun 15\nPY  - 2011", "2011-06-15"),
      ("PY  - 2011\nDA  - Jun", "2011-06"), ("Y1  - 20190325", "2019-03-25"),
      ("PY  - 5 March 2019", "2019-03-05"),
      ("PY  - Sept 2019", "2019-09"), ("PY  - (2005)", "2005"), ("PY  - 2019-02-31", "2019-02"),
      ("PY  - 2017\nDA  - AUG", "2017-08"), ("DA  - 2012/07/03\nPY  - 2012", "2012-07-03"),
    ])
  func dates(_ fields: String, _ date: String) throws {
    #expect(try one(fields).reference.issued?.description == date)
  }

  @Test("What is no date is kept in its words, and a date of another year is kept raw")
  func oddDates() throws {
    #expect(try one("PY  - in press").reference.issuedDetails == [JSONField("literal", .string("in press"))])
    let record = try one("PY  - 2012\nDA  - 2013/01/05")
    #expect(record.reference.issued?.description == "2012" && record.raw.map(\.name) == ["DA"])
    #expect(
      try one("Y1  - 2014/07/01/Summer").reference.issuedDetails == [JSONField("season", .string("Summer"))])
  }

  @Test(
    "Pages are put together from one field or two; a number of pages isn't a last page",
    arguments: [
      ("SP  - 12\nEP  - 19", "12-19", nil), ("SP  - 12-19", "12-19", nil),
      ("SP  - 12-19\nEP  - 19", "12-19", nil),
      ("SP  - 1055\nEP  - 67", "1055-67", nil), ("SP  - 301\nEP  - 9", "301-9", nil),
      ("SP  - 365\nEP  - 12", "365", "12"),
      ("SP  - 301\nEP  - 12p", "301", "12"),
      ("SP  - e0815", "e0815", nil), ("EP  - 5", "5", nil),
    ] as [(String, String, String?)])
  func pages(_ fields: String, _ page: String, _ count: String?) throws {
    let record = try one(fields)
    #expect(record.reference.page == page && record.reference.numberOfPages == count)
  }

  @Test(
    "A DOI is found where programs put it",
    arguments: [
      "DO  - 10.5555/a.1", "DO  - https://doi.org/10.5555/a.1", "DO  - doi:10.5555/a.1", "M3  - 10.5555/a.1",
      "L3  - http://dx.doi.org/10.5555/a.1", "UR  - https://doi.org/10.5555/a.1", "DO  - 10.5555/a.1 [doi]",
      "UR  - https://resolver.example.org/?id=doi:10.5555%2Fa.1&x=1",
    ])
  func doi(_ field: String) throws {
    #expect(try one(field).reference.doi == "10.5555/a.1")
  }

  @Test(
    "Names are read in the orders in which they are clear",
    arguments: [
      ("Alder, Ruth M.", Name(family: "Alder", given: "Ruth M.")),
      ("Liu R.", Name(family: "Liu", given: "R.")),
      ("van der Ash J.-P.", Name(family: "van der Ash", given: "J.-P.")),
      ("Smith, John, Jr", Name(family: "Smith", given: "John", suffix: "Jr")),
      ("Smith, Jr., John", Name(family: "Smith", given: "John", suffix: "Jr.")),
      ("Smith JA", Name(family: "Smith", given: "JA")),
      ("J. A. Smith", Name(family: "Smith", given: "J. A.")),
      ("NHS England", Name(literal: "NHS England")),
      ("Cancer Research UK", Name(literal: "Cancer Research UK")),
      ("World Bank", Name(literal: "World Bank")), ("WHO", Name(literal: "WHO")),
    ])
  func names(_ text: String, _ name: Name) throws {
    #expect(try one("AU  - \(text)").reference.authors == [name])
  }

  @Test("Several authors on one line are several, and et al. is no author")
  func manyAuthors() throws {
    let record = try one("AU  - Alder, R.; Beech, I.\nAU  - et al.")
    #expect(
      record.reference.authors.map(\.family) == ["Alder", "Beech"] && record.reference.authorsAreIncomplete)
  }

  @Test("A second title, and tags of nobody, are kept raw with their lines")
  func raw() throws {
    let record = try one("TI  - One\nT1  - Two\nQ9  - x")
    #expect(record.reference.title == "One")
    #expect(record.raw == [RawField("T1", "Two", line: 3), RawField("Q9", "x", line: 4)])
  }

  @Test("A record that begins while another is open ends that one, and says so")
  func missingEnd() throws {
    let reading = RecordReading("TY  - JOUR\nTI  - One\nTY  - BOOK\nTI  - Two\n")
    #expect(reading.records.map(\.reference.title) == ["One", "Two"])
    #expect(reading.report?.repaired.listed.map(\.line) == [3, 3])
  }

  @Test("Records without a type, parted by ends, are read")
  func noType() throws {
    let reading = RecordReading("TI  - One\nER  - \n\nTI  - Two\nER  - \n", as: .ris)
    #expect(reading.records.map(\.reference.title) == ["One", "Two"])
  }

  @Test("What goes beyond the limits is refused with its line, and the next record is read")
  func limits() throws {
    var limits = ReadingLimits()
    limits.longestLine = 2_000
    limits.longestRecord = 10_000
    limits.mostFields = 100
    let long = String(repeating: "x", count: 3_000)
    let many = String(repeating: "KW  - a\n", count: 200)
    let large = (0..<12).map { "N1  - \($0)" + String(repeating: "y", count: 1_000) + "\n" }.joined()
    for body in ["TI  - \(long)\n", many, large] {
      let text = "TY  - JOUR\n\(body)ER  - \nTY  - JOUR\nTI  - Next\nER  - \n"
      let reading = RecordReading(text, limits: limits)
      #expect(reading.records.map(\.reference.title) == ["Next"])
      #expect(reading.report?.refused.listed.map(\.line) == [1] && reading.report?.begun == 2)
      #expect(
        RecordReading(Array(text.utf8), chunk: 3, limits: limits)
          == RecordReading(Array(text.utf8), limits: limits))
    }
  }

  @Test("A list of repairs is bounded, and the rest counted")
  func boundedList() throws {
    var limits = ReadingLimits()
    limits.mostEntries = 10
    let reading = RecordReading(String(repeating: "TY  - JOUR\n", count: 500), limits: limits)
    #expect(reading.report?.records == 500 && reading.report?.repaired.count == 500)
    #expect(reading.report?.repaired.listed.count == 10 && reading.report?.repaired.leftOut == 490)
  }

  @Test("Many records are read as each by itself, whatever the chunks", arguments: [1 << 18, 1_000, 37])
  func parts(chunk: Int) throws {
    let bytes = try Fixture.recordBytes("generic.ris") + [0x0A]
    let lines = bytes.count { $0 == 0x0A }
    let alone = RecordReading(bytes)
    let whole = RecordReading([[UInt8]](repeating: bytes, count: 300).flatMap { $0 }, chunk: chunk)
    let count = alone.records.count
    #expect(count > 0 && whole.records.count == 300 * count)
    let (one, all) = (try #require(alone.report), try #require(whole.report))
    #expect(all.records == 300 * count)
    #expect(all.mapped.total == 300 * one.mapped.total)
    #expect(all.raw.total == 300 * one.raw.total)
    for (place, record) in whole.records.enumerated() {
      let own = alone.records[place % count]
      let before = place / count * lines
      // Made-up identifiers hold the place in the file.
      let fields = [record, own].map { $0.reference.cslFields.filter { $0.name != "id" } }
      #expect(
        fields[0].map(\.name) == fields[1].map(\.name) && fields[0].map(\.value) == fields[1].map(\.value))
      #expect(record.abstract == own.abstract && record.labels == own.labels && record.notes == own.notes)
      #expect(record.origin?.position == place + 1)
      let begun = try #require(own.origin).line + before
      #expect(record.origin?.line == begun)
      let expected = own.raw.map { raw in raw.line.map { $0 + before } }
      #expect(record.raw.map { $0.line } == expected)
    }
  }

  @Test("What follows a record without end is no part of it, and isn't held", arguments: ["", "x", "ER  - "])
  func endless(_ line: String) {
    var limits = ReadingLimits()
    limits.longestRecord = 10_000
    let text = "TY  - JOUR\nTI  - First\nER  - \n" + String(repeating: line + "\n", count: 20_000)
    let reading = RecordReading(text + "TY  - JOUR\nTI  - Second\nER  - \n", as: .ris, limits: limits)
    #expect(reading.records.map(\.reference.title) == ["First", "Second"])
  }
}
