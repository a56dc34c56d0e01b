extension DocumentValue {
  /// The columns that a line of canonical YAML fills before it is broken.
  public static let lineWidth = 110

  /// The YAML text of a document with this value as root: two spaces a level, keys in the order given, lines of up to
  /// ``lineWidth`` columns. Equal values give the same bytes on every machine.
  public func yaml() -> String {
    var printer = YAMLPrinter()
    printer.print(self)
    return printer.text
  }
}

/// Prints values as YAML that reads back as the same values.
///
/// It is our own, since the library's emitter neither indents lists under their keys nor keeps a short group on its
/// line, and folds by rules that change with its version.
private struct YAMLPrinter {
  var text = ""

  mutating func print(_ root: DocumentValue) {
    switch root {
    case .group(let pairs) where !pairs.isEmpty: group(pairs, indent: 0)
    case .list(let items) where !items.isEmpty: list(items, indent: 0)
    default: text += (root.oneLine ?? "{}") + "\n"
    }
  }

  private mutating func group(_ pairs: [DocumentValue.Pair], indent: Int, isIndented: Bool = false) {
    for (index, pair) in pairs.enumerated() {
      if index > 0 || !isIndented { text += spaces(indent) }
      let key = YAMLScalar.key(pair.key) + ":"
      text += key
      value(pair.value, column: indent + key.unicodeScalars.count, indent: indent)
    }
  }

  private mutating func list(_ items: [DocumentValue], indent: Int, isIndented: Bool = false) {
    for (index, item) in items.enumerated() {
      if index > 0 || !isIndented { text += spaces(indent) }
      text += "-"
      value(item, column: indent + 1, indent: indent, isItem: true)
    }
  }

  /// Prints what follows a key's colon or an item's dash.
  private mutating func value(_ value: DocumentValue, column: Int, indent: Int, isItem: Bool = false) {
    if let line = value.oneLine, column + 1 + line.unicodeScalars.count <= DocumentValue.lineWidth {
      text += " \(line)\n"
      return
    }
    switch value {
    case .text(let words):
      text += " " + YAMLScalar.broken(words, column: column + 1, indent: indent + 2) + "\n"
    case .whole, .decimal, .yesOrNo: text += " \(value.inFlow)\n"
    case .group(let pairs), .inlineGroup(let pairs):
      text += isItem ? " " : "\n"
      group(pairs, indent: indent + 2, isIndented: isItem)
    case .list(let items), .inlineList(let items):
      text += isItem ? " " : "\n"
      list(items, indent: indent + 2, isIndented: isItem)
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension DocumentValue {
  /// The value on one line, where it may stand on one.
  fileprivate var oneLine: String? {
    switch self {
    case .text(let text): YAMLScalar.isBlock(text) ? nil : YAMLScalar.text(text)
    case .list(let items): items.isEmpty ? "[]" : nil
    case .group(let pairs): pairs.isEmpty ? "{}" : nil
    case .whole, .decimal, .yesOrNo, .inlineList, .inlineGroup: inFlow
    }
  }

  /// The value inside brackets or braces.
  fileprivate var inFlow: String {
    switch self {
    case .text(let text): YAMLScalar.text(text, inFlow: true)
    case .whole(let number): String(number)
    case .decimal(let number): Int(exactly: number).map(String.init) ?? number.description
    case .yesOrNo(let answer): answer ? "yes" : "no"
    case .list(let items), .inlineList(let items):
      "[" + items.map(\.inFlow).joined(separator: ", ") + "]"
    case .group(let pairs), .inlineGroup(let pairs):
      "{" + pairs.map { "\(YAMLScalar.key($0.key)): \($0.value.inFlow)" }.joined(separator: ", ") + "}"
    }
  }
}
