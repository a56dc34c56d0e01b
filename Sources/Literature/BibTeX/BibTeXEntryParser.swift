/// Reads the fields of one entry whose braces are known to pair up.
struct BibTeXEntryParser {
  private let bytes: [UInt8]
  private var position = 0
  private var lines: LinePlace
  private let abbreviations: BibTeXAbbreviations
  private let limits: ReadingLimits
  private var repairs: [(line: Int, told: String)] = []

  /// - Parameter bytes: the entry from its `@` to the sign that closes it.
  init(_ bytes: ArraySlice<UInt8>, line: Int, abbreviations: BibTeXAbbreviations, limits: ReadingLimits) {
    self.bytes = Array(bytes.dropLast())
    self.lines = LinePlace(line: line)
    self.abbreviations = abbreviations
    self.limits = limits
    let opening = self.bytes.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "(") }
    position = opening.map { $0 + 1 } ?? self.bytes.count
  }

  // MARK: Whole entries

  /// The entry.
  mutating func entry(type: String) throws(BibTeXFault) -> BibTeXEntry {
    let start = lines.line
    var entry = BibTeXEntry(type: type, key: key(), line: start)
    while true {
      skipToField()
      guard position < bytes.count else { break }
      guard entry.fields.count < limits.mostFields else {
        throw BibTeXFault(line: start, problem: "the entry has more than \(limits.mostFields) fields")
      }
      entry.fields.append(try field())
    }
    entry.repairs = repairs
    return entry
  }

  /// What a `@string` defines; `nil` where it defines nothing.
  mutating func abbreviation() throws(BibTeXFault) -> (name: String, value: [UInt8])? {
    skipToField()
    guard position < bytes.count else { return nil }
    let field = try field()
    return (field.name, field.value)
  }

  /// The key before the first comma; empty where a field stands there already.
  private mutating func key() -> String {
    let rest = bytes[position...]
    let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
    let text = rest[..<end]
    guard text.allSatisfy({ !"={\"".utf8.contains($0) }) || !beginsField(at: position) else { return "" }
    position = end
    return String(decoding: Self.trimmed(text), as: UTF8.self)
  }

  /// Moves over white space and commas, and over a comment after `%`.
  private mutating func skipToField() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "%") {
        repair("a comment within the entry was left out")
        position = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      } else if ByteWindow.isSpace(byte) || byte == UInt8(ascii: ",") {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func field() throws(BibTeXFault) -> BibTeXEntry.Field {
    let line = lines.line(at: position, in: bytes)
    let start = position
    let name = bytes[position...].prefix { !"={}\",".utf8.contains($0) && $0 != 0x0A && $0 != 0x0D }
    position = name.endIndex
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "="), !name.isEmpty, name.count <= 200
    else {
      position = start
      repair("text without the name of a field was kept")
      return BibTeXEntry.Field(name: "", value: leftOver(), line: line)
    }
    position += 1
    let value = try value(line: line)
    return BibTeXEntry.Field(
      name: String(decoding: Self.trimmed(name), as: UTF8.self).lowercased(), value: value, line: line)
  }

  // MARK: Values

  /// Texts, numbers and abbreviations, joined by `#`.
  private mutating func value(line: Int) throws(BibTeXFault) -> [UInt8] {
    var value: [UInt8] = []
    while true {
      skipSpace()
      guard position < bytes.count else { return value }
      switch bytes[position] {
      case UInt8(ascii: "{"): value += braced()
      case UInt8(ascii: "\""): value += quoted()
      default: value += bare()
      }
      guard value.count <= limits.longestField else {
        throw BibTeXFault(line: line, problem: "a field is longer than \(limits.longestField) bytes")
      }
      skipSpace()
      guard position < bytes.count else { return value }
      switch bytes[position] {
      case UInt8(ascii: "#"): position += 1
      case UInt8(ascii: ","): return value
      default: return value + closingText()
      }
    }
  }

  /// What stands behind a value where a comma should: the next field, or text that belongs to the value.
  private mutating func closingText() -> [UInt8] {
    if beginsField(at: position) {
      repair("a comma is missing behind a field")
      return []
    }
    repair("text behind a value was taken as part of it")
    return [0x20] + leftOver()
  }

  private mutating func braced() -> [UInt8] {
    let start = position + 1
    var depth = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "{") { depth += 1 }
      if bytes[position] == UInt8(ascii: "}") { depth -= 1 }
      position += 1
      if depth == 0 { return Array(bytes[start..<position - 1]) }
    }
    return Array(bytes[min(start, bytes.count)...])
  }

  /// A text to the quote outside braces behind which a value can end; other quotes belong to the text.
  private mutating func quoted() -> [UInt8] {
    position += 1
    let start = position
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth <= 0:
        if canEnd(behind: position) {
          position += 1
          return Array(bytes[start..<position - 1])
        }
        repair("a quote within a text in quotes was kept")
      default: break
      }
      position += 1
    }
    repair("a text in quotes has no end")
    return Array(bytes[start...])
  }

  private func canEnd(behind place: Int) -> Bool {
    guard let next = bytes[(place + 1)...].firstIndex(where: { !ByteWindow.isSpace($0) }) else { return true }
    return bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: "#") || beginsField(at: next)
  }

  /// A number, or an abbreviation; several words without quotes are taken as they stand.
  private mutating func bare() -> [UInt8] {
    let word = bytes[position...].prefix { !ByteWindow.isSpace($0) && !",#{}\"".utf8.contains($0) }
    position = word.endIndex
    if word.isEmpty { return leftOver() }
    let text = String(decoding: word, as: UTF8.self)
    if let meant = abbreviations.text(of: text) { return meant }
    let isKnown = word.allSatisfy { (0x30...0x39).contains($0) } || DateText.month(named: text) != nil
    if !isKnown {
      repair("a text that stands in no braces, or an abbreviation that nobody defines, was kept")
    }
    return Array(word)
  }

  /// The text to the next comma outside braces.
  private mutating func leftOver() -> [UInt8] {
    let start = position
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: ","), depth <= 0 { break }
      position += 1
    }
    return Array(Self.trimmed(bytes[start..<position]))
  }

  // MARK: Places

  /// Whether `name =` stands at a place.
  private func beginsField(at place: Int) -> Bool {
    let rest = bytes[place...].drop(while: ByteWindow.isSpace)
    let name = rest.prefix { BibTeXScanner.isWord($0) || "-_.:+()/".utf8.contains($0) }
    guard let first = name.first, BibTeXScanner.isLetter(first), name.count <= 60 else { return false }
    return rest.dropFirst(name.count).drop(while: ByteWindow.isSpace).first == UInt8(ascii: "=")
  }

  private mutating func skipSpace() {
    while position < bytes.count, ByteWindow.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func repair(_ told: String) {
    guard repairs.count < 100 else { return }
    repairs.append((lines.line(at: position, in: bytes), told))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: ByteWindow.isSpace)
    while let last = bytes.last, ByteWindow.isSpace(last) { bytes.removeLast() }
    return bytes
  }
}

/// The line of a place in bytes, counted on from the last place that was asked for.
struct LinePlace {
  private(set) var line: Int
  private var place = 0

  init(line: Int) { self.line = line }

  /// The line of a place that isn't before an earlier one.
  mutating func line(at next: Int, in bytes: [UInt8]) -> Int {
    while place < min(next, bytes.count) {
      let byte = bytes[place]
      let isPair = byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair { line += 1 }
      place += 1
    }
    return line
  }
}
