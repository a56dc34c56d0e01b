internal import Yams

/// Reads YAML into nodes that know their places.
public enum YAMLDocument {
  /// Composes one YAML document.
  ///
  /// Anchors and aliases are refused: people don't write them, and a few lines of them can stand for more text than
  /// fits into memory.
  ///
  /// - Parameters:
  ///   - file: the file's name and text.
  ///   - log: takes the faults of the syntax; a reader goes on to note its own there.
  /// - Returns: the root, or `nil` when the text isn't one YAML document.
  public static func root(of file: DocumentFile, log: FaultLog) -> DocumentNode? {
    do {
      // Every scalar is taken as text and read by what it is asked for, so YAML's own guesses at types aren't needed.
      // The parser is kept alive while the nodes are walked, since nodes hold their anchors weakly.
      let parser = try Parser(yaml: file.text, resolver: .basic)
      guard let node = try parser.singleRoot() else {
        note("the file holds no document", "Write the document, or start from a template.", 1, file, log)
        return nil
      }
      let anchored = withExtendedLifetime(parser) { firstAnchored(in: node) }
      if let anchored {
        note(
          "an anchor or alias (& or *) is not allowed here", "Write the value out where it is meant.",
          anchored.mark?.line, file, log)
        return nil
      }
      return DocumentNode(node: node, field: "", file: file.name, log: log)
    } catch let error as YamlError {
      let (problem, line) = words(of: error)
      note(
        problem, "Mend the YAML there; quoting the text or checking the indentation often helps.", line, file,
        log)
    } catch {
      note("the text can't be read as YAML", "Check that it is a text file.", nil, file, log)
    }
    return nil
  }

  private static func note(
    _ problem: String, _ remedy: String, _ line: Int?, _ file: DocumentFile, _ log: FaultLog
  ) {
    log.note(Fault(file: file.name, line: line, field: "", problem: problem, remedy: remedy))
  }

  /// The first node with an anchor. It never descends into one, since what is behind aliases may be without end.
  private static func firstAnchored(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .alias: return node
    case .scalar: return nil
    case .sequence(let items):
      for item in items { if let found = firstAnchored(in: item) { return found } }
    case .mapping(let pairs):
      for (key, value) in pairs {
        if let found = firstAnchored(in: key) ?? firstAnchored(in: value) { return found }
      }
    }
    return nil
  }

  private static func words(of error: YamlError) -> (problem: String, line: Int?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ("the YAML can't be read: \(problem)", mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { "\u{201C}\($0.clipped)\u{201D}" }.joined(separator: ", ")
      return ("the same key stands twice in one group: \(keys)", context.mark.line)
    case .reader(let problem, _, _, _):
      return ("the YAML can't be read: \(problem)", nil)
    default:
      return ("the YAML can't be read", nil)
    }
  }
}
