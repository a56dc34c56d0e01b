/// The rows of a table in text (RFC 4180), of which one is held at a time.
///
/// More is taken than the standard allows, since programs write more: any delimiter, blanks before an opening quote,
/// quotes inside a quoted cell that aren't doubled. A quote closes a cell only where a delimiter or a line end follows.
struct DelimitedRows {
  /// A cell, by its place behind the start of the row.
  struct Cell {
    var range: Range<Int>
    /// Whether doubled quotes in it stand for one.
    var isQuoted: Bool
  }

  /// A row; its cells are good until the next one is asked for.
  struct Row {
    var cells: [Cell]
    /// The line on which it begins, counted from 1.
    var line: Int
    /// Where a quote was opened that the file doesn't close.
    var openQuoteLine: Int?
    /// Whether it is longer than is held.
    var isTooLong = false
    /// Whether quotes stood in a quoted cell that weren't doubled.
    var hasStrayQuotes = false
    /// How many lines it covers.
    var lines = 1
  }

  private enum Mode { case start, plain, quoted, afterQuote }

  private let source: ByteSource
  private let delimiter: UInt8
  private let limits: ReadingLimits
  var isUnquoted = false
  private var bytes: [UInt8] = []
  private var base = 0
  /// The end of the row that was handed out last.
  private var end = 0
  private var line = 1
  private var isAtEnd = false
  /// How many more bytes may be read a second time: a file of open quotes would be read again and again.
  private var rereading = 64 * 1024 * 1024
  private var lineOfRow = 1

  init(_ source: ByteSource, delimiter: UInt8, limits: ReadingLimits) {
    self.source = source
    self.delimiter = delimiter
    self.limits = limits
  }

  /// The text of a cell of the row that was handed out last.
  func text(_ cell: Cell) -> String {
    let slice = bytes[base + cell.range.lowerBound..<base + cell.range.upperBound]
    guard cell.isQuoted, slice.contains(0x22) else { return ByteScan.text(slice) }
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var wasQuote = false
    for byte in slice {
      let isSecond = byte == 0x22 && wasQuote
      if !isSecond { plain.append(byte) }
      wasQuote = byte == 0x22 && !isSecond
    }
    return ByteScan.text(plain[...])
  }

  /// The bytes with which the last row began, for a message.
  var opening: ArraySlice<UInt8> { bytes[base..<min(end, base + 120)] }

  /// The next row that isn't empty; `nil` at the end.
  ///
  /// - Throws: ``RecordFileError`` where the source can't be read further.
  mutating func next() throws(RecordFileError) -> Row? {
    while true {
      base = end
      lineOfRow = line
      guard let row = try scan() else { return nil }
      if row.cells.count > 1 || !(row.cells.first?.range.isEmpty ?? true) || row.openQuoteLine != nil {
        return row
      }
    }
  }

  /// Goes back behind the first line of the row that was handed out last, so that what an open quote took in is read.
  ///
  /// - Returns: whether that was done; it isn't once a file has had too much read twice.
  mutating func goBackToSecondLine() -> Bool {
    guard end - base <= rereading else { return false }
    rereading -= end - base
    var index = base
    while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    if index < end, bytes[index] == 0x0D, index + 1 < end, bytes[index + 1] == 0x0A { index += 1 }
    end = min(end, index + 1)
    line = lineOfRow + 1
    return true
  }

  /// Goes back to the start of the row that was handed out last.
  mutating func goBack() -> Bool {
    guard end - base <= rereading else { return false }
    rereading -= end - base
    end = base
    line = lineOfRow
    return true
  }

  // MARK: Scanning

  private mutating func scan() throws(RecordFileError) -> Row? {
    var scan = Scan(line: line)
    while true {
      if advance(&scan) {
        end = base + scan.index
        line = scan.line
        return scan.row
      }
      if scan.index > limits.longestRecord {
        try passOver(&scan)
        return scan.row
      }
      if isAtEnd {
        guard scan.index > 0 else { return nil }
        finish(&scan)
        end = bytes.count
        line = scan.line
        return scan.row
      }
      try refill()
    }
  }

  /// What is known of a row while it is scanned; places are counted from its start.
  private struct Scan {
    var row: Row
    var index = 0
    var cellStart = 0
    var cellEnd = 0
    var mode = Mode.start
    var line: Int
    var quoteLine = 0

