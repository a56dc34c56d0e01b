/// Something that matters in a case and isn't put in terms of a theory.
public struct Remark: Sendable, Hashable {
  /// What.
  public let what: String
  /// Where it can be read.
  public let source: String?
}
