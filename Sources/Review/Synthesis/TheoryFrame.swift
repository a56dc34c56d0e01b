import Bibliography
public import Documents
public import ProgrammeTheory

/// All of a theory document that doesn't come from codings: who and what it is, references, phases, groups, theories of the
/// middle range, entry points, arrangements, statements, citations, patterns, levers, outlook, case fields, dynamics.
///
/// It is kept in the words of the theory document's own format, so that a log stays readable by later versions as theory
/// documents do. Framing again replaces it.
public struct TheoryFrame: Sendable, Hashable, Codable {
  /// The frame as a theory document without concepts, tellings, configurations and rivals, in canonical form.
  public let document: String
  /// The works that it has, with the parts that they play, by what codings may call them; the work that it frames is among them, by the frame's own id.
  public let roles: [String: Source.Role]

  /// The frame of a theory.
  ///
  /// - Throws: `FaultyDocument` where two references have one id.
  public init(of theory: Theory) throws(FaultyDocument) {
    do { document = try TheoryDocument.frameText(of: theory) } catch {
      throw FaultyDocument(faults: [
        Fault(
          file: TheoryDocument.referencesFile, line: nil, field: "", problem: "two references have one id",
          remedy: "Give each an id of its own.")
      ])
    }
    roles = Dictionary(
      ([theory.identity.id.text] + theory.references.map(\.id)).map { ($0, theory.role(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads a frame as a person writes it: a folder or a file.
  ///
  /// - Throws: `FaultyDocument` with every fault.
  public init(path: String) throws(FaultyDocument) {
    try self.init(of: TheoryDocument.readFrame(path: path))
  }

  /// A theory that has nothing but the frame.
  ///
  /// - Throws: `FaultyDocument` where the log holds something else than a frame.
  public func theory() throws(FaultyDocument) -> Theory { try TheoryDocument.readFrame(file) }

  /// The concepts that the frame names, each with the field in which it stands first.
  var conceptsNamed: [(concept: Concept.ID, field: String)] { TheoryDocument.conceptsNamed(inFrame: file) }

  private var file: DocumentFile { DocumentFile(name: "frame", text: document) }
}
