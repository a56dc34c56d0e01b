/// Text of a file as it may stand in a message.
enum PlainWords {
  /// The text on one line, at most 80 signs of it, without those that a screen would obey.
  static func clipped(_ text: some StringProtocol) -> String {
    var line = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < 80 else { return String(line) + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: line.append(" ")
      default: line.append(scalar)
      }
      count += 1
    }
    return String(line)
  }

  /// The bytes of a line as it may stand in a message.
  static func clipped(_ bytes: ArraySlice<UInt8>) -> String {
    clipped(String(decoding: bytes.prefix(400), as: UTF8.self))
  }
}
