/// The codes of a project as programs of qualitative analysis exchange them: the REFI-QDA codebook, version 1.0 (Rotterdam
/// Exchange Format Initiative, qdasoftware.org; files end in `.qdc`).
public struct QDACodebook: Sendable, Hashable {
  /// A code with those that stand under it.
  public struct Code: Sendable, Hashable {
    /// What identifies it across programs: a GUID in upper case, without braces.
    public var guid: String
    /// What it is called.
    public var name: String
    /// What is coded by it.
    public var description: String?
    /// Its colour as `#rrggbb`.
    public var colour: String?
    /// Whether text is coded by it, or it only holds others together.
    public var isCodable: Bool
    /// The codes under it.
    public var children: [Code]

    /// A code.
    public init(
      guid: String? = nil, name: String, description: String? = nil, colour: String? = nil,
      isCodable: Bool = true, children: [Code] = []
    ) {
      (self.guid, self.name, self.description) = (guid ?? QDAGuid.derived(from: name), name, description)
      (self.colour, self.isCodable, self.children) = (colour, isCodable, children)
    }
  }

  /// Codes that belong together.
  public struct CodeSet: Sendable, Hashable {
    /// What identifies it across programs.
    public var guid: String
    /// What it is called.
    public var name: String
    /// What holds it together.
    public var description: String?
    /// The GUIDs of its codes.
    public var members: [String]

    /// A set of codes.
    public init(guid: String? = nil, name: String, description: String? = nil, members: [String]) {
      self.guid = guid ?? QDAGuid.derived(from: "set: " + name)
      (self.name, self.description, self.members) = (name, description, members)
    }
  }

  /// The program that made it, where it says so.
  public var origin: String?
  /// The codes that stand under no other.
  public var codes: [Code]
  /// The sets.
  public var sets: [CodeSet]

  /// A codebook.
  public init(origin: String? = nil, codes: [Code], sets: [CodeSet] = []) {
    (self.origin, self.codes, self.sets) = (origin, codes, sets)
  }

  /// All codes, each before those under it, with the code right above it.
  var allCodes: [(code: Code, above: Code?)] {
    func under(_ codes: [Code], _ above: Code?) -> [(code: Code, above: Code?)] {
      codes.flatMap { [($0, above)] + under($0.children, $0) }
    }
    return under(codes, nil)
  }
}
