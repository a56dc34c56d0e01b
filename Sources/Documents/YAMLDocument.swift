internal import Yams

/// Reads YAML into nodes that know their places.
public enum YAMLDocument {
  /// Composes one YAML document.
  ///
  /// Anchors and aliases are refused: people don't write them, and a few lines of them can stand for more text than
  /// fits into memory. So are tags, which our documents have no use for.
  ///
  /// - Parameters:
  ///   - file: the file's name and text.
  ///   - log: takes the faults of the syntax; a reader goes on to note its own there.
  /// - Returns: the root, or `nil` when the text isn't one YAML document.
  public static func root(of file: DocumentFile, log: FaultLog) -> DocumentNode? {
    func note(_ problem: String, _ remedy: String, _ line: Int?) {
      log.note(Fault(file: file.name, line: line, field: "", problem: problem, remedy: remedy))
    }
    if let finding = CostScan.finding(in: file.text, signs: &log.signs) {
      let words = words(of: finding)
      note(words.problem, words.remedy, words.line)
      return nil
    }
    do {
      // Every scalar is taken as text and read by what it is asked for, so YAML's own guesses at types aren't needed.
      // The parser is kept alive while the nodes are walked, since nodes hold their anchors weakly.
      let parser = try Parser(yaml: roomy(file.text), resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        note("the file holds no document", "Write the document, or start from a template.", 1)
        return nil
      }
      if let refused = withExtendedLifetime(parser, { firstRefused(in: node) }) {
        let isTag = refused.anchor == nil
        note(isTag ? tag.problem : anchor.problem, isTag ? tag.remedy : anchor.remedy, refused.mark?.line)
        return nil
      }
      return DocumentNode(node: node, field: "", file: file.name, log: log)
    } catch let error as YamlError {
      let words = words(of: error, in: file.text)
      note(words.problem, words.remedy, words.line)
    } catch {
      note("the text can't be read as YAML", "Check that it is a text file.", nil)
    }
    return nil
  }

  /// Reads what one YAML document stands for.
  ///
  /// - Parameters:
  ///   - file: the file's name and text.
  ///   - what: what is read, in words: “case”.
  ///   - remedy: what to do where it isn't there.
  ///   - make: makes it of the root, and notes the faults that it finds; `nil` where there is nothing to make it of.
  /// - Throws: ``FaultyDocument`` with every fault of the file.
  public static func read<Value>(
    _ file: DocumentFile, _ what: String, remedy: String, by make: (DocumentNode) -> Value?
  ) throws(FaultyDocument) -> Value {
    let log = FaultLog()
    let value = root(of: file, log: log).flatMap(make)
    try log.throwIfFaulty()
    guard let value else {
      throw FaultyDocument(faults: [
        Fault(file: file.name, line: nil, field: "", problem: "there is no \(what) in it", remedy: remedy)
      ])
    }
    return value
  }

  /// The library keeps a pointer into the text, and a text of fewer than 16 bytes has no place of its own to point to.
  private static func roomy(_ text: String) -> String {
    text.utf8.count < 16 ? text + "\n# roomy enough" : text
  }

  /// The first node with an anchor or a tag. It never descends into an anchor, since what is behind aliases may be
  /// without end.
  private static func firstRefused(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    if !["tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"]
      .contains(node.tag.rawValue)
    {
      return node
    }
    switch node {
    case .alias: return node
    case .scalar: return nil
    case .sequence(let items):
      for item in items { if let found = firstRefused(in: item) { return found } }
    case .mapping(let pairs):
      for (key, value) in pairs {
        if let found = firstRefused(in: key) ?? firstRefused(in: value) { return found }
      }
    }
    return nil
  }
}
