import ProgrammeTheory
import Testing

/// What is no finding, and what counts as one where it isn't plain.
@Suite("Rules of the check")
struct FindingRuleTests {
  private typealias Change = GardenTheory.Change

  private static let talkRow = """
        place: {table: "2", row: Talk over the fence, number: 1}
        context: [{is: more talk}]
        mechanism: [{is: more belonging}]
        outcome: [{is: raises upkeep}]
        sources: as linked
    """

  private func found(_ changes: [GardenTheory.Change]) throws -> [Finding] {
    try GardenTheory.changed(changes).check().filter { $0.kind < .flowMismatch }
  }

  /// The row on talk with other slots.
  private func talkRow(
    _ context: String, _ mechanism: String, _ outcome: String, sources: String = "as linked"
  ) -> GardenTheory.Change {
    Change(
      Self.talkRow,
      """
          place: {table: "2", row: Talk over the fence, number: 1}
          context: [{is: \(context)}]
          mechanism: [{is: \(mechanism)}]
          outcome: [{is: \(outcome)}]
          sources: \(sources)
      """)
  }

  /// One more telling, at the end of the tellings.
  private func telling(_ slots: String) -> GardenTheory.Change {
    Change(
      "configurations:\n",
      """
      \(slots.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      configurations:

      """)
  }

  @Test("A row that tells a claim the other way round drifts no further")
  func reversed() throws {
    #expect(try found([talkRow("less talk", "less belonging", "lowers upkeep")]) == [])
  }

