extension DocumentValue {
  /// The value as JSON, over several lines: groups become objects with their keys in order, lists become arrays, whatever
  /// their layout in YAML.
  ///
  /// - Parameter indent: how far the lines after the first one are indented.
  public func json(indent: Int = 0) -> String {
    var result = ""
    write(to: &result, indent: indent)
    return result
  }

  private func write(to result: inout String, indent: Int) {
    switch self {
    case .text(let text): Self.write(text, to: &result)
    case .whole(let number): result += "\(number)"
    case .decimal(let number): result += "\(number)"
    case .yesOrNo(let flag): result += "\(flag)"
    case .list(let items), .inlineList(let items):
      Self.write(items, to: &result, between: "[", "]", indent: indent) {
        $0.write(to: &$1, indent: indent + 2)
      }
    case .group(let pairs), .inlineGroup(let pairs):
      Self.write(pairs, to: &result, between: "{", "}", indent: indent) { pair, result in
        Self.write(pair.key, to: &result)
        result += ": "
        pair.value.write(to: &result, indent: indent + 2)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], to result: inout String, between open: String, _ close: String, indent: Int,
    _ write: (Part, inout String) -> Void
  ) {
    result += open
    let margin = "\n" + String(repeating: " ", count: indent)
    for (number, part) in parts.enumerated() {
      if number > 0 { result += "," }
      result += margin
      result += "  "
      write(part, &result)
    }
    if !parts.isEmpty { result += margin }
    result += close
  }

  /// A text in quotes, as JSON has it (RFC 8259, section 7).
  internal static func json(_ text: String) -> String {
    var result = ""
    write(text, to: &result)
    return result
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    defer { result += "\"" }
    // Most texts go as they are.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}":
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
