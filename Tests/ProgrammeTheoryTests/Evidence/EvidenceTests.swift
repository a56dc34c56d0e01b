import ProgrammeTheory
import Testing

@Suite("What a configuration rests on")
struct EvidenceTests {
  /// A theory with one configuration, by tellings of these works.
  private func evidence(_ tellings: [Telling], of ids: [String]) throws -> Evidence {
    var theory = try BakeryTheory.read(["id: k, context: [more heat], outcome: [raises waste]"])
    theory.tellings = tellings
    theory.configurations = try theory.configurations.map { told in
      CMOConfiguration(
        id: told.id, context: told.context, mechanism: nil, outcome: told.outcome,
        reversibility: told.reversibility,
        tellings: try ids.map { try #require(Telling.ID($0)) })
    }
    return theory.evidence(for: try configuration("k"))
  }

  private func telling(
    _ id: String, _ attribution: Telling.Attribution, bearing: Bearing = .supports, sameAs: [String] = [],
    inverts: String? = nil, paragraph: Int = 1
  ) throws -> Telling {
    Telling(
      id: try #require(Telling.ID(id)), form: .prose, place: .paragraph(paragraph, section: "Ovens"),
      attribution: attribution, bearing: bearing, sameAs: sameAs.compactMap(Telling.ID.init),
      inverts: inverts.flatMap(Telling.ID.init))
  }

  @Test("A work that two tellings cite counts once")
  func onceOnly() throws {
    let evidence = try evidence(
      [telling("t1", .works(["4", "7"])), telling("t2", .works(["7", "9", "4"]), paragraph: 2)],
      of: ["t1", "t2"])
    #expect(evidence.supporting == ["4", "7", "9"])
    #expect(evidence.places == [.paragraph(1, section: "Ovens"), .paragraph(2, section: "Ovens")])
    #expect(!evidence.hasTellingWithoutSource)
  }

  @Test("A reversal that the authors spell out is told, and adds no work")
  func inversion() throws {
    let evidence = try evidence(
      [telling("t1", .works(["4"])), telling("t2", .works(["9"]), inverts: "t1", paragraph: 2)],
      of: ["t1", "t2"])
    #expect(evidence.supporting == ["4"])
    #expect(evidence.places.count == 2)
  }

  @Test("A row with the sources of the prose adds none, and has them by itself", arguments: [true, false])
  func asLinked(isLinkedFromRow: Bool) throws {
    let tellings = [
      try telling("prose", .works(["4", "7"]), sameAs: isLinkedFromRow ? [] : ["row"]),
      try telling("row", .asLinked, sameAs: isLinkedFromRow ? ["prose"] : []),
      try telling("other", .works(["11"])),
    ]
    #expect(try evidence(tellings, of: ["prose", "row"]).supporting == ["4", "7"])
    #expect(try evidence(tellings, of: ["row"]).supporting == ["4", "7"])
    #expect(try evidence(tellings, of: ["row", "other"]).supporting == ["4", "7", "11"])
  }

  @Test("What speaks against and what found nothing are kept apart")
  func bearings() throws {
    let evidence = try evidence(
      [
        telling("t1", .works(["4"])), telling("t2", .works(["7"]), bearing: .against),
        telling("t3", .works(["9"]), bearing: .null),
      ], of: ["t1", "t2", "t3"])
    #expect(evidence.supporting == ["4"] && evidence.against == ["7"] && evidence.null == ["9"])
  }

  @Test("A telling without a source is said, and gives none")
  func withoutSource() throws {
    let evidence = try evidence([telling("t1", .notGiven)], of: ["t1"])
    #expect(evidence.supporting.isEmpty && evidence.hasTellingWithoutSource)
  }

  @Test("Linked tellings are linked from either side, and none to itself")
  func linked() throws {
    var theory = try BakeryTheory.read(["id: k, context: [more heat], outcome: [raises waste]"])
    theory.tellings = [
      try telling("t1", .notGiven, sameAs: ["t2"]), try telling("t2", .notGiven),
      try telling("t3", .notGiven, sameAs: ["t2", "t3"]),
    ]
    #expect(theory.tellings.map { theory.linked(to: $0).map(\.id.text) } == [["t2"], ["t1", "t3"], ["t2"]])
  }

  @Test("A configuration that isn't there rests on nothing")
  func missing() throws {
    let theory = try BakeryTheory.read(["id: k, context: [more heat], outcome: [raises waste]"])
    let evidence = theory.evidence(for: try configuration("nothing"))
    #expect(evidence.supporting.isEmpty && evidence.places.isEmpty && !evidence.hasTellingWithoutSource)
  }

  @Test("In the bundled theory no configuration counts a work twice, and no reversal adds one")
  func bundled() throws {
    let theory = try BundledTheory.read()
    let inversions = Set(theory.tellings.filter { $0.inverts != nil }.map(\.id))
    try #require(!inversions.isEmpty)
    var (toldTwice, reversed) = (0, 0)
    for configuration in theory.configurations {
      let evidence = theory.evidence(for: configuration.id)
      for works in [evidence.supporting, evidence.against, evidence.null] {
        #expect(Set(works).count == works.count)
      }
      let cited = configuration.tellings.compactMap(theory.telling).filter { $0.bearing == .supports }
        .flatMap(theory.works)
      if Set(cited).count < cited.count { toldTwice += 1 }
      let own = configuration.tellings.filter { !inversions.contains($0) }
      if own.count < configuration.tellings.count { reversed += 1 }
      #expect(
        Set(evidence.supporting)
          == Set(own.compactMap(theory.telling).filter { $0.bearing == .supports }.flatMap(theory.works)),
        "\(configuration.id)")
      #expect(evidence.places.count == configuration.tellings.count)
    }
    #expect(toldTwice > 5 && reversed > 2)
  }
}
