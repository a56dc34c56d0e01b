/// A group of keys with values, with its place.
public struct DocumentMapping: Sendable {
  /// The mapping as a value, for faults of the whole.
  public let whole: DocumentNode
  private let group: ComposedValue.Group

  /// Notes a fault for each key that isn't a word.
  internal init(of whole: DocumentNode, group: ComposedValue.Group) {
    self.whole = whole
    self.group = group
    for pair in group.pairs where pair.name == nil {
      let node = whole.with(pair.key)
      node.fault("a key should be a word, and is \(node.kind)", "Write key: value.")
    }
  }

  private init(whole: DocumentNode, group: ComposedValue.Group) {
    self.whole = whole
    self.group = group
  }

  /// The same mapping, whose faults are noted elsewhere.
  package func noting(in log: FaultLog) -> DocumentMapping {
    DocumentMapping(whole: whole.noting(in: log), group: group)
  }

  /// The keys, in the document's order.
  public var keys: [String] { group.pairs.compactMap(\.name) }

  /// The value of a key that may be left out.
  public func optional(_ key: String) -> DocumentNode? {
    group[key].map { whole.with($0, at: .key(key)) }
  }

  /// The value of a key that must be there; its absence is a fault, and `remedy` says what belongs there.
  public func required(_ key: String, _ remedy: String) -> DocumentNode? {
    if let value = optional(key) { return value }
    whole.fault("\u{201C}\(key)\u{201D} is missing", remedy)
    return nil
  }

  /// The values of a list that may be left out; without it, none.
  public func list(_ key: String) -> [DocumentNode] {
    optional(key)?.sequence() ?? []
  }

  /// A list that may be left out, each item read by `read`; items that can't be read are left out, as faults.
  public func list<Value>(_ key: String, _ read: (DocumentNode) -> Value?) -> [Value] {
    list(key).compactMap(read)
  }

  /// Notes a fault for each key that isn't one of these.
  internal func refuseKeys(except known: [String]) {
    for pair in group.pairs {
      guard let name = pair.name, !known.contains(name) else { continue }
      whole.note(unknown(name, line: pair.key.line, known: known))
    }
  }

  private func unknown(_ key: String, line: Int, known: [String]) -> Fault {
    let nearest = key.nearest(among: known).map { " Did you mean \u{201C}\($0)\u{201D}?" } ?? ""
    return Fault(
      file: whole.file, line: line, field: whole.field,
      problem: "\u{201C}\(key.clipped)\u{201D} is no key of this part",
      remedy: "Known here: \(known.joined(separator: ", ")).\(nearest)")
  }
}
