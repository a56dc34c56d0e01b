/// The pages from a first to a last one, with the letters that may stand before them, as in E1–E13.
public struct PageRange: Hashable, Sendable, CustomStringConvertible {
  /// The letters before the numbers, in capitals; mostly none.
  public let prefix: String
  /// The first page.
  public let first: Int
  /// The last page, never before the first.
  public let last: Int

  /// The range that a CSL `page` field gives, or `nil` where it gives none.
  ///
  /// It takes "811–828" and "185-274", a last page without its repeated letters or digits ("E1-13", "1055-67"), and a
  /// "pp." before them. One number alone gives no range: it may be a first page, an article number ("m1932") or a number
  /// of pages. Nor does a list of several ranges, or pages counted in Roman numerals.
  public init?(csl: String) {
    var text = Substring(csl).trimmed
    for opening in ["pp.", "p.", "pp ", "p "] where text.begins(withASCII: opening) {
      text = text.dropFirst(opening.count).trimmed
      break
    }
    let ends = text.split(omittingEmptySubsequences: true, whereSeparator: Self.isDash)
    guard ends.count == 2, let from = Page(ends[0]), let to = Page(ends[1]),
      to.prefix == from.prefix || to.prefix.isEmpty
    else { return nil }
    var last = to.number
    if last < from.number {
      guard let whole = Self.completed(to.digits, from: from.digits) else { return nil }
      last = whole
    }
    guard last >= from.number else { return nil }
    self.prefix = from.prefix
    self.first = from.number
    self.last = last
  }

  /// Whether a cited page, or a range of them, lies within these pages.
  ///
  /// `nil` where that can't be said: the text isn't a page number, or its letters differ from this range's while its
  /// number would fit, so that either may be a slip.
  public func contains(page: String) -> Bool? {
    if let span = PageRange(csl: page) {
      guard let first = contains(Page(prefix: span.prefix, number: span.first)),
        let last = contains(Page(prefix: span.prefix, number: span.last))
      else { return nil }
      return first && last
    }
    var text = Substring(page).trimmed
    if text.begins(withASCII: "p.") { text = text.dropFirst(2).trimmed }
    return Page(text).flatMap(contains)
  }

  /// The range with an en dash, such as "811–828" or "E1–E13".
  public var description: String { "\(prefix)\(first)–\(prefix)\(last)" }

  private func contains(_ page: Page) -> Bool? {
    guard (first...last).contains(page.number) else { return false }
    return page.prefix == prefix ? true : nil
  }

  /// "67" after "1055" is 1067.
  private static func completed(_ end: String, from start: String) -> Int? {
    guard end.count < start.count else { return nil }
    return Int(start.dropLast(end.count) + end)
  }

  private static func isDash(_ character: Character) -> Bool {
    "-\u{2010}\u{2011}\u{2012}–—\u{2212}".contains(character)
  }
}

/// One page number with the letters before it.
private struct Page {
  let prefix: String
  let number: Int
  let digits: String

  init(prefix: String, number: Int) {
    self.prefix = prefix
    self.number = number
    self.digits = String(number)
  }

  init?(_ text: Substring) {
    let text = text.trimmed
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let digits = text.dropFirst(letters.count)
    guard letters.count <= 4, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isWholeNumber }),
      let number = Int(digits)
    else { return nil }
    self.prefix = letters.uppercased()
    self.number = number
    self.digits = String(digits)
  }
}

extension Substring {
  /// The text without white space at its ends.
  var trimmed: Substring {
    let front = drop(while: \.isWhitespace)
    guard let end = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return front[...end]
  }

  /// Whether the text begins with these signs of ASCII, small letters, whatever the case of its own.
  func begins(withASCII opening: String) -> Bool {
    let bytes = opening.utf8
    return utf8.count >= bytes.count
      && zip(utf8, bytes).allSatisfy { (0x41...0x5A ~= $0 ? $0 | 0x20 : $0) == $1 }
  }
}
