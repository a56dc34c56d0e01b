public import Bibliography

/// A claim about the same concepts in the same slots that goes another way in the two theories.
public struct Turn: Sendable, Hashable, Codable {
  /// The kinds of turning round.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// From the same, the opposite follows: the two contradict each other.
    case opposed
    /// The whole claim is turned round: it speaks of the other ends of the same scales, and contradicts nothing.
    case mirrored
  }
  /// The claim of the old theory.
  public let old: CMOConfiguration.ID
  /// The claim of the new one.
  public let new: CMOConfiguration.ID
  /// How it is turned.
  public let kind: Kind
}

extension Turn: Swappable {
  var swapped: Turn { Turn(old: new, new: old, kind: kind) }
  var names: (old: [String], new: [String]) { ([old.text], [new.text]) }
}

/// A work and what it does to a claim.
public struct BearingWork: Sendable, Hashable, Codable {
  /// The reference, as its own theory numbers it.
  public let work: Reference.ID
  /// What it does to the claim.
  public let bearing: Bearing
}

/// A claim of both theories that doesn't rest on the same in both.
public struct EvidenceChange: Sendable, Hashable, Codable {
  /// The claim of the old theory.
  public let old: CMOConfiguration.ID
  /// The claim of the new one.
  public let new: CMOConfiguration.ID
  /// The works behind it in the old theory only.
  public let lostWorks: [BearingWork]
  /// The works behind it in the new theory only.
  public let gainedWorks: [BearingWork]
  /// The places where only the old theory has it told.
  public let lostPlaces: [Place]
  /// The places where only the new theory has it told. Where the theories encode different works, all of them.
  public let gainedPlaces: [Place]
}

extension EvidenceChange: Swappable {
  var swapped: EvidenceChange {
    EvidenceChange(
      old: new, new: old, lostWorks: gainedWorks, gainedWorks: lostWorks, lostPlaces: gainedPlaces,
      gainedPlaces: lostPlaces)
  }
  var names: (old: [String], new: [String]) { ([old.text], [new.text]) }
}

/// What the claims that a comparison names rest on.
public struct Grounds: Sendable, Hashable, Codable {
  /// A telling with its place and the works that are cited there.
  public struct Ground: Sendable, Hashable, Codable {
    /// The telling.
    public let telling: Telling.ID
    /// Where it stands.
    public let place: Place
    /// The works, as their theory numbers them.
    public let works: [Reference.ID]
    /// What they do to the claim.
    public let bearing: Bearing
  }
  /// A claim with what it rests on.
  public struct Claim: Sendable, Hashable, Codable {
    /// The claim.
    public let configuration: CMOConfiguration.ID
    /// What it rests on.
    public let tellings: [Ground]
  }
  /// The claims of the old theory.
  public internal(set) var old: [Claim]
  /// The claims of the new one.
  public internal(set) var new: [Claim]

  var swapped: Grounds { Grounds(old: new, new: old) }
}

/// A rivalry of one theory that the other doesn't have.
public struct RivalryShift: Sendable, Hashable, Codable {
  /// What became of it, seen from the theory that doesn't have it.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Some of its readings stand there, and others don't: it is settled in their favour.
    case decided
    /// All of its readings stand there, and nothing says that they contradict each other.
    case unnamed
    /// None of its readings stands there.
    case absent
  }
  /// The rivalry.
  public let rivalry: Rivalry.ID
  /// What became of it.
  public let kind: Kind
  /// The readings, by their names, that stand in the theory that doesn't have the rivalry.
  public let kept: [String]
}
