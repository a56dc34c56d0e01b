/// JSON as readers of YAML take it.
///
/// Nearly every JSON text is YAML. What isn't stands in texts only: signs that end a line there, that YAML doesn't allow,
/// or that look like anchors and keys to a reader that refuses these; and pairs of codes for one sign (RFC 8259, section 7).
public enum JSONText {
  /// The same JSON with codes that mean the same to both. Nothing moves to another line.
  ///
  /// - Parameter json: a text that is known to be JSON.
  public static func readableAsYAML(_ json: some StringProtocol) -> String {
    let scalars = Array(json.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    var previous: Unicode.Scalar = " "
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\" {
        let (text, length) = escape(scalars[index...])
        result += text.unicodeScalars
        index += length
        previous = "\\"
        continue
      }
      let looksLikeKey = scalar == "?" && " \t{[,".unicodeScalars.contains(previous)
      switch scalar.value {
      case 0x26, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: result += code(scalar).unicodeScalars
      default: looksLikeKey ? result += code(scalar).unicodeScalars : result.append(scalar)
      }
      previous = scalar
      index += 1
    }
    return String(result)
  }

  /// What an escape means to YAML, and how many signs of the JSON it takes.
  private static func escape(_ rest: ArraySlice<Unicode.Scalar>) -> (String, Int) {
    if let high = unit(rest), (0xD800..<0xDC00).contains(high), let low = unit(rest.dropFirst(6)),
      (0xDC00..<0xE000).contains(low)
    {
      return ("\\U" + hexadecimal(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), digits: 8), 12)
    }
    let sign = rest.dropFirst().first ?? "\\"
    return (sign == "/" ? "/" : "\\\(sign)", 2)
  }

  /// The number of a code such as `\u00e9` at the start.
  private static func unit(_ rest: ArraySlice<Unicode.Scalar>) -> UInt32? {
    guard rest.count >= 6, rest.starts(with: ["\\", "u"]) else { return nil }
    var digits = String.UnicodeScalarView()
    digits += rest.dropFirst(2).prefix(4)
    return UInt32(String(digits), radix: 16)
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    "\\u" + hexadecimal(scalar.value, digits: 4)
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
