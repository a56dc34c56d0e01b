import Bibliography

/// The text by which a record is ranked: its title and its abstract.
///
/// Authors, journal and keywords are left out, as in ASReview: who wrote a work, and where, shouldn't decide whether it
/// is read.
public struct ScreeningText: Hashable, Sendable {
  /// The title; empty where the record has none.
  public var title: String
  /// The abstract; empty where the record has none.
  public var abstract: String

  /// A text of these parts.
  public init(title: String, abstract: String = "") { (self.title, self.abstract) = (title, abstract) }

  /// The text of a record.
  public init(of record: Record) {
    self.init(title: record.reference.title ?? "", abstract: record.abstract ?? "")
  }
}
