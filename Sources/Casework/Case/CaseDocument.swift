public import Documents

/// A case as a person writes it: one YAML file.
public enum CaseDocument {
  /// What stands under `format` in documents that this version reads.
  public static let format = "realist-case/1"

  /// Reads a case.
  ///
  /// Whether the case speaks of things that a theory knows isn't asked here: what a theory has no concept for is a
  /// finding about the theory, not a fault of the case.
  ///
  /// - Parameter path: the YAML file.
  /// - Throws: ``Documents/FaultyDocument`` with every fault of the file.
  public static func read(path: String) throws(FaultyDocument) -> Case {
    try read(DocumentFile(path: path))
  }

  /// Reads a case whose text is already at hand.
  ///
  /// - Throws: ``Documents/FaultyDocument`` with every fault of the file.
  public static func read(_ file: DocumentFile) throws(FaultyDocument) -> Case {
    let log = FaultLog()
    let read = YAMLDocument.root(of: file, log: log).flatMap(Case.init)
    try log.throwIfFaulty()
    guard let read else {
      throw FaultyDocument(faults: [
        Fault(
          file: file.name, line: nil, field: "", problem: "there is no case in it",
          remedy: "See the description of the case document.")
      ])
    }
    return read
  }
}
