import Foundation
import GRDB
import Literature
import TestSupport
import Testing

@testable import Review

@Suite("The review file")
struct ReviewFileTests {
  @Test("A new review can be closed and opened, and says what it is")
  func reopened() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      review.close()
      let again = try Review(path: folder("r.realist"))
      #expect(try again.title() == "A review")
      #expect(try again.acts().map(\.act.kind) == [.began])
      #expect(try again.acts().first?.at == "2026-01-02T03:04:05Z")
      again.close()
      #expect(try folder.names() == ["r.realist"])
      let head = [UInt8](try bytes(folder("r.realist")).prefix(72))
      #expect(Array(head[68...]) == Array("rlrv".utf8))
    }
  }

  @Test("A file that is there is never replaced by a new review")
  func taken() throws {
    try TemporaryFolder.with { folder in
      let path = try folder.file("r.realist", "my notes")
      #expect(throws: ReviewFault.exists(path)) { try Review.create(path, title: "T", by: "Ann") }
      #expect(try bytes(path) == Data("my notes".utf8))
      #expect(try folder.names() == ["r.realist"])
    }
  }

  @Test("What isn't a review is refused in words, and stays as it is")
  func foreign() throws {
    try TemporaryFolder.with { folder in
      func database(_ name: String, _ sql: String) throws -> String {
        let queue = try DatabaseQueue(path: folder(name))
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
        return folder(name)
      }
      let whole = try MadeReview.filled(30, in: folder, "whole")
      whole.close()
      var damaged = [UInt8](try bytes(folder("whole")))
      for place in 5_000..<9_000 { damaged[place] = 0xA5 }
      let cases: [(String, (String) -> ReviewFault)] = [
        (try folder.file("text", "TY  - JOUR\n"), ReviewFault.foreign),
        (try folder.file("empty", ""), ReviewFault.foreign),
        (try folder.file("short", "SQLite format 3\0"), ReviewFault.damaged),
        (try database("other", "CREATE TABLE a (b)"), ReviewFault.foreign),
        (
          try database("web", "PRAGMA application_id = 0x7265616C; CREATE TABLE a (b)"),
          ReviewFault.webDatabase
        ),
        (try folder.file("damaged", damaged), ReviewFault.damaged),
        (try folder.file("cut", damaged.prefix(3_000)), ReviewFault.damaged),
        (folder("none"), ReviewFault.missing),
        (folder.path, ReviewFault.foreign), ("", ReviewFault.missing),
      ]
      for (path, fault) in cases {
        let before = try? bytes(path)
        #expect(throws: fault(path), "\(path)") {
          let review = try Review(path: path)
          defer { review.close() }
          _ = try review.counts()
          try review.append(.noted(RecordNote(record: 1, text: "x")), by: "Ann")
        }
        #expect((try? bytes(path)) == before, "\(path) was changed")
      }
    }
  }

  @Test("A file of a newer version is read, and never written")
  func newer() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      try review.database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 of later')") }
      review.close()
      let path = folder("r.realist")
      let before = try bytes(path)
      let newer = try Review(path: path)
      #expect(newer.isReadOnly)
      #expect(try newer.recordCount() == 3)
      #expect(throws: ReviewFault.newer(path)) {
        try newer.append(.noted(RecordNote(record: 1, text: "x")), by: "Ann")
      }
      newer.close()
      #expect(try bytes(path) == before)
      #expect("\(ReviewFault.newer(path))".contains("Use that version"))
    }
  }

  @Test("The log and the records can't be changed, by whatever way")
  func appendOnly() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(2, in: folder)
      let before = try review.rows()
      for sql in [
        "UPDATE act SET by = 'Eve'", "DELETE FROM act WHERE number = 2",
        "INSERT OR REPLACE INTO act VALUES (1, '', 'Eve', 'began', '{}')",
        "INSERT INTO act VALUES (9, '', 'Eve', 'began', '{}')", "UPDATE record SET title = ''",
        "DELETE FROM record WHERE id = 2",
      ] {
        #expect(throws: DatabaseError.self, "\(sql)") {
          try review.database.write { try $0.execute(sql: sql) }
        }
      }
      #expect(try review.rows() == before)
    }
  }

  @Test(
    "Whoever does something has a name of one line",
    arguments: ["", " ", "a\nb", "a\u{1B}[2J", String(repeating: "a", count: 101)])
  func nameless(_ name: String) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      let fault = #expect(throws: ReviewFault.self) {
        try review.append(.noted(RecordNote(record: 1, text: "x")), by: name)
      }
      #expect(fault?.refusal.contains("--by") == true)
    }
  }

  @Test("Two programs on one file lose nothing of each other's")
  func together() async throws {
    try await TemporaryFolder.during { folder in
      let path = folder("r.realist")
      try MadeReview.filled(60, in: folder).close()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (name, records) in [("Ann", 1...30), ("Ben", 31...60)] {
          group.addTask {
            let review = try Review(path: path)
            for record in records {
              try review.decide(
                Decision(record: record, stage: .titleAndAbstract, verdict: .include), by: name)
            }
            review.close()
          }
        }
        try await group.waitForAll()
      }
      let review = try Review(path: path)
      #expect(try review.acts().map(\.number) == Array(1...62))
      #expect(try review.counts().stages.first?.kept == 60)
    }
  }

  @Test("Where another program is writing, that is said after a while, and nothing is changed")
  func busy() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      let path = folder("r.realist")
      let other = try Review(path: path, patience: 0.2)
      try review.database.write { (_: Database) throws -> Void in
        let fault = #expect(throws: ReviewFault.busy(path)) {
          try other.append(.noted(RecordNote(record: 1, text: "x")), by: "Ben")
        }
        #expect(fault?.isNobodysDoing == true && fault?.description.contains("Wait until it is done") == true)
        #expect(try other.recordCount() == 1)
      }
      try other.append(.noted(RecordNote(record: 1, text: "x")), by: "Ben")
      #expect(try review.acts().count == 3)
    }
  }
}
