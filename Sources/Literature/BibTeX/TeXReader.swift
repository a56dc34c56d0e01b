import Foundation

/// Reads a text of TeX as what TeX prints: accents and signs become letters, braces go, runs of white space become one
/// space. Mathematics between dollar signs stays as it is written, and so does a command that isn't known.
struct TeXReader {
  /// Whether a command wasn't known, and stands in the text as it was written.
  private(set) var keptCommands = false

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var out: [UInt8] = []
  /// For each open brace what is written when it closes.
  private var closers: [Closer] = []
  /// Whether the next group is an argument of an unknown command.
  private var keepsGroup = false
  private let depth: Int

  private enum Closer { case nothing, brace, quote }

  /// Accents within accents within accents are no letter of any language.
  private static let deepestAccents = 8

  private init(_ bytes: ArraySlice<UInt8>, depth: Int) {
    self.bytes = bytes
    self.position = bytes.startIndex
    self.depth = depth
    out.reserveCapacity(bytes.count)
  }

  /// What TeX prints of a text, without white space at its ends.
  static func text(_ bytes: ArraySlice<UInt8>) -> (text: String, keptCommands: Bool) {
    var reader = TeXReader(bytes, depth: 0)
    let text = reader.read()
    return (text, reader.keptCommands)
  }

  /// What TeX prints of a text.
  static func text(_ bytes: [UInt8]) -> String { text(bytes[...]).text }

  /// A text that TeX doesn't read, such as an address: only braces, and what programs escape all the same, go.
  static func verbatim(_ bytes: [UInt8]) -> String {
    guard bytes.contains(where: { "\\{}\n\r\t".utf8.contains($0) }) else {
      return String(decoding: bytes, as: UTF8.self).trimmed
    }
    var reader = TeXReader(bytes[...], depth: 0)
    while let byte = reader.next {
      switch byte {
      case UInt8(ascii: "\\"): reader.command()
      case UInt8(ascii: "{"), UInt8(ascii: "}"): reader.position += 1
      case _ where ByteWindow.isSpace(byte):
        reader.position += 1
        reader.space()
      default:
        reader.out.append(byte)
        reader.position += 1
      }
    }
    return String(decoding: reader.out, as: UTF8.self).trimmed
  }

