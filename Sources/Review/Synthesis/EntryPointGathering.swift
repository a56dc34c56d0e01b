import ProgrammeTheory

/// The points of entry: those of a frame, then those that were coded beside them, each with the parts of codings that name it.
///
/// A code names the point that is called so, or whose identifier its words give: codes that differ only in signs which an
/// identifier hasn't are one point.
struct EntryPointGathering {
  /// A part of a coding that names a point, with what it counts as.
  struct Naming {
    let made: MadeCoding
    let part: CodedPart
    let use: CodeUse

    /// What the source says of it in short words.
    var words: String {
      part.words ?? made.coding.memo ?? (use.isReversed ? "the other end of \(use.code)" : use.code)
    }
  }

  /// A point and what names it.
  struct Entry {
    /// The point as the frame has it; `nil` where it was only coded.
    let framed: EntryPoint?
    /// Its identifier; `nil` where its code has no letters for one.
    let id: EntryPoint.ID?
    /// The frame's name for it, or the first code that named it.
    let name: String
    var namings: [Naming] = []
  }

  private(set) var entries: [Entry] = []
  private var byLabel: [CodeLabel: Int] = [:]
  private var byID: [EntryPoint.ID: Int] = [:]
  /// Where codes lead that were met before.
  private var known: [String: Int] = [:]

  init(framed: [EntryPoint], codings: [MadeCoding]) {
    for point in framed { add(Entry(framed: point, id: point.id, name: point.name)) }
    for made in codings {
      for (part, use) in zip(made.coding.parts, made.codes) where part.slot == .entryPoint {
        let place = place(of: use.code)
        entries[place].namings.append(Naming(made: made, part: part, use: use))
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    let label = CodeLabel(entry.name)
    if byLabel[label] == nil { byLabel[label] = entries.count }
    if let id = entry.id, byID[id] == nil { byID[id] = entries.count }
    entries.append(entry)
  }

  private mutating func place(of code: String) -> Int {
    if let place = known[code] { return place }
    let id = EntryPoint.ID.made(of: code)
    let found = [byLabel[CodeLabel(code)], id.flatMap { byID[$0] }].compactMap(\.self).min()
    let place = found ?? entries.count
    if found == nil { add(Entry(framed: nil, id: id, name: code)) }
    known[code] = place
    return place
  }
}
