import Foundation
import TestSupport
import Testing

@Suite("Interruption and lost output")
struct InterruptionTests {
  @Test("Interrupted, it ends by the signal, which a shell tells as 130, and writes nothing")
  func interrupted() async throws {
    try await TemporaryFolder.during { folder in
      // In the place of Graphviz something that interrupts the program that waits for it, and then takes long.
      let dot = try folder.file("dot", "#!/bin/sh\nkill -INT $PPID\nexec sleep 3\n")
      #expect(chmod(dot, 0o700) == 0)
      let old = try folder.file("page.html", "old")
      // Where the tests run in the background, what they start would ignore the signal as they do.
      let before = signal(SIGINT, SIG_DFL)
      let outcome = try await Program.withGardens(variables: ["REALIST_DOT": dot]) { gardens in
        try await gardens.run("assess", "quarry-row", "--html", old)
      }
      _ = signal(SIGINT, before)
      #expect(outcome.wasSignalled && outcome.code == SIGINT && outcome.out.isEmpty)
      #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    }
  }

  @Test(
    "Where the output can't be written, that is said, with exit code 1",
    arguments: ["theory paths trust faith", "list"])
  func noRoom(_ arguments: String) async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try await Program().shell("exec \"$0\" \(arguments) >/dev/full")
    #expect(outcome.code == 1 && !outcome.wasSignalled)
    #expect(outcome.err.contains("the output can't be written. Check the space on the disk"))
  }

  @Test("Where the output is closed, it doesn't trap")
  func closed() async throws {
    let outcome = try await Program().shell("exec \"$0\" theory show >&-")
    #expect(outcome.code == 1 && !outcome.wasSignalled && outcome.err.contains("the output can't be written"))
  }

  @Test("A reader that leaves early isn't a fault to tell of")
  func head() async throws {
    let outcome = try await Program().shell("\"$0\" theory show --format json | head -n 1")
    #expect(outcome.out == "{\n" && outcome.err.isEmpty)
  }
}
