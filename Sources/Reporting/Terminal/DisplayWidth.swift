/// How many columns a text takes on a terminal, roughly as `wcwidth` counts: combining marks take none, East Asian
/// wide characters and emoji take two (Unicode Standard Annex 11). Where terminals differ, the larger number is used.
package enum DisplayWidth {
  /// The columns that a text takes.
  package static func of(_ text: some StringProtocol) -> Int {
    let bytes = text.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns that one character takes. A family of emoji joined by U+200D is drawn as one.
  package static func of(_ character: Character) -> Int {
    var width = 0
    var joined = false
    for scalar in character.unicodeScalars {
      if !(joined && scalar.properties.isEmoji) { width += of(scalar) }
      joined = scalar.value == 0x200D
    }
    return width
  }

  /// The columns that one scalar takes.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
    // Turns the sign before it into an emoji, which some terminals then draw two columns wide.
    if scalar.value == 0xFE0F { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default:
      scalar.properties.isEmojiPresentation
    }
  }
}
