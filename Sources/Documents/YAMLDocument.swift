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
    mayBeComposed(file, countedIn: log, log: log) ? composed(file, log: log) : nil
  }

  /// Whether composing a text comes to an end in good time; notes what stands against it.
  ///
  /// - Parameters:
  ///   - file: the file's name and text.
  ///   - whole: counts what all files of a reading hold together. Only what comes before a file counts against it, so
  ///     files are asked for in their order.
  ///   - log: takes the fault.
  package static func mayBeComposed(_ file: DocumentFile, countedIn whole: FaultLog, log: FaultLog) -> Bool {
    guard let finding = whole.costly(in: file.text) else { return true }
    note(words(of: finding), of: file, log)
    return false
  }

  /// The root of a document that may be composed.
  package static func composed(_ file: DocumentFile, log: FaultLog) -> DocumentNode? {
    do {
      let value = try composed(file.text)
      return DocumentNode(root: value, file: file.name, log: log)
    } catch {
      note(words(of: error, in: file.text), of: file, log)
      return nil
    }
  }

  private static func note(
    _ words: (problem: String, remedy: String, line: Int?), of file: DocumentFile, _ log: FaultLog
  ) {
    log.note(
      Fault(file: file.name, line: words.line, field: "", problem: words.problem, remedy: words.remedy))
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
}
