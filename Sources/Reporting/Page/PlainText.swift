/// Text from outside, made safe to print anywhere.
///
/// A document can hold characters that drive a terminal (ESC and the other controls), turn the order of what is read
/// (the bidirectional controls; "Trojan Source", CVE-2021-42574) or can't stand in XML at all. They are replaced by
/// something that can be seen, so that a reader notices them. White space of any kind becomes single spaces.
package enum PlainText {
  /// The text on one line, with every dangerous character made visible.
  package static func visible(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var owesSpace = false
    for scalar in text.unicodeScalars {
      let shown = replacement(for: scalar)
      if shown == " " {
        owesSpace = true
        continue
      }
      let opensWord = owesSpace || result.isEmpty
      if owesSpace, !result.isEmpty { result.append(" ") }
      owesSpace = false
      if opensWord, joinsTheOneBefore(scalar) { result.append("◌") }
      if let shown {
        result.append(shown)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// True if nothing needs to be replaced, which is nearly always so: printable ASCII with single spaces inside.
  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20 || text.isEmpty
  }

  /// True for an accent and its like. At the start of a word it would change what we print before it; Unicode shows
  /// it on a dotted circle there.
  private static func joinsTheOneBefore(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    let properties = scalar.properties
    return properties.isGraphemeExtend || properties.isEmojiModifier || scalar.value == 0x200D
      || properties.generalCategory == .spacingMark
  }

  /// The text with every dangerous character made visible and its white space kept as it is, for files whose cells
  /// may have several lines.
  static func visibleKeepingSpace(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let shown = scalar.properties.isWhitespace ? nil : replacement(for: scalar)
      if let shown, !shown.isEmpty { result += shown } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// What is printed instead of a character, or nothing if it may stand.
  private static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F, 0x3000:
      " "
    case 0x2007, 0x202F:
      "\u{A0}"
    case 0x00...0x1F:
      // The Unicode block "Control Pictures" has one for each.
      Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? named(scalar)
    case 0x7F:
      "␡"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      named(scalar)
    case 0xAD, 0x200B, 0x2060, 0xFEFF:
      // They only say where a line may break; bibliographic data is full of them.
      ""
    case 0xFDD0...0xFDEF:
      named(scalar)
    case let value where value & 0xFFFE == 0xFFFE:
      named(scalar)
    default:
      nil
    }
  }

  private static func named(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
  }
}
