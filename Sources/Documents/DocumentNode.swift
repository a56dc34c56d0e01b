internal import Yams

/// One value of a document with its place, and the ways in which a reader may take it.
///
/// Each way notes a fault and gives `nil` where the value isn't what was asked for, so a reader goes on and finds the
/// next fault. Nothing here traps, whatever the document says.
public struct DocumentNode {
  internal let node: Node
  /// The path of the value from the root, such as `tellings[2].place`.
  public let field: String
  internal let file: String
  internal let log: FaultLog

  internal init(node: Node, field: String, file: String, log: FaultLog) {
    self.node = node
    self.field = field
    self.file = file
    self.log = log
  }

  /// The line of the value, from 1.
  public var line: Int? { node.mark?.line }

  /// Notes a fault at this value. The words are only made while the log still takes them.
  public func fault(_ problem: @autoclosure () -> String, _ remedy: @autoclosure () -> String) {
    log.note(Fault(file: file, line: line, field: field, problem: problem(), remedy: remedy()))
  }

  /// Whether the value is a mapping; notes nothing.
  public var isMapping: Bool { node.mapping != nil }

  /// Whether the value is a sequence; notes nothing.
  public var isSequence: Bool { node.sequence != nil }

  /// The text of a single value, where it is one; notes nothing.
  public var glimpse: String? { node.scalar?.string }

  /// Whether the value is a list or a group with nothing in it; notes nothing.
  public var isEmpty: Bool {
    node.sequence?.isEmpty ?? node.mapping?.isEmpty ?? false
  }

  /// The value as text: any scalar that isn't empty. The line end that closes a block text (`>` or `|`) is no part of it.
  public func text() -> String? {
    guard let scalar = node.scalar else {
      fault("this should be text, and is \(kind)", "Write words, on one line or folded with >.")
      return nil
    }
    let isBlock = scalar.style == .folded || scalar.style == .literal
    let text = isBlock ? scalar.string.withoutClosingLineEnds : scalar.string
    let isPlain = scalar.style == .plain || scalar.style == .any
    let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
    guard !isNull, !text.allSatisfy(\.isWhitespace) else {
      fault("this is empty", "Give it a value, or leave the whole key out.")
      return nil
    }
    return text
  }

  /// The value as text exactly as it is given, even where that is nothing but white space.
  public func verbatim() -> String? {
    guard let scalar = node.scalar else {
      fault("this should be text, and is \(kind)", "Write words, in quotes where spaces matter.")
      return nil
    }
    let isPlain = scalar.style == .plain || scalar.style == .any
    guard !isPlain || !["", "~", "null", "Null", "NULL"].contains(scalar.string) else { return text() }
    let isBlock = scalar.style == .folded || scalar.style == .literal
    return isBlock ? scalar.string.withoutClosingLineEnds : scalar.string
  }

  /// The value as a whole number within a range. `2.0` is one too, as it is to JSON; what stands in quotes is text.
  public func wholeNumber(in range: ClosedRange<Int>) -> Int? {
    guard let text = numeral() else { return nil }
    guard let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }), range.contains(number) else {
      fault(
        "\u{201C}\(text.clipped)\u{201D} isn't a whole number from \(range.lowerBound) to \(range.upperBound)",
        "Write digits only.")
      return nil
    }
    return number
  }

  /// The value as a number within a range; what stands in quotes is text.
  public func number(in range: ClosedRange<Double>) -> Double? {
    guard let text = numeral() else { return nil }
    guard let number = Double(text), number.isFinite, range.contains(number) else {
      fault(
        "\u{201C}\(text.clipped)\u{201D} isn't a number from \(range.lowerBound) to \(range.upperBound)",
        "Write a decimal number, such as 0.25.")
      return nil
    }
    return number
  }

  /// The text of a value that isn't in quotes.
  private func numeral() -> String? {
    guard let text = text() else { return nil }
    if let style = node.scalar?.style, style != .plain, style != .any {
      fault("this should be a number, and is text", "Write the number without quotes.")
      return nil
    }
    return text
  }

  /// The value as yes or no (`yes`, `no`, `true`, `false`).
  public func yesOrNo() -> Bool? {
    guard let text = text() else { return nil }
    switch text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      fault("\u{201C}\(text.clipped)\u{201D} is neither yes nor no", "Write yes or no.")
      return nil
    }
  }

  /// The value as one of a closed list of words.
  public func choice<Choice>(_ type: Choice.Type = Choice.self) -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    // A word of the list may be one that YAML takes for nothing, such as null.
    if let word = node.scalar?.string, let choice = Choice(rawValue: word) { return choice }
    guard let text = text() else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue)
      fault(
        "\u{201C}\(text.clipped)\u{201D} isn't known here", "Write one of: \(words.joined(separator: ", ")).")
      return nil
    }
    return choice
  }

  /// The value as something that is written as one short text; `remedy` says how it is written.
  public func parsed<Value>(_ remedy: String, by parse: (String) -> Value?) -> Value? {
    guard let text = text() else { return nil }
    guard let value = parse(text) else {
      fault("\u{201C}\(text.clipped)\u{201D} can't be understood", remedy)
      return nil
    }
    return value
  }

  /// The values of a sequence, each with its place.
  public func sequence() -> [DocumentNode]? {
    guard let sequence = node.sequence else {
      fault("this should be a list, and is \(kind)", "Write each item after a dash, or all in [ ].")
      return nil
    }
    return sequence.enumerated().map { index, item in
      DocumentNode(node: item, field: "\(field)[\(index)]", file: file, log: log)
    }
  }

  /// The value as a mapping that may have these keys and no others; an unknown key is a fault that names the nearest.
  public func mapping(keys: [String]) -> DocumentMapping? {
    guard let mapping = anyMapping() else { return nil }
    mapping.refuseKeys(except: keys)
    return mapping
  }

  /// The value as a mapping whose keys the document chooses itself.
  public func anyMapping() -> DocumentMapping? {
    guard let mapping = node.mapping else {
      fault("this should be a group of keys with values, and is \(kind)", "Write key: value, a line each.")
      return nil
    }
    return DocumentMapping(of: self, mapping: mapping)
  }

  internal var kind: String {
    switch node {
    case .scalar: "a single value"
    case .mapping: "a group of keys"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
