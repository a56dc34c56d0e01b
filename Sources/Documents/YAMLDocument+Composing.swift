internal import Yams

extension YAMLDocument {
  /// What a text is refused for.
  internal enum Refusal: Error {
    case empty
    case anchor(line: Int)
    case tag(line: Int)
    case syntax(YamlError)
    case unreadable
  }

  /// What a text stands for.
  internal static func composed(_ text: String) throws(Refusal) -> ComposedValue {
    do {
      // Every scalar is taken as text and read by what it is asked for, so YAML's own guesses at types aren't needed.
      // The parser is kept alive while the nodes are walked, since nodes hold their anchors weakly.
      let parser = try Parser(yaml: roomy(text), resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else { throw Refusal.empty }
      return try withExtendedLifetime(parser) { try value(of: node) }
    } catch let refusal as Refusal {
      throw refusal
    } catch let error as YamlError {
      throw .syntax(error)
    } catch {
      throw .unreadable
    }
  }

  /// The library keeps a pointer into the text, and a text of fewer than 16 bytes has no place of its own to point to.
  private static func roomy(_ text: String) -> String {
    text.utf8.count < 16 ? text + "\n# roomy enough" : text
  }

  /// The library's node as a value of our own. It never descends into an anchor, since what is behind aliases may be
  /// without end.
  private static func value(of node: Node) throws(Refusal) -> ComposedValue {
    // Each look at a node's part through the node itself would copy it once more.
    switch node {
    case .scalar(let scalar):
      let line = try line(scalar.mark, scalar.anchor, scalar.tag)
      return ComposedValue(.text(scalar.string, style(scalar.style)), line: line)
    case .sequence(let items):
      let line = try line(items.mark, items.anchor, items.tag)
      var values: [ComposedValue] = []
      values.reserveCapacity(items.count)
      for item in items { values.append(try value(of: item)) }
      return ComposedValue(.list(values), line: line)
    case .mapping(let mapping):
      let line = try line(mapping.mark, mapping.anchor, mapping.tag)
      var pairs: [ComposedValue.Pair] = []
      pairs.reserveCapacity(mapping.count)
      // Its iterator would copy all of it first.
      for index in mapping.startIndex..<mapping.endIndex {
        let pair = mapping[index]
        let key = try value(of: pair.key)
        pairs.append(ComposedValue.Pair(key: key, value: try value(of: pair.value), name: key.text))
      }
      return ComposedValue(.group(ComposedValue.Group(pairs)), line: line)
    case .alias(let alias): throw .anchor(line: alias.mark?.line ?? 1)
    }
  }

  /// The line of a node; refuses one that has an anchor or a tag.
  private static func line(_ mark: Mark?, _ anchor: Anchor?, _ tag: Tag) throws(Refusal) -> Int {
    let line = mark?.line ?? 1
    guard anchor == nil else { throw .anchor(line: line) }
    guard tag.rawValue.isEmpty || plainTags.contains(tag.rawValue) else { throw .tag(line: line) }
    return line
  }

  /// The tags that say no more than the text without a tag.
  private static let plainTags = [
    "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map",
  ]

  private static func style(_ style: Node.Scalar.Style) -> ComposedValue.Style {
    switch style {
    case .any, .plain: .plain
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    }
  }
}
