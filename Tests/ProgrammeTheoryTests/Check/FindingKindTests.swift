import Bibliography
import ProgrammeTheory
import Testing

/// A change of the small theory that brings up one finding of a kind, and what the finding has to be about.
struct Brought: Sendable, CustomTestStringConvertible {
  let kind: Finding.Kind
  let by: String
  let changes: [GardenTheory.Change]
  let about: [String]
  let places: Int
  let says: String

  init(
    _ kind: Finding.Kind, _ by: String, _ changes: [GardenTheory.Change], about: [String], places: Int,
    says: String
  ) {
    self.kind = kind
    self.by = by
    self.changes = changes
    self.about = about
    self.places = places
    self.says = says
  }

  var testDescription: String { "\(kind.rawValue): \(by)" }
}

@Suite("Each kind of finding")
struct FindingKindTests {
  @Test("A theory in which everything fits shows nothing")
  func nothing() throws {
    #expect(try GardenTheory.changed().check() == [])
  }

  @Test("A change brings up the finding, once, with its parts and places", arguments: all)
  func appears(_ brought: Brought) throws {
    let findings = try GardenTheory.changed(brought.changes).check().filter { $0.kind == brought.kind }
    try #require(findings.count == 1, "\(findings.map(\.sentence))")
    #expect(findings[0].subjects.map(\.description) == brought.about)
    #expect(findings[0].places.count == brought.places)
    #expect(findings[0].sentence == brought.says)
    #expect(!findings[0].short.isEmpty)
  }

  @Test("Every kind is brought up by some change")
  func complete() {
    #expect(Set(Self.all.map(\.kind)) == Set(Finding.Kind.allCases))
  }

  static let all = tellings + numbers + evidence + web

  private typealias Change = GardenTheory.Change

  private static let row = """
        place: {table: "2", row: Talk over the fence, number: 1}
        context: [{is: more talk}]
        mechanism: [{is: more belonging}]
        outcome: [{is: raises upkeep}]
    """

  /// The row on talk with other slots.
  private static func row(_ context: String, _ mechanism: String, _ outcome: String) -> Change {
    Change(
      row,
      """
          place: {table: "2", row: Talk over the fence, number: 1}
          context: [\(context)]
          mechanism: [\(mechanism)]
          outcome: [\(outcome)]
      """)
  }

  // MARK: What is told twice

  private static let tellings: [Brought] = [
    Brought(
      .polarityContradiction, "the table turns a mechanism round",
      [row("{is: more talk}", "{is: less belonging}", "{is: raises upkeep}")],
      about: [
        "telling p-talk", "telling r-talk", "concept belonging", "configuration talk-keeps",
      ], places: 2,
      says: "Much talk: belonging grows in the prose, but belonging fades in Table 2."),
    Brought(
      .roleShift, "the table makes an outcome of the mechanism",
      [row("{is: more talk}", "{is: less quarrels}", "{is: raises belonging}")],
      about: ["telling p-talk", "telling r-talk", "concept belonging"], places: 2,
      says: "Much talk: belonging is a mechanism in the prose and an outcome in Table 2."),
    Brought(
      .gainOrSmallerLoss, "the table makes a gain of a buffer",
      [
        Change(
          """
              place: {table: "2", row: Someone who mediates in quarrels, number: 2}
              context: [{is: more quarrels}]
              mechanism: [{is: more mediation}]
              outcome: [{is: buffers belonging}]
          """,
          """
              place: {table: "2", row: Someone who mediates in quarrels, number: 2}
              context: [{is: more quarrels}]
              mechanism: [{is: more mediation}]
              outcome: [{is: raises belonging}]
          """)
      ],
      about: ["telling p-mediation", "telling r-mediation", "concept belonging"], places: 2,
      says: "Many quarrels: a loss of belonging is smaller in the prose, and belonging grows in Table 2."),
    Brought(
      .mechanismDrift, "the table gives another mechanism",
      [row("{is: more talk}", "{is: less quarrels}", "{is: raises upkeep}")],
      about: ["telling p-talk", "telling r-talk", "concept belonging", "concept quarrels"], places: 2,
      says: "Much talk: it works through feeling at home in the prose, and peace in Table 2."),
    Brought(
      .outcomeDrift, "the table gives another outcome",
      [row("{is: more talk}", "{is: more belonging}", "{is: lowers quarrels}")],
      about: ["telling p-talk", "telling r-talk", "concept upkeep", "concept quarrels"], places: 2,
      says: "Much talk: the beds are kept in the prose, and quarrels cease in Table 2."),
    Brought(
      .contextDrift, "the table starts from elsewhere",
      [row("{is: less quarrels}", "{is: more belonging}", "{is: raises upkeep}")],
      about: ["telling p-talk", "telling r-talk", "concept talk", "concept quarrels"], places: 2,
      says: "The claim starts from much talk in the prose, and from peace in Table 2."),
    Brought(
      .misleadingReference, "the table says something else altogether",
      [row("{is: more talk}", "{is: more mediation}", "{is: lowers quarrels}")],
      about: ["telling p-talk", "telling r-talk", "statement s-reference"], places: 2,
      says: "Much talk: belonging grows and the beds are kept in the prose; it points to Table 2, "
        + "where mediation begins and quarrels cease."),
  ]