  private mutating func read() -> String {
    while position < bytes.endIndex { step() }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case 0x20, 0x09...0x0D:
      position += 1
      space()
      return
    case UInt8(ascii: "{"): open()
    case UInt8(ascii: "}"): close()
    case UInt8(ascii: "\\"): command()
    case UInt8(ascii: "$"): mathematics()
    case UInt8(ascii: "~"): tie()
    case UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"): ligature(byte)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): turned(byte)
    default:
      out.append(byte)
      position += 1
    }
    if byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "{") { keepsGroup = false }
  }

  private mutating func space() {
    if let last = out.last, last != 0x20 { out.append(0x20) }
  }

  /// `~` is a space that doesn't break, between two words. Elsewhere, as in "some ~50%", databases mean the sign.
  private mutating func tie() {
    position += 1
    let isBetween = out.last.map { $0 != 0x20 && $0 != UInt8(ascii: "(") } ?? false
    if isBetween, let byte = next, !ByteWindow.isSpace(byte) {
      space()
    } else {
      out.append(UInt8(ascii: "~"))
    }
  }

  private mutating func skipSpace() {
    while let byte = next, ByteWindow.isSpace(byte) { position += 1 }
  }

  private mutating func put(_ text: String) { out += text.utf8 }

  // MARK: Groups

  private mutating func open() {
    position += 1
    closers.append(keepsGroup ? .brace : .nothing)
    if keepsGroup { out.append(UInt8(ascii: "{")) }
    keepsGroup = false
  }

  private mutating func close() {
    position += 1
    switch closers.popLast() {
    case .brace:
      out.append(UInt8(ascii: "}"))
      keepsGroup = next == UInt8(ascii: "{")
    case .quote: put("”")
    case .nothing, nil: break
    }
  }

  // MARK: Signs of more than one byte

  private mutating func ligature(_ byte: UInt8) {
    let most = byte == UInt8(ascii: "-") ? 3 : 2
    let run = bytes[position...].prefix(most).prefix { $0 == byte }.count
    switch (byte, run) {
    case (UInt8(ascii: "-"), 2): put("–")
    case (UInt8(ascii: "-"), 3): put("—")
    case (UInt8(ascii: "`"), 2): put("“")
    case (UInt8(ascii: "'"), 2): put("”")
    default: out.append(byte)
    }
    position += run
  }

  /// Spanish opens questions and exclamations with a sign of their own.
  private mutating func turned(_ byte: UInt8) {
    position += 1
    guard next == UInt8(ascii: "`") else {
      out.append(byte)
      return
    }
    position += 1
    put(byte == UInt8(ascii: "!") ? "¡" : "¿")
  }

  /// Keeps `$…$` as it stands where a sign of mathematics is in it; else the dollar is a dollar.
  private mutating func mathematics() {
    let rest = bytes[(position + 1)...].prefix(2_000)
    guard let end = rest.firstIndex(of: UInt8(ascii: "$")), end > rest.startIndex,
      rest[..<end].contains(where: { "\\^_".utf8.contains($0) })
    else {
      out.append(UInt8(ascii: "$"))
      position += 1
      return
    }
    out += bytes[position...end].map { ByteWindow.isSpace($0) ? 0x20 : $0 }
    position = end + 1
  }

  // MARK: Commands

  private mutating func command() {
    position += 1
    guard let sign = next else {
      out.append(UInt8(ascii: "\\"))
      return
    }
    if BibTeXScanner.isLetter(sign) {
      let word = bytes[position...].prefix(while: BibTeXScanner.isLetter)
      position = word.endIndex
      named(String(decoding: word, as: UTF8.self))
      return
    }
    position += 1
    switch sign {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "_"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      out.append(sign)
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "@"): break
    case 0x20, 0x09...0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"):
      space()
    case UInt8(ascii: "("): inlineMathematics()
    default:
      if let mark = TeXSigns.accents[sign] {
        accent(mark)
      } else {
        out += [UInt8(ascii: "\\"), sign]
        keptCommands = true
      }
    }
  }

  /// `\( … \)` is another way to write `$ … $`.
  private mutating func inlineMathematics() {
    let rest = bytes[position...].prefix(2_000)
    out += Array("\\(".utf8)
    let end = rest.indices.first {
      rest[$0] == UInt8(ascii: "\\") && $0 + 1 < rest.endIndex && rest[$0 + 1] == UInt8(ascii: ")")
    }
    guard let end else {
      keptCommands = true
      return
    }
    out += bytes[position..<end + 2].map { ByteWindow.isSpace($0) ? 0x20 : $0 }
    position = end + 2
  }

  private mutating func named(_ name: String) {
    if let sign = TeXSigns.signs[name] {
      // Letters stand in words; the space behind another sign is mostly meant, though TeX drops it.
      if sign.first?.isLetter == true, sign.count == 1 { skipSpace() }
      put(sign)
    } else if name.utf8.count == 1, let letter = name.utf8.first, let mark = TeXSigns.letterAccents[letter] {
      accent(mark)
    } else if TeXSigns.faces.contains(name) {
      skipSpace()
    } else if TeXSigns.quotations.contains(name), next == UInt8(ascii: "{") {
      position += 1
      put("“")
      closers.append(.quote)
    } else if TeXSigns.silent.contains(name) {
      skipSpace()
      if next == UInt8(ascii: "{") { _ = argument() }
    } else {
      put("\\" + name)
      keptCommands = true
      keepsGroup = true
    }
  }

  // MARK: Accents

  /// Puts a mark over the argument, which may be a letter, a command or a group.
  private mutating func accent(_ mark: String) {
    skipSpace()
    guard depth < Self.deepestAccents, let byte = next, byte != UInt8(ascii: "}") else {
      put(TeXSigns.alone[mark] ?? "")
      return
    }
    var inner = TeXReader(argument(), depth: depth + 1)
    let text = inner.read()
    guard let first = text.unicodeScalars.first else {
      put(TeXSigns.alone[mark] ?? "")
      return
    }
    // The letters without a dot are there to have a mark in its place.
    let base = first == "ı" ? "i" : first == "ȷ" ? "j" : String(first)
    put((base + mark).precomposedStringWithCanonicalMapping)
    put(String(text.unicodeScalars.dropFirst()))
  }

  /// Moves past an argument and gives it: what stands in the braces, or one letter or command.
  private mutating func argument() -> ArraySlice<UInt8> {
    let start = position
    guard let first = next else { return [] }
    if first == UInt8(ascii: "{") { return group() }
    position += 1
    if first == UInt8(ascii: "\\") {
      if let byte = next, !BibTeXScanner.isLetter(byte) {
        position += 1
        skipSpace()
        // An accent takes an argument of its own.
        if TeXSigns.accents[byte] != nil, next == UInt8(ascii: "{") { _ = group() }
      }
      while let byte = next, BibTeXScanner.isLetter(byte) { position += 1 }
    } else {
      while let byte = next, byte & 0xC0 == 0x80 { position += 1 }
    }
    return bytes[start..<position]
  }

  private mutating func group() -> ArraySlice<UInt8> {
    let start = position + 1
    var depth = 0
    while let byte = next {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      position += 1
      if depth == 0 { return bytes[start..<position - 1] }
    }
    return bytes[min(start, bytes.endIndex)...]
  }
}
