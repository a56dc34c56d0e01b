/// How lines that begin with a tag look in each format.
enum TaggedLine {
  /// A tag of RIS at the start of a line.
  struct RISTag: Equatable {
    /// The two signs of the tag, the first in the high byte.
    let code: UInt16
    /// How many bytes stand before the value.
    let length: Int

    var isType: Bool { code == TaggedLine.code("TY") }
    var isEnd: Bool { code == TaggedLine.code("ER") }
  }

  /// The two signs of a tag as one number.
  static func code(_ tag: StaticString) -> UInt16 {
    tag.withUTF8Buffer { $0.count == 2 ? UInt16($0[0]) << 8 | UInt16($0[1]) : 0 }
  }

  /// The tag with which a line of RIS begins: two signs, at most four blanks, a hyphen; `nil` for a line of text.
  ///
  /// The description of 2011 wants two blanks before the hyphen and one behind it. Exports are found with one or none;
  /// without a blank before the hyphen a word of the text could be meant, so only a tag that is known counts then.
  static func ris(_ line: ArraySlice<UInt8>) -> RISTag? {
    let start = line.startIndex
    guard line.count >= 3, isCapital(line[start]), isCapital(line[start + 1]) || isDigit(line[start + 1])
    else {
      return nil
    }
    var index = start + 2
    while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09, index < start + 6 { index += 1 }
    guard index < line.endIndex, line[index] == UInt8(ascii: "-") else { return nil }
    let code = UInt16(line[start]) << 8 | UInt16(line[start + 1])
    let blanks = index - start - 2
    index += 1
    let hasBlank = index == line.endIndex || line[index] == 0x20 || line[index] == 0x09
    if blanks < 2, !hasBlank || blanks == 0 { guard isKnown(code) else { return nil } }
    if blanks == 0, !hasBlank { return nil }
    if hasBlank, index < line.endIndex { index += 1 }
    return RISTag(code: code, length: index - start)
  }

  /// Whether the tag is one of RIS's description or of a database's.
  static func isKnown(_ code: UInt16) -> Bool { knownTags.contains(code) }

  private static let knownTags: Set<UInt16> = Set(
    """
    TY A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DO DP ED EP ER ET ID IS J1 J2 JA JF JO
    KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NO NV OP PB PP PY RI RN RP SE SN SO SP SR ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5
    UR VL VO Y1 Y2 ZZ
    """.split(whereSeparator: \.isWhitespace).map { tag in
      tag.utf8.reduce(0) { $0 << 8 | UInt16($1) }
    })

  /// `PMID- 123` or another tag of four columns that begins a record of PubMed's format.
  static func isMedlineStart(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "PMID".utf8) else { return false }
    let rest = line.dropFirst(4).drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: "-") && rest.dropFirst().contains { isDigit($0) }
  }

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