  // MARK: Numbers and references

  private static let numbers: [Brought] = [
    Brought(
      .quotationOfTwoWorks, "a quotation closes with another work's number",
      [Change("introduced: 2, closed: 2", "introduced: 2, closed: 1")],
      about: ["statement s-quotation", "source 2", "source 1"], places: 3,
      says: "A quotation from [2] Birch 2002 is closed with [1] Ash 2001; the page is one of [2]."),
    Brought(
      .pageOutsideRange, "a page is cited that the work lacks", [Change("page: \"12\"", "page: \"21\"")],
      about: ["statement s-page", "source 1"], places: 2,
      says: "Page 21 is cited from [1] Ash 2001, which has the pages 10–20."),
    Brought(
      .countMismatch, "another number is stated",
      [Change("stated: 2, listed: [1, 2]", "stated: 3, listed: [1, 2]")], about: ["statement s-count"],
      places: 1, says: "Studies of talk: the text says 3 and lists 2."),
    Brought(
      .countMismatch, "a work is listed twice",
      [Change("stated: 2, listed: [1, 2]", "stated: 3, listed: [1, 2, 1]")],
      about: ["statement s-count", "source 1"], places: 1,
      says:
        "Studies of talk: the text says 3 and lists 3, of which 2 are distinct ([1] stands more than once)."),
    Brought(
      .tallyMismatch, "a study is of another kind",
      [
        Change(
          "{id: 2, role: included, characteristics: {kind of garden: Street garden}}",
          "{id: 2, role: included, characteristics: {kind of garden: Roof garden}}")
      ],
      about: ["statement s-tally", "source 1"], places: 1,
      says: "Street gardens: the text says 2, and 1 of the studies listed has the kind of garden "
        + "“Street garden”."),
    Brought(
      .flowMismatch, "more is kept than was found", [Change("count: 3", "count: 11")],
      about: ["flow kept", "flow found"], places: 0,
      says: "Papers kept: 11 come out where 10 papers went in."),
    Brought(
      .calledIncludedButNotListed, "a theory is called a study",
      [Change("speak of talk, works: [1, 2]", "speak of talk, works: [1, 4]")],
      about: ["source 4", "statement s-included"], places: 2,
      says: "[4] Dogwood 1990 is called an included study, and isn’t on the list of them."),
    Brought(
      .includedButNeverCited, "a paragraph cites another work",
      [Change("paragraph: 2, works: [3]", "paragraph: 2, works: [4]")], about: ["source 3"], places: 2,
      says: "[3] Cedar 2002 is an included study, and no paragraph of the prose cites it."),
    Brought(
      .sameWorkTwice, "a reference repeats another",
      [
        Change(
          "\"title\": \"On sheds\",\n   \"author\": [{\"family\": \"Elm\"}]",
          "\"title\": \"A Theory of Neighbours\",\n   \"author\": [{\"family\": \"Dogwood\"}]")
      ],
      about: ["source 4", "source 5"], places: 2, says: "[4] and [5] are one work: Dogwood 1990."),
  ]

  // MARK: Evidence

