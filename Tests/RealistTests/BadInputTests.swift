import Foundation
import Testing

@Suite("What can't be used")
struct BadInputTests {
  /// A refusal as the program documents it: 2, a message for the person, and nothing on standard output.
  private func expectRefusal(
    _ run: ProgramRun, _ words: String..., at location: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == 2, sourceLocation: location)
    #expect(run.output.isEmpty, sourceLocation: location)
    for word in words { #expect(run.complaint.contains(word), sourceLocation: location) }
  }

  @Test("A name that nothing has is refused, with the nearest that something has")
  func names() throws {
    expectRefusal(
      try ProgramRun("assess", "enforced-mergr"), "No case is called", "Did you mean enforced-merger?")
    expectRefusal(
      try ProgramRun("theory", "show", "aunger-2012"), "No theory is called", "Did you mean aunger-2021?")
    expectRefusal(
      try ProgramRun("theory", "paths", "legal-agrements", "trust"), "Did you mean legal-agreements?")
    expectRefusal(try ProgramRun("theory", "why", "nothing-at-all"), "no concept")
  }

  @Test("A path that is no document is refused")
  func paths() throws {
    expectRefusal(try ProgramRun("assess", "/nowhere/case.yaml"), "there is no such file")
    expectRefusal(try ProgramRun("assess", FileManager.default.temporaryDirectory.path), "this is a folder")
    expectRefusal(try ProgramRun("assess", "/dev/zero"), "no ordinary file")
    expectRefusal(
      try ProgramRun("theory", "check", FileManager.default.temporaryDirectory.path + "/"), "theory.yaml")
    expectRefusal(
      try ProgramRun("assess", "enforced-merger", environment: ["REALIST_HOME": "/nowhere"]), "REALIST_HOME")
  }

  @Test(
    "A text that is no case is refused",
    arguments: [
      ("", "empty"), ("a: &x 1\nb: *x\n", "anchor"), ("a: 1\na: 2\n", "twice"), ("- 1\n", "group of keys"),
      ("a: [", "missing"), ("a\u{0}", "U+0000"), (String(repeating: "[", count: 100_000), "nesting"),
      (String(repeating: "a", count: 5_000_000), "4 MB"),
    ])
  func texts(text: String, word: String) throws {
    try withFile(text) { path in expectRefusal(try ProgramRun("assess", path), path, word) }
  }

  @Test("Every fault of a case is told at once, with its line, its field and what would be right")
  func faults() throws {
    let text = """
      format: realist-case/1
      id: Not An Id
      titel: Ours
      kind: maybe
      facts:
        - {concept: trust, is: hgih, of: somebody}
        - [1]
      events: 3
      """
    try withFile(text) { path in
      let run = try ProgramRun("assess", path)
      expectRefusal(
        run, "case.yaml:1: “title” is missing", "case.yaml:2: id:", "Did you mean “title”?",
        "case.yaml:4: kind:",
        "case.yaml:6: facts[0].is:", "case.yaml:6: facts[0].of: no partner", "case.yaml:7: facts[1]:",
        "case.yaml:8: events:")
      let complaints = run.complaint.split(separator: "\n")
      #expect(Set(complaints).count == complaints.count)
    }
  }

  @Test("A page that can't be written is refused, and what was there stays")
  func page() throws {
    expectRefusal(
      try ProgramRun("assess", "enforced-merger", "--html", "/nowhere/page.html"), "can't be written")
    expectRefusal(
      try ProgramRun("assess", "enforced-merger", "--html", FileManager.default.temporaryDirectory.path),
      "this is a folder")
    try withFile("mine", named: "kept.html") { path in
      expectRefusal(try ProgramRun("assess", "no-such-case", "--html", path), "No case")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }
  }

  @Test(
    "Options out of range are refused",
    arguments: [
      ["assess", "enforced-merger", "--width", "10"], ["assess", "enforced-merger", "--as-of", "2012-13"],
      ["assess", "enforced-merger", "--format", "pdf"], ["theory", "loops", "--at-most", "99"],
      ["theory", "paths", "a", "b", "--at-most", "0"], ["sources", "--role", "none"], ["nothing"],
      ["assess"],
    ])
  func options(arguments: [String]) throws {
    expectRefusal(try ProgramRun(arguments: arguments), "realist")
  }

  @Test("Output that can't be written is a failure, and says so")
  func fullDisk() throws {
    let run = try ProgramRun("assess", "enforced-merger", output: "/dev/full")
    #expect(run.status == 1 && run.complaint.contains("can't be written"))
  }

  @Test("A word that the theory doesn't have is a silence of the theory, not a fault of the case")
  func silence() throws {
    let text = """
      format: realist-case/1
      id: ours
      title: Ours
      summary: S
      kind: real
      theory: aunger-2021
      arrangement: joint-ventur
      facts:
        - {concept: court-ruling, is: high}
      further:
        - {what: Money ran out}
      """
    try withFile(text) { path in
      let run = try ProgramRun("assess", path)
      let told = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(run.status == 0)
      #expect(told.contains("What the theory is silent on") && told.contains("Money ran out"))
      #expect(told.contains("court-ruling") && told.contains("did you mean “joint-venture”?"))
    }
  }
}
