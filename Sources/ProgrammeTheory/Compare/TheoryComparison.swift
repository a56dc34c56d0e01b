public import Bibliography

/// How one theory stands to another: what only one of them says, what both say and say otherwise, and what that does to
/// the way things lead to each other.
///
/// The two are called old and new, as in a log of refinement, and nothing else depends on which is which: comparing the
/// other way round gives the same with the sides changed (``swapped``), and comparing a theory with itself gives nothing
/// (``isEmpty``). Everything is derived from the two theories; nothing is stored.
///
/// A document that holds only a part of its work (``Extent``) says nothing of what it leaves out. So what stands only in
/// the other theory isn't dropped there, but not told; ``Party/isPartial`` says which it is.
public struct TheoryComparison: Sendable, Hashable, Codable {
  /// One of the two theories.
  public struct Party: Sendable, Hashable, Codable {
    /// Its identifier.
    public let id: Theory.ID
    /// Its title.
    public let title: String
    /// The version of its document.
    public let version: String
    /// How much of its work the document holds.
    public let extent: Extent
    /// The theory that it says it refines.
    public let refines: Theory.ID?

    /// Whether what it doesn't say may still stand in its work.
    public var isPartial: Bool { extent.isPartial }

    init(_ theory: Theory) {
      let identity = theory.identity
      (id, title, version) = (identity.id, identity.title, identity.version)
      (extent, refines) = (identity.extent, identity.refines)
    }
  }

  /// The theory that is compared with.
  public internal(set) var old: Party
  /// The theory that is compared.
  public internal(set) var new: Party

  /// Whether both encode one work. Where they don't, a place in one is no place in the other.
  public let encodeOneWork: Bool
  /// The concepts.
  public internal(set) var concepts: PartChanges<Concept.ID>
  /// The configurations; a claim whose evidence alone differs isn't among these.
  public internal(set) var configurations: PartChanges<CMOConfiguration.ID>
  /// The rivalries.
  public internal(set) var rivalries: PartChanges<Rivalry.ID>
  /// The actions.
  public internal(set) var levers: PartChanges<Lever.ID>
  /// The works in the lists of references, matched by being the same work.
  public internal(set) var works: PartChanges<Reference.ID>
  /// The tellings, with the passages on which they rest; empty where the theories encode different works, whose tellings are
  /// all others.
  public internal(set) var tellings: PartChanges<Telling.ID>
  /// The other parts of the documents, told no closer than by name.
  public internal(set) var others: [OtherChange]

  /// The concepts that take over the part of concepts of the other theory, as one of the documents says.
  public internal(set) var conceptSuccessions: [Succession<Concept.ID>]
  /// The claims that build on claims of the other theory, as one of the documents says.
  public internal(set) var claimSuccessions: [Succession<CMOConfiguration.ID>]
  /// The names under `refines` that the other theory doesn't have.
  public internal(set) var strays: [Stray]

  /// The claims that say of the same concepts the opposite, or the same of their other ends.
  public internal(set) var turns: [Turn]
  /// The claims of both theories that don't rest on the same.
  public internal(set) var evidence: [EvidenceChange]
  /// What each claim rests on that is named under ``configurations`` or ``evidence``.
  public internal(set) var grounds: Grounds
  /// The concepts of both theories that don't stand in the same slots.
  public internal(set) var stances: [Stance]
  /// The arrows of the causal web.
  public internal(set) var arrows: ArrowChanges
  /// The ways from one concept to another that the two theories explain by different steps.
  public internal(set) var reroutings: [Rerouting]
  /// The rivalries of the old theory that the new one no longer calls so.
  public internal(set) var settled: [RivalryShift]
  /// The rivalries that the new theory opens.
  public internal(set) var opened: [RivalryShift]

  /// Whether the two say the same on the same evidence.
  public var isEmpty: Bool {
    concepts.isEmpty && configurations.isEmpty && rivalries.isEmpty && levers.isEmpty && works.isEmpty
      && tellings.isEmpty && others.isEmpty && evidence.isEmpty && conceptSuccessions.isEmpty
      && claimSuccessions.isEmpty
      && strays.isEmpty
  }

  /// The same comparison made the other way round. Its own inverse.
  public var swapped: TheoryComparison {
    var other = self
    (other.old, other.new) = (new, old)
    other.concepts = concepts.swapped
    other.configurations = configurations.swapped
    other.rivalries = rivalries.swapped
    other.levers = levers.swapped
    other.works = works.swapped
    other.tellings = tellings.swapped
    other.others = others.map(\.swapped)
    other.conceptSuccessions = conceptSuccessions.map(\.swapped).inOrder
    other.claimSuccessions = claimSuccessions.map(\.swapped).inOrder
    other.strays = strays.map(\.swapped).sorted()
    other.turns = turns.map(\.swapped).inOrder
    other.evidence = evidence.map(\.swapped).inOrder
    other.grounds = grounds.swapped
    other.stances = stances.map(\.swapped).inOrder
    other.arrows = arrows.swapped
    other.reroutings = reroutings.map(\.swapped).inOrder
    (other.settled, other.opened) = (opened, settled)
    return other
  }
}

/// Something that has two sides, each with a name, so that a list of it has one order whichever way it was made.
protocol Swappable {
  /// What it is called on the old side, and on the new.
  var names: (old: [String], new: [String]) { get }
}

extension Array where Element: Swappable {
  /// In the order of the old names, then of the new.
  var inOrder: [Element] {
    sorted { one, other in
      let (here, there) = (one.names, other.names)
      if here.old != there.old { return here.old.lexicographicallyPrecedes(there.old) }
      return here.new.lexicographicallyPrecedes(there.new)
    }
  }
}
