extension JSONParser {
  /// The text whose opening quote comes next.
  mutating func string() throws(JSONSyntaxFault) -> String {
    position += 1
    let start = position
    // Most texts hold nothing that must be looked at closely.
    while position < bytes.count, Self.isPlain(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    return try string(after: Array(bytes[start..<position]))
  }

  /// The rest of a text after what is known to be plain.
  private mutating func string(after plain: [UInt8]) throws(JSONSyntaxFault) -> String {
    var units = plain
    while let next = peek {
      switch next {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        try append(try escapedScalar(), to: &units)
      case 0..<0x20, 0x7F: try bareControl(next, into: &units)
      case 0xC2 where position + 1 < bytes.count && bytes[position + 1] < 0xA0:
        // The control characters from U+0080 on are written as these two bytes.
        if try isKept() { units += [next, bytes[position + 1]] }
        position += 2
      default:
        units.append(next)
        position += 1
      }
    }
    throw fault("a text in double quotes is not closed", "Write the closing double quote.")
  }

  /// Whether a byte of a text stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F && byte != 0xC2
  }

  // MARK: Control characters

  /// A control character that isn't escaped. A line end or a tab among them is text, where any of them is.
  private mutating func bareControl(_ byte: UInt8, into units: inout [UInt8]) throws(JSONSyntaxFault) {
    if oddSigns == .mended, byte == 0x09 || byte == 0x0A || byte == 0x0D {
      mend("a bare line end or tab within a text was kept")
      units.append(byte)
    } else if try isKept() {
      units.append(byte)
    }
    if byte == 0x0A { stepOverLineEnd() } else { position += 1 }
  }

  /// Tabs and line ends are text; the rest could move a terminal's cursor or change its colours when it is printed.
  private mutating func append(_ scalar: Unicode.Scalar, to units: inout [UInt8]) throws(JSONSyntaxFault) {
    let isControl =
      scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r"
      || (0x7F..<0xA0).contains(scalar.value)
    guard isControl else {
      units.append(contentsOf: Array(String(scalar).utf8))
      return
    }
    if try isKept() { units.append(contentsOf: Array(String(scalar).utf8)) }
  }

  /// Whether a control character stays, where it is no fault.
  private mutating func isKept() throws(JSONSyntaxFault) -> Bool {
    switch oddSigns {
    case .kept: return true
    case .refused: throw controlCharacter()
    case .mended:
      mend("a control character was left out")
      return false
    }
  }

  private mutating func mend(_ told: String) {
    if mends.count < 100 { mends.append((line, told)) }
  }

  private func controlCharacter() -> JSONSyntaxFault {
    fault(
      "a text holds a control character or a bare line end",
      "Remove it; a line end within a text is written \\n.")
  }

  // MARK: Escapes

  private mutating func escapedScalar() throws(JSONSyntaxFault) -> Unicode.Scalar {
    guard let letter = peek else { throw unknownEscape() }
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codedScalar()
    default: throw unknownEscape()
    }
  }

  private mutating func codedScalar() throws(JSONSyntaxFault) -> Unicode.Scalar {
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A character beyond U+FFFF is written as two codes, and the first must be of the leading half.
    let behind = position
    if (0xD800..<0xDC00).contains(first), take("\\"), take("u") {
      let second = try fourHexDigits()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    guard oddSigns == .mended else { throw unknownEscape() }
    position = behind
    mend("half a character became the sign for what can't be read")
    return "\u{FFFD}"
  }

  private mutating func fourHexDigits() throws(JSONSyntaxFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let next = peek, let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
        throw unknownEscape()
      }
      code = code << 4 + UInt32(digit)
      position += 1
    }
    return code
  }

  private func unknownEscape() -> JSONSyntaxFault {
    fault(
      "a backslash is followed by something that JSON doesn't know",
      "Write \\\\ for a backslash, or \\u and four hexadecimal digits for a character.")
  }
}
