/// A passage by its words: what the W3C's Web Annotation Data Model calls a text quote selector
/// (https://www.w3.org/TR/annotation-model/#text-quote-selector).
public struct QuoteSelector: Sendable, Hashable, Codable {
  /// The words themselves.
  public var exact: String
  /// What stands right before them, up to ``contextLength`` code points.
  public var prefix: String
  /// What stands right after them, up to ``contextLength`` code points.
  public var suffix: String

  /// How many code points of what stands around a passage are kept at each side.
  public static let contextLength = 32

  /// A quotation.
  public init(exact: String, prefix: String = "", suffix: String = "") {
    (self.exact, self.prefix, self.suffix) = (exact, prefix, suffix)
  }
}

/// A passage by its place: what the W3C's Web Annotation Data Model calls a text position selector
/// (https://www.w3.org/TR/annotation-model/#text-position-selector).
public struct PositionSelector: Sendable, Hashable, Codable {
  /// Where it starts, in Unicode code points from the start of the text.
  public var start: Int
  /// Where it ends: the first place that is no part of it.
  public var end: Int

  /// A place.
  public init(start: Int, end: Int) { (self.start, self.end) = (start, end) }
}

/// A passage of a text, by its words and its place, which were held against each other when it was marked.
public struct Passage: Sendable, Hashable, Codable {
  /// The most code points that a passage has.
  public static let mostLength = 100_000

  /// The number of the text.
  public var text: Int
  /// Its words, and those around them.
  public var quote: QuoteSelector
  /// Its place.
  public var position: PositionSelector
  /// Its page or pages, as ``AddedText/pages(of:)`` says them; `nil` where the text has none.
  public var page: String?

  /// A passage.
  public init(text: Int, quote: QuoteSelector, position: PositionSelector, page: String? = nil) {
    (self.text, self.quote, self.position, self.page) = (text, quote, position, page)
  }
}

extension Passage {
  /// Whether two passages are the same, code point by code point: as texts, composed and decomposed accents are equal.
  func isExactly(_ other: Passage) -> Bool {
    self == other && quote.exact.utf8.elementsEqual(other.quote.exact.utf8)
      && quote.prefix.utf8.elementsEqual(other.quote.prefix.utf8)
      && quote.suffix.utf8.elementsEqual(other.quote.suffix.utf8)
  }
}

/// Where a passage of a text stands in a newer taking of that text.
public struct PassageMove: Sendable, Hashable, Codable {
  /// How it was found again.
  public enum Finding: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its words stand there as they were.
    case exact
    /// Its words stand there with other white space, hyphens at line ends, or ligatures.
    case alike
    /// It isn't found, or not at one place alone: a person has to mark it anew.
    case lost
  }

  /// The number of the act that marked the passage.
  public var passage: Int
  /// How it was found.
  public var finding: Finding
  /// The passage as it stands in the newer text; `nil` where it is lost.
  public var found: Passage?

  /// A finding.
  public init(passage: Int, finding: Finding, found: Passage?) {
    (self.passage, self.finding, self.found) = (passage, finding, found)
  }
}
