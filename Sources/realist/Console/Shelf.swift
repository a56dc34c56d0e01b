import BundledKnowledge
import Casework
import Documents
import Foundation
import ProgrammeTheory

/// Where theories and cases are found: by the identifier of a bundled one, or by a path.
struct Shelf {
  /// Finds the bundled knowledge only when it is asked for: a person with files of their own doesn't need it.
  private func bundled() throws -> KnowledgeFolder { try KnowledgeFolder.locate() }

  func theory(_ name: String) throws -> Theory {
    if CaseName.isPath(name) { return try TheoryDocument.read(path: name) }
    let folder = try bundled()
    guard let theory = folder.theory(name) else {
      if exists(name) { return try TheoryDocument.read(path: name) }
      throw unknown(name, "theory", among: folder.theories.map(\.id))
    }
    return try TheoryDocument.read(path: theory.path)
  }

  /// The theory that was asked for, or the first of those that are bundled.
  func theoryOrFirst(_ name: String?) throws -> Theory {
    if let name { return try theory(name) }
    guard let first = try bundled().theories.first else {
      throw Complaint("No theory is bundled. Give the path of one.")
    }
    return try TheoryDocument.read(path: first.path)
  }

  func caseDocument(_ name: String) throws -> Case { try CaseDocument.read(path: casePath(name)) }

  /// Where a case stands that is named by the identifier of a bundled one, or by a path.
  func casePath(_ name: String) throws -> String {
    if CaseName.isPath(name) { return name }
    let folder = try bundled()
    if let found = folder.case(name) { return found.path }
    guard exists(name) else { throw unknown(name, "case", among: folder.cases.map(\.id)) }
    return name
  }

  /// Where a case stands that another one names.
  ///
  /// - Parameter path: where the other one stands.
  func casePath(_ name: CaseName, from path: String) throws -> String {
    switch name {
    case .bundled(let id): try casePath(id.text)
    case .file(let file):
      URL(fileURLWithPath: file, relativeTo: URL(fileURLWithPath: path).deletingLastPathComponent()).path
    }
  }

  /// The theory of a case: the one asked for, or the one that the case names, or the only one there is.
  func theory(_ asked: String?, for subject: Case) throws -> Theory {
    if let asked { return try theory(asked) }
    if let named = subject.theory { return try theory(named.text) }
    let theories = try bundled().theories
    guard let only = theories.first, theories.count == 1 else {
      throw Complaint(
        "The case names no theory. Add theory: to it, or say which with --theory; bundled are "
          + theories.map(\.id).joined(separator: ", ") + ".")
    }
    return try TheoryDocument.read(path: only.path)
  }

  func theories() throws -> [Theory] { try bundled().theories.map { try TheoryDocument.read(path: $0.path) } }

  func cases() throws -> [Case] { try bundled().cases.map { try CaseDocument.read(path: $0.path) } }

  /// Whether a name that no bundled one has is a file or folder here, such as `.` or `my-theory`.
  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: name) }

  private func unknown(_ name: String, _ kind: String, among known: [String]) -> Complaint {
    let nearest = name.nearest(among: known).map { " Did you mean \($0)?" } ?? ""
    let list = known.isEmpty ? "none is bundled" : "bundled are \(known.joined(separator: ", "))"
    return Complaint(
      "No \(kind) is called “\(name)”: \(list).\(nearest) For a file of your own, give its path.")
  }
}
