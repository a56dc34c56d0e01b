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

  private static let size = 8_192
  /// Beyond so many different tags a file is none of this kind; the rest is counted as one.
  private static let most = 4_096
  private static let others = TaggedLine.code("****")
  private var slots = [Slot](repeating: Slot(), count: size)
  private var used = 0
  private let meaning: (String) -> FieldMeaning?

  init(meaning: @escaping (String) -> FieldMeaning?) { self.meaning = meaning }

  /// The place of a tag.
  mutating func place(of code: UInt32) -> Int {
    var index = Int((code &* 0x9E37_79B1) >> 19) & (Self.size - 1)
    while slots[index].code != code {
      if slots[index].code == 0 {
        guard used < Self.most || code == Self.others else { return place(of: Self.others) }
        used += 1
        slots[index].code = code
        slots[index].meaning = meaning(TaggedLine.name(code))
        break
      }
      index = (index + 1) & (Self.size - 1)
    }
    return index
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
    let all = slots.filter { $0.code != 0 }
    for slot in all.sorted(by: { Self.first($0.mappedLines) < Self.first($1.mappedLines) })
    where slot.mapped > 0 {
      report.mapped.count(TaggedLine.name(slot.code), lines: slot.mappedLines, times: slot.mapped)
    }
    for slot in all.sorted(by: { Self.first($0.rawLines) < Self.first($1.rawLines) }) where slot.raw > 0 {
      report.raw.count(TaggedLine.name(slot.code), lines: slot.rawLines, times: slot.raw)
    }
  }

  private static func first(_ lines: [Int]) -> Int { lines.first ?? .max }
}
