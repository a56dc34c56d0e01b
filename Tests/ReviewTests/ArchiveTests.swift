import Foundation
import Literature
import TestSupport
import Testing

@testable import Review

@Suite("Archives")
struct ArchiveTests {
  @Test("An archive holds what it says, and every program for zips opens it")
  func opened() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(4, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      let counts = try review.archive(to: folder("a.zip"))
      #expect(counts.acts == 3 && counts.records == 4)
      let script = try folder.file(
        "try.py",
        """
        import csv, io, json, sys, zipfile
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        print(",".join(sorted(z.namelist())))
        print(len(json.loads(z.read("records.json"))), len(z.read("acts.jsonl").splitlines()))
        print(len(list(csv.reader(io.StringIO(z.read("screening.csv").decode())))))
        """)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", script, folder("a.zip")]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(
        told
          == "README.md,acts.jsonl,places.csv,protocol.yaml,records.json,review.json,screening.csv\n4 3\n5\n")
    }
  }

  @Test("A review without records is archived and restored too")
  func empty() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      try review.archive(to: folder("a.zip"))
      let again = try Review.restore(folder("a.zip"), to: folder("b.realist"))
      #expect(try again.rows() == review.rows())
    }
  }

  @Test("A file that is there is never replaced by a restored one")
  func taken() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      try review.archive(to: folder("a.zip"))
      #expect(throws: ReviewFault.exists(folder("r.realist"))) {
        try Review.restore(folder("a.zip"), to: folder("r.realist"))
      }
      #expect(throws: ReviewFault.self) { try review.archive(to: folder("no/such/folder.zip")) }
    }
  }

  /// An archive with some bytes changed, and what is written of it.
  private func expectRefusal(_ bytes: [UInt8], _ label: String, in folder: TemporaryFolder) throws {
    let path = try folder.file("bad.zip", bytes)
    let before = try folder.names()
    do {
      let review = try Review.restore(path, to: folder("new.realist"))
      // Damage may hit what nobody reads, such as the page for people.
      #expect(try review.recordCount() == 3, "\(label)")
      review.close()
      try FileManager.default.removeItem(atPath: folder("new.realist"))
    } catch let fault as ReviewFault {
      guard case .refused(let words) = fault else { throw fault }
      #expect(words.hasPrefix(path), "\(label): \(words)")
      #expect(try folder.names() == before, "\(label)")
    }
  }

  @Test("A damaged archive is refused in words, and leaves nothing behind")
  func damaged() throws {
    try TemporaryFolder.with { folder in
      try MadeReview.filled(3, in: folder).archive(to: folder("a.zip"))
      let whole = [UInt8](try bytes(folder("a.zip")))
      for length in stride(from: 0, to: whole.count, by: 97) {
        try expectRefusal(Array(whole.prefix(length)), "cut at \(length)", in: folder)
      }
      var random = SplitMix64(seed: 5)
      for round in 0..<150 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try expectRefusal(bytes, "round \(round)", in: folder)
      }
    }
  }

  private func zip(_ script: String, in folder: TemporaryFolder) throws {
    let path = try folder.file(
      "make.py",
      """
      import sys, zipfile
      source = zipfile.ZipFile(sys.argv[1])
      parts = [(i.filename, source.read(i)) for i in source.infolist()]
      target = zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_STORED)
      \(script)
      target.close()
      """)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", path, folder("a.zip"), folder("b.zip")]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test(
    "Zips of others are restored where they are plain, and refused with the remedy where they aren't",
    arguments: [
      ("for n, b in parts: target.writestr(n, b)", ""),
      ("for n, b in reversed(parts): target.writestr(n, b)", ""),
      ("for n, b in parts: target.writestr(n, b, zipfile.ZIP_DEFLATED)", "zip -0"),
      ("for n, b in parts: target.writestr('../' + n, b)", "no plain name"),
      ("for n, b in parts: target.writestr('/' + n, b)", "no plain name"),
      ("for n, b in parts + parts: target.writestr(n, b)", "stands twice"),
      ("for n, b in parts[:2]: target.writestr(n, b)", "it holds no acts.jsonl"),
      ("for n, b in parts: target.writestr(n, b.replace(b'\"Ann\"', b'5'))", "don't belong together"),
      ("for n, b in parts: target.writestr(n, b[:-40] if n == 'places.csv' else b)", "don't belong together"),
      ("for n, b in parts: target.writestr(n, b'[]' if n == 'records.json' else b)", "don't belong together"),
      (
        "for n, b in parts: target.writestr(n, b.replace(b'archive/1', b'archive/9'))",
        "no archive of a review that"
      ),
      (
        "for n, b in parts: target.writestr(n, b.replace(b'\"count\":3', b'\"count\":9223372036854775807'))",
        "don't belong"
      ),
      (
        "for n, b in parts: target.writestr(n, b.replace(b'\"began\"', b'\"ended\"'))",
        "don't belong together"
      ),
    ])
  func byOthers(_ script: String, _ words: String) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      try review.archive(to: folder("a.zip"))
      try zip(script, in: folder)
      do {
        let again = try Review.restore(folder("b.zip"), to: folder("new.realist"))
        #expect(words.isEmpty)
        #expect(try again.rows() == review.rows())
      } catch let fault as ReviewFault {
        #expect(!words.isEmpty && fault.refusal.contains(words), "\(fault)")
        #expect(!(try folder.names().contains("new.realist")))
      }
    }
  }
}
