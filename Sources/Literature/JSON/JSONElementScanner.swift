/// Finds the records of a JSON file, one at a time: elements of a list, of the list in an object such as
/// `{"meta": …, "results": […]}`, or objects one after another (JSON lines).
///
/// It only counts brackets and quotes; what stands between them is read by whoever takes the bytes.
struct JSONElementScanner {
  /// What comes next in the file.
  enum Piece {
    /// The bytes of an object, and the line on which it begins.
    case element([UInt8], line: Int)
    /// A record that begins on this line can't be read.
    case refused(line: Int, problem: String)
    /// Something beside the records.
    case beside(line: Int, String)
  }

  /// Fields of an object around a list of records.
  private static let wrappers: Set<String> = [
    "items", "results", "references", "records", "works", "entries",
  ]
  /// What a record says of itself, and an object around records doesn't.
  private static let ownFields: Set<String> = ["id", "type", "title", "author", "authorships", "DOI", "doi"]

  private enum Place { case outside, list, behindList }

  var window: ByteWindow
  private var place = Place.outside
  /// Whether the list stands in an object.
  private var isWrapped = false
  private let longestRecord: Int
  /// The column of the first sign in the line on which the last element began.
  private var indent = 0
  private var lastLine = 0

  init(_ window: ByteWindow, longestRecord: Int) {
    self.window = window
    self.longestRecord = longestRecord
  }

  /// The next piece; `nil` at the end of the file.
  ///
  /// - Throws: what reading bytes throws.
  mutating func next() throws -> Piece? {
    while true {
      try skipToValue()
      guard let byte = try window.next else { return nil }
      switch (byte, place) {
      case (UInt8(ascii: "]"), .list):
        window.step()
        place = isWrapped ? .behindList : .outside
      case (UInt8(ascii: "}"), .behindList):
        window.step()
        place = .outside
      case (UInt8(ascii: "["), .outside):
        window.step()
        (place, isWrapped) = (.list, false)
      case (UInt8(ascii: "]"), .behindList): window.step()
      case (_, .behindList):
        // What follows the list in its object says nothing of records.
        _ = try value(mayHoldList: false, isKept: false)
      case (UInt8(ascii: "{"), _):
        if let piece = try value(mayHoldList: place == .outside, isKept: true) { return piece }
      default: return try junk(byte)
      }
    }
  }

  /// Moves over white space and commas, and remembers how far the line is indented.
  private mutating func skipToValue() throws {
    while let byte = try window.next {
      if byte == 0x0A || byte == 0x0D {
        indent = 0
      } else if ByteWindow.isSpace(byte) {
        if window.line != lastLine { indent += 1 }
      } else if byte == UInt8(ascii: ",") {
        lastLine = window.line
      } else {
        lastLine = window.line
        return
      }
      window.step()
    }
  }

  /// Something where a record should stand.
  private mutating func junk(_ byte: UInt8) throws -> Piece {
    let line = window.line
    if place == .list, "\"0123456789-tfn[".utf8.contains(byte) {
      let piece = try value(mayHoldList: false, isKept: false)
      if case .refused? = piece { return .refused(line: line, problem: "the record isn't closed") }
      return .refused(line: line, problem: "this is no record: a record is an object between { and }")
    }
    var words: [UInt8] = []
    while let byte = try window.next, byte != 0x0A, byte != UInt8(ascii: "{"),
      byte != UInt8(ascii: "[") || words.isEmpty
    {
      if words.count < 60 { words.append(byte) }
      window.step()
    }
    return .beside(line: line, String(decoding: words, as: UTF8.self))
  }

  // MARK: One value

