extension DocumentValue {
  /// The value as JSON, over several lines: groups become objects with their keys in order, lists become arrays, whatever
  /// their layout in YAML.
  ///
  /// - Parameter indent: how far the lines after the first one are indented.
  public func json(indent: Int = 0) -> String {
    switch self {
    case .text(let text): Self.json(text)
    case .whole(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .yesOrNo(let flag): "\(flag)"
    case .list(let items), .inlineList(let items):
      Self.json(items.map { $0.json(indent: indent + 2) }, between: "[", "]", indent: indent)
    case .group(let pairs), .inlineGroup(let pairs):
      Self.json(
        pairs.map { "\(Self.json($0.key)): \($0.value.json(indent: indent + 2))" }, between: "{", "}",
        indent: indent)
    }
  }

  private static func json(_ parts: [String], between open: String, _ close: String, indent: Int) -> String {
    guard !parts.isEmpty else { return open + close }
    let margin = "\n" + String(repeating: " ", count: indent)
    return open + parts.map { "\(margin)  \($0)" }.joined(separator: ",") + margin + close
  }

  /// A text in quotes, as JSON has it (RFC 8259, section 7).
  internal static func json(_ text: String) -> String {
    var result = "\""
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
    return result + "\""
  }
}
