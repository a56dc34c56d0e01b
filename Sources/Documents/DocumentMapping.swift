internal import Yams

/// A group of keys with values, with its place.
public struct DocumentMapping {
  /// The mapping as a value, for faults of the whole.
  public let whole: DocumentNode
  private let entries: [(key: String, keyNode: Node, value: Node)]
  private let places: [String: Int]

  internal init(of whole: DocumentNode, mapping: Node.Mapping) {
    self.whole = whole
    var entries: [(key: String, keyNode: Node, value: Node)] = []
    var places: [String: Int] = [:]
    for (key, value) in mapping {
      guard let text = key.scalar?.string else {
        let node = DocumentNode(node: key, field: whole.field, file: whole.file, log: whole.log)
        node.fault("a key should be a word, and is \(node.kind)", "Write key: value.")
        continue
      }
      // The YAML reader has refused keys that stand twice.
      places[text] = entries.count
      entries.append((text, key, value))
    }
    self.entries = entries
    self.places = places
  }

  /// The keys, in the document's order.
  public var keys: [String] { entries.map(\.key) }

  /// The value of a key that may be left out.
  public func optional(_ key: String) -> DocumentNode? {
    places[key].map { place in
      let field = whole.field.isEmpty ? key.clipped : "\(whole.field).\(key.clipped)"
      return DocumentNode(node: entries[place].value, field: field, file: whole.file, log: whole.log)
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

  /// Notes a fault for each key that isn't one of these.
  internal func refuseKeys(except known: [String]) {
    let allowed = Set(known)
    for entry in entries where !allowed.contains(entry.key) {
      whole.log.note(unknown(entry.key, line: entry.keyNode.mark?.line, known: known))
    }
  }

  private func unknown(_ key: String, line: Int?, known: [String]) -> Fault {
    let nearest = key.nearest(among: known).map { " Did you mean \u{201C}\($0)\u{201D}?" } ?? ""
    return Fault(
      file: whole.file, line: line ?? whole.line, field: whole.field,
      problem: "\u{201C}\(key.clipped)\u{201D} is no key of this part",
      remedy: "Known here: \(known.joined(separator: ", ")).\(nearest)")
  }
}
