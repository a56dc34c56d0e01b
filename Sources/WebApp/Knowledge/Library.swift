import BundledKnowledge
import Casework
import Documents
import ProgrammeTheory

/// The bundled theories and cases, read once.
struct Library: Sendable {
  /// A bundled case, with its document as it stands in its file.
  struct BundledDocument: Sendable {
    let id: String
    let text: String
    let subject: Case
  }

  let theories: [Theory]
  let cases: [BundledDocument]
  /// The theories as they are explored.
  let explorations = Explorations()

  /// - Throws: ``/Documents/FaultyDocument`` when a bundled document can't be read.
  init(_ folder: KnowledgeFolder) throws {
    theories = try folder.theories.map { try TheoryDocument.read(path: $0.path) }
    cases = try folder.cases.map { bundled in
      let file = try DocumentFile(path: bundled.path)
      return BundledDocument(id: bundled.id, text: file.text, subject: try CaseDocument.read(file))
    }
    guard !theories.isEmpty else { throw PageError.noTheory }
  }

  func theory(_ id: Theory.ID) -> Theory? { theories.first { $0.identity.id == id } }

  func `case`(_ id: String) -> BundledDocument? { cases.first { $0.id == id } }

  /// The theory that new collaborations are described for: the first whole one.
  var first: Theory? { theories.first { !$0.identity.extent.isPartial } ?? theories.first }

  /// The theory of a case: the one that it names, or the first where it names none.
  ///
  /// - Throws: ``PageError`` when it names a theory that isn't bundled.
  func theory(for subject: Case) throws(PageError) -> Theory {
    if let named = subject.theory {
      guard let theory = theory(named) else { throw .unknownTheory(named.text) }
      return theory
    }
    guard let first else { throw .noTheory }
    return first
  }
}
