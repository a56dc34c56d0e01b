import OrderedCollections
public import ProgrammeTheory

/// How each concept of a theory is coded in a case, so that a second coder can repeat it: rules that hold for all, and an
/// entry for each concept, by group. Between them stand the fixed fields of the case document.
///
/// What an entry is made of follows MacQueen et al. 1998 (code, definition, when to use, when not to use, examples): see
/// ``/ProgrammeTheory/Concept/Coding``.
public struct Codebook: Sendable, Hashable, Codable {
  /// The name and version of its shape in JSON.
  public static let currentFormat = "realist-codebook/1"

  /// A group of concepts.
  public struct Group: Sendable, Hashable, Codable {
    /// The word that concepts give as their group.
    public let id: String
    /// Its name on screen.
    public let name: String
    /// Its concepts, in the order of the theory.
    public let entries: [Entry]
  }

  /// The name and version of its shape.
  public let format: String
  /// The theory.
  public let theory: Theory.ID
  /// The version of the theory's document.
  public let theoryVersion: String
  /// The rules that hold for every concept.
  public let rules: [CodingRule]
  /// The fields that every case document has, in the theory's terms.
  public let fields: Fields
  /// The concepts by group, in the order of the theory.
  public let groups: [Group]

  /// The codebook of a theory.
  public init(of theory: Theory) {
    format = Self.currentFormat
    self.theory = theory.identity.id
    theoryVersion = theory.identity.version
    rules = CodingRule.all
    fields = Fields(of: theory)
    groups = theory.conceptsByGroup.map { group, concepts in
      Group(id: group.id, name: group.name, entries: concepts.map { Entry($0, in: theory) })
    }
  }

  private init(_ whole: Codebook, only group: Group) {
    (format, theory, theoryVersion) = (whole.format, whole.theory, whole.theoryVersion)
    (rules, fields) = (whole.rules, whole.fields)
    groups = [group]
  }

  /// The codebook of one group alone; `nil` where there is no such group.
  ///
  /// - Parameter group: what concepts give as their group, or its name.
  public func only(_ group: String) -> Codebook? {
    let found = groups.first { $0.id == group } ?? groups.first { $0.name.lowercased() == group.lowercased() }
    return found.map { Codebook(self, only: $0) }
  }
}

extension Theory {
  /// The concepts by group: the groups that the document names in its order, then those that only concepts name.
  /// Groups without a concept are left out.
  var conceptsByGroup: [(group: ConceptGroup, concepts: [Concept])] {
    let named = OrderedSet(groups.map(\.id))
    let others = OrderedSet(concepts.map(\.group)).subtracting(named)
    return (groups + others.map { ConceptGroup(id: $0, name: $0) }).compactMap { group in
      let members = concepts.filter { $0.group == group.id }
      return members.isEmpty ? nil : (group, members)
    }
  }
}
