/// How much of the work that it encodes a theory document holds.
///
/// A document that holds only a part says nothing of what it leaves out: a claim that isn't in it may still stand in
/// the work.
public struct Extent: Sendable, Hashable, Codable {
  /// The kinds of extent.
  public enum Reach: String, Sendable, Hashable, Codable, CaseIterable {
    /// All that the work claims.
    case whole
    /// The work's abstract, and nothing else of it.
    case abstract
    /// Some other part, which ``Extent/note`` names.
    case part
  }

  /// How much.
  public let reach: Reach
  /// How far, as a noun phrase, such as "the abstract and the second table"; always there for ``Reach/part`` in a
  /// document that was read.
  public let note: String?

  /// Makes an extent.
  public init(of reach: Reach, note: String? = nil) {
    self.reach = reach
    self.note = note
  }

  /// All of the work, as a document holds it that says nothing of its extent.
  public static let whole = Extent(of: .whole)

  /// Whether the document leaves something of the work out.
  public var isPartial: Bool { reach != .whole }

  /// How far the document goes, as a noun phrase; `nil` where it holds the whole.
  public var words: String? {
    switch reach {
    case .whole: nil
    case .abstract: note ?? "the abstract"
    case .part: note ?? "a part of the work"
    }
  }
}
