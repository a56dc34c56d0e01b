/// Keeps a spreadsheet from running a cell as a formula.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` (CWE-1236; OWASP ASVS 1.2.10), and quotes don't keep it
/// from that. So a cell in which one of these comes first, if need be after white space or apostrophes, is written with
/// one apostrophe before it; a number is not, since it does no harm. Taking off one apostrophe from such cells gives
/// exactly what was there.
package enum FormulaGuard {
  /// The text as it is written into a cell.
  package static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  /// The text of a cell that was written so.
  package static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    let text = String(cell.unicodeScalars.dropFirst())
    return isFormula(text) ? text : cell
  }

  /// Whether a spreadsheet may run the text. East Asian ones take the wide signs for the same.
  private static func isFormula(_ text: String) -> Bool {
    // Nearly all cells begin with a letter or a digit, and are done with here.
    guard let start = text.utf8.first, start >= 0x80 || !isLetterOrDigit(start), !isNumber(text) else {
      return false
    }
    let first = text.unicodeScalars.first { $0 != "'" && !$0.properties.isWhitespace }
    return first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a text is a plain number: digits, a sign before them perhaps, and a decimal point between them perhaps. By
  /// bytes, since a table has many cells, and a regular expression would be read anew for each.
  private static func isNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      digits.removeFirst()
    }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
