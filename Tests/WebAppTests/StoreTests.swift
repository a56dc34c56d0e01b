import BundledKnowledge
import Casework
import Foundation
import GRDB
import ProgrammeTheory
import TestSupport
import Testing

@testable import WebApp

@Suite("The file in which everything stands")
struct StoreTests {
  private func store(_ path: String) throws -> Store { try Store(path: path, clock: { TestSite.now }) }

  private func blank(_ title: String = "T") throws -> Case {
    let id = try #require(Case.ID("a"))
    let theory = try #require(Theory.ID("t"))
    return CaseInterview.blank(id: id, theory: theory)
  }

  @Test("Every table is strict, and what is written is written through")
  func shape() async throws {
    try await TemporaryFolder.during { folder in
      let store = try store(folder("a.realist"))
      defer { store.close() }
      let tables = try await store.read { database in
        try Row.fetchAll(database, sql: "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
          .map { ($0["name"] as String, $0["strict"] as Bool) }
      }
      let loose = tables.filter { !$0.1 && !$0.0.hasPrefix("sqlite_") && $0.0 != "grdb_migrations" }
      #expect(loose.isEmpty, "\(loose)")
      let modes = try await store.write { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA synchronous"),
          try String.fetchOne(database, sql: "PRAGMA journal_mode"),
          try Int.fetchOne(database, sql: "PRAGMA foreign_keys")
        )
      }
      #expect(modes.0 == 2 && modes.1 == "wal" && modes.2 == 1)
    }
  }

  @Test("Nobody but its owner may read it")
  func permissions() throws {
    try TemporaryFolder.with { folder in
      try store(folder("a.realist")).close()
      let mode =
        try FileManager.default.attributesOfItem(atPath: folder("a.realist"))[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test("A file of another program, of a newer version, or of no program is refused, and stays as it is")
  func foreign() throws {
    try TemporaryFolder.with { folder in
      let other = try DatabaseQueue(path: folder("other.db"))
      try other.write { try $0.execute(sql: "CREATE TABLE x (y)") }
      try other.close()
      #expect(throws: StoreFault.foreign(folder("other.db"))) { try store(folder("other.db")) }

      try store(folder("new.db")).close()
      let newer = try DatabaseQueue(path: folder("new.db"))
      try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')") }
      try newer.close()
      #expect(throws: StoreFault.newer(folder("new.db"))) { try store(folder("new.db")) }

      let text = try folder.file("text.db", "This is no database, and long enough to be looked at as one. ")
      #expect(throws: StoreFault.damaged(text)) { try store(text) }
      #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("This is no database"))
      #expect(throws: StoreFault.unopenable("/nowhere/at/all.db")) { try store("/nowhere/at/all.db") }
    }
  }

  @Test("On a full disk nothing is half-written, and a person is told")
  func full() async throws {
    let site = try TestSite()
    let base = try await site.copy()
    let before = try await site.document(base)
    try await site.site.store.write { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages)")
    }
    var statuses: [Int] = []
    for number in 0..<40 {
      let answer = try await site.answer(
        base, "summary", [("text", String(repeating: "word \(number) ", count: 400)), ("say", "save")])
      statuses.append(answer.status)
      if answer.status == 507 {
        #expect(answer.text.contains("The disk is full") && answer.text.contains("nothing was changed"))
        break
      }
    }
    #expect(statuses.last == 507)
    let taken = statuses.filter { $0 == 303 }.count
    let after = try await site.document(base)
    #expect(
      taken == 0 ? after == before : after.contains("word \(taken - 1) ") && !after.contains("word \(taken) ")
    )
    let check = try await site.site.store.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    #expect(check == ["ok"])
  }

  @Test(
    "A backup of a file in use holds what was saved; a damaged one, and another program's, are not restored")
  func copies() async throws {
    try await TemporaryFolder.during { folder in
      let store = try store(folder("a.realist"))
      let id = try await store.begin(blank(), kind: .begun)
      try StoreCopies.backUp(folder("a.realist"), to: folder("b.realist"))
      let later = try await store.begin(blank(), kind: .begun)
      store.close()

      let kept = try StoreCopies.restore(folder("b.realist"), to: folder("a.realist"), stamp: "1")
      let restored = try self.store(folder("a.realist"))
      #expect(try await restored.collaborations().map(\.id) == [id])
      restored.close()
      let old = try self.store(try #require(kept))
      #expect(try await Set(old.collaborations().map(\.id)) == [id, later])
      old.close()

      var bytes = try Array(Foundation.Data(contentsOf: URL(fileURLWithPath: folder("b.realist"))))
      for index in bytes.indices.dropFirst(4_096) { bytes[index] = UInt8(truncatingIfNeeded: index) }
      let damaged = try folder.file("damaged.realist", bytes)
      let text = try folder.file("text.realist", String(repeating: "no database ", count: 99))
      for bad in [damaged, text, folder("none.realist")] {
        #expect(throws: StoreFault.self) { try StoreCopies.restore(bad, to: folder("a.realist"), stamp: "2") }
      }
      let still = try self.store(folder("a.realist"))
      #expect(try await still.collaborations().map(\.id) == [id])
      still.close()
      #expect(try folder.names().filter { $0.contains("partial") || $0.contains("restoring") }.isEmpty)
    }
  }

  @Test("A file that is being used isn't replaced")
  func inUse() async throws {
    try await TemporaryFolder.during { folder in
      let store = try store(folder("a.realist"))
      _ = try await store.begin(blank(), kind: .begun)
      try StoreCopies.backUp(folder("a.realist"), to: folder("b.realist"))
      #expect(throws: StoreFault.busy(folder("a.realist"))) {
        try StoreCopies.restore(folder("b.realist"), to: folder("a.realist"), stamp: "1")
      }
      #expect(try await store.collaborations().count == 1)
      store.close()
    }
  }
}
