/// How lines that begin with a tag look in each format.
enum TaggedLine {
  /// A tag at the start of a line.
  struct Tag: Equatable {
    /// The signs of the tag as one number, the last in the lowest byte.
    let code: UInt32
    /// How many bytes stand before the value.
    let length: Int
    /// Whether it is written as its format wants it; else it may be a word of the text that looks like a tag.
    let isStrict: Bool
  }

  /// The signs of a tag of up to four as one number.
  static func code(_ tag: StaticString) -> UInt32 {
    var code: UInt32 = 0
    tag.withUTF8Buffer { for byte in $0 { code = code << 8 | UInt32(byte) } }
    return code
  }

  /// The signs of a tag.
  static func name(_ code: UInt32) -> String {
    let bytes = [code >> 24, code >> 16, code >> 8, code].map { UInt8(truncatingIfNeeded: $0) }
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }

  /// The tag with which a line of RIS begins; `nil` for a line of text.
  ///
  /// The description of 2011 wants two blanks, a hyphen and a blank. Exports are found with other numbers of blanks, and
  /// with a dash for the hyphen: then only a known tag counts, since a word of the text may look like one.
  static func ris(_ line: Span<UInt8>) -> Tag? {
    let count = line.count
    guard count >= 4, isCapital(line[0]), isCapital(line[1]) || isDigit(line[1]) else { return nil }
    let code = UInt32(line[0]) << 8 | UInt32(line[1])
    if count >= 5, line[2] == 0x20, line[3] == 0x20, line[4] == 0x2D {
      let hasBlank = count > 5 && line[5] == 0x20
      return Tag(code: code, length: hasBlank ? 6 : 5, isStrict: true)
    }
    var index = 2
    while index < count, line[index].isBlank, index < 6 { index += 1 }
    guard index > 2, index < count, knownTags.contains(code) else { return nil }
    if line[index] == 0x2D {
      index += 1
    } else if index + 2 < count, line[index] == 0xE2, line[index + 1] == 0x80,
      (0x90...0x95).contains(line[index + 2])
    {
      index += 3
    } else {
      return nil
    }
    guard index == count || line[index].isBlank else { return nil }
    return Tag(code: code, length: min(count, index + 1), isStrict: false)
  }

  private static let knownTags: Set<UInt32> = Set(
    """
    TY A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DO DP ED EP ER ET ID IS J1 J2 JA JF JO
    KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NO NV OP PB PP PY RI RN RP SE SN SO SP SR ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5
    UR VL VO Y1 Y2
    """.split(whereSeparator: \.isWhitespace).map { tag in tag.utf8.reduce(0) { $0 << 8 | UInt32($1) } })

  /// The tag of PubMed's format: up to four signs, filled up with blanks, and a hyphen.
  static func medline(_ line: Span<UInt8>) -> Tag? {
    guard line.count >= 5, isCapital(line[0]), line[4] == 0x2D else { return nil }
    var code: UInt32 = 0
    var isOver = false
    for index in 0..<4 {
      let byte = line[index]
      if byte == 0x20 {
        isOver = true
      } else {
        guard !isOver, isCapital(byte) || isDigit(byte) else { return nil }
        code = code << 8 | UInt32(byte)
      }
    }
    return Tag(code: code, length: line.count > 5 && line[5] == 0x20 ? 6 : 5, isStrict: true)
  }

  /// The tag of Web of Science: two signs and a blank, or nothing else.
  static func webOfScience(_ line: Span<UInt8>) -> Tag? {
    guard line.count >= 2, isCapital(line[0]), isCapital(line[1]) || isDigit(line[1]) else { return nil }
    guard line.count == 2 || line[2] == 0x20 else { return nil }
    return Tag(code: UInt32(line[0]) << 8 | UInt32(line[1]), length: min(3, line.count), isStrict: true)
  }

  /// The tag of Refer: a per cent sign, one sign, and a blank, or nothing else.
  static func refer(_ line: Span<UInt8>) -> Tag? {
    guard line.count >= 2, line[0] == 0x25, line[1] > 0x20, line[1] < 0x7F else { return nil }
    guard line.count == 2 || line[2].isBlank else { return nil }
    guard isCapital(line[1] & 0xDF) || isDigit(line[1]) || "@!#$&()*+=<>?[]^_~".utf8.contains(line[1]) else {
      return nil
    }
    return Tag(code: UInt32(line[0]) << 8 | UInt32(line[1]), length: min(3, line.count), isStrict: true)
  }

  // MARK: Lines that tell a format

  static func isRISStart(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "TY".utf8) else { return false }
    return ris(Array(line).span).map { $0.code == code("TY") } ?? false
  }

  /// `PMID- 123`: the start of a record of PubMed's format.
  static func isMedlineStart(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: "PMID-".utf8) }

  /// `FN Clarivate …`, `VR 1.0` or `PT J`: the start of a file or a record of Web of Science.
  static func isWebOfScienceStart(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: "FN ".utf8) {
      let rest = line.dropFirst(3)
      return ["Clarivate", "Thomson", "ISI"].contains { rest.starts(with: $0.utf8) }
    }
    guard line.starts(with: "PT ".utf8) else { return false }
    let rest = line.dropFirst(3).drop { $0 == 0x20 }
    guard let type = rest.first, "JBSPCDU".utf8.contains(type) else { return false }
    return rest.dropFirst().allSatisfy { $0 == 0x20 || isCapital($0 & 0xDF) } && rest.count < 12
  }

  /// `%0 Journal Article` or another tag of Refer.
  static func isReferStart(_ line: ArraySlice<UInt8>) -> Bool {
    let signs = Array(line.prefix(3))
    guard signs.count == 3, signs[0] == UInt8(ascii: "%"), signs[2] == 0x20 else { return false }
    return isCapital(signs[1]) || signs[1] == UInt8(ascii: "0")
  }

  static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
