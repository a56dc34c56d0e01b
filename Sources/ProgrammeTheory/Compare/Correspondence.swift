import OrderedCollections

/// Which part of one theory is which of the other's, found by one criterion after another, the surest first.
///
/// It comes out the same whichever theory is called old: parts that one criterion can't tell apart are paired in the
/// order in which their documents have them.
struct Correspondence<Part: Identifiable & Sendable> where Part.ID: Sendable {
  struct Pair {
    let old: Part
    let new: Part
    let match: PartMatch
  }

  private(set) var pairs: [Pair] = []
  private(set) var onlyOld: [Part]
  private(set) var onlyNew: [Part]

  init(_ old: [Part], _ new: [Part]) {
    (onlyOld, onlyNew) = (old, new)
  }

  /// The new part of each old one.
  var newOf: [Part.ID: Part.ID] {
    Dictionary(pairs.map { ($0.old.id, $0.new.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// Pairs what has one key, in the order of the documents. A part without a key stays.
  mutating func pair<Key: Hashable>(
    by match: PartMatch, old oldKey: (Part) -> Key?, new newKey: (Part) -> Key?,
    where mayPair: (Part, Part) -> Bool = { _, _ in true }
  ) {
    var waiting: [Key: [Int]] = [:]
    for (index, part) in onlyNew.enumerated().reversed() {
      if let key = newKey(part) { waiting[key, default: []].append(index) }
    }
    var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
    for (index, part) in onlyOld.enumerated() {
      guard let key = oldKey(part), let other = waiting[key]?.last, mayPair(part, onlyNew[other]) else {
        continue
      }
      waiting[key]?.removeLast()
      pairs.append(Pair(old: part, new: onlyNew[other], match: match))
      taken.old.insert(index)
      taken.new.insert(other)
    }
    remove(taken)
  }

  /// Pairs what has one key, the same key for both theories.
  mutating func pair<Key: Hashable>(
    by match: PartMatch, where mayPair: (Part, Part) -> Bool = { _, _ in true }, _ key: (Part) -> Key?
  ) {
    pair(by: match, old: key, new: key, where: mayPair)
  }

  /// Pairs what shares at least one of several keys with one part of the other theory, and that with none other.
  mutating func pairWhatShares(by match: PartMatch, _ keys: (Part) -> [String]) {
    var holders: [String: (old: OrderedSet<Int>, new: OrderedSet<Int>)] = [:]
    for (index, part) in onlyOld.enumerated() {
      for key in keys(part) { holders[key, default: ([], [])].old.append(index) }
    }
    for (index, part) in onlyNew.enumerated() {
      for key in keys(part) { holders[key, default: ([], [])].new.append(index) }
    }
    var partners: (old: [Int: Set<Int>], new: [Int: Set<Int>]) = ([:], [:])
    // A word that many parts share tells none of them apart, and isn't followed through every pair of them.
    for (_, holder) in holders where !holder.old.isEmpty && !holder.new.isEmpty {
      for old in holder.old.prefix(2) { partners.old[old, default: []].formUnion(holder.new.prefix(2)) }
      for new in holder.new.prefix(2) { partners.new[new, default: []].formUnion(holder.old.prefix(2)) }
      for old in holder.old.dropFirst(2) { partners.old[old, default: []].formUnion([-1, -2]) }
      for new in holder.new.dropFirst(2) { partners.new[new, default: []].formUnion([-1, -2]) }
    }
    var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
    for (index, part) in onlyOld.enumerated() {
      guard let found = partners.old[index], found.count == 1, let other = found.first, other >= 0,
        partners.new[other] == [index]
      else { continue }
      pairs.append(Pair(old: part, new: onlyNew[other], match: match))
      taken.old.insert(index)
      taken.new.insert(other)
    }
    remove(taken)
  }

  private mutating func remove(_ taken: (old: Set<Int>, new: Set<Int>)) {
    onlyOld = onlyOld.enumerated().filter { !taken.old.contains($0.offset) }.map(\.element)
    onlyNew = onlyNew.enumerated().filter { !taken.new.contains($0.offset) }.map(\.element)
  }
}

extension Correspondence where Part.ID: CustomStringConvertible & Codable {
  /// What became of the parts, given what differs between two that are one.
  func changes(_ slots: (Part, Part) -> [SlotChange]) -> PartChanges<Part.ID> {
    PartChanges(
      onlyInOld: onlyOld.map(\.id), onlyInNew: onlyNew.map(\.id),
      changed: pairs.compactMap { pair in
        let slots = slots(pair.old, pair.new)
        return slots.isEmpty
          ? nil : PartChange(old: pair.old.id, new: pair.new.id, match: pair.match, slots: slots)
      }.inOrder)
  }
}

extension SlotChange {
  /// The change of a slot that holds one text or none; `nil` where there is none.
  static func of(_ slot: ComparedSlot, _ old: String?, _ new: String?) -> SlotChange? {
    guard old != new else { return nil }
    let (old, new) = ([old].compactMap(\.self), [new].compactMap(\.self))
    return SlotChange(slot: slot, old: old, new: new, lost: old, gained: new)
  }

  /// The change of a slot that holds several texts, whose order says nothing; `nil` where there is none.
  static func of(_ slot: ComparedSlot, _ old: [String], _ new: [String]) -> SlotChange? {
    of(slot, old.map { ($0, $0) }, new.map { ($0, $0) })
  }

  /// The change of a slot that holds several things, each with its text and with what it is, whoever names it.
  static func of<Thing: Hashable>(
    _ slot: ComparedSlot, _ old: [(text: String, is: Thing)], _ new: [(text: String, is: Thing)]
  ) -> SlotChange? {
    let (before, after) = (Set(old.map(\.is)), Set(new.map(\.is)))
    guard before != after else { return nil }
    return SlotChange(
      slot: slot, old: old.map(\.text), new: new.map(\.text),
      lost: old.filter { !after.contains($0.is) }.map(\.text),
      gained: new.filter { !before.contains($0.is) }.map(\.text))
  }
}
