import Foundation
internal import GRDB
import ProgrammeTheory
import Reporting

/// An assessment that was shown, as it is listed.
struct KeptAssessment: Sendable, Hashable {
  let number: Int
  let revision: Int
  let made: Int
  let theory: String
  let theoryVersion: String
  let program: String
}

extension Store {
  /// Keeps an assessment as it was shown. One that is kept already stays as it was.
  func keep(
    _ page: Page, of id: String, revision: Int, theory: String, version: String, program: String
  ) async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(page.withoutUnnamed), as: UTF8.self)
    let now = clock()
    try await write { database in
      try database.execute(
        sql: """
          INSERT INTO assessment (collaboration, number, revision, made, theory, theoryVersion, program, page)
          SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? FROM assessment WHERE collaboration = ?
          ON CONFLICT DO NOTHING
          """, arguments: [id, revision, now, theory, version, program, text, id])
    }
  }

  /// Whether an assessment is kept already.
  func isKept(of id: String, revision: Int, theory: String, version: String, program: String) async throws
    -> Bool
  {
    try await read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM assessment WHERE collaboration = ? AND revision = ? AND theory = ?
            AND theoryVersion = ? AND program = ?)
          """, arguments: [id, revision, theory, version, program]) ?? false
    }
  }

  /// The assessments that were shown of a collaboration, the last first.
  func assessments(of id: String) async throws -> [KeptAssessment] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT number, revision, made, theory, theoryVersion, program FROM assessment
          WHERE collaboration = ? ORDER BY number DESC LIMIT 5000
          """, arguments: [id]
      ).map(Self.kept)
    }
  }

  /// One of them, as it was shown.
  ///
  /// - Throws: ``PageError/notFound`` when there is none of this number.
  func assessment(_ number: Int, of id: String) async throws -> (KeptAssessment, Page) {
    let found = try await read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM assessment WHERE collaboration = ? AND number = ?",
        arguments: [id, number]
      ).map { (Self.kept($0), $0["page"] as String) }
    }
    guard let (kept, text) = found else { throw PageError.notFound }
    return (kept, try JSONDecoder().decode(Page.self, from: Foundation.Data(text.utf8)))
  }

  private static func kept(_ row: Row) -> KeptAssessment {
    KeptAssessment(
      number: row["number"], revision: row["revision"], made: row["made"], theory: row["theory"],
      theoryVersion: row["theoryVersion"], program: row["program"])
  }
}

extension Page {
  /// The page without the explanations and sources that nothing on it names.
  var withoutUnnamed: Page {
    let mentions = Mentions(of: self)
    var page = self
    page.explanations = mentions.explanations
    page.sources = mentions.sources
    return page
  }
}

extension Site {
  /// Keeps what is shown of a collaboration, so that it can be opened later as it was. Where there is no room for it, it is
  /// shown all the same.
  ///
  /// - Returns: what a person is told of it, if anything.
  func keep(_ study: Studies.Study, of subject: Subject) async throws -> String? {
    do {
      try await keepWhole(study, of: subject)
      return nil
    } catch let fault as StoreFault where fault.isWithoutRoom {
      return "This assessment is not kept, so it can’t be opened later as it is now. \(fault.pageError.what)"
    }
  }

  private func keepWhole(_ study: Studies.Study, of subject: Subject) async throws {
    guard let stored = subject.stored else { return }
    let (theory, version) = (subject.theory.identity.id.text, subject.theory.identity.version)
    let program = settings.program
    let isKept = try await store.isKept(
      of: stored.id, revision: stored.revision, theory: theory, version: version, program: program)
    guard !isKept else { return }
    try await store.keep(
      study.page, of: stored.id, revision: stored.revision, theory: theory, version: version, program: program
    )
  }
}
