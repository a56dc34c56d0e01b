/// An aim of a collaboration.
public struct Aim: Sendable, Hashable {
  /// What is aimed at.
  public let what: String
  /// How high it reaches, seen against what the partners can do.
  public let ambition: StatedLevel
  /// Where it can be read.
  public let source: String?

  /// Makes an aim.
  public init(what: String, ambition: StatedLevel, source: String? = nil) {
    self.what = what
    self.ambition = ambition
    self.source = source
  }
}
