import Bibliography
import Literature
import Testing

@Suite("Files that hold no records")
struct DetectionTests {
  @Test(
    "Each is refused, with what to do",
    arguments: [
      ("", "the file is empty"), (" \n\n", "the file is empty"), ("PK\u{3}\u{4}abc", "a workbook"),
      ("%PDF-1.7\n", "a PDF"),
      ("A letter to a friend.\nYours, Ann\n", "in no format of records"),
      ("<html><body>x</body></html>", "in no format"),
      ("a,b,c\n1,2,3\n", "in no format of records"), ("TY\u{0}", "bytes that are no text"),
      ("SQLite format 3\u{0}", "a database"),
    ])
  func refused(_ text: String, _ words: String) {
    let error = RecordReading(text).error
    #expect(error?.contains(words) == true, "\(error ?? "none")")
    #expect(error?.hasPrefix("export: ") == true)
  }

  @Test("A format that is said and that the file doesn't have gives no records, and says so")
  func wrongFormat() {
    #expect(
      RecordReading("A letter.\n", as: .ris).error?.contains("no record begins in it, read as RIS") == true)
    #expect(RecordReading("A letter.\n", as: .csv).error?.contains("names columns") == true)
  }

  @Test("A format has a word, which names it again", arguments: RecordFormat.allCases)
  func words(_ format: RecordFormat) {
    #expect(RecordFormat(word: format.word.uppercased()) == format && !format.extensions.isEmpty)
  }

  @Test(
    "Headings of tables are told by their names, whatever parts them",
    arguments: [
      "title,year\nA,2001\n", "Title;Year\nA;2001\n", "TITLE\tYEAR\nA\t2001\n", "title|year\nA|2001\n",
    ])
  func tables(_ text: String) {
    let reading = RecordReading(text)
    #expect(
      reading.records.map(\.reference.title) == ["A"] && reading.records.first?.reference.issued?.year == 2001
    )
  }
}
