import Bibliography
import Literature
import Testing

@Suite("Tables")
struct TableTests {
  @Test(
    "Names of a list are parted as a person would part them",
    arguments: [
      ("Liu R., Adler D.G.", ["Liu/R.", "Adler/D.G."]), ("Smith J, Doe A.", ["Smith/J", "Doe/A"]),
      ("Smith, J., Doe, A.B.", ["Smith/J.", "Doe/A.B."]), ("Smith, John", ["Smith/John"]),
      ("Zuna, R E and Wang, S S and Group, ALTS", ["Zuna/R E", "Wang/S S", "Group/ALTS"]),
      ("Elm, Wren; van der Ash, Piet", ["Elm/Wren", "van der Ash/Piet"]),
      ("John Smith; Ann van der Roe", ["Smith/John", "van der Roe/Ann"]),
      ("John Smith and Ann Roe", ["Smith/John", "Roe/Ann"]),
      ("Health and Safety Executive", ["Health and Safety Executive"]),
      ("Smith J, et al.", ["Smith/J"]), ("World Health Organization", ["World Health Organization"]),
      ("John Smith, Ann Roe, Lee Poe", ["Smith/John", "Roe/Ann", "Poe/Lee"]),
      ("Liu R., Adler D.G. and Roe A.", ["Liu/R.", "Adler/D.G.", "Roe/A."]),
    ])
  func names(_ cell: String, _ names: [String]) throws {
    let reading = RecordReading("title,authors\nA,\"\(cell)\"\n")
    let found = try #require(reading.records.first).reference.authors.map { name in
      name.literal ?? "\(name.family ?? "")/\(name.given ?? "")"
    }
    #expect(found == names)
  }

  @Test(
    "Decisions are read from columns, and from words",
    arguments: [
      ("label_included", "1", true), ("included", "0", false), ("label", "-1", nil),
      ("asreview_label", "1", true),
      ("Decision", "Included", true), ("Decision", "Excluded", false), ("final_label", "yes", true),
      ("label", "", nil),
      ("label_included", "Maybe", nil), ("notes", "RAYYAN-INCLUSION: {\"\"A\"\"=>\"\"Included\"\"}", true),
      ("notes", "RAYYAN-INCLUSION: {\"\"A\"\"=>\"\"Included\"\", \"\"B\"\"=>\"\"Excluded\"\"}", nil),
      ("notes", "ASReview_irrelevant", false),
    ] as [(String, String, Bool?)])
  func decisions(_ column: String, _ cell: String, _ isIncluded: Bool?) throws {
    let reading = RecordReading("title,\(column)\nA,\"\(cell)\"\n")
    #expect(try #require(reading.records.first).isIncluded == isIncluded)
  }

  @Test("The last stage decides")
  func stages() throws {
    let reading = RecordReading("title,label_abstract_screening,label_included\nA,1,0\nB,1,\n")
    #expect(reading.records.map(\.isIncluded) == [false, true])
  }

  @Test("Short rows, long rows and rows of nothing are accounted for")
  func rows() throws {
    let reading = RecordReading("title,year\nA\nB,2001,more\n,\nC,2002\n")
    let report = try #require(reading.report)
    #expect(reading.records.map(\.reference.title) == ["A", "B", "C"] && report.strayLines == 1)
    #expect(report.repaired.listed.map(\.line) == [2, 3])
    #expect(reading.records[1].raw == [RawField("column 3", "more", line: 3)])
  }

  @Test("Rows before the heading are no records")
  func heading() throws {
    let reading = RecordReading("sep=;\nAbout the data\n\nTitle;Authors;Year\nA;Roe, A.;2001\n")
    #expect(reading.records.map(\.reference.title) == ["A"] && reading.report?.strayLines == 2)
  }

  @Test("Quotes that are doubled, not doubled, or stand in a cell, are read as they are meant")
  func quotes() throws {
    let reading = RecordReading(
      "title,year\n\"A \"\"b\"\"\",1\n\"A \"b\" c\",2\nA 5\" disk,3\n \"A, b\",4\n\"A\nb\",5\n")
    let titles = reading.records.map { $0.reference.title ?? "" }
    #expect(titles == ["A \"b\"", "A \"b\" c", "A 5\" disk", "A, b", "A\nb"])
  }
}
