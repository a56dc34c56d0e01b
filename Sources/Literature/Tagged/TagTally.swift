/// How many fields of each tag had a place, and how many were kept as they are, with the first lines of each.
struct TagCounts {
  struct Slot {
    var mapped = 0
    var raw = 0
    var mappedLines: [Int] = []
    var rawLines: [Int] = []
  }

  /// One for each slot of the ``TagTally``.
  private(set) var slots: [Slot]

  init(slots count: Int) { slots = Array(repeating: Slot(), count: count) }

  mutating func count(_ slot: Int, isMapped: Bool, line: Int) {
    if isMapped {
      slots[slot].mapped += 1
      if slots[slot].mapped <= FieldTally.mostLines { slots[slot].mappedLines.append(line) }
    } else {
      slots[slot].raw += 1
      if slots[slot].raw <= FieldTally.mostLines { slots[slot].rawLines.append(line) }
    }
  }

  /// Adds the counts of fields that follow.
  mutating func add(_ later: TagCounts) {
    while slots.count < later.slots.count { slots.append(Slot()) }
    for (place, slot) in later.slots.enumerated() {
      slots[place].mapped += slot.mapped
      slots[place].raw += slot.raw
      Self.add(slot.mappedLines, to: &slots[place].mappedLines)
      Self.add(slot.rawLines, to: &slots[place].rawLines)
    }
  }

  private static func add(_ lines: [Int], to first: inout [Int]) {
    guard first.count < FieldTally.mostLines, !lines.isEmpty else { return }
    first += lines.prefix(FieldTally.mostLines - first.count)
  }
}

/// The tags of a file and what became of their fields, without making a text of the tag each time.
///
/// A field is looked up once, for its meaning and its counts together: there are some millions of them a second.
struct TagTally {

  /// Beyond so many different tags a file is none of this kind; the rest is counted as one.
  private static let most = 4_096
  private static let others = TaggedLine.code("****")
  /// The tags in the order in which they came; a place is an index of it.
  private var codes: [UInt32] = []
  /// What each tag stands for.
  private(set) var meanings: [FieldMeaning?] = []
  private var counts = TagCounts(slots: 0)
  /// A table of open addressing: places, one more than they are, so that 0 is free. It grows when it is half full.
  private var table = [Int32](repeating: 0, count: 128)
  private let meaning: (String) -> FieldMeaning?

  init(meaning: @escaping (String) -> FieldMeaning?) { self.meaning = meaning }

  /// The place of a tag.
  mutating func place(of code: UInt32) -> Int {
    var index = start(of: code)
    while table[index] != 0 {
      let place = Int(table[index]) - 1
      if codes[place] == code { return place }
      index = (index + 1) & (table.count - 1)
    }
    guard codes.count < Self.most || code == Self.others else { return place(of: Self.others) }
    codes.append(code)
    meanings.append(meaning(TaggedLine.name(code)))
    table[index] = Int32(codes.count)
    if codes.count * 2 > table.count { grow() }
    return codes.count - 1
  }

  private func start(of code: UInt32) -> Int {
    Int((code &* 0x9E37_79B1) >> 12) & (table.count - 1)
  }

  private mutating func grow() {
    table = [Int32](repeating: 0, count: table.count * 2)
    for (place, code) in codes.enumerated() {
      var index = start(of: code)
      while table[index] != 0 { index = (index + 1) & (table.count - 1) }
      table[index] = Int32(place + 1)
    }
  }

  /// Adds the counts of fields that follow those that were counted.
  mutating func add(_ later: TagCounts) { counts.add(later) }

  /// Adds all counts to a report, tags in the order in which they first occurred.
  func add(to report: inout LossReport) {
    let slots = zip(codes, counts.slots).map { (name: TaggedLine.name($0), counts: $1) }
    for slot in slots.sorted(by: { Self.first($0.counts.mappedLines) < Self.first($1.counts.mappedLines) })
    where slot.counts.mapped > 0 {
      report.mapped.count(slot.name, lines: slot.counts.mappedLines, times: slot.counts.mapped)
    }
    for slot in slots.sorted(by: { Self.first($0.counts.rawLines) < Self.first($1.counts.rawLines) })
    where slot.counts.raw > 0 {
      report.raw.count(slot.name, lines: slot.counts.rawLines, times: slot.counts.raw)
    }
  }

  private static func first(_ lines: [Int]) -> Int { lines.first ?? .max }
}
