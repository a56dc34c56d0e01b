import Casework
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// What counts for and against an action: docs/decisions/006.
@Suite("What an action is worth")
struct AdviceTests {
  private func lever(_ id: String, _ moves: String..., note: String? = nil, phase: Phase.ID? = nil) throws
    -> Lever
  {
    Lever(
      id: try #require(Lever.ID(id)), name: "do \(id)",
      moves: try moves.map { try #require(OutcomeEffect($0)) },
      phase: phase, note: note)
  }

  /// A way of working of one context and one effect, one-sided.
  private func way(_ id: String, _ context: String, _ effect: String) throws -> CMOConfiguration {
    CMOConfiguration(
      id: try #require(CMOConfiguration.ID(id)), context: [try #require(Literal(context))], mechanism: nil,
      outcome: [try #require(OutcomeEffect(effect))],
      reversibility: Reversibility(isAllowed: false, reason: "made"),
      tellings: [try #require(Telling.ID("t-theft"))])
  }

  private func assess(
    _ levers: [Lever], _ facts: String, adding ways: [CMOConfiguration] = [], without left: [String] = []
  ) throws -> Assessment {
    var theory = try Fixture.gardens()
    theory.levers = levers
    theory.configurations = theory.configurations.filter { !left.contains($0.id.text) } + ways
    theory.rivalries = []
    return Assessment(of: try GardenCase.made("facts: [\(facts)]"), by: theory)
  }

  private func told(_ assessment: Assessment) throws -> [String] {
    let part = assessment.page(madeBy: "realist 0").parts.first { $0.id == "actions" }
    func texts(_ block: Block) -> [String] {
      switch block {
      case .paragraph(let sentences), .list(let sentences, _): sentences.map(\.text)
      case .details(_, let blocks): blocks.flatMap(texts)
      case .note(let sentence): [sentence.text]
      case .subheading(let text): [text]
      default: []
      }
    }
    return try #require(part).blocks.flatMap(texts)
  }

  // MARK: What it moves itself

  @Test("What an action moves itself is told apart, and no gain; what follows from it is")
  func itself() throws {
    let assessment = try assess([lever("tidy", "raises upkeep")], "{concept: water-access, is: high}")
    let action = try #require(assessment.actions.first)
    #expect(action.movesItself.map(\.text) == ["upkeep"])
    #expect(action.balance.helped.map(\.text) == ["harvest", "volunteer-fatigue"] && action.balance.net == 2)
    let told = try told(assessment)
    #expect(
      told.contains {
        $0.contains("It moves upkeep itself. By that it helps harvest and works against fatigue.")
      })
    #expect(told.contains("What an action moves itself doesn't count for it, only what follows."))
  }

  @Test("An action from which nothing follows helps nothing, and comes after one from which something does")
  func nothingFollows() throws {
    let assessment = try assess(
      [lever("tidy", "raises upkeep"), lever("teach", "raises know-how")],
      "{concept: water-access, is: high}",
      without: ["tidy-garden-draws"])
    #expect(assessment.actions.map(\.lever.id.text) == ["teach", "tidy"])
    let tidy = try #require(assessment.actions.last)
    #expect(!tidy.helps && tidy.balance.net == 0)
    #expect(
      try told(assessment).contains {
        $0.contains("It moves upkeep itself. Nothing else of these turns by it.")
      })
  }

  @Test("What an action costs by what it moves itself is a cost")
  func ownCost() throws {
    let assessment = try assess([lever("neglect", "lowers upkeep")], "{concept: harvest, is: high}")
    let action = try #require(assessment.actions.first)
    #expect(action.balance.harmed.map(\.text) == ["upkeep"] && action.movesItself.isEmpty)
    #expect(try told(assessment).contains { $0.contains("It may cost upkeep.") })
  }

  @Test("What lies at the far end already isn't brought back from it by an action that moves it there")
  func farEnd() throws {
    let assessment = try assess(
      [lever("overwork", "raises volunteer-fatigue", "raises water-access")],
      "{concept: volunteer-fatigue, is: very high}")
    // Only very tired gardens close: with the fact made weaker, closing would seem to be averted.
    #expect(try #require(assessment.actions.first).balance.helped == [])
  }

  @Test("An action that moves nothing is neither in place nor of any help")
  func empty() throws {
    let action = try #require(try assess([lever("talk")], "{concept: harvest, is: high}").actions.first)
    #expect(!action.isInPlace && !action.helps && action.balance.net == 0)
  }

  // MARK: What stands as it stood

  /// What pulls upkeep both ways here, or down, before anybody acts.
  private static let before = [
    ("{concept: harvest, is: high}, {concept: produce-theft, is: high}", Standing.Tendency.pulledBothWays),
    ("{concept: harvest, is: low}, {concept: produce-theft, is: high}", .turns(.less)),
  ]

  @Test(
    "A pull against what is wanted counts where nothing turns by it: pulled both ways, or that way already",
    arguments: before)
  func strained(_ facts: String, _ standing: Standing.Tendency) throws {
    let spoils = try way("theft-spoils", "more produce-theft", "lowers upkeep")
    let levers = [try lever("modesty", "lowers harvest-goals")]
    let alone = try assess(levers, facts, adding: [spoils], without: ["modest-goals-encourage"])
    let upkeep = try GardenCase.concept("upkeep")
    #expect(alone.now.entailment.standing(of: upkeep).tendency == standing)
    let action = try #require(alone.actions.first)
    #expect(action.balance.harmed.isEmpty && action.balance.strained == [upkeep] && action.balance.net == -1)
    #expect(try told(alone).contains { $0.contains("It pulls further against upkeep.") })
    // Where another way of working pulls it the way that is wanted too, neither counts.
    let both = try #require(try assess(levers, facts, adding: [spoils]).actions.first)
    #expect(both.balance.strained.isEmpty)
  }

  @Test("Of two actions that help alike, the one that pulls against something else comes after")
  func order() throws {
    let ways = [
      try way("theft-spoils", "more produce-theft", "lowers upkeep"),
      try way("goals-feed", "less harvest-goals", "raises harvest"),
      try way("lists-feed", "more firm-coordination", "raises harvest"),
    ]
    let assessment = try assess(
      [lever("modesty", "lowers harvest-goals"), lever("lists", "raises firm-coordination")],
      "{concept: produce-theft, is: high}, {concept: volunteer-fatigue, is: not applicable}", adding: ways,
      without: ["modest-goals-encourage", "full-baskets"])
    #expect(assessment.actions.map(\.lever.id.text) == ["lists", "modesty"])
    #expect(assessment.actions.map(\.balance.net) == [1, 0])
  }

  @Test(
    "Whatever the theory and the case, what counts is told once, and nothing that an action moves itself is a gain"
  )
  func laws() throws {
    var assessments = try BundledCases.assessments()
    for name in ["mill-lane", "quarry-row"] {
      assessments.append(Assessment(of: try GardenCase.read(name), by: try Fixture.gardens()))
    }
    for action in assessments.flatMap(\.actions) {
      let (balance, own) = (action.balance, Set(action.lever.moves.map(\.concept)))
      #expect(
        own.isDisjoint(with: balance.helped + balance.protected + balance.strained), "\(action.lever.id)")
      #expect(
        Set(balance.helped + balance.harmed + balance.strained).count == balance.helped.count
          + balance.harmed.count + balance.strained.count)
      #expect(
        Set(action.movesItself).isSubset(of: own) && Set(action.movesItself).isDisjoint(with: balance.harmed))
      #expect(action.helps == (!action.isInPlace && balance.net > 0))
    }
    // In the bundled theory, modest aims pull against two things that they can't turn any more.
    #expect(assessments.flatMap(\.actions).contains { !$0.balance.strained.isEmpty })
  }

  // MARK: What is told with it

  @Test(
    "The note of an action is told with it, as a sentence",
    arguments: ["Only in spring", "Only in spring.", "Why?"])
  func note(_ note: String) throws {
    let assessment = try assess(
      [lever("teach", "raises know-how", note: note)], "{concept: water-access, is: high}")
    let ending = note.hasSuffix("?") ? note : "Only in spring."
    #expect(try told(assessment).contains { $0.hasSuffix(" Note: \(ending)") })
  }

  @Test(
    "Where actions have a phase, it is said that nobody knows whether it is past", arguments: [true, false])
  func phase(_ hasPhase: Bool) throws {
    let founding = hasPhase ? try #require(try Fixture.gardens().phases.first).id : nil
    let told = try told(
      try assess([lever("teach", "raises know-how", phase: founding)], "{concept: water-access, is: high}"))
    #expect(told.contains { $0.contains("A case doesn't say which phase it has reached") } == hasPhase)
    #expect(told.contains { $0.contains("(when: founding, inferred)") } == hasPhase)
  }

  @Test("What turns nothing, or as much one way as the other, is told too, and is no advice")
  func even() throws {
    let assessment = try assess(
      [lever("teach", "raises know-how"), lever("paint", "raises neighbour-bonds")],
      "{concept: water-access, is: high}")
    let told = try told(assessment)
    #expect(told.contains { $0.hasPrefix("Do paint. It turns none of the main things.") })
    #expect(assessment.actions.map(\.helps) == [true, false])
  }
}
