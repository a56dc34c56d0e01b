/// Writes a table as CSV after RFC 4180: commas, lines that end in CR and LF, quotes where a cell needs them and twice
/// where a cell has them; UTF-8 without a byte order mark. The first line holds the headings.
///
/// A cell that a spreadsheet may run as a formula, since `=`, `+`, `-` or `@` comes first in it, is written with one
/// apostrophe before it; a number is not. Whoever reads the file with a program takes off one apostrophe from such cells
/// and has exactly what was there. Characters that drive a terminal or turn the order of what is read are made visible,
/// as everywhere in reports; line ends in cells stay.
public struct CSVRenderer: Sendable, Hashable {
  /// Makes a renderer.
  public init() {}

  /// The table as CSV. The caption and what cells rest on (their `why`) have no place in it; marks are written out.
  public func render(_ table: Table) -> String {
    let columns = 0..<table.columnCount
    let rows = table.rows.map { row in columns.map { Self.text(table.cell($0, of: row)) } }
    return ([columns.map { table.heading($0) }] + rows).map { row in
      row.map(Self.field).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func text(_ cell: Cell) -> String {
    [cell.mark?.label, cell.text.isEmpty ? nil : cell.text].compactMap(\.self).joined(separator: ": ")
  }

  private static func field(_ text: String) -> String {
    let shown = PlainText.visibleKeepingSpace(text)
    let safe = FormulaGuard.guarded(shown)
    let needsQuotes = safe.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    // White space at the ends, is lost on some readers.
    let isFragile = safe.first?.isWhitespace == true || safe.last?.isWhitespace == true
    guard needsQuotes || isFragile else { return safe }
    // By scalars, since to Swift CR and LF are one character, and a quote with an accent on it is none.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
