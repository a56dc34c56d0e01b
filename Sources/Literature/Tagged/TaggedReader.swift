/// Reads a format whose records are lines that begin with tags.
struct TaggedReader<Dialect: TagDialect>: RecordReader {
  let dialect: Dialect
  let limits: ReadingLimits

  func read(
    _ source: ByteSource, into report: inout LossReport, each: (Record) throws -> Void
  ) throws {
    var reading = TaggedReading(dialect: dialect, source: source, limits: limits)
    defer { reading.tally.add(to: &report) }
    do {
      while let line = try reading.lines.next() {
        try reading.take(line, &report, each)
        try reading.bound(line, &report, each)
      }
    } catch let error as RecordFileError {
      // What was read until then is handed over.
      try reading.handOver(&report, each)
      throw error
    }
    try reading.end(&report, each)
    try reading.handOver(&report, each)
  }
}

/// A file of tagged lines while it is read.
struct TaggedReading<Dialect: TagDialect> {
  private let dialect: Dialect
  private let limits: ReadingLimits
  var lines: LineBuffer
  var tally: TagTally
  private var places: [FieldPlace] = []
  private var state = TagState()
  private var begun = 0
  /// Records that are cut into fields and wait to be read.
  private var batch = TaggedBatch()
  /// Why the open record can't be read.
  private var refusal: String?
  /// An end with text behind it: whether it is one, the next line tells.
  private var doubtfulEnd: (text: Range<Int>, line: Int)?

  init(dialect: Dialect, source: ByteSource, limits: ReadingLimits) {
    self.dialect = dialect
    self.limits = limits
    lines = LineBuffer(source, longestLine: limits.longestLine)
    tally = TagTally(meaning: dialect.meaning)
  }

  // MARK: Lines

  mutating func take(
    _ line: LineBuffer.Line, _ report: inout LossReport, _ each: (Record) throws -> Void
  ) throws {
    guard let tag = tag(of: line) else {
      if isBlank(line) { return blank() }
      return try text(line, &report, each)
    }
    if doubtfulEnd != nil { try settleEnd(before: tag.tag, &report, each) }
    switch dialect.role(of: tag.tag, in: state) {
    case .field:
      if state.isEnded {
        if dialect.isTrailing(tag.tag, in: state) {
          state.hasTrailing = true
        } else {
          try close(isComplete: true, nil, &report, each)
        }
      }
      if !state.isOpen { open(line, tag.tag) }
      add(tag.tag, line, start: tag.start)
    case .lateBeginning:
      state.hasBegun = true
      add(tag.tag, line, start: tag.start)
    case .begins:
      if state.isOpen {
        try close(isComplete: state.isEnded || dialect.missingEnd == nil, line.number, &report, each)
      }
      open(line, tag.tag)
      state.hasBegun = true
      add(tag.tag, line, start: tag.start)
    case .ends: try end(tag, line, &report, each)
    case .text: return try text(line, &report, each)
    }
    state.isAfterBlank = false
  }

  /// The tag of a line, and where it begins: a file put together from others has their marks where they began.
  private func tag(of line: LineBuffer.Line) -> (tag: TaggedLine.Tag, start: Int)? {
    let (start, end) = (line.range.lowerBound - lines.base, line.range.upperBound - lines.base)
    let span = lines.bytes.span.extracting(start..<end)
    guard span.count > 1 else { return nil }
    if span[0] == 0xEF, span.count > 3, span[1] == 0xBB, span[2] == 0xBF {
      return dialect.tag(span.extracting(3..<span.count)).map { ($0, line.range.lowerBound + 3) }
    }
    return dialect.tag(span).map { ($0, line.range.lowerBound) }
  }

  private func isBlank(_ line: LineBuffer.Line) -> Bool { lines.slice(line.range).allSatisfy(\.isBlank) }

  private mutating func blank() {
    state.isAfterBlank = true
    if !state.isOpen { lines.mark() }
  }

  /// A line without a tag: more of the open field, or nothing of any record.
  private mutating func text(
    _ line: LineBuffer.Line, _ report: inout LossReport, _ each: (Record) throws -> Void
  ) throws {
    if doubtfulEnd != nil { try settleEnd(before: nil, &report, each) }
    state.isAfterBlank = false
    let slice = lines.slice(line.range)
    guard state.isOpen, !state.isEnded || state.hasTrailing && !Self.isCounter(slice) else {
      report.stray(PlainWords.clipped(slice), line: line.number)
      if !state.isOpen { lines.mark() }
      return
    }
    guard refusal == nil, !places.isEmpty else { return lines.mark() }
    places[places.count - 1].end = line.range.upperBound
    places[places.count - 1].isOfLines = true
    check(line)
  }

  /// "12.", "<12>", "Record #2 of 5": what databases put between records.
  private static func isCounter(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.trimmed
    return text.count < 60 && text.contains(where: TaggedLine.isDigit)
      && (text.starts(with: "Record ".utf8)
        || !text.contains { TaggedLine.isCapital($0 & 0xDF) || $0 >= 0x80 })
  }

