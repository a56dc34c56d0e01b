import Bibliography
import ProgrammeTheory
import TestSupport
import Testing

/// Each kind of difference, on the garden theory and on the fixture that refines it.
@Suite("Comparing two theories")
struct ComparisonKindTests {
  private static let compared = Result {
    TheoryComparison(of: try Fixture.gardens(), with: try TheoryDocument.read(path: RefinedGardens.path))
  }
  private func comparison() throws -> TheoryComparison { try Self.compared.get() }

  private func names<Name>(_ ids: [Identifier<Name>]) -> [String] { ids.map(\.text) }

  @Test("What stands in one theory only is told on its side")
  func sides() throws {
    let comparison = try comparison()
    #expect(
      names(comparison.configurations.onlyInOld) == ["modest-goals-encourage", "worn-out-gardens-close"])
    #expect(names(comparison.configurations.onlyInNew) == ["coordinator-wears-out"])
    #expect(names(comparison.concepts.onlyInNew) == ["boredom"] && comparison.concepts.onlyInOld == [])
    #expect(names(comparison.levers.onlyInNew) == ["vary-the-beds"])
  }

  @Test("A concept with another identifier and name is known by the source's words for it")
  func renamed() throws {
    let changed = try #require(try comparison().concepts.changed.first)
    #expect(
      changed.old.text == "neighbour-bonds" && changed.new.text == "closeness" && changed.match == .phrases)
    #expect(changed.slots.map(\.slot) == [.id, .name, .definition])
    // So no claim counts as changed for the sake of the name alone.
    #expect(try comparison().configurations.changed.map(\.old.text).contains("tidy-garden-draws") == false)
  }

  @Test("A claim whose slot changed tells which, the old and the new")
  func slots() throws {
    let changed = try comparison().configurations.changed
    let baskets = try #require(changed.first { $0.old.text == "full-baskets" })
    #expect(baskets.match == .identifier && baskets.slots.map(\.slot) == [.mechanism])
    #expect(baskets[.mechanism]?.old == ["more sense-of-ownership"])
    #expect(baskets[.mechanism]?.new == ["more closeness"])
  }

  @Test(
    "Each slot of a claim is compared",
    arguments: [ComparedSlot.phase, .status, .conditions, .context, .outcome, .reversibility, .title, .note])
  func eachSlot(_ slot: ComparedSlot) throws {
    let theory = try Fixture.gardens()
    var other = theory
    let claim = try #require(theory.configurations.first { $0.id.text == "coordinator-where-needed" })
    let at = try #require(theory.configurations.firstIndex(of: claim))
    other.configurations[at] = CMOConfiguration(
      id: claim.id, title: slot == .title ? "Other" : claim.title,
      context: slot == .context ? claim.context.map(\.reversed) : claim.context,
      conditions: slot == .conditions ? [] : claim.conditions, mechanism: claim.mechanism,
      outcome: slot == .outcome ? [] : claim.outcome,
      reversibility: slot == .reversibility
        ? Reversibility(isAllowed: true, reason: claim.reversibility.reason) : claim.reversibility,
      phase: slot == .phase ? Phase.ID("founding") : claim.phase,
      status: slot == .status ? .hypothesised : claim.status, tellings: claim.tellings,
      note: slot == .note ? nil : claim.note)
    let changed = TheoryComparison(of: theory, with: other).configurations.changed
    #expect(changed.count == 1 && changed.first?.slots.map(\.slot) == [slot])
  }

  @Test(
    "From the same the opposite: a claim that contradicts is told apart from one that is only turned round")
  func turned() throws {
    let turns = try comparison().turns
    #expect(turns.map(\.old.text) == ["imposed-gardens", "theft-discourages"])
    #expect(turns.map(\.new.text) == ["gardens-of-their-own", "theft-discourages"])
    #expect(turns.map(\.kind) == [.mirrored, .opposed])
    let arrows = try comparison().arrows.turned
    #expect(arrows.count == 1 && arrows[0].old.sign == .opposite && arrows[0].new.sign == .same)
    #expect(arrows[0].new.from.text == "sense-of-ownership" && arrows[0].new.to.text == "volunteer-fatigue")
  }

  @Test("A mechanism put where the earlier theory led straight, and another in the place of one")
  func rerouted() throws {
    let reroutings = try comparison().reroutings
    #expect(Set(reroutings.map(\.kind)) == [.putBetween, .explainedAnew])
    let between = try #require(reroutings.first { $0.kind == .putBetween })
    #expect(between.old.map { names($0.concepts) } == [["harvest-goals", "upkeep"]])
    #expect(between.new.map { names($0.concepts) } == [["harvest-goals", "boredom", "upkeep"]])
    #expect(between.new.first.map { names($0.configurations) } == ["modest-goals-bore"])
    let anew = reroutings.filter { $0.kind == .explainedAnew }
    #expect(anew.map { names($0.old[0].concepts) }.contains(["harvest", "sense-of-ownership", "upkeep"]))
    #expect(anew.map { names($0.new[0].concepts) }.contains(["harvest", "closeness", "upkeep"]))
    #expect(try comparison().swapped.reroutings.contains { $0.kind == .takenOut })
  }

  @Test("A concept that stands in other slots is told with both")
  func stances() throws {
    let stance = try #require(try comparison().stances.first { $0.old.text == "firm-coordination" })
    #expect(
      stance.oldSlots == [.mechanism] && stance.newSlots == [.context, .mechanism]
        && stance.gained == [.context])
  }

  @Test("A rivalry of which one reading is left is settled; one between a kept and a new claim is opened")
  func rivalries() throws {
    let comparison = try comparison()
    #expect(
      comparison.settled.map(\.kind) == [.decided] && comparison.settled[0].kept == ["modest goals bore"])
    #expect(names(comparison.opened.map(\.rivalry)) == ["what-a-coordinator-does"])
    #expect(comparison.opened[0].kind == .decided && comparison.opened[0].kept == ["it keeps the garden up"])
  }

  @Test("Evidence that came and went is told, each claim with its places and works on both sides")
  func evidence() throws {
    let evidence = try comparison().evidence
    let water = try #require(evidence.first { $0.old.text == "know-how-with-water" })
    #expect(water.gainedWorks.map(\.work) == ["6"] && water.lostWorks.isEmpty)
    #expect(water.gainedPlaces == [.paragraph(1, section: "A second look")])
    let side = try #require(evidence.first { $0.old.text == "side-by-side" })
    #expect(side.gainedPlaces.isEmpty && side.lostPlaces == [.paragraph(3, section: "Working together")])
    let grounds = try comparison().grounds.new
    #expect(
      grounds.first { $0.configuration.text == "know-how-with-water" }?.tellings.map(\.works).last == ["6"])
  }

  @Test(
    "Each part of a telling is compared, its passage among them",
    arguments: [
      ComparedSlot.form, .place, .passage, .context, .conditions, .mechanism, .outcome, .sources, .bearing,
      .links,
      .note,
    ])
  func eachPartOfTelling(_ slot: ComparedSlot) throws {
    let theory = try Fixture.gardens()
    var other = theory
    let at = try #require(theory.tellings.firstIndex { $0.passage != nil })
    let telling = theory.tellings[at]
    let literal = Literal(.less, theory.concepts[0].id)
    let implied = [Told(literal, inference: .implied)]
    other.tellings[at] =
      switch slot {
      case .form: telling.copy(form: .argued == telling.form ? .prose : .argued)
      case .place: telling.copy(place: .paragraph(77, section: "Elsewhere"))
      case .passage: telling.copy(passage: .some(nil))
      case .context: telling.copy(context: telling.context.map { Told($0.claim, words: "other") })
      case .conditions: telling.copy(conditions: implied)
      case .mechanism: telling.copy(mechanism: implied)
      case .outcome: telling.copy(outcome: telling.outcome.map { Told($0.claim, inference: .retroduced) })
      case .sources: telling.copy(attribution: .notGiven)
      case .bearing: telling.copy(bearing: .null)
      case .links: telling.copy(sameAs: [theory.tellings[0].id])
      default: telling.copy(note: "another note")
      }
    let comparison = TheoryComparison(of: theory, with: other)
    #expect(comparison.tellings.changed.map(\.new) == [telling.id] && !comparison.isEmpty)
    #expect(comparison.tellings.changed.first?.slots.map(\.slot) == [slot])
  }

  @Test("A passage that moved in its text is told, though its words are the same")
  func moved() throws {
    let theory = try Fixture.gardens()
    var other = theory
    let at = try #require(theory.tellings.firstIndex { $0.passage != nil })
    let held = try #require(theory.tellings[at].passage)
    other.tellings[at] = theory.tellings[at].copy(
      passage: Quotation(
        exact: held.exact, prefix: held.prefix, suffix: held.suffix, start: held.start + 9, end: held.end + 9,
        page: held.page, text: held.text))
    let comparison = TheoryComparison(of: theory, with: other)
    #expect(comparison.tellings.changed.first?.slots.map(\.slot) == [.passage])
    #expect(comparison.evidence.isEmpty && comparison.configurations.isEmpty)
  }

  @Test("Of theories that encode different works no telling is taken for another, whatever it is called")
  func tellingsOfOtherWorks() throws {
    let (one, other) = (try Fixture.gardens(), try RandomTheory.draw(seed: 3))
    #expect(TheoryComparison(of: one, with: other).tellings.isEmpty)
  }

  @Test("What a document says it builds on is told; what the earlier theory doesn't have is called a stray")
  func successions() throws {
    let comparison = try comparison()
    #expect(
      comparison.conceptSuccessions.map { [$0.old.text, $0.new.text] } == [["volunteer-fatigue", "boredom"]])
    #expect(names(comparison.claimSuccessions.map(\.old)) == ["coordinator-where-needed"])
    #expect(comparison.strays.map(\.name) == ["nobody-knows"] && comparison.strays[0].saidBy == .new)
    // Where the earlier theory is another than the one that is named, nothing is said to build on it.
    let stranger = try Fixture.gardens()
    let other = TheoryComparison(of: try RandomTheory.draw(seed: 1), with: stranger)
    #expect(other.claimSuccessions.isEmpty && other.strays.isEmpty)
  }

  @Test("A work is known by being the same work, whatever number it has")
  func works() throws {
    let theory = try Fixture.gardens()
    let renumbered = theory.mappingTexts({ $0 }, reference: { "n-\($0)" })
    let comparison = TheoryComparison(of: theory, with: renumbered)
    #expect(comparison.works.onlyInOld == [] && comparison.works.onlyInNew == [])
    #expect(comparison.evidence.isEmpty && comparison.configurations.isEmpty)
  }

  @Test("Two works of one number are two works where the theories encode different works")
  func numbers() throws {
    let (one, other) = (try Fixture.gardens(), try RandomTheory.draw(seed: 3))
    let works = TheoryComparison(of: one, with: other).works
    #expect(works.onlyInOld.count == one.references.count && works.changed.isEmpty)
  }
}
