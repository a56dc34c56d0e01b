import Foundation
internal import GRDB

/// The shape of the file, one numbered step after another. A step that has been released is never changed: a new one is
/// added, and a test brings a file of each earlier version up to date.
extension Store {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001 collaborations", migrate: makeCollaborations)
    migrator.registerMigration("002 assessments", migrate: makeAssessments)
    migrator.registerMigration("003 plans", migrate: makePlans)
    return migrator
  }

  /// A collaboration is its case document; each change of it is a revision that stays.
  private static func makeCollaborations(_ database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        CREATE TABLE site (id INTEGER PRIMARY KEY CHECK (id = 1), secret BLOB NOT NULL) STRICT;
        CREATE TABLE collaboration (
          id TEXT PRIMARY KEY,
          title TEXT NOT NULL,
          made INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          revision INTEGER NOT NULL,
          sitting TEXT NOT NULL
        ) STRICT;
        CREATE TABLE revision (
          collaboration TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
          number INTEGER NOT NULL,
          made INTEGER NOT NULL,
          kind TEXT NOT NULL,
          about TEXT NOT NULL,
          document TEXT NOT NULL,
          PRIMARY KEY (collaboration, number)
        ) STRICT, WITHOUT ROWID;
        """)
    var random = SystemRandomNumberGenerator()
    let secret = Foundation.Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
    try database.execute(sql: "INSERT INTO site (id, secret) VALUES (1, ?)", arguments: [secret])
  }

  /// What was shown is kept as it was: the page itself, with the versions it was made by.
  private static func makeAssessments(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE assessment (
          collaboration TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
          number INTEGER NOT NULL,
          revision INTEGER NOT NULL,
          made INTEGER NOT NULL,
          theory TEXT NOT NULL,
          theoryVersion TEXT NOT NULL,
          program TEXT NOT NULL,
          page TEXT NOT NULL,
          PRIMARY KEY (collaboration, number),
          UNIQUE (collaboration, revision, theory, theoryVersion, program)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