  private mutating func add(_ tag: TaggedLine.Tag, _ line: LineBuffer.Line, start: Int) {
    guard refusal == nil else { return lines.mark() }
    places.append(
      FieldPlace(
        code: tag.code, slot: tally.place(of: tag.code), start: start + tag.length,
        end: line.range.upperBound, line: line.number))
    state.lastCode = tag.code
    check(line)
  }

  /// Refuses the record when it goes beyond what is held.
  private mutating func check(_ line: LineBuffer.Line) {
    if line.isCut {
      refusal = "line \(line.number) is longer than \(limits.longestLine) bytes"
    } else if lines.length > limits.longestRecord {
      refusal = "the record is longer than \(limits.longestRecord) bytes"
    } else if places.count > limits.mostFields {
      refusal = "the record has more than \(limits.mostFields) fields"
    } else if !places.isEmpty,
      places[places.count - 1].end - places[places.count - 1].start > limits.longestField
    {
      refusal =
        "the field on line \(places[places.count - 1].line) is longer than \(limits.longestField) bytes"
    } else {
      return
    }
    places = []
    lines.mark()
  }

  /// Lets go of a record of which too much is held, also where what follows it belongs to no field: blank lines and strays
  /// without end must not fill the memory.
  mutating func bound(
    _ line: LineBuffer.Line, _ report: inout LossReport, _ each: (Record) throws -> Void
  ) throws {
    guard state.isOpen, lines.length > limits.longestRecord else { return }
    if doubtfulEnd != nil {
      try settleEnd(before: nil, &report, each)
    } else if state.isEnded {
      try close(isComplete: true, nil, &report, each)
    } else {
      check(line)
    }
  }

  // MARK: Records

  private mutating func open(_ line: LineBuffer.Line, _ tag: TaggedLine.Tag) {
    lines.mark(at: line.range.lowerBound)
    begun = line.number
    state = TagState(isOpen: true, firstCode: tag.code, isStrict: tag.isStrict)
  }

  private mutating func end(
    _ tag: (tag: TaggedLine.Tag, start: Int), _ line: LineBuffer.Line, _ report: inout LossReport,
    _ each: (Record) throws -> Void
  ) throws {
    guard state.isOpen, !state.isEnded else {
      report.stray(PlainWords.clipped(lines.slice(line.range)), line: line.number)
      if !state.isOpen { lines.mark() }
      return
    }
    let rest = min(tag.start + tag.tag.length, line.range.upperBound)..<line.range.upperBound
    if refusal == nil, !line.isCut, !rest.isEmpty, !lines.slice(rest).trimmed.isEmpty {
      doubtfulEnd = (rest, line.number)
      return
    }
    state.isEnded = true
  }

  /// Tells whether an end with text behind it was one: another field of the same record can't follow an end.
  private mutating func settleEnd(
    before tag: TaggedLine.Tag?, _ report: inout LossReport, _ each: (Record) throws -> Void
  ) throws {
    guard let end = doubtfulEnd else { return }
    doubtfulEnd = nil
    if let tag, case .field = dialect.role(of: tag, in: state), !places.isEmpty {
      places[places.count - 1].end = end.text.upperBound
      places[places.count - 1].isOfLines = true
      return
    }
    let text = lines.slice(end.text).trimmed
    let repair = TagRepair(
      what: "text behind the end of a record, kept with it: “\(PlainWords.clipped(text))”", line: end.line)
    let kept = RawField("ER", String(decoding: text, as: UTF8.self), line: end.line)
    try close(isComplete: true, end.line, &report, each, kept: kept, repairs: [repair])
  }

  /// Ends the file.
  mutating func end(_ report: inout LossReport, _ each: (Record) throws -> Void) throws {
    if doubtfulEnd != nil { try settleEnd(before: nil, &report, each) }
    if state.isOpen { try close(isComplete: state.isEnded || dialect.missingEnd == nil, nil, &report, each) }
  }

  /// Puts the open record among those that wait to be read, or refuses it.
  private mutating func close(
    isComplete: Bool, _ endLine: Int?, _ report: inout LossReport, _ each: (Record) throws -> Void,
    kept: RawField? = nil, repairs: [TagRepair] = []
  ) throws {
    defer {
      places.removeAll(keepingCapacity: true)
      state = TagState()
      refusal = nil
      lines.mark()
    }
    if let refusal {
      report.refuse("\(refusal). Check how the file was made.", line: begun)
      return
    }
    var repairs = repairs
    if !isComplete, let missing = dialect.missingEnd {
      let what =
        endLine == nil
        ? "\(missing) at the end of the file, taken as there"
        : "\(missing) before the next record, taken as there"
      repairs.append(TagRepair(what: what, line: endLine ?? begun))
    }
    let cut = TaggedPart.Cut(origin: report.took(line: begun), kept: kept, repairs: repairs)
    batch.add(places, of: lines, cut)
    if batch.isFull { try handOver(&report, each) }
  }

  /// Reads the records that wait, and hands them over in their order.
  mutating func handOver(_ report: inout LossReport, _ each: (Record) throws -> Void) throws {
    defer { batch.removeAll() }
    for part in batch.read(by: dialect, meanings: tally.meanings) {
      tally.add(part.counts)
      for entry in part.entries {
        for repair in entry.repairs { report.repair(repair.what, line: repair.line) }
        try each(entry.record)
      }
    }
  }
}
