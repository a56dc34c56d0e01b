import Agreement
import ProgrammeTheory

/// A code in a slot.
struct MarkKey: Hashable {
  let slot: CodingSlot
  let term: String
}

/// What two coders say at one place, by code and slot.
struct MarkedSides {
  /// Each code in each slot that either gives, the first coder's before the second's.
  let keys: [MarkKey]
  private let first: [MarkKey: [CoderMark]]
  private let second: [MarkKey: [CoderMark]]

  init(_ unit: CoderAgreement.Unit) {
    func key(_ mark: CoderMark) -> MarkKey { MarkKey(slot: mark.slot, term: mark.term) }
    first = Dictionary(grouping: unit.firstMarks, by: key)
    second = Dictionary(grouping: unit.secondMarks, by: key)
    keys = (unit.firstMarks + unit.secondMarks).map(key).once
  }

  /// What both give.
  var shared: [MarkKey] { keys.filter { first[$0] != nil && second[$0] != nil } }

  /// How the first and how the second say it; empty for who doesn't.
  func marks(of key: MarkKey) -> [[CoderMark]] { [first[key] ?? [], second[key] ?? []] }

  /// The slots that each of them fills.
  var slots: (first: Set<CodingSlot>, second: Set<CodingSlot>) {
    (Set(first.keys.map(\.slot)), Set(second.keys.map(\.slot)))
  }
}

/// Turns what coders coded into marks that can be compared.
struct CoderMarking {
  /// The concepts that codes stand for; `nil` where codes are compared.
  private let assignment: ConceptAssignment?

  init(_ synthesis: Synthesis, _ terms: CoderAgreement.Terms) {
    assignment = terms == .concepts ? synthesis.assignment : nil
  }

  /// What is said at a place, and how many parts stand for no concept.
  func marks(of ground: CoderGround) -> (marks: [CoderMark], leftOut: Int) {
    var (marks, leftOut) = ([CoderMark](), 0)
    for made in ground.codings {
      for (index, part) in made.coding.parts.enumerated() {
        guard let assignment else {
          marks.append(CoderMark(codeOf: part, made.codes[index]))
          continue
        }
        guard let meaning = assignment.meaning(ofPart: index + 1, of: made) else {
          leftOut += 1
          continue
        }
        marks.append(CoderMark(part, meaning))
      }
    }
    return (marks, leftOut)
  }
}

/// Counts one slot over the places that both coded.
struct SlotCount {
  /// How often something is there for both, for the first alone and for the second alone.
  private struct Count {
    var both = 0
    var first = 0
    var second = 0

    mutating func note(_ isFirst: Bool, _ isSecond: Bool) {
      switch (isFirst, isSecond) {
      case (true, true): both += 1
      case (true, false): first += 1
      case (false, true): second += 1
      case (false, false): break
      }
    }

    func table(of units: Int) -> CrossTable? {
      CrossTable(counts: [[both, first], [second, units - both - first - second]])
    }
  }

  private var filled = Count()
  private var order: [String] = []
  private var terms: [String: Count] = [:]
  private var directions: [(CodedDirection, CodedDirection)] = []

  /// The agreement on each slot that either coder fills somewhere.
  static func slots(of units: [CoderAgreement.Unit]) -> [CoderAgreement.Slot] {
    var counts: [CodingSlot: SlotCount] = [:]
    for unit in units {
      let sides = MarkedSides(unit)
      let slots = sides.slots
      for slot in slots.first.union(slots.second) {
        counts[slot, default: SlotCount()].filled.note(
          slots.first.contains(slot), slots.second.contains(slot))
      }
      for key in sides.keys { counts[key.slot, default: SlotCount()].note(key, sides.marks(of: key)) }
    }
    return CodingSlot.allCases.compactMap { slot in
      counts[slot].flatMap { $0.slot(slot, units: units.count) }
    }
  }

  private mutating func note(_ key: MarkKey, _ marks: [[CoderMark]]) {
    if terms[key.term] == nil { order.append(key.term) }
    terms[key.term, default: Count()].note(!marks[0].isEmpty, !marks[1].isEmpty)
    let ways = marks.map { Set($0.map(\.direction)) }
    guard ways.allSatisfy({ $0.count == 1 }), let one = ways[0].first, let other = ways[1].first else {
      return
    }
    directions.append((one, other))
  }

  private func slot(_ slot: CodingSlot, units: Int) -> CoderAgreement.Slot? {
    guard let filled = filled.table(of: units) else { return nil }
    return CoderAgreement.Slot(
      slot: slot, filled: filled,
      terms: order.compactMap { term in
        terms[term]?.table(of: units).map { CoderAgreement.Term(term: term, table: $0) }
      }, directions: CrossTable(directions, categories: slot.directions))
  }
}
