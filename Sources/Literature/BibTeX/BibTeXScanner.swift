/// Finds the entries of a BibTeX file, one at a time.
///
/// Text between entries is a comment. An entry that isn't closed is given up where a line begins another one.
struct BibTeXScanner {
  /// What comes next in the file.
  enum Piece {
    case entry(BibTeXEntry)
    /// An entry that begins on this line can't be read.
    case refused(line: Int, problem: String)
    /// A `@comment`, a `@preamble` or text between entries, with its first words.
    case comment(line: Int, String)
  }

  private(set) var window: ByteWindow
  private var abbreviations = BibTeXAbbreviations()
  private let limits: ReadingLimits
  /// How many more bytes may be looked at twice, to find out where something ends. It keeps the whole linear.
  private var secondLooks = 64 * 1024 * 1024

  init(_ window: ByteWindow, limits: ReadingLimits) {
    self.window = window
    self.limits = limits
  }

  /// The next piece; `nil` at the end of the file.
  ///
  /// - Throws: what reading bytes throws.
  mutating func next() throws -> Piece? {
    while true {
      if let comment = try commentToEntry() { return comment }
      guard try window.next != nil else { return nil }
      // An abbreviation gives no piece.
      if let piece = try pieceOrAbbreviation() { return piece }
    }
  }

  private mutating func pieceOrAbbreviation() throws -> Piece? {
    let line = window.line
    window.keep()
    defer { window.release() }
    guard let (word, closing) = try opening() else { return nil }
    if word == "comment" { return try comment(closing: closing, line: line) }
    switch try body(closing: closing, stopsAtEntries: true) {
    case .closed: return parsed(word, line: line)
    case .nextEntry: return .refused(line: line, problem: "the entry isn't closed before the next one begins")
    case .tooLong: return try givenUp(line: line, "the entry is too long")
    case .endOfFile: return try givenUp(line: line, "the file ends before the entry is closed")
    }
  }

  private mutating func parsed(_ word: String, line: Int) -> Piece? {
    do throws(BibTeXFault) {
      switch word {
      case "string":
        // The parser is gone when the definition is made, so that what it held needn't be copied.
        let definition = try definition(line: line)
        if let definition { try abbreviations.define(definition.name, definition.value, line: line) }
        return nil
      case "preamble": return .comment(line: line, "@preamble")
      default: return .entry(try entry(word, line: line))
      }
    } catch {
      return .refused(line: line, problem: error.problem)
    }
  }

  private func definition(line: Int) throws(BibTeXFault) -> (name: String, value: [UInt8])? {
    var parser = parser(line: line)
    return try parser.abbreviation()
  }

  private func entry(_ word: String, line: Int) throws(BibTeXFault) -> BibTeXEntry {
    var parser = parser(line: line)
    return try parser.entry(type: word)
  }

  private func parser(line: Int) -> BibTeXEntryParser {
    BibTeXEntryParser(window.keptBytes, line: line, abbreviations: abbreviations, limits: limits)
  }

  // MARK: Between entries

  /// Moves to the next entry; gives a line before it that says something first.
  private mutating func commentToEntry() throws -> Piece? {
    var words: [UInt8] = []
    var line: Int?
    var before: UInt8 = 0x0A
    while let byte = try window.next {
      if byte == UInt8(ascii: "@"), !Self.isWord(before), try beginsEntry(strictly: false) { break }
      if line != nil, byte == 0x0A || byte == 0x0D { break }
      if line == nil, !ByteWindow.isSpace(byte) { line = window.line }
      if line != nil, words.count < 60 { words.append(byte) }
      before = byte
      window.step()
    }
    return line.map { .comment(line: $0, String(decoding: words, as: UTF8.self)) }
  }

  /// A `@comment` is a comment to its closing brace, even around entries; where there is none, to the end of its line.
  private mutating func comment(closing: UInt8, line: Int) throws -> Piece? {
    if secondLooks > 0 {
      if case .closed = try body(closing: closing, stopsAtEntries: false) {
        return .comment(line: line, "@comment")
      }
      secondLooks -= window.keptCount
      window.rewind()
    }
    while let byte = try window.next, byte != 0x0A, byte != 0x0D { window.step() }
    return .comment(line: line, "@comment")
  }

  // MARK: Where an entry begins and ends

