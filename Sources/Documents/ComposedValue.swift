/// One value of a document with all that is in it, as it was composed: made once, never changed, and handed on for the
/// price of counting who holds it.
///
/// The YAML library's own nodes are taken apart and copied, weak references and all, each time that somebody looks into
/// them; reading a theory looks into each of them several times.
internal final class ComposedValue: Sendable {
  /// How a text is written.
  enum Style: Sendable { case plain, quoted, block }

  enum Content: Sendable {
    case text(String, Style)
    case list([ComposedValue])
    case group(Group)
  }

  /// A key with its value.
  struct Pair: Sendable {
    let key: ComposedValue
    let value: ComposedValue
    /// The key's text; `nil` for a key that is a list or a group.
    let name: String?
  }

  /// Keys with their values, in the document's order. No key stands twice.
  struct Group: Sendable {
    /// Below this, looking at one key after another is quicker than working out a place.
    private static let few = 16

    let pairs: [Pair]
    /// The place of each key, where there are many.
    private let places: [String: Int]?

    init(_ pairs: [Pair]) {
      self.pairs = pairs
      guard pairs.count > Self.few else {
        places = nil
        return
      }
      var places: [String: Int] = [:]
      for (place, pair) in pairs.enumerated() { if let name = pair.name { places[name] = place } }
      self.places = places
    }

    subscript(key: String) -> ComposedValue? {
      if let places { return places[key].map { pairs[$0].value } }
      for place in pairs.indices where pairs[place].name == key { return pairs[place].value }
      return nil
    }
  }

  let content: Content
  /// The line in the file, from 1.
  let line: Int

  init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  var text: String? { if case .text(let text, _) = content { text } else { nil } }
  var list: [ComposedValue]? { if case .list(let items) = content { items } else { nil } }
  var group: Group? { if case .group(let group) = content { group } else { nil } }

  /// Whether YAML or JSON takes the text for nothing at all.
  var isNull: Bool {
    guard case .text(let text, .plain) = content else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }
}
