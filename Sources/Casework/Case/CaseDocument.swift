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
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of the file.
  public static func read(path: String) throws(FaultyDocument) -> Case {
    try read(DocumentFile(path: path))
  }

  /// Reads a case whose text is already at hand.
  ///
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of the file.
  public static func read(_ file: DocumentFile) throws(FaultyDocument) -> Case {
    try YAMLDocument.read(
      file, "case", remedy: "See the description of the case document.", by: Case.init)
  }
}

extension CaseDocument {
  /// A case in canonical form: what holds without being written is left out, and equal cases give the same bytes.
  ///
  /// Reading it gives an equal case; that is tried before it is given.
  ///
  /// - Parameters:
  ///   - subject: the case.
  ///   - name: what the file is called.
  /// - Throws: ``/Documents/FaultyDocument`` when a document can't hold the case: one with an empty title, for instance,
  ///   or with events that aren't in order.
  public static func write(_ subject: Case, named name: String = "case.yaml") throws(FaultyDocument)
    -> DocumentFile
  {
    let file = DocumentFile(name: name, text: subject.document.yaml())
    guard try read(file) == subject else {
      throw FaultyDocument(faults: [
        Fault(
          file: name, line: nil, field: "", problem: "the case holds something that a document can't",
          remedy: "Put the events in order, and leave out empty texts.")
      ])
    }
    return file
  }

  /// A case as one JSON object: the keys of the document, in the canonical order. ``read(_:)`` reads it, since JSON made
  /// so is YAML. Equal cases give the same bytes.
  public static func json(_ subject: Case) -> String {
    JSONText.readableAsYAML(subject.document.json()) + "\n"
  }
}
