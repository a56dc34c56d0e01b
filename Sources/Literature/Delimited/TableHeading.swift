/// The first row of a table that says what its columns hold, and how its cells are parted.
struct TableHeading {
  /// What parts cells.
  let delimiter: UInt8
  /// The heads, as written.
  let heads: [String]
  /// What each column stands for.
  let meanings: [FieldMeaning?]
  /// The row, counted from 0 among those that aren't empty.
  let row: Int
  /// Whether quotes are signs like any other, as in the tables of Web of Science.
  let isUnquoted: Bool
  /// Whether each row is one field of a record with its name in the first cell, as Embase gives it.
  let isByRow: Bool

  /// Whether this program wrote the table, with an apostrophe before what looks like a formula.
  var isGuarded: Bool { meanings.contains(.carrier) }

  /// Whether a column holds the journal.
  var hasContainer: Bool { meanings.contains(.container) }

  /// As many rows as may stand before the heading.
  static let mostRowsBefore = 8
  private static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]

  /// CSV or TSV where text begins with a row of names of columns; `nil` where it doesn't.
  ///
  /// - Parameters:
  ///   - text: the beginning of a file.
  ///   - isLoose: whether the name of one column alone is enough.
  static func format(of text: ArraySlice<UInt8>, isLoose: Bool = false) -> RecordFormat? {
    guard let heading = TableHeading(of: text, atMost: isLoose ? mostRowsBefore : 1, isLoose: isLoose) else {
      return nil
    }
    return heading.delimiter == 0x09 ? .tsv : .csv
  }

  /// The heading that text begins with: of all delimiters and rows that make one, the row with the most known names.
  init?(of text: ArraySlice<UInt8>, atMost most: Int = mostRowsBefore, isLoose: Bool = true) {
    var best: (heading: TableHeading, known: Int)?
    for delimiter in Self.delimiters {
      var rows = DelimitedRows(
        ByteSource(bytes: Array(text), named: ""), delimiter: delimiter, limits: ReadingLimits())
      var index = 0
      while index < most, let row = try? rows.next() {
        defer { index += 1 }
        let heads = row.cells.map { rows.text($0).trimmed }
        guard let heading = TableHeading(heads, delimiter: delimiter, row: index, isLoose: isLoose) else {
          continue
        }
        let known = heading.meanings.count { $0 != nil }
        if known > best?.known ?? 0 { best = (heading, known) }
        if heading.isByRow { break }
      }
    }
    guard let best else { return nil }
    self = best.heading
  }

  private init?(_ heads: [String], delimiter: UInt8, row: Int, isLoose: Bool) {
    self.delimiter = delimiter
    self.row = row
    self.heads = heads
    let byRow = heads.count > 1 && heads[0] == "TITLE" && TableColumns.meaning(of: heads[1]) == nil
    let web =
      heads.count > 5 && heads.filter { WebOfScienceTags.meanings[$0] != nil }.count > 5
      && heads.contains("TI")
    isByRow = byRow
    isUnquoted = web
    if byRow {
      meanings = [.title]
      return
    }
    meanings = heads.map { head in
      // A head is short; what is longer is a text that happens to begin like one.
      head.utf8.count > 60 ? nil : web ? WebOfScienceTags.meanings[head] : TableColumns.meaning(of: head)
    }
    let known = meanings.compactMap { $0 }
    let names =
      known.contains(.title) || known.contains(.abstract) || known.contains(.doi) || known.contains(.authors)
    guard names, known.count > 1 || isLoose && known.contains(.title) else { return nil }
  }
}
