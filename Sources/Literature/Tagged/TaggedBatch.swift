import Bibliography
import Dispatch
import Synchronization

/// Where a field of a record stands.
struct FieldPlace {
  let code: UInt32
  let slot: Int
  var start: Int
  var end: Int
  let line: Int
  var isOfLines = false
}

/// Something that was mended in a record.
struct TagRepair {
  let what: String
  let line: Int
}

/// A record that was read, and what was mended in it.
struct TaggedEntry {
  let record: Record
  let repairs: [TagRepair]
}

/// Records that are cut into fields, until there are enough of them to be read by all processors at once.
///
/// Cutting follows a file line by line; what a field says doesn't hang on other records. The parts of a batch are put
/// together in their order, so that everything is the same however many processors there are.
struct TaggedBatch {
  /// What reading a part gave.
  typealias Result = (entries: [TaggedEntry], counts: TagCounts)

  /// A batch of so many records, or of so many bytes, is read at once: few enough to stay near the processors.
  private static let most = (records: 256, bytes: 1024 * 1024)
  private static let recordsOfPart = 16

  /// Those that are in use come first; the others are kept for their memory.
  private var parts: [TaggedPart] = []
  private var used = 0
  private var records = 0
  private var bytes = 0

  var isFull: Bool { records >= Self.most.records || bytes >= Self.most.bytes }

  /// Adds a record, whose fields stand in a buffer.
  mutating func add(_ fields: [FieldPlace], of lines: LineBuffer, _ cut: TaggedPart.Cut) {
    if used == 0 || parts[used - 1].cuts.count >= Self.recordsOfPart {
      if used == parts.count { parts.append(TaggedPart()) }
      used += 1
    }
    bytes += parts[used - 1].add(fields, of: lines, cut)
    records += 1
  }

  /// Begins anew.
  mutating func removeAll() {
    // What a very long record took is given back.
    if bytes > Self.most.bytes { parts = [] }
    for place in parts.indices { parts[place].removeAll() }
    (used, records, bytes) = (0, 0, 0)
  }

  /// Reads all records, in parts of which each processor takes one after another.
  func read(by dialect: some TagDialect, meanings: [FieldMeaning?]) -> [Result] {
    guard used > 1 else { return parts[..<used].map { $0.read(by: dialect, meanings) } }
    let results = Mutex([Result?](repeating: nil, count: used))
    DispatchQueue.concurrentPerform(iterations: used) { index in
      let result = parts[index].read(by: dialect, meanings)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

/// Some records of a batch. Each part has bytes of its own, since counting who uses them would make processors wait for
/// one another.
struct TaggedPart {
  /// A record that is cut and not yet read.
  struct Cut {
    /// Its fields among ``TaggedPart/places``.
    var places = 0..<0
    let origin: RecordOrigin
    /// What stood behind its end.
    let kept: RawField?
    let repairs: [TagRepair]
  }

  private var bytes: [UInt8] = []
  private var places: [FieldPlace] = []
  private(set) var cuts: [Cut] = []

  /// Adds a record, and says how many bytes it has.
  mutating func add(_ fields: [FieldPlace], of lines: LineBuffer, _ cut: Cut) -> Int {
    let (first, length) = (places.count, bytes.count)
    if let start = fields.first?.start, let end = fields.last?.end {
      bytes += lines.slice(start..<max(start, end))
      for var field in fields where field.start <= field.end {
        field.start += length - start
        field.end += length - start
        places.append(field)
      }
    }
    var cut = cut
    cut.places = first..<places.count
    cuts.append(cut)
    return bytes.count - length
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    cuts.removeAll(keepingCapacity: true)
  }

  /// Reads the records.
  func read(by dialect: some TagDialect, _ meanings: [FieldMeaning?]) -> TaggedBatch.Result {
    var counts = TagCounts(slots: meanings.count)
    var entries: [TaggedEntry] = []
    entries.reserveCapacity(cuts.count)
    for cut in cuts { entries.append(entry(cut, dialect, meanings, &counts)) }
    return (entries, counts)
  }

  private func entry(
    _ cut: Cut, _ dialect: some TagDialect, _ meanings: [FieldMeaning?], _ counts: inout TagCounts
  ) -> TaggedEntry {
    var draft = TagDraft()
    for place in places[cut.places] { take(place, dialect, meanings[place.slot], &counts, &draft) }
    dialect.finish(&draft)
    for waiting in draft.waiting {
      draft.draft.record.raw.append(RawField(waiting.name, waiting.value, line: waiting.line))
    }
    if let kept = cut.kept { draft.draft.record.raw.append(kept) }
    var record = draft.draft.finish(position: cut.origin.position)
    if let carrier = draft.carrier, !RecordCarrier.apply(carrier, to: &record) {
      record.notes.append(carrier)
    }
    record.origin = cut.origin
    let own = draft.repairs.map { TagRepair(what: $0.what, line: $0.line > 0 ? $0.line : cut.origin.line) }
    return TaggedEntry(record: record, repairs: cut.repairs + own)
  }

  private func take(
    _ place: FieldPlace, _ dialect: some TagDialect, _ meaning: FieldMeaning?, _ counts: inout TagCounts,
    _ draft: inout TagDraft
  ) {
    let value = bytes[place.start..<place.end].trimmed
    // A tag with nothing behind it says nothing.
    guard !value.isEmpty else { return }
    let field = TagField(code: place.code, value: value, line: place.line, isOfLines: place.isOfLines)
    let isMapped = dialect.take(field, as: meaning, &draft)
    if !isMapped {
      draft.draft.record.raw.append(
        RawField(TaggedLine.name(place.code), field.textOfLines, line: place.line))
    }
    counts.count(place.slot, isMapped: isMapped, line: place.line)
  }
}
