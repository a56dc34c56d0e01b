internal import GRDB

extension Store {
  /// Takes a collaboration out in the state in which somebody saw it.
  ///
  /// - Returns: whether it was still in that state; if not, it stays.
  func delete(_ old: StoredCollaboration) async throws -> Bool {
    try await write { database in
      try database.execute(
        sql: "DELETE FROM collaboration WHERE id = ? AND revision = ?", arguments: [old.id, old.revision])
      return database.changesCount > 0
    }
  }
}
