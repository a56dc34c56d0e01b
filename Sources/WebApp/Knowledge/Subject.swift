import Casework
import ProgrammeTheory

/// What a page is about: a collaboration that somebody described here, or a bundled case. The same pages are shown of both;
/// a bundled one can't be changed.
struct Subject: Sendable {
  /// Where its pages begin, such as `/collaborations/abc`.
  let base: String
  /// The case, as it stands or stood.
  let subject: Case
  let theory: Theory
  /// The collaboration that it is kept as; `nil` for a bundled case.
  let stored: StoredCollaboration?

  var isBundled: Bool { stored == nil }

  /// Where it lies, for the trail of its pages.
  var trail: [PageHead.Link] {
    [PageHead.Link(words: "Home", address: "/"), PageHead.Link(words: subject.title, address: base)]
  }
}

extension Site {
  /// A collaboration of this site.
  ///
  /// - Throws: ``PageError/noCollaboration``, ``PageError/unknownTheory(_:)``.
  func collaboration(_ id: String, revision: Int? = nil) async throws -> Subject {
    let stored = try await store.collaboration(id, revision: revision)
    return Subject(
      base: "/collaborations/\(stored.id)", subject: stored.subject,
      theory: try library.theory(for: stored.subject),
      stored: stored)
  }

  /// A bundled case.
  func bundledCase(_ id: String) throws(PageError) -> Subject {
    guard let bundled = library.case(id) else { throw .noCollaboration }
    return Subject(
      base: "/cases/\(bundled.id)", subject: bundled.subject,
      theory: try library.theory(for: bundled.subject),
      stored: nil)
  }
}
