internal import Yams

/// A value on its way into a YAML document: what a writer builds and ``yaml()`` prints in the one canonical way.
public indirect enum DocumentValue: Sendable, Hashable {
  /// Words, or a number or date as they are written.
  case text(String)
  /// A list, an item a line.
  case list([DocumentValue])
  /// A list on one line, in brackets.
  case inlineList([DocumentValue])
  /// A group of keys, a key a line, in the order given.
  case group([Pair])
  /// A group of keys on one line, in braces.
  case inlineGroup([Pair])

  /// A key with its value.
  public struct Pair: Sendable, Hashable {
    /// The key.
    public let key: String
    /// What stands under it.
    public let value: DocumentValue

    /// Makes a pair.
    public init(_ key: String, _ value: DocumentValue) {
      self.key = key
      self.value = value
    }
  }

  /// The YAML text of a document with this value as root: block style, two spaces, keys in the order given, and a
  /// text quoted only where YAML would take it for something else.
  ///
  /// - Throws: an error of the YAML library; none is known for values of this type.
  public func yaml() throws -> String {
    try Yams.serialize(node: node, indent: 2, width: 110, allowUnicode: true)
  }

  private var node: Node {
    switch self {
    case .text(let text):
      let plain = Node(text)
      let meansText = plain.tag.description == Tag.Name.str.rawValue && !text.isEmpty
      let isNumberLike = Double(text) != nil
      return meansText || isNumberLike ? plain : Node(text, .implicit, .doubleQuoted)
    case .list(let items): return Node(items.map(\.node), .implicit, .block)
    case .inlineList(let items): return Node(items.map(\.node), .implicit, .flow)
    case .group(let pairs): return Node(pairs.map { (Node($0.key), $0.value.node) }, .implicit, .block)
    case .inlineGroup(let pairs): return Node(pairs.map { (Node($0.key), $0.value.node) }, .implicit, .flow)
    }
  }
}
