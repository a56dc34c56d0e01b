/// Reads XML 1.0 piece by piece, in memory that doesn't grow with the file.
///
/// Of the language it knows what exports hold: elements, attributes, the five entities, character references, CDATA,
/// comments, processing instructions, and a DOCTYPE with an external identifier, which is never fetched. Everything else
/// is a fault. A bare `&` or `<`, an unknown entity, and a character that XML forbids are common in exports: they are
/// mended, and said in ``repairs``.
struct XMLTokenizer {
  /// A piece of the text.
  enum Token {
    /// A tag that opens; the element's children are still empty.
    case start(XMLElement, isEmpty: Bool)
    case end(String)
    case text(String)
  }

  /// Deeper than any export; shallow enough for whoever walks through the elements by recursion.
  static let deepestNesting = 100

  var window: ByteWindow
  private(set) var openNames: [String] = []
  private(set) var repairs: [XMLRepair] = []
  /// As many bytes as a piece, or an element that its reader keeps whole, may have.
  let longest: Int
  private var hasSeenElement = false

  init(_ window: ByteWindow, longest: Int) {
    self.window = window
    self.longest = longest
  }

  /// The repairs since the last call.
  mutating func takeRepairs() -> [XMLRepair] {
    defer { repairs = [] }
    return repairs
  }

  /// Keeps at most so many repairs: a hostile file could hold millions in a record.
  mutating func repair(_ line: Int, _ told: @autoclosure () -> String) {
    if repairs.count < 1_000 { repairs.append(XMLRepair(line: line, told: told())) }
  }

  /// The next piece; `nil` at the end of the file.
  ///
  /// - Throws: ``XMLFault``, after which ``resume(at:)`` may find a place to go on; or what reading bytes throws.
  mutating func next() throws -> Token? {
    while let byte = try window.next {
      if byte == UInt8(ascii: "<"), let opening = try opening() {
        switch opening {
        case .tag: return try startTag()
        case .endTag: return try endTag()
        case .comment: try skip(past: "-->", what: "a comment")
        case .instruction: try skip(past: "?>", what: "an instruction")
        case .doctype: try doctype()
        case .cdata: if let text = try text() { return .text(text) }
        }
      } else if let text = try text() {
        return .text(text)
      }
    }
    return nil
  }

  // MARK: What a sign opens

  enum Opening { case tag, endTag, comment, instruction, doctype, cdata }

  /// What begins at the next byte, a `<`; `nil` where it is text.
  mutating func opening() throws -> Opening? {
    guard try window.has(2) else { return nil }
    switch window.bytes[window.position + 1] {
    case UInt8(ascii: "/"): return .endTag
    case UInt8(ascii: "?"): return .instruction
    case UInt8(ascii: "!"):
      if try window.isNext("<!--") { return .comment }
      if try window.isNext("<![CDATA[") { return .cdata }
      if try window.isNext("<!DOCTYPE") { return .doctype }
      return nil
    case let byte: return Self.beginsName(byte) ? .tag : nil
    }
  }

