/// The first and the last page of a work, as an export gives them in two fields.
enum PageText {
  /// The pages as one text, and how many pages there are where the second field turns out to say that.
  ///
  /// Some programs put the number of pages where the last page belongs. It is one where it says so ("12p", "12 pages"), or
  /// where it is smaller than the first page and can't be the end of a shortened number ("1055" and "67" are 1055–1067).
  static func joined(first: String?, last: String?) -> (pages: String?, count: String?) {
    guard let last, !last.isEmpty else { return (first, nil) }
    if let count = counted(last) { return (first, count) }
    guard let first, !first.isEmpty else { return (last, nil) }
    // Some put both pages into the first field, and the last one into its own again.
    if first == last || first.hasSuffix("-" + last) || first.contains("-") && !first.hasPrefix("-") {
      return first.contains("-") || first == last ? (first, nil) : (first + "-" + last, nil)
    }
    if let from = Int(first), let to = Int(last), to < from, to > 0 {
      let whole = Int(first.dropLast(last.count) + last) ?? 0
      if last.count >= first.count || whole < from { return (first, last) }
    }
    return (first + "-" + last, nil)
  }

  /// The number of "12p", "12 p." or "12 pages".
  static func counted(_ text: String) -> String? {
    guard let last = text.utf8.last, !TaggedLine.isDigit(last) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return nil }
    let rest = text.dropFirst(digits.count).lowercased().trimmed
    return ["p", "p.", "pp", "pp.", "pg", "pages", "page"].contains(rest) ? String(digits) : nil
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let view = utf8
    var (start, end) = (view.startIndex, view.endIndex)
    while start < end, view[start].isBlank { start = view.index(after: start) }
    while end > start {
      let before = view.index(end, offsetBy: -1)
      guard view[before].isBlank else { break }
      end = before
    }
    return String(self[start..<end])
  }
}

extension UInt8 {
  /// Whether it is a blank, a tab or a line end.
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at their ends.
  var trimmed: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return self[start..<end]
  }
}
