internal import Yams

extension DocumentNode {
  /// The value as a JSON text, for a part of the document that a reader of JSON takes.
  ///
  /// Each value stands on the line on which it stands in the document, so that the other reader's faults name lines that
  /// the person finds. A plain scalar that JSON has a word for (a number, true, false, null) is that; every other one
  /// is a text.
  public var json: String {
    var writer = JSONWriter()
    writer.write(node)
    return writer.text
  }
}

/// Writes nodes as JSON on the lines on which they stand.
private struct JSONWriter {
  private(set) var text = ""
  private var line = 1

  mutating func write(_ node: Node) {
    if let place = node.mark?.line, place > line {
      text += String(repeating: "\n", count: place - line)
      line = place
    }
    switch node {
    case .scalar(let scalar): text += Self.word(scalar)
    case .sequence(let items):
      write(items, between: "[", "]") { $0.write($1) }
    case .mapping(let pairs):
      write(pairs, between: "{", "}") { writer, pair in
        writer.write(pair.key)
        writer.text += ":"
        writer.write(pair.value)
      }
    case .alias: text += "null"
    }
  }

  private mutating func write<Items: Sequence>(
    _ items: Items, between open: String, _ close: String, _ item: (inout Self, Items.Element) -> Void
  ) {
    text += open
    for (index, element) in items.enumerated() {
      if index > 0 { text += "," }
      item(&self, element)
    }
    text += close
  }

  private static func word(_ scalar: Node.Scalar) -> String {
    let isPlain = scalar.style == .plain || scalar.style == .any
    guard isPlain else { return DocumentValue.json(scalar.string) }
    switch scalar.string {
    case "true", "false": return scalar.string
    case "", "~", "null", "Null", "NULL": return "null"
    default: return isNumber(scalar.string) ? scalar.string : DocumentValue.json(scalar.string)
    }
  }

  /// Whether JSON (RFC 8259, section 6) takes a text for a number.
  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: #/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/#) != nil
  }
}
