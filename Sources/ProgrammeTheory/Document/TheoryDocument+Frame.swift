package import Documents

/// The frame of a theory: all that doesn't come from codings. It is written as a theory document is, without concepts,
/// tellings, configurations and rivals, which whoever holds the frame has elsewhere.
extension TheoryDocument {
  /// Reads a frame: a folder or one file, as a theory is read.
  ///
  /// What is named in it may be defined elsewhere, so only what it defines itself is held against itself.
  ///
  /// - Returns: a theory without concepts, tellings, configurations and rivals.
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of every file.
  package static func readFrame(path: String) throws(FaultyDocument) -> Theory {
    try reader(of: path).theory(named: path, isFrame: true)
  }

  /// Reads a frame whose one file is at hand.
  ///
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of it.
  package static func readFrame(_ file: DocumentFile) throws(FaultyDocument) -> Theory {
    var reader = TheoryReader()
    reader.take([file])
    return try reader.theory(named: file.name, isFrame: true)
  }

  /// The concepts that a frame names, each with the field in which it stands first; none for what is no frame.
  package static func conceptsNamed(inFrame file: DocumentFile) -> [(concept: Concept.ID, field: String)] {
    var reader = TheoryReader()
    reader.take([file])
    return reader.conceptsNamed
  }

  /// The frame of a theory as one JSON object in canonical form: equal frames give the same bytes.
  ///
  /// - Throws: an error of the list of references when two references have one id.
  package static func frameText(of theory: Theory) throws -> String {
    try json(theory.identity.pairs + theory.frame + theory.evidence + theory.settings, theory.references)
  }
}
