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
  /// What codings may call a source by it: the ids of its references, and its own.
  public let sources: Set<String>

  private enum CodingKeys: String, CodingKey { case document, sources }

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
    sources = Set(theory.references.map(\.id) + [theory.identity.id.text])
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
  public func theory() throws(FaultyDocument) -> Theory {
    try TheoryDocument.readFrame(files: [DocumentFile(name: "frame", text: document)])
  }

  /// Reads a frame.
  ///
  /// - Throws: `DecodingError` where it isn't one.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    document = try fields.decode(String.self, forKey: .document)
    sources = Set(try fields.decode([String].self, forKey: .sources))
  }

  /// Writes the frame, its sources in the order of their names.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(document, forKey: .document)
    try fields.encode(sources.sorted(), forKey: .sources)
  }
}