  static func beginsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte >= 0x80
  }

  static func isOfName(_ byte: UInt8) -> Bool {
    beginsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  /// Moves past an ending, without keeping what stands before it.
  private mutating func skip(past ending: StaticString, what: String) throws {
    let line = window.line
    window.step()
    let first = ending.withUTF8Buffer { $0.first }
    while let byte = try window.next {
      if byte == first, try window.isNext(ending) {
        window.move(to: window.position + ending.utf8CodeUnitCount)
        return
      }
      window.step()
    }
    throw XMLFault(line: line, problem: "\(what) that begins here has no end")
  }

  private mutating func doctype() throws {
    let line = window.line
    guard !hasSeenElement else {
      throw XMLFault(line: line, problem: "a DOCTYPE stands within the records", isFinal: true)
    }
    var quote: UInt8?
    var count = 0
    while let byte = try window.next, count < 4_096 {
      window.step()
      count += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        throw XMLFault.internalSubset(line: line)
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
    throw XMLFault(line: line, problem: "the DOCTYPE has no end", isFinal: true)
  }

  // MARK: Tags

  private mutating func startTag() throws -> Token {
    let line = window.line
    window.step()
    let name = try name()
    hasSeenElement = true
    var attributes: [XMLAttribute] = []
    while true {
      try window.skipSpace()
      guard let byte = try window.next else { throw cut(line) }
      if byte == UInt8(ascii: ">") {
        window.step()
        try open(name, line: line)
        return .start(XMLElement(name: name, attributes: attributes, line: line), isEmpty: false)
      }
      if byte == UInt8(ascii: "/") {
        guard try window.isNext("/>") else { throw malformed(name) }
        window.move(to: window.position + 2)
        return .start(XMLElement(name: name, attributes: attributes, line: line), isEmpty: true)
      }
      guard Self.beginsName(byte), attributes.count < 1_000 else { throw malformed(name) }
      attributes.append(try attribute(of: name))
    }
  }

  private mutating func open(_ name: String, line: Int) throws {
    guard openNames.count < Self.deepestNesting else {
      throw XMLFault(
        line: line, problem: "elements are nested more than \(Self.deepestNesting) deep, as in no export")
    }
    openNames.append(name)
  }

  private mutating func endTag() throws -> Token {
    let line = window.line
    window.move(to: window.position + 2)
    let name = try name()
    try window.skipSpace()
    guard try window.next == UInt8(ascii: ">") else { throw malformed("/" + name) }
    window.step()
    guard openNames.last == name else {
      let expected = openNames.last.map { "</\($0)> should stand" } ?? "nothing is open"
      throw XMLFault(line: line, problem: "</\(Self.shortened(name))> stands where \(expected)")
    }
    openNames.removeLast()
    return .end(name)
  }

  private mutating func attribute(of tag: String) throws -> XMLAttribute {
    let name = try name()
    try window.skipSpace()
    guard try window.next == UInt8(ascii: "=") else { throw malformed(tag) }
    window.step()
    try window.skipSpace()
    guard let quote = try window.next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw malformed(tag)
    }
    window.step()
    return XMLAttribute(name: name, value: try value(until: quote, of: tag))
  }

  private mutating func name() throws -> String {
    var bytes: [UInt8] = []
    while let byte = try window.next, Self.isOfName(byte) {
      bytes.append(byte)
      window.step()
      guard bytes.count <= 256 else { throw malformed(String(decoding: bytes, as: UTF8.self)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func malformed(_ tag: String) -> XMLFault {
    XMLFault(line: window.line, problem: "the tag <\(Self.shortened(tag))> is malformed")
  }

  private func cut(_ line: Int) -> XMLFault {
    XMLFault(line: line, problem: "the file ends within a tag that begins here")
  }

  static func shortened(_ name: String) -> String { name.count > 40 ? name.prefix(40) + "…" : name }

  // MARK: Going on behind a fault

  /// Goes to the next tag that opens an element of these names, and forgets what was open but so many elements; says
  /// whether there is one.
  mutating func resume(at names: Set<String>, depth: Int) throws -> Bool {
    forget(to: depth, then: nil)
    while let byte = try window.next {
      if byte == UInt8(ascii: "<"), try names.contains(where: { try isTag($0) }) { return true }
      window.step()
    }
    return false
  }

  /// Takes all elements but so many for closed, and one for open.
  mutating func forget(to depth: Int, then name: String?) {
    openNames.removeLast(max(0, openNames.count - depth))
    if let name { openNames.append(name) }
  }

  /// Whether a tag that opens an element of this name comes next.
  private mutating func isTag(_ name: String) throws -> Bool {
    let bytes = Array(name.utf8)
    guard try window.has(bytes.count + 2) else { return false }
    let start = window.position + 1
    guard window.bytes[start..<start + bytes.count].elementsEqual(bytes) else { return false }
    return !Self.isOfName(window.bytes[start + bytes.count])
  }
}
