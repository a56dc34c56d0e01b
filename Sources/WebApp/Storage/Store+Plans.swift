import Casework
import Documents
internal import GRDB
import ProgrammeTheory

/// A plan that was saved, as it stands.
struct StoredPlan: Sendable, Hashable {
  let id: String
  let title: String
  let changed: Int
  /// Counts its changes, so that two windows don't overwrite each other.
  let revision: Int
  /// How many rounds are run for it.
  let rounds: Int
  /// The plan document.
  let document: String
}

extension Store {
  /// How many plans a collaboration may have.
  static let mostPlans = 100

  /// Plans are documents, as cases are: a theory that changes leaves them as they were written.
  static func makePlans(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE plan (
          collaboration TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
          id TEXT NOT NULL,
          title TEXT NOT NULL,
          made INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          revision INTEGER NOT NULL,
          rounds INTEGER NOT NULL,
          document TEXT NOT NULL,
          PRIMARY KEY (collaboration, id)
        ) STRICT, WITHOUT ROWID;
        """)
  }

  /// The plans of a collaboration, by their titles.
  func plans(of collaboration: String) async throws -> [StoredPlan] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM plan WHERE collaboration = ? ORDER BY title, id",
        arguments: [collaboration]
      ).map(Self.plan)
    }
  }

  /// One of them.
  ///
  /// - Throws: ``PageError/noPlan`` when there is none of this name.
  func plan(_ id: String, of collaboration: String) async throws -> StoredPlan {
    let found = try await read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM plan WHERE collaboration = ? AND id = ?",
        arguments: [collaboration, id]
      ).map(Self.plan)
    }
    guard let found else { throw PageError.noPlan }
    return found
  }

  /// Saves a new plan, under a name that no other plan of the collaboration has.
  ///
  /// - Parameter naming: gives the plan, and its document, a name that isn't among those taken.
  /// - Returns: the name.
  /// - Throws: ``PageError/tooManyPlans``; ``StoreFault``.
  func addPlan(
    to collaboration: String, rounds: Int, naming: @escaping @Sendable (Set<String>) throws -> ActionPlan
  ) async throws -> String {
    let now = clock()
    return try await write { database in
      let taken = try String.fetchAll(
        database, sql: "SELECT id FROM plan WHERE collaboration = ?", arguments: [collaboration])
      guard taken.count < Self.mostPlans else { throw PageError.tooManyPlans }
      let plan = try naming(Set(taken))
      try database.execute(
        sql: """
          INSERT INTO plan (collaboration, id, title, made, changed, revision, rounds, document)
          VALUES (?, ?, ?, ?, ?, 1, ?, ?)
          """,
        arguments: [
          collaboration, plan.id.text, plan.title, now, now, rounds, PlanDocument.write(plan).text,
        ])
      return plan.id.text
    }
  }

  /// Saves a change of a plan.
  ///
  /// - Parameter old: what was changed. Should it have been changed meanwhile elsewhere, nothing is saved.
  /// - Throws: ``PageError/planChangedMeanwhile``; ``StoreFault``.
  func save(_ plan: ActionPlan, rounds: Int, over old: StoredPlan, of collaboration: String) async throws {
    let now = clock()
    try await write { database in
      try database.execute(
        sql: """
          UPDATE plan SET title = ?, changed = ?, revision = revision + 1, rounds = ?, document = ?
          WHERE collaboration = ? AND id = ? AND revision = ?
          """,
        arguments: [
          plan.title, now, rounds, PlanDocument.write(plan).text, collaboration, old.id, old.revision,
        ])
      guard database.changesCount == 1 else { throw PageError.planChangedMeanwhile }
    }
  }

  /// Takes a plan out.
  func deletePlan(_ id: String, of collaboration: String) async throws {
    try await write {
      try $0.execute(
        sql: "DELETE FROM plan WHERE collaboration = ? AND id = ?", arguments: [collaboration, id])
    }
  }

  private static func plan(_ row: Row) -> StoredPlan {
    StoredPlan(
      id: row["id"], title: row["title"], changed: row["changed"], revision: row["revision"],
      rounds: row["rounds"], document: row["document"])
  }
}

extension PageError {
  static let noPlan = PageError(
    404, "Plan not found", "No plan of this collaboration has this address.",
    "It may have been deleted. The page “Plan” lists those that there are.")
  static let tooManyPlans = PageError(
    409, "Too many plans", "This collaboration has \(Store.mostPlans) plans already. Nothing was saved.",
    "Delete one that you don’t need, then save this one.")
  static let planChangedMeanwhile = PageError(
    409, "Changed meanwhile",
    "This plan was changed or deleted in another window since you opened the form. Nothing was saved.",
    "Go back, load the page again to see what it is now, and change it once more.")
}
