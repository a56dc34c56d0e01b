/// What became of the parts of one kind.
public struct PartChanges<ID: Sendable & Hashable & Codable & CustomStringConvertible>: Sendable, Hashable,
  Codable
{
  /// What stands in the old theory only, in its order: dropped, or not told where the new document is partial.
  public internal(set) var onlyInOld: [ID]
  /// What stands in the new theory only, in its order: added, or not told before where the old document is partial.
  public internal(set) var onlyInNew: [ID]
  /// What stands in both and isn't the same.
  public internal(set) var changed: [PartChange<ID>]

  /// Whether nothing differs.
  public var isEmpty: Bool { onlyInOld.isEmpty && onlyInNew.isEmpty && changed.isEmpty }

  var swapped: PartChanges {
    PartChanges(onlyInOld: onlyInNew, onlyInNew: onlyInOld, changed: changed.map(\.swapped).inOrder)
  }
}

/// A part that stands in both theories and isn't the same.
public struct PartChange<ID: Sendable & Hashable & Codable & CustomStringConvertible>: Sendable, Hashable,
  Codable
{
  /// What it is called in the old theory.
  public internal(set) var old: ID
  /// What it is called in the new one.
  public internal(set) var new: ID
  /// By what the two were taken for one.
  public let match: PartMatch
  /// What differs; never empty.
  public internal(set) var slots: [SlotChange]

  /// The change of one slot, if it changed.
  public subscript(slot: ComparedSlot) -> SlotChange? { slots.first { $0.slot == slot } }
}

extension PartChange: Swappable {
  var swapped: PartChange { PartChange(old: new, new: old, match: match, slots: slots.map(\.swapped)) }
  var names: (old: [String], new: [String]) { ([old.description], [new.description]) }
}

/// By what parts of two theories are taken for one, the surest first.
public enum PartMatch: String, Sendable, Hashable, Codable, CaseIterable {
  /// They have one identifier.
  case identifier
  /// They are one work: by DOI, or by title, year and first author.
  case work
  /// They say the same.
  case content
  /// They have one name.
  case name
  /// The source's words for them are the same.
  case phrases
  /// They are about the same concepts in the same slots.
  case slots
  /// They are about the same concepts, in whatever slots.
  case concepts
}

/// What of a part may differ.
public enum ComparedSlot: String, Sendable, Hashable, Codable, CaseIterable {
  case id, name, definition, phrases, scope, scale, wording, group, question, signs, coding
  case title, context, conditions, mechanism, origin, outcome, reversibility, phase, status, reasoning, note
  case about, readings, moves, place, sources, citation, role, characteristics
  case form, passage, bearing, links
}

/// A slot that isn't the same in both theories, as each document writes it.
public struct SlotChange: Sendable, Hashable, Codable {
  /// The slot.
  public let slot: ComparedSlot
  /// What stands in it in the old theory; empty where nothing does.
  public internal(set) var old: [String]
  /// What stands in it in the new one.
  public internal(set) var new: [String]
  /// What of ``old`` isn't in the new slot.
  public internal(set) var lost: [String]
  /// What of ``new`` wasn't in the old slot.
  public internal(set) var gained: [String]

  var swapped: SlotChange { SlotChange(slot: slot, old: new, new: old, lost: gained, gained: lost) }
}

/// A part of the documents that is compared no closer than by the names of what is in it.
public struct OtherChange: Sendable, Hashable, Codable {
  /// The key of the section, as documents write it.
  public let section: String
  /// What stands in the old theory only.
  public internal(set) var onlyInOld: [String]
  /// What stands in the new theory only.
  public internal(set) var onlyInNew: [String]
  /// What stands in both and isn't the same.
  public internal(set) var changed: [String]

  var isEmpty: Bool { onlyInOld.isEmpty && onlyInNew.isEmpty && changed.isEmpty }
  var swapped: OtherChange {
    OtherChange(section: section, onlyInOld: onlyInNew, onlyInNew: onlyInOld, changed: changed)
  }
}

/// Which of two theories.
public enum ComparedSide: String, Sendable, Hashable, Codable, CaseIterable {
  /// The one that is compared with.
  case old
  /// The one that is compared.
  case new

  /// The other one. Its own inverse.
  public var other: ComparedSide { self == .old ? .new : .old }
}

/// A part of one theory that continues a part of the other, as a document says under `refines`.
public struct Succession<ID: Sendable & Hashable & Codable & CustomStringConvertible>: Sendable, Hashable,
  Codable
{
  /// The part of the old theory.
  public let old: ID
  /// The part of the new one.
  public let new: ID
  /// Whose document says so: that theory's part is the later one.
  public let saidBy: ComparedSide
}

extension Succession: Swappable {
  var swapped: Succession { Succession(old: new, new: old, saidBy: saidBy.other) }
  var names: (old: [String], new: [String]) { ([old.description], [new.description]) }
}

/// A name under `refines` that the theory to which it refers doesn't have.
public struct Stray: Sendable, Hashable, Codable, Comparable {
  /// Whose document has the name.
  public let saidBy: ComparedSide
  /// The section of the part that has it.
  public let section: String
  /// The part that has it.
  public let part: String
  /// The name.
  public let name: String

  var swapped: Stray { Stray(saidBy: saidBy.other, section: section, part: part, name: name) }

  /// By section, part and name.
  public static func < (one: Stray, other: Stray) -> Bool {
    [one.section, one.part, one.name, one.saidBy.rawValue]
      .lexicographicallyPrecedes([other.section, other.part, other.name, other.saidBy.rawValue])
  }
}
