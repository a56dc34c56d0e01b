public import ProgrammeTheory

/// An organisation in a collaboration.
public struct Partner: Sendable, Hashable, Identifiable {
  /// What a partner is called by.
  public typealias ID = Identifier<Partner>
  /// The identifier.
  public let id: ID
  /// Its name.
  public let name: String
  /// What it is.
  public let about: String?
}