  /// The word of an entry and what closes it; moves past its opening brace.
  private mutating func opening() throws -> (word: String, closing: UInt8)? {
    window.step()
    var word: [UInt8] = []
    while let byte = try window.next, Self.isLetter(byte) {
      word.append(byte)
      window.step()
    }
    try window.skipSpace()
    guard let brace = try window.next else { return nil }
    window.step()
    let closing = brace == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    return (String(decoding: word, as: UTF8.self).lowercased(), closing)
  }

  private enum Ending { case closed, nextEntry, tooLong, endOfFile }

  /// Moves past the sign that closes an entry.
  private mutating func body(closing: UInt8, stopsAtEntries: Bool) throws -> Ending {
    var scan = BibTeXBodyScan(closing: closing)
    let longest = stopsAtEntries ? limits.longestRecord : min(limits.longestRecord, 1024 * 1024)
    while true {
      switch scan.run(over: window.bytes, from: window.position) {
      case .closed(let place):
        window.move(to: place)
        return .closed
      case .lineBeginsWithAt(let place):
        window.move(to: place)
        if stopsAtEntries, try beginsEntry(strictly: true) { return .nextEntry }
        window.step()
      case .more:
        window.move(to: window.bytes.count)
        if window.keptCount > longest { return .tooLong }
        guard try window.refill() else { return .endOfFile }
      }
    }
  }

  /// Whether the next bytes begin an entry: `@word{`; strictly, what follows must look like a key or a field, too.
  private mutating func beginsEntry(strictly: Bool) throws -> Bool {
    _ = try window.has(400)
    var rest = window.bytes[window.position...].prefix(400).dropFirst()
    let word = rest.prefix(while: Self.isLetter)
    guard (1...40).contains(word.count) else { return false }
    rest = rest.dropFirst(word.count).drop(while: ByteWindow.isSpace)
    guard let brace = rest.popFirst(), brace == UInt8(ascii: "{") || brace == UInt8(ascii: "(") else {
      return false
    }
    guard strictly else { return true }
    if ["comment", "preamble"].contains(String(decoding: word, as: UTF8.self).lowercased()) { return true }
    rest = rest.drop(while: { $0 == 0x20 || $0 == 0x09 })
    let key = rest.prefix { !ByteWindow.isSpace($0) && !"{}\"=,".utf8.contains($0) }
    let after = rest.dropFirst(key.count).drop(while: { $0 == 0x20 || $0 == 0x09 }).first
    return after.map { ",=\n\r".utf8.contains($0) } ?? true
  }

  /// Goes on behind an entry that never ends, at the next sign of another one, if it may be looked at twice.
  private mutating func givenUp(line: Int, _ problem: String) throws -> Piece {
    guard secondLooks > 0 else { return .refused(line: line, problem: problem) }
    secondLooks -= window.keptCount
    window.rewind()
    window.release()
    window.step()
    while let byte = try window.next {
      if byte == UInt8(ascii: "@"), try beginsEntry(strictly: true) { break }
      window.step()
    }
    return .refused(line: line, problem: problem)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}

/// Looks for the end of an entry, piece by piece.
struct BibTeXBodyScan {
  enum Stop {
    /// The entry ends before this place.
    case closed(Int)
    /// A line begins with the `@` at this place, perhaps after white space.
    case lineBeginsWithAt(Int)
    case more
  }

  let closing: UInt8
  private var depth = 0
  private var isQuoted = false
  private var isAtStart = false

  init(closing: UInt8) { self.closing = closing }

  /// Reads on from a place. Braces count even behind a backslash, as they do in BibTeX.
  mutating func run(over bytes: [UInt8], from start: Int) -> Stop {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        if depth == 0 {
          if closing == byte { return .closed(place) }
        } else {
          depth -= 1
        }
      case UInt8(ascii: ")"): if closing == byte, depth == 0, !isQuoted { return .closed(place) }
      case UInt8(ascii: "\""): if depth == 0 { isQuoted.toggle() }
      case UInt8(ascii: "@"):
        if isAtStart {
          isAtStart = false
          return .lineBeginsWithAt(place - 1)
        }
      case 0x0A, 0x0D:
        isAtStart = true
        continue
      case 0x20, 0x09: continue
      default: break
      }
      isAtStart = false
    }
    return .more
  }
}
