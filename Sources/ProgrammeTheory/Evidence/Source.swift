public import Bibliography

/// The part that a reference plays in a theory.
public struct Source: Sendable, Hashable, Codable, Identifiable {
  /// The roles.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// A study that the review included.
    case included
    /// A work that gives a middle-range theory.
    case middleRange = "middle-range"
    /// Any other reference.
    case other

    /// The role as people call it.
    public var words: String {
      switch self {
      case .included: "included study"
      case .middleRange: "middle-range theory"
      case .other: "other work"
      }
    }
  }

  /// A characteristic of a source, such as its research type.
  public struct Characteristic: Sendable, Hashable, Codable {
    /// What is characterised, such as `research type`.
    public let name: String
    /// What it is, such as `Case study`.
    public let value: String

    /// Makes a characteristic.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The reference.
  public let id: Reference.ID
  /// Its role.
  public let role: Role
  /// Its characteristics, in the document's order.
  public let characteristics: [Characteristic]

  /// Makes a source.
  public init(id: Reference.ID, role: Role, characteristics: [Characteristic] = []) {
    self.id = id
    self.role = role
    self.characteristics = characteristics
  }

  /// The value of one characteristic.
  public func characteristic(_ name: String) -> String? {
    characteristics.first { $0.name == name }?.value
  }
}
