import ProgrammeTheory
import Testing

@Suite("What the bundled theory entails, from the document alone")
struct BundledEntailmentTests {
  private func entailment(_ known: [String], without: [String] = []) throws -> Entailment {
    try BundledTheory.read().entailment(of: facts(known), without: Set(without.map(configuration)))
  }

  @Test("With nothing known, nothing fires and every configuration says what it waits for")
  func nothingKnown() throws {
    let theory = try BundledTheory.read()
    let entailment = theory.entailment(of: [:])
    #expect(entailment.firing.isEmpty)
    for configuration in theory.configurations {
      guard case .silent(let wanting)? = entailment.verdict(of: configuration.id) else {
        Issue.record("\(configuration.id) isn't silent")
        continue
      }
      let named =
        configuration.starts.map(\.concept) + configuration.conditions.flatMap(\.anyOf).map(\.concept)
      #expect(Set(wanting) == Set(named), "\(configuration.id)")
    }
    for concept in theory.concepts { #expect(entailment.standing(of: concept.id).tendency == .still) }
  }

  /// Facts, a concept, and which way it is moved first.
  struct Expected: Sendable, CustomTestStringConvertible {
    let known: [String]
    let concept: String
    let tendencies: [Standing.Tendency]
    init(_ known: [String], _ concept: String, _ tendencies: Standing.Tendency...) {
      self.known = known
      self.concept = concept
      self.tendencies = tendencies
    }
    var testDescription: String { "\(known) → \(concept)" }
  }

  static let expected: [Expected] = [
    Expected(["more mandate"], "initial-trust", .turns(.less)),
    Expected(["less mandate"], "initial-trust", .turns(.more)),
    Expected(["more mandate"], "power-imbalance", .turns(.more)),
    Expected(["more mandate"], "inter-organisational-conflict", .turns(.more), .turnsFirst(.more)),
    Expected(["more mandate"], "aim-ambition", .turns(.less), .turnsFirst(.less)),
    Expected(["more mandate"], "confidence", .turns(.more)),
    Expected(["more structural-integration"], "confidence", .turns(.more)),
    Expected(["less mandate", "less structural-integration"], "confidence", .still),
    Expected(
      ["less cultural-compatibility", "more interpersonal-communication"], "inter-organisational-conflict",
      .turns(.more), .turnsFirst(.more)),
    Expected(["more shared-vision"], "inter-organisational-conflict", .turns(.less), .turnsFirst(.less)),
    Expected(["more shared-vision"], "trust", .turns(.more), .turnsFirst(.more)),
    Expected(["less shared-vision"], "trust", .turns(.less), .turnsFirst(.less)),
    Expected(["less aim-ambition"], "perception-of-progress", .pulledBothWays),
    Expected(["much less trust"], "dissolution", .turns(.more), .turnsFirst(.more)),
    Expected(["much less faith"], "dissolution", .turns(.more), .turnsFirst(.more)),
    Expected(["more collaboration-forbidden"], "going-ahead", .turns(.less)),
    Expected(["less collaboration-forbidden"], "going-ahead", .still),
  ]

  @Test("The paper's own facts", arguments: expected)
  func papersFacts(case expected: Expected) throws {
    let tendency = try entailment(expected.known).standing(expected.concept).tendency
    #expect(expected.tendencies.contains(tendency), "\(tendency)")
  }

  @Test("Clashing cultures lead to conflict through talk only where people talk")
  func talkAcrossCultures() throws {
    let id = "talk-across-clashing-cultures"
    let talking = try entailment(["less cultural-compatibility", "more interpersonal-communication"])
    #expect(try talking.words(id) == "fires told at 1")
    #expect(try talking.standing("inter-organisational-conflict").raisers.contains(id))
    #expect(
      try entailment(["less cultural-compatibility", "less interpersonal-communication"]).words(id)
        == "nobody brings: more interpersonal-communication")
    #expect(
      try entailment(["more cultural-compatibility", "more interpersonal-communication"]).words(id)
        == "context fails: less cultural-compatibility")
  }

  @Test("A shared vision eases conflict and so raises trust; the lack of it works reversed by rule")
  func sharedVision() throws {
    let shared = try entailment(["more shared-vision"])
    #expect(try shared.words("shared-vision-eases-conflict") == "fires told at 1")
    #expect(try shared.standing("trust").raisedBy.first?.configuration.text == "shared-vision-eases-conflict")
    let lacking = try entailment(["less shared-vision"])
    #expect(try lacking.words("shared-vision-eases-conflict") == "fires reversed by rule at 1")
    #expect(try lacking.standing("trust").loweredBy.first?.form == .reversedByRule)
  }

  @Test(
    "Combative leadership: one vision under a mandate with very low trust, domination where partners came freely",
    arguments: [
      (["more mandate", "much less trust"], "fires told at 1", "context fails: less mandate"),
      (["more mandate", "less trust"], "context fails: much less trust", "context fails: less mandate"),
      (["more mandate"], "silent, wanting trust", "context fails: less mandate"),
      (["less mandate", "much less trust"], "condition fails: more mandate", "fires told at 1"),
      (["less mandate"], "condition fails: more mandate", "fires told at 1"),
      (["much less trust"], "silent, wanting mandate", "silent, wanting mandate"),
    ])
  func combativeLeadership(known: [String], underMandate: String, byChoice: String) throws {
    let entailment = try entailment(known + ["more combative-leadership"])
    #expect(try entailment.words("combative-leaders-under-mandate") == underMandate)
    #expect(try entailment.words("combative-leaders-by-choice") == byChoice)
    #expect(
      try entailment.standing("shared-vision").raisers.contains("combative-leaders-under-mandate")
        == underMandate.hasPrefix("fires"))
    #expect(
      try entailment.standing("domination").raisers.contains("combative-leaders-by-choice")
        == byChoice.hasPrefix("fires"))
  }

  @Test("Unambitious aims pull the perception of progress both ways, and each reading alone pulls one way")
  func unambitiousAims() throws {
    let both = try entailment(["less aim-ambition"])
    #expect(try both.words("modest-aims-build-up") == "fires told at 1")
    #expect(try both.words("modest-aims-disappoint") == "fires told at 1")
    let rivalry = try #require(
      try BundledTheory.read().rivalries.first { $0.id.text == "what-modest-aims-do" })
    let (first, second) = (try #require(rivalry.readings.first), try #require(rivalry.readings.last))
    for (left, direction) in [(first, Direction.less), (second, .more)] {
      let one = try entailment(["less aim-ambition"], without: left.configurations.map(\.text))
      #expect(try one.standing("perception-of-progress").tendency.first == direction, "without \(left.name)")
    }
  }

  @Test(
    "Protection of trust is told as protection",
    arguments: ["accountability", "cultural-preparedness", "initial-trust"])
  func buffers(concept: String) throws {
    #expect(try !entailment(["more \(concept)"]).standing("trust").bufferedBy.isEmpty)
    #expect(try entailment(["less \(concept)"]).standing("trust").bufferedBy.isEmpty)
  }

  @Test(
    "Every configuration fires where its own slots are facts, and none of its forms where they aren't met")
  func everyConfigurationCanFire() throws {
    let theory = try BundledTheory.read()
    for form in theory.configurations.flatMap(\.forms) {
      var known: Facts = [:]
      for literal in form.starts + form.conditions.compactMap(\.anyOf.first) {
        known[literal.concept] = .lies(literal.direction, much: literal.degree == .much)
      }
      let entailment = theory.entailment(of: known)
      guard case .fires(let firings)? = entailment.verdict(of: form.id) else {
        Issue.record("\(form.id) \(form.form.rawValue) can't fire")
        continue
      }
      #expect(firings.map(\.form) == [form.form], "\(form.id)")
      #expect(firings.map(\.step) == [1], "\(form.id)")
    }
  }

  @Test("Loops in play run on what fires, those that the authors name first")
  func loopsInPlay() throws {
    let entailment = try entailment(["more trust", "more aim-ambition", "more interpersonal-communication"])
    let loops = entailment.loopsInPlay()
    try #require(!loops.isEmpty && loops.count <= 8)
    let firing = entailment.firingConfigurations
    #expect(loops.allSatisfy { loop in loop.configurations.allSatisfy(firing.contains) })
    let named = try BundledTheory.read().patterns.compactMap { pattern -> Set<Concept.ID>? in
      if case .loop(let through, _) = pattern.kind { Set(through) } else { nil }
    }
    let isNamed = loops.map { loop in named.contains { $0.isSuperset(of: loop.concepts) } }
    #expect(isNamed == isNamed.filter { $0 } + isNamed.filter { !$0 })
    #expect(isNamed.first == true)
    #expect(try self.entailment([]).loopsInPlay().isEmpty)
  }
}
