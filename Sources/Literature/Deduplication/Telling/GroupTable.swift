public import Reporting

/// Groups of records as a table of one column, `merged_ids`: the names of a group's records, parted by semicolons.
///
/// The form is that of the data of bib-dedupe (Wagner 2024), so that groups can be held against those of others.
public enum GroupTable {
  /// The heading of the column.
  public static let heading = "merged_ids"
  static let separator = ";"

  /// The table of some groups.
  public static func table(_ groups: [[Int]], _ names: RecordNames) -> Table {
    Table(
      caption: "Groups of records of one work", columns: [heading],
      rows: groups.map { group in [Cell(joined(group, names))] })
  }

  /// The names of a group's records as they stand in a cell.
  public static func joined(_ group: [Int], _ names: RecordNames) -> String {
    group.map { names.names[$0] }.joined(separator: separator)
  }

  /// Reads groups: any CSV with a column `merged_ids`.
  ///
  /// - Returns: the places of each group's records.
  /// - Throws: ``RecordFileError`` where the file can't be read, has no such column, or names a record that there isn't.
  public static func read(_ source: ByteSource, _ names: RecordNames) throws -> [[Int]] {
    var rows = DelimitedRows(source, delimiter: UInt8(ascii: ","), limits: ReadingLimits())
    guard let head = try rows.next() else { throw RecordFileError(source.name, .empty) }
    guard let column = head.cells.firstIndex(where: { rows.text($0).trimmed == heading }) else {
      throw RecordFileError(
        source.name,
        .refused(
          "there is no column “\(heading)”. Name one so, with ids parted by semicolons.", line: head.line))
    }
    var groups: [[Int]] = []
    while let row = try rows.next() {
      guard row.cells.indices.contains(column) else { continue }
      groups.append(try group(rows.text(row.cells[column]), names, source.name, row.line))
    }
    return groups
  }

  private static func group(
    _ cell: String, _ names: RecordNames, _ file: String, _ line: Int
  ) throws(RecordFileError) -> [Int] {
    var group: [Int] = []
    for part in cell.split(separator: separator) {
      let name = unguarded(String(part.trimmed))
      guard let place = names.place(of: name) else {
        throw RecordFileError(
          file,
          .refused(
            "no record is called “\(PlainWords.clipped(name))”. Take the ids from the records' file.",
            line: line))
      }
      if !group.contains(place) { group.append(place) }
    }
    return group
  }

  /// CSV for people has an apostrophe before what a spreadsheet would run.
  private static func unguarded(_ name: String) -> String {
    name.hasPrefix("'") && name.dropFirst().first.map { "=+-@".contains($0) } == true
      ? String(name.dropFirst()) : name
  }
}
