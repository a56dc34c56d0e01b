/// Where in a source something stands: a paragraph of a section, or a row of a table. A page only where one is printed.
public enum Place: Sendable, Hashable, Codable {
  /// A paragraph, counted from 1 within the section of that heading.
  case paragraph(Int, section: String)
  /// A row of a table, called by what stands in it; `number` counts the rows from 1 where rows recur.
  case row(String, table: String, heading: String?, number: Int?)

  /// The place in words, such as `section “Power”, paragraph 2`.
  public var words: String {
    switch self {
    case .paragraph(let number, let section):
      return "section “\(section)”, paragraph \(number)"
    case .row(let row, let table, let heading, let number):
      let which = number.map { "row \($0)" } ?? "row"
      let under = heading.map { ", under “\($0)”" } ?? ""
      return "Table \(table), \(which) “\(row)”\(under)"
    }
  }
}