  /// Moves past a value; `nil` where nothing is to be told of it, since it isn't kept or turned out to hold the list.
  private mutating func value(mayHoldList: Bool, isKept: Bool) throws -> Piece? {
    let line = window.line
    var scan = JSONValueScan(watchesFields: mayHoldList)
    window.keep()
    defer { window.release() }
    var isTooLong = !isKept
    while true {
      switch scan.run(over: window.bytes, from: window.position) {
      case .closed(let end):
        window.move(to: end)
        if !isKept { return nil }
        if isTooLong {
          return .refused(line: line, problem: "the record is longer than \(longestRecord) bytes")
        }
        return .element(Array(window.keptBytes), line: line)
      case .opensList(let end):
        window.move(to: end)
        guard isListOfRecords(scan) else { continue }
        (place, isWrapped) = (.list, true)
        return nil
      case .lineEndInText(let end):
        window.move(to: end)
        guard try isBroken() else { continue }
        try resume(indent: indent)
        return .refused(line: line, problem: "a text in it has no closing quote")
      case .more:
        window.move(to: window.bytes.count)
        if window.keptCount > longestRecord {
          isTooLong = true
          window.release()
        }
        if isTooLong { window.release() }
        guard try window.refill() else {
          return .refused(line: line, problem: "the file ends before the record is closed")
        }
      }
    }
  }

  private func isListOfRecords(_ scan: JSONValueScan) -> Bool {
    guard let name = scan.names.last, Self.wrappers.contains(name) else { return false }
    return Self.ownFields.isDisjoint(with: scan.names)
  }

  /// Whether a text that runs on over a line end lost its closing quote: the next line looks like JSON.
  private mutating func isBroken() throws -> Bool {
    _ = try window.has(400)
    let rest = window.bytes[window.position...].prefix(400).drop(while: ByteWindow.isSpace)
    return rest.first.map { "\"{}[]".utf8.contains($0) } ?? true
  }

  private enum LinePart { case start(column: Int), behindClosing, rest }

  /// Goes to a line that begins another record: one that is indented no further than the broken one was. A line may
  /// close one and open the next, as in "}, {".
  private mutating func resume(indent: Int) throws {
    window.release()
    var part = LinePart.start(column: 0)
    while let byte = try window.next {
      let isSpace = ByteWindow.isSpace(byte)
      let closes = byte == UInt8(ascii: "}") || byte == UInt8(ascii: ",")
      switch part {
      case _ where byte == 0x0A || byte == 0x0D: part = .start(column: 0)
      case .start(let column) where isSpace: part = .start(column: column + 1)
      case .start(let column) where column <= indent && byte == UInt8(ascii: "{"): return
      case .start(let column): part = column <= indent && closes ? .behindClosing : .rest
      case .behindClosing where byte == UInt8(ascii: "{"): return
      case .behindClosing: part = isSpace || closes ? .behindClosing : .rest
      case .rest: break
      }
      window.step()
    }
  }
}

/// Looks for the end of a value, piece by piece.
struct JSONValueScan {
  enum Stop {
    /// The value ends before this place.
    case closed(Int)
    /// A list opens before this place, as the value of the last of ``names``.
    case opensList(Int)
    /// A text holds a line end before this place.
    case lineEndInText(Int)
    case more
  }

  /// The names of the value's own fields, as far as they were watched for.
  private(set) var names: [String] = []
  private let watchesFields: Bool
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var name: [UInt8]?
  private var awaitsName = true

  init(watchesFields: Bool) { self.watchesFields = watchesFields }

  /// Reads on from a place.
  mutating func run(over bytes: [UInt8], from start: Int) -> Stop {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if isInText {
        if let stop = text(byte, at: place) { return stop }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInText = true
        if watchesFields, depth == 1, awaitsName { name = [] }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if watchesFields, depth == 2, byte == UInt8(ascii: "[") { return .opensList(place) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return .closed(place) }
        // A closing bracket where the value is a bare word or number belongs to what is around it.
        if depth < 0 { return .closed(place - 1) }
      case UInt8(ascii: ":"): if depth == 1 { awaitsName = false }
      case UInt8(ascii: ","):
        if depth == 0 { return .closed(place - 1) }
        if depth == 1 { awaitsName = true }
      default: break
      }
    }
    return .more
  }

  private mutating func text(_ byte: UInt8, at place: Int) -> Stop? {
    if isEscaped {
      isEscaped = false
      return nil
    }
    switch byte {
    case UInt8(ascii: "\\"): isEscaped = true
    case UInt8(ascii: "\""):
      isInText = false
      if let name, names.count < 100 { names.append(String(decoding: name, as: UTF8.self)) }
      name = nil
      if depth == 0 { return .closed(place) }
    case 0x0A: return .lineEndInText(place)
    default: if let count = name?.count, count < 64 { name?.append(byte) }
    }
    return nil
  }
}