  private static let evidence: [Brought] = [
    Brought(
      .evidenceAgainst, "a study found nothing",
      [Change("sources: [2, 3]", "sources: [2, 3]\n    bearing: null")],
      about: ["telling p-silence", "configuration silence-neglects", "source 2", "source 3"], places: 1,
      says:
        "Little talk: the beds run wild: [2] Birch 2002 and [3] Cedar 2002 found little or no such effect."),
    Brought(
      .noSource, "the source gives none", [Change("sources: [2, 3]", "sources: not given")],
      about: ["configuration silence-neglects"], places: 1,
      says: "Silence-neglects: the source names no work for it."),
    Brought(
      .middleRangeOnly, "only theories support a claim", [Change("sources: [2, 3]", "sources: [4]")],
      about: ["configuration silence-neglects", "source 4"], places: 1,
      says: "Silence-neglects: only middle-range theory supports it, [4] Dogwood 1990."),
    Brought(
      .singleSource, "one study is left", [Change("sources: [2, 3]", "sources: [3]")],
      about: ["configuration silence-neglects", "source 3"], places: 1,
      says: "Silence-neglects: [3] Cedar 2002 alone supports it."),
    Brought(
      .arrangementWithoutEvidence, "no study is of that form",
      [Change("coveredBy: [Street garden]", "coveredBy: [Roof garden]")], about: ["arrangement street"],
      places: 0, says: "No included study is about this form: street garden."),
  ]

  // MARK: The web of claims

  private static let shed = """
    concepts:
      - {id: shed, name: the shed, definition: Whether there is a shed., scope: collaboration, scale: binary,
         low: no shed, high: a shed, falls: the shed goes, rises: a shed is built, group: garden}
    """

  private static let web: [Brought] = [
    Brought(
      .noMechanism, "a claim leaves its mechanism out",
      [
        Change(
          "context: [less quarrels]\n    mechanism: {is: [more talk], kind: produced}",
          "context: [less quarrels]")
      ], about: ["configuration peace-talks"], places: 2,
      says: "Peace-talks: no mechanism is told between context and outcome."),
    Brought(
      .tellingInNoConfiguration, "a claim lets go of a telling",
      [Change("tellings: [p-talk, r-talk]", "tellings: [p-talk]")], about: ["telling r-talk"], places: 1,
      says: "Much talk: the source tells it, and no configuration takes it up."),
    Brought(
      .loopWithoutExit, "the loop holds all that it leads to",
      [Change("through: [talk, belonging]", "through: [talk, belonging, upkeep]")],
      about: ["loop talking", "concept talk", "concept belonging", "concept upkeep"], places: 1,
      says: "Talking and belonging: nothing leads out of it."),
    Brought(
      .loopThatNothingMoves, "the loop holds all that leads to it",
      [Change("through: [talk, belonging]", "through: [talk, belonging, quarrels, mediation]")],
      about: ["loop talking", "concept talk", "concept belonging", "concept quarrels", "concept mediation"],
      places: 1, says: "Talking and belonging: nothing outside acts on it, and no action does."),
    Brought(
      .unreachedConcept, "no case is asked for a context",
      [Change(",\n     question: {ask: Are there quarrels?}", "")], about: ["concept quarrels"],
      places: 0,
      says: "Quarrels is brought about by nothing, moved by no action and asked of no case."),
    Brought(
      .deadEndConcept, "no assessment tells about an outcome",
      [Change("concept: upkeep, wanted: more", "concept: belonging, wanted: more")],
      about: ["concept upkeep"], places: 0,
      says: "Upkeep leads to nothing, and no assessment tells about it."),
    Brought(
      .unusedConcept, "a concept is added that no claim speaks of", [Change("concepts:", shed)],
      about: ["concept shed"], places: 0, says: "The shed stands in no configuration."),
    Brought(
      .oneDirectionOnly, "the other direction isn't told",
      [
        Change(
          "context: [{is: less talk}]\n    mechanism: [{is: less belonging}]",
          "context: [{is: less quarrels}]\n    mechanism: [{is: less belonging}]")
      ],
      about: ["concept talk", "configuration talk-keeps", "configuration silence-neglects"], places: 2,
      says: "The evidence is about much talk only; for little talk, 2 configurations are reversed by rule."),
  ]
}
