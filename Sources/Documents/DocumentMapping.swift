internal import Yams

/// A group of keys with values, with its place.
public struct DocumentMapping {
  /// The mapping as a value, for faults of the whole.
  public let whole: DocumentNode
  private let entries: [(key: String, keyNode: Node, value: Node)]

  internal init(of whole: DocumentNode, mapping: Node.Mapping) {
    self.whole = whole
    var entries: [(key: String, keyNode: Node, value: Node)] = []
    for (key, value) in mapping {
      guard let text = key.scalar?.string else {
        DocumentNode(node: key, field: whole.field, file: whole.file, log: whole.log)
          .fault(
            "a key should be a word, and is \(DocumentNode(node: key, field: "", file: "", log: whole.log).kind)",
            "Write key: value.")
        continue
      }
      entries.append((text, key, value))
    }
    self.entries = entries
  }

  /// The keys, in the document's order.
  public var keys: [String] { entries.map(\.key) }

  /// The value of a key that may be left out.
  public func optional(_ key: String) -> DocumentNode? {
    entries.first { $0.key == key }.map { entry in
      let field = whole.field.isEmpty ? key : "\(whole.field).\(key)"
      // A value without a mark of its own (an empty one) stands where its key stands.
      return DocumentNode(node: entry.value, field: field, file: whole.file, log: whole.log)
    }
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

  internal func keyFault(_ key: String, _ problem: String, _ remedy: String) {
    let line = entries.first { $0.key == key }?.keyNode.mark?.line ?? whole.line
    whole.log.note(Fault(file: whole.file, line: line, field: whole.field, problem: problem, remedy: remedy))
  }
}
