/// The very words on which a telling rests, and where they stand in a text: what a W3C Web Annotation selects by quotation
/// and by position (Recommendation of 23 February 2017, sections 4.2.4 and 4.2.5). Offsets count Unicode code points.
public struct Quotation: Sendable, Hashable, Codable {
  /// The words, exactly as they stand.
  public let exact: String
  /// What stands right before them.
  public let prefix: String
  /// What stands right after them.
  public let suffix: String
  /// The offset of the first code point.
  public let start: Int
  /// The offset after the last code point.
  public let end: Int
  /// The page, where the text has pages.
  public let page: String?
  /// SHA-256 of the text's UTF-8 bytes in hexadecimal digits: which text it is.
  public let text: String

  /// Makes a quotation.
  public init(
    exact: String, prefix: String = "", suffix: String = "", start: Int, end: Int, page: String? = nil,
    text: String
  ) {
    (self.exact, self.prefix, self.suffix) = (exact, prefix, suffix)
    (self.start, self.end, self.page, self.text) = (start, end, page, text)
  }
}
