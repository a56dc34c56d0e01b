extension DocumentNode {
  /// The value as a JSON text, for a part of the document that a reader of JSON takes.
  ///
  /// Each value stands on the line on which it stands in the document, so that the other reader's faults name lines that
  /// the person finds. A plain scalar that JSON has a word for (a number, true, false, null) is that; every other one
  /// is a text.
  public var json: String {
    var writer = JSONWriter()
    writer.write(value)
    return writer.text
  }
}

/// Writes values as JSON on the lines on which they stand.
private struct JSONWriter {
  private(set) var text = ""
  private var line = 1

  mutating func write(_ value: ComposedValue) {
    if value.line > line {
      text += String(repeating: "\n", count: value.line - line)
      line = value.line
    }
    switch value.content {
    case .text(let text, let style): self.text += value.isNull ? "null" : Self.word(text, style)
    case .list(let items):
      write(items, between: "[", "]") { $0.write($1) }
    case .group(let group):
      write(group.pairs, between: "{", "}") { writer, pair in
        writer.write(pair.key)
        writer.text += ":"
        writer.write(pair.value)
      }
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

  private static func word(_ text: String, _ style: ComposedValue.Style) -> String {
    let isWord = style == .plain && (text == "true" || text == "false" || isNumber(text))
    return isWord ? text : DocumentValue.json(text)
  }

  /// Whether JSON (RFC 8259, section 6) takes a text for a number.
  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: #/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/#) != nil
  }
}
