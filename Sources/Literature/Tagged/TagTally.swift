/// What became of the fields of each tag, counted without making a text of the tag each time.
///
/// A field is looked up once, for its meaning and its counts together: there are some millions of them a second.
struct TagTally {
  struct Slot {
    var code: UInt32 = 0
    var meaning: FieldMeaning?
    var mapped = 0
    var raw = 0
    var mappedLines: [Int] = []
    var rawLines: [Int] = []
  }

  /// Beyond so many different tags a file is none of this kind; the rest is counted as one.
  private static let most = 4_096
  private static let others = TaggedLine.code("****")
  /// The tags in the order in which they came; a place is an index of it.
  private var slots: [Slot] = []
  /// A table of open addressing: places, one more than they are, so that 0 is free. It grows when it is half full.
  private var table = [Int32](repeating: 0, count: 128)
  private let meaning: (String) -> FieldMeaning?

  init(meaning: @escaping (String) -> FieldMeaning?) { self.meaning = meaning }

  /// The place of a tag.
  mutating func place(of code: UInt32) -> Int {
    var index = start(of: code)
    while table[index] != 0 {
      let place = Int(table[index]) - 1
      if slots[place].code == code { return place }
      index = (index + 1) & (table.count - 1)
    }
    guard slots.count < Self.most || code == Self.others else { return place(of: Self.others) }
    slots.append(Slot(code: code, meaning: meaning(TaggedLine.name(code))))
    table[index] = Int32(slots.count)
    if slots.count * 2 > table.count { grow() }
    return slots.count - 1
  }

  private func start(of code: UInt32) -> Int {
    Int((code &* 0x9E37_79B1) >> 12) & (table.count - 1)
  }

  private mutating func grow() {
    table = [Int32](repeating: 0, count: table.count * 2)
    for (place, slot) in slots.enumerated() {
      var index = start(of: slot.code)
      while table[index] != 0 { index = (index + 1) & (table.count - 1) }
      table[index] = Int32(place + 1)
    }
  }

  func meaning(at place: Int) -> FieldMeaning? { slots[place].meaning }

  mutating func count(_ place: Int, isMapped: Bool, line: Int) {
    if isMapped {
      slots[place].mapped += 1
      if slots[place].mapped <= FieldTally.mostLines { slots[place].mappedLines.append(line) }
    } else {
      slots[place].raw += 1
      if slots[place].raw <= FieldTally.mostLines { slots[place].rawLines.append(line) }
    }
  }

  /// Adds all counts to a report, tags in the order in which they first occurred.
  func add(to report: inout LossReport) {
    for slot in slots.sorted(by: { Self.first($0.mappedLines) < Self.first($1.mappedLines) })
    where slot.mapped > 0 {
      report.mapped.count(TaggedLine.name(slot.code), lines: slot.mappedLines, times: slot.mapped)
    }
    for slot in slots.sorted(by: { Self.first($0.rawLines) < Self.first($1.rawLines) }) where slot.raw > 0 {
      report.raw.count(TaggedLine.name(slot.code), lines: slot.rawLines, times: slot.raw)
    }
  }

  private static func first(_ lines: [Int]) -> Int { lines.first ?? .max }
}