  @Test("A row is turned round before it is held against the prose")
  func reversedAndDrifting() throws {
    let findings = try found([talkRow("less talk", "less belonging", "raises quarrels")])
    #expect(findings.map(\.kind) == [.outcomeDrift])
    #expect(
      findings.map(\.sentence) == [
        "Much talk: the beds are kept in the prose, and quarrels cease in Table 2, turned round."
      ])
  }

  @Test("The authors' own reversal is held against what it reverses", arguments: [true, false])
  func inverts(agrees: Bool) throws {
    let findings = try found([
      telling(
        """
        - id: p-no-talk
          form: prose
          place: {section: Discussion, paragraph: 1}
          context: [{is: less talk}]
          mechanism: [{is: \(agrees ? "less" : "more") belonging}]
          outcome: [{is: lowers upkeep}]
          sources: [2]
          inverts: p-talk
        """), Change("tellings: [p-talk, r-talk]", "tellings: [p-talk, r-talk, p-no-talk]"),
    ])
    #expect(findings.allSatisfy { $0.kind == .polarityContradiction })
    // It contradicts the claim that it reverses, and the telling of the same silence.
    #expect(findings.count == (agrees ? 0 : 2))
  }

  @Test("The authors' own reversal is no further evidence")
  func inversionIsNoEvidence() throws {
    let findings = try GardenTheory.changed([
      Change("sources: [2, 3]", "sources: [2, 3]\n    inverts: p-talk")
    ]).check()
    #expect(findings.map(\.kind).contains(.noSource))
    #expect(findings.map(\.kind).contains(.oneDirectionOnly))
  }

  @Test("What people bring decides, so two strategies in one situation don't contradict each other")
  func chosen() throws {
    let quarrel = telling(
      """
      - id: p-shouting
        form: prose
        place: {section: Quarrels, paragraph: 4}
        context: [{is: more quarrels}]
        mechanism: [{is: less mediation}]
        outcome: [{is: lowers belonging}]
        sources: [1, 2]
      """)
    let claim = Change(
      "  - id: peace-talks\n",
      """
        - id: shouting-costs
          context: [more quarrels]
          mechanism: {is: [less mediation], kind: chosen}
          outcome: [lowers belonging]
          reverses: {answer: no, because: peace needs no shouting}
          tellings: [p-shouting]
        - id: peace-talks

      """)
    let gain = Change(
      "outcome: [buffers belonging]\n    reverses", "outcome: [raises belonging]\n    reverses")
    #expect(try found([quarrel, claim, gain]) == [])
  }

  @Test("Conditions that rule each other out keep two claims apart", arguments: ["less", "more"])
  func conditions(direction: String) throws {
    let findings = try found([
      Change(
        "context: [{is: less talk}]\n    mechanism: [{is: less belonging}]",
        "context: [{is: more talk}]\n    conditions: [{is: \(direction) quarrels}]\n"
          + "    mechanism: [{is: less belonging}]"),
      Change(
        "section: Talk, paragraph: 1}\n    context: [{is: more talk}]",
        "section: Talk, paragraph: 1}\n    context: [{is: more talk}]\n    conditions: [{is: less quarrels}]"),
      Change("sameAs: [r-talk]", "sameAs: []"), Change("tellings: [p-talk, r-talk]", "tellings: [p-talk]"),
      talkRow("more talk", "more mediation", "lowers quarrels", sources: "[1, 2]"),
    ])
    #expect(findings.contains { $0.kind == .polarityContradiction } == (direction == "less"))
  }

  @Test("The far end of a scale may do what its near end doesn't")
  func farEnd() throws {
    let silence = Change(
      "context: [{is: less talk}]\n    mechanism: [{is: less belonging}]",
      "context: [{is: much more talk}]\n    mechanism: [{is: less belonging}]")
    let claim = Change("context: [less talk]", "context: [much more talk]")
    #expect(try found([silence, claim]) == [])
  }

  @Test("What speaks against a claim is no contradiction of the source's own")
  func against() throws {
    let changes = [
      Change(
        "context: [{is: less talk}]\n    mechanism: [{is: less belonging}]",
        "context: [{is: more talk}]\n    bearing: against\n    mechanism: [{is: less belonging}]")
    ]
    #expect(try GardenTheory.changed(changes).check().contains { $0.kind == .evidenceAgainst })
    #expect(try found(changes) == [])
  }

  @Test("A passing argument may tell only a part, and isn't compared for sharing a configuration")
  func argued() throws {
    let passing = Change(
      "context: [{is: less quarrels}]\n    outcome: [{is: raises belonging}]\n    sources: [1]\n"
        + "    refersTo: [p-peace]",
      "context: [{is: less quarrels}]\n    mechanism: [{is: more mediation}]\n"
        + "    outcome: [{is: raises upkeep}]\n    sources: [1]")
    #expect(try found([passing]) == [])
  }

  @Test("Tellings that only a configuration brings together are compared where they agree most")
  func shared() throws {
    let unlinked = Change("sameAs: [r-talk]", "sameAs: []")
    let noReference = Change("from: p-talk, to: r-talk", "from: p-mediation, to: r-mediation")
    let drifting = talkRow("more talk", "more belonging", "lowers quarrels", sources: "[1, 2]")
    let second = telling(
      """
      - id: r-talk-again
        form: table
        place: {table: "2", row: Talk, number: 3}
        context: [{is: more talk}]
        mechanism: [{is: more belonging}]
        outcome: [{is: raises upkeep}]
        sources: [1, 2]
      """)
    let both = Change("tellings: [p-talk, r-talk]", "tellings: [p-talk, r-talk-again]")
    #expect(try found([unlinked, noReference, drifting]).map(\.kind) == [.outcomeDrift])
    #expect(try found([unlinked, noReference, drifting, second, both]) == [])
  }

  @Test("Two claims that contradict each other are told as kept, where the document keeps both")
  func rivals() throws {
    let contradiction = Change(
      "context: [{is: less talk}]\n    mechanism: [{is: less belonging}]",
      "context: [{is: more talk}]\n    mechanism: [{is: less belonging}]")
    let rivals = Change(
      "configurations:\n",
      """
      rivals:
        - id: what-talk-does
          about: whether talk keeps the beds
          readings:
            - {name: it does, configurations: [talk-keeps]}
            - {name: it doesn't, configurations: [silence-neglects]}
      configurations:

      """)
    let findings = try found([contradiction, rivals]).filter { $0.kind == .polarityContradiction }
    // The prose and the row tell the same, so it is one finding with three places.
    #expect(findings.map(\.places.count) == [3])
    #expect(findings.allSatisfy { $0.sentence.hasSuffix("Both readings are kept.") })
    #expect(
      findings.allSatisfy { finding in
        finding.subjects.contains { $0.description == "rivalry what-talk-does" }
      })
  }

  @Test("Two configurations that contradict each other are found where no two tellings do")
  func configurations() throws {
    let findings = try found([
      Change(
        "context: [less talk]\n    mechanism: {is: [less belonging]",
        "context: [more talk]\n    mechanism: {is: [less belonging]")
    ])
    #expect(findings.map(\.kind) == [.polarityContradiction])
    #expect(findings.first?.subjects.first?.description == "telling p-talk")
  }

  @Test("A work that stands twice in the list counts once, and its twin is named")
  func twins() throws {
    let twin = Change(
      "\"title\": \"On sheds\",\n   \"author\": [{\"family\": \"Elm\"}], \"issued\": {\"date-parts\": [[1990]]}",
      "\"title\": \"A year in nine gardens\",\n   \"author\": [{\"family\": \"Cedar\"}], "
        + "\"issued\": {\"date-parts\": [[2002]]}")
    let findings = try GardenTheory.changed([
      twin, Change("sources: [2, 3]", "sources: [3, 5]"),
      Change("speak of talk, works: [1, 2]", "speak of talk, works: [1, 5]"),
    ]).check()
    #expect(findings.map(\.kind) == [.calledIncludedButNotListed, .sameWorkTwice, .singleSource])
    #expect(findings.first?.sentence.hasSuffix("; [3] is the same work, and is on it.") ?? false)
  }

  @Test("A lever or a question reaches a context that nothing brings about")
  func reached() throws {
    let unasked = Change(",\n     question: {ask: Are there quarrels?}", "")
    let lever = Change(
      "flow:\n", "levers:\n  - {id: host, name: Host a supper, moves: [lowers quarrels]}\nflow:\n")
    #expect(try GardenTheory.changed([unasked, lever]).check() == [])
  }

  @Test("A trap is found in the web where no loop is named")
  func trap() throws {
    let findings = try GardenTheory.changed([
      Change(
        "context: [less talk]\n    mechanism: {is: [less belonging], kind: produced}\n    outcome: [lowers upkeep]",
        "context: [less upkeep]\n    mechanism: {is: [less belonging], kind: produced}\n    outcome: [lowers talk]"
      )
    ]).check().filter { $0.kind == .loopWithoutExit }
    #expect(findings.map(\.sentence) == ["The loop of talk and upkeep: nothing leads out of it."])
  }

  @Test("A theory that was put together with loose ends is checked all the same")
  func looseEnds() throws {
    var theory = try GardenTheory.changed()
    theory.tellings.removeFirst(2)
    theory.concepts = []
    theory.references = []
    theory.sources = []
    #expect(!theory.check().isEmpty)
    #expect(Theory(identity: theory.identity).check() == [])
  }
}