    init(line: Int) {
      self.line = line
      row = Row(cells: [], line: line)
    }
  }

  /// Scans what is in the buffer.
  ///
  /// - Returns: whether the row is complete.
  private func advance(_ scan: inout Scan) -> Bool {
    let span = bytes.span
    let count = span.count - base
    while scan.index < count {
      let byte = span[base + scan.index]
      let isEnd = byte == 0x0A || byte == 0x0D
      // A CR at the end of the buffer may have its LF in the next chunk.
      if byte == 0x0D, scan.index + 1 == count, !isAtEnd { return false }
      switch scan.mode {
      case .quoted:
        if byte == 0x22 {
          scan.cellEnd = scan.index
          scan.mode = .afterQuote
        } else if byte == 0x0A
          || byte == 0x0D && !(scan.index + 1 < count && span[base + scan.index + 1] == 0x0A)
        {
          scan.line += 1
          scan.row.lines += 1
        }
      case .afterQuote:
        if byte == 0x22, scan.index == scan.cellEnd + 1 {
          scan.mode = .quoted
        } else if byte == delimiter || isEnd {
          close(&scan, isQuoted: true)
          if isEnd { return closeRow(&scan, byte, span, count) }
        } else if byte != 0x20 {
          // No end of the cell after all.
          scan.row.hasStrayQuotes = true
          scan.mode = .quoted
        }
      case .start, .plain:
        if byte == delimiter || isEnd {
          scan.cellEnd = scan.index
          close(&scan, isQuoted: false)
          if isEnd { return closeRow(&scan, byte, span, count) }
        } else if scan.mode == .start, byte == 0x22, !isUnquoted {
          scan.cellStart = scan.index + 1
          scan.quoteLine = scan.line
          scan.mode = .quoted
        } else if byte != 0x20 || delimiter == 0x09 {
          scan.mode = .plain
        }
      }
      scan.index += 1
    }
    return false
  }

  private func close(_ scan: inout Scan, isQuoted: Bool) {
    if scan.row.cells.count < limits.mostColumns {
      scan.row.cells.append(
        Cell(range: scan.cellStart..<max(scan.cellStart, scan.cellEnd), isQuoted: isQuoted))
    } else {
      scan.row.isTooLong = true
    }
    scan.cellStart = scan.index + 1
    scan.mode = .start
  }

  private func closeRow(_ scan: inout Scan, _ byte: UInt8, _ span: Span<UInt8>, _ count: Int) -> Bool {
    scan.index += 1
    if byte == 0x0D, scan.index < count, span[base + scan.index] == 0x0A { scan.index += 1 }
    scan.line += 1
    return true
  }

  /// The end of the file ends the row.
  private func finish(_ scan: inout Scan) {
    switch scan.mode {
    case .quoted:
      scan.cellEnd = scan.index
      scan.row.openQuoteLine = scan.quoteLine
      close(&scan, isQuoted: true)
    case .afterQuote: close(&scan, isQuoted: true)
    case .start, .plain:
      scan.cellEnd = scan.index
      if scan.index > 0 { close(&scan, isQuoted: false) }
    }
  }

  private mutating func refill() throws(RecordFileError) {
    if base > 64 * 1024, base * 2 > bytes.count {
      bytes.removeFirst(base)
      end -= base
      base = 0
    }
    if let more = try source.next() { bytes.append(contentsOf: more) } else { isAtEnd = true }
  }

  /// A row that is longer than is held: mostly an open quote. What was read of it stays, so that one can go back.
  private mutating func passOver(_ scan: inout Scan) throws(RecordFileError) {
    scan.row.isTooLong = true
    if scan.mode == .quoted || scan.mode == .afterQuote { scan.row.openQuoteLine = scan.quoteLine }
    end = base + scan.index
    line = scan.line
    scan.row.cells = []
    if scan.row.openQuoteLine == nil { try passToNextLine() }
  }

  private mutating func passToNextLine() throws(RecordFileError) {
    while true {
      if let index = bytes[end...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        // An LF after the CR makes an empty row, which is passed over.
        end = index + 1
        line += 1
        return
      }
      bytes.removeSubrange(end...)
      if isAtEnd { return }
      try refill()
    }
  }
}
