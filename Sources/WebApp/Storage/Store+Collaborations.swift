import Casework
import Documents
internal import GRDB

/// A collaboration as it is listed.
struct CollaborationEntry: Sendable, Hashable {
  let id: String
  let title: String
  let changed: Int
  let revision: Int
}

/// A collaboration as it stands, or as it stood at one of its revisions.
struct StoredCollaboration: Sendable {
  let id: String
  let revision: Int
  /// When it was last changed, in seconds since 1970.
  let changed: Int
  /// What the present sitting of its interview holds that the case doesn't.
  let sitting: InterviewSitting
  let subject: Case
}

/// What a revision did.
enum RevisionKind: String, Sendable, Hashable {
  case begun, copied, imported, answered, told, measured, taken
}

/// A revision as it is listed.
struct RevisionEntry: Sendable, Hashable {
  let number: Int
  let made: Int
  let kind: RevisionKind
  let about: String
}

extension Store {
  /// Every collaboration, those changed last first.
  func collaborations() async throws -> [CollaborationEntry] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT id, title, changed, revision FROM collaboration ORDER BY changed DESC, id LIMIT 1000"
      ).map {
        CollaborationEntry(id: $0["id"], title: $0["title"], changed: $0["changed"], revision: $0["revision"])
      }
    }
  }

  /// A collaboration.
  ///
  /// - Parameter revision: one of its revisions; without it, as it stands.
  /// - Throws: ``PageError/noCollaboration`` when there is none of this name.
  func collaboration(_ id: String, revision: Int? = nil) async throws -> StoredCollaboration {
    let row = try await read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT revision.number, revision.made, revision.document, collaboration.sitting
          FROM collaboration JOIN revision ON revision.collaboration = collaboration.id
          WHERE collaboration.id = ? AND revision.number = coalesce(?, collaboration.revision)
          """, arguments: [id, revision]
      ).map { row in
        (row["number"] as Int, row["made"] as Int, row["document"] as String, row["sitting"] as String)
      }
    }
    guard let (number, made, document, sitting) = row else { throw PageError.noCollaboration }
    return StoredCollaboration(
      id: id, revision: number, changed: made, sitting: InterviewSitting(json: sitting),
      subject: try CaseDocument.read(DocumentFile(name: "\(id).yaml", text: document)))
  }

  /// Begins a collaboration.
  ///
  /// - Returns: its identifier, which nobody can guess.
  func begin(_ subject: Case, kind: RevisionKind, about: String = "") async throws -> String {
    let document = try CaseDocument.write(subject).text
    let id = Self.newIdentifier()
    let now = clock()
    let title = subject.title
    try await write { database in
      try database.execute(
        sql:
          "INSERT INTO collaboration (id, title, made, changed, revision, sitting) VALUES (?, ?, ?, ?, 1, '{}')",
        arguments: [id, title, now, now])
      try Self.add(
        RevisionEntry(number: 1, made: now, kind: kind, about: about), of: id, document, to: database)
    }
    return id
  }

  /// Saves a change as the next revision.
  ///
  /// - Parameter old: what was changed. Should it have been changed meanwhile elsewhere, nothing is saved.
  /// - Throws: ``PageError/changedMeanwhile``; ``StoreFault``.
  func save(
    _ subject: Case, sitting: InterviewSitting, over old: StoredCollaboration, kind: RevisionKind,
    about: String
  ) async throws {
    let document = try CaseDocument.write(subject).text
    let now = clock()
    let title = subject.title
    let isSame = subject == old.subject
    let json = sitting.json
    try await write { database in
      let current = try Int.fetchOne(
        database, sql: "SELECT revision FROM collaboration WHERE id = ?", arguments: [old.id])
      guard let current else { throw PageError.noCollaboration }
      guard current == old.revision else { throw PageError.changedMeanwhile }
      let next = isSame ? current : current + 1
      try database.execute(
        sql: "UPDATE collaboration SET title = ?, changed = ?, revision = ?, sitting = ? WHERE id = ?",
        arguments: [title, now, next, json, old.id])
      guard !isSame else { return }
      try Self.add(
        RevisionEntry(number: next, made: now, kind: kind, about: about), of: old.id, document, to: database)
    }
  }

  /// The revisions of a collaboration, the last first.
  func revisions(of id: String) async throws -> [RevisionEntry] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql:
          "SELECT number, made, kind, about FROM revision WHERE collaboration = ? ORDER BY number DESC LIMIT 5000",
        arguments: [id]
      ).map {
        RevisionEntry(
          number: $0["number"], made: $0["made"], kind: RevisionKind(rawValue: $0["kind"]) ?? .answered,
          about: $0["about"])
      }
    }
  }

  /// Takes a collaboration out, with all that belongs to it.
  func delete(_ id: String) async throws {
    try await write { try $0.execute(sql: "DELETE FROM collaboration WHERE id = ?", arguments: [id]) }
  }

  private static func add(
    _ entry: RevisionEntry, of id: String, _ document: String, to database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO revision (collaboration, number, made, kind, about, document) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [id, entry.number, entry.made, entry.kind.rawValue, entry.about, document])
  }

  /// 80 bits at random, as letters and digits that nobody mixes up.
  static func newIdentifier() -> String {
    var random = SystemRandomNumberGenerator()
    let signs = Array("abcdefghjkmnpqrstuvwxyz023456789".utf8)
    return String(decoding: (0..<16).compactMap { _ in signs.randomElement(using: &random) }, as: UTF8.self)
  }
}

extension PageError {
  static let changedMeanwhile = PageError(
    409, "Changed meanwhile",
    "This collaboration was changed in another window since you opened the form. Nothing was saved.",
    "Go back, load the page again to see what it is now, and answer once more.")
}
