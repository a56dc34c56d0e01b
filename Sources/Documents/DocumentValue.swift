/// A value on its way into a YAML document: what a writer builds and ``yaml()`` prints in the one canonical way.
public indirect enum DocumentValue: Sendable, Hashable {
  /// Words: quoted where YAML, or another reader of it, would take them for something else.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// A decimal number, written in the fewest digits that give it back.
  case decimal(Double)
  /// Yes or no.
  case yesOrNo(Bool)
  /// A list, an item a line.
  case list([DocumentValue])
  /// A list in brackets on one line, where it fits; otherwise an item a line.
  case inlineList([DocumentValue])
  /// A group of keys, a key a line, in the order given.
  case group([Pair])
  /// A group of keys in braces on one line, where it fits; otherwise a key a line.
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
}
