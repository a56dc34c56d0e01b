/// A table with a caption. The first cell of each row names the row.
public struct Table: Sendable, Hashable, Codable {
  /// What the table shows; a reader aloud says it first.
  public var caption: String
  /// The headings of the columns.
  public var columns: [String]
  /// The rows. A short row is filled up with empty cells, a long one widens the table.
  public var rows: [[Cell]]

  /// Makes a table.
  public init(caption: String, columns: [String], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// One cell of a table.
public struct Cell: Sendable, Hashable, Codable {
  /// Where the text stands in its column.
  public enum Alignment: String, Sendable, Hashable, Codable {
    /// At the start of the line: words.
    case leading
    /// At the end of the line: numbers.
    case trailing
  }

  /// The words.
  public var text: String
  /// Where the text stands in its column.
  public var alignment: Alignment
  /// The explanations that the cell rests on.
  public var why: [Explanation.ID]
  /// What happens, as a sign and a word before the text.
  public var mark: Mark?

  /// Makes a cell.
  public init(
    _ text: String, alignment: Alignment = .leading, why: [Explanation.ID] = [], mark: Mark? = nil
  ) {
    self.text = text
    self.alignment = alignment
    self.why = why
    self.mark = mark
  }
}

extension Table {
  /// The number of columns that are drawn: that of the headings, or of the longest row.
  public var columnCount: Int {
    rows.reduce(columns.count) { max($0, $1.count) }
  }

  /// The heading of a column, empty where there is none.
  func heading(_ column: Int) -> String {
    columns.indices.contains(column) ? columns[column] : ""
  }

  /// The cell of a row, empty where the row is short.
  func cell(_ column: Int, of row: [Cell]) -> Cell {
    row.indices.contains(column) ? row[column] : Cell("")
  }

  /// How a column is aligned: to its end if every filled cell is.
  func alignment(ofColumn column: Int) -> Cell.Alignment {
    var isFilled = false
    for row in rows
    where row.indices.contains(column) && (!row[column].text.isEmpty || row[column].mark != nil) {
      guard row[column].alignment == .trailing else { return .leading }
      isFilled = true
    }
    return isFilled ? .trailing : .leading
  }
}
