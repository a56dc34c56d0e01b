extension DynamicsBlock {
  /// A name for a condition in which all of some literals hold.
  public struct Label: Sendable, Hashable, Codable {
    /// Where a collaboration stands that the label fits, when it is set beside others.
    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
      /// Better than one that no label fits.
      case good
      /// Worse than one that no label fits.
      case poor
    }

    /// What the label is called by.
    public let id: DynamicsBlock.ID
    /// The name.
    public let name: String
    /// What has to hold, all of it.
    public let all: [Literal]
    /// For how many rounds it has to hold; `nil` for one moment. From 0 to 100.
    public let rounds: Range?
    /// Where it stands; `nil` for a name that says neither.
    public let standing: Standing?

    /// Makes a label.
    public init(
      id: DynamicsBlock.ID, name: String, all: [Literal], rounds: Range? = nil, standing: Standing? = nil
    ) {
      self.id = id
      self.name = name
      self.all = all
      self.rounds = rounds
      self.standing = standing
    }
  }

  /// A statement of order: of two starts that differ only in this, the first never ends with `never`. Without `with` and
  /// `than` nothing is compared, and at no time do all of `given` and `never` hold together.
  public struct Order: Sendable, Hashable, Codable {
    /// What the statement is called by.
    public let id: DynamicsBlock.ID
    /// The statement in words.
    public let says: String
    /// What both starts have.
    public let given: [Literal]
    /// What the first start has.
    public let with: [Literal]
    /// What the second start has.
    public let than: [Literal]
    /// What the first never has, set beside the second.
    public let never: Literal
    /// After how many rounds they are compared, from 1 to 100; `nil` for the end of the run.
    public let after: Int?

    /// Makes a statement of order.
    public init(
      id: DynamicsBlock.ID, says: String, given: [Literal] = [], with: [Literal] = [], than: [Literal] = [],
      never: Literal, after: Int? = nil
    ) {
      self.id = id
      self.says = says
      self.given = given
      self.with = with
      self.than = than
      self.never = never
      self.after = after
    }
  }
}
