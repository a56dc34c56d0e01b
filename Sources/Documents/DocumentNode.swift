/// One value of a document with its place, and the ways in which a reader may take it.
///
/// Each way notes a fault and gives `nil` where the value isn't what was asked for, so a reader goes on and finds the
/// next fault. Nothing here traps, whatever the document says.
public struct DocumentNode: Sendable {
  /// What is the same for all values of a file.
  private final class Origin: Sendable {
    let file: String
    let log: FaultLog

    init(file: String, log: FaultLog) { (self.file, self.log) = (file, log) }
  }

  internal let value: ComposedValue
  private let path: FieldPath?
  private let origin: Origin

  private init(_ value: ComposedValue, path: FieldPath?, origin: Origin) {
    self.value = value
    self.path = path
    self.origin = origin
  }

  /// The root of a document.
  internal init(root value: ComposedValue, file: String, log: FaultLog) {
    self.init(value, path: nil, origin: Origin(file: file, log: log))
  }

  /// A value inside this one; without a step, what has no place of its own.
  internal func with(_ value: ComposedValue, at step: FieldPath.Step? = nil) -> DocumentNode {
    DocumentNode(value, path: step.map { FieldPath($0, in: path) } ?? path, origin: origin)
  }

  /// The same value, whose faults are noted elsewhere.
  package func noting(in log: FaultLog) -> DocumentNode {
    DocumentNode(value, path: path, origin: Origin(file: origin.file, log: log))
  }

  /// The path of the value from the root, such as `tellings[2].place`.
  public var field: String { path?.text ?? "" }

  internal var file: String { origin.file }

  /// The line of the value, from 1.
  public var line: Int? { value.line }

  /// Notes a fault at this value. The words are only made while the log still takes them.
  public func fault(_ problem: @autoclosure () -> String, _ remedy: @autoclosure () -> String) {
    note(Fault(file: file, line: line, field: field, problem: problem(), remedy: remedy()))
  }

  internal func note(_ fault: @autoclosure () -> Fault) { origin.log.note(fault()) }

  /// Whether the value is a mapping; notes nothing.
  public var isMapping: Bool { if case .group = value.content { true } else { false } }

  /// Whether the value is a sequence; notes nothing.
  public var isSequence: Bool { if case .list = value.content { true } else { false } }

  /// The text of a single value, where it is one; notes nothing.
  public var glimpse: String? { value.text }

  /// Whether the value is a list or a group with nothing in it; notes nothing.
  public var isEmpty: Bool {
    switch value.content {
    case .text: false
    case .list(let items): items.isEmpty
    case .group(let group): group.pairs.isEmpty
    }
  }

  /// The value as text: any scalar that isn't empty. The line end that closes a block text (`>` or `|`) is no part of it.
  public func text() -> String? {
    guard let text = written("Write words, on one line or folded with >.") else { return nil }
    guard !value.isNull, !text.isBlank else {
      fault("this is empty", "Give it a value, or leave the whole key out.")
      return nil
    }
    return text
  }

  /// The value as text exactly as it is given, even where that is nothing but white space.
  public func verbatim() -> String? {
    guard let text = written("Write words, in quotes where spaces matter.") else { return nil }
    return value.isNull ? self.text() : text
  }

  /// The text of a single value, without the line end that closes a block.
  private func written(_ remedy: String) -> String? {
    guard case .text(let text, let style) = value.content else {
      fault("this should be text, and is \(kind)", remedy)
      return nil
    }
    return style == .block ? text.withoutClosingLineEnds : text
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
    guard case .text(_, .plain) = value.content else {
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
    if let word = glimpse, let choice = Choice(rawValue: word) { return choice }
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
    guard let list = value.list else {
      fault("this should be a list, and is \(kind)", "Write each item after a dash, or all in [ ].")
      return nil
    }
    return nodes(list)
  }

  internal func nodes(_ list: [ComposedValue]) -> [DocumentNode] {
    list.enumerated().map { index, item in with(item, at: .item(index)) }
  }

  /// The value as a mapping that may have these keys and no others; an unknown key is a fault that names the nearest.
  public func mapping(keys: [String]) -> DocumentMapping? {
    guard let mapping = anyMapping() else { return nil }
    mapping.refuseKeys(except: keys)
    return mapping
  }

  /// The value as a mapping whose keys the document chooses itself.
  public func anyMapping() -> DocumentMapping? {
    guard let group = value.group else {
      fault("this should be a group of keys with values, and is \(kind)", "Write key: value, a line each.")
      return nil
    }
    return DocumentMapping(of: self, group: group)
  }

  internal var kind: String {
    switch value.content {
    case .text: "a single value"
    case .group: "a group of keys"
    case .list: "a list"
    }
  }
}
