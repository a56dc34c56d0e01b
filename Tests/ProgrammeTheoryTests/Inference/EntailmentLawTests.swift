import ProgrammeTheory
import Testing

@Suite("Laws of entailment")
struct EntailmentLawTests {
  private static let seeds = 0..<120

  /// The theories, each drawn once for all laws.
  private static let drawn = seeds.map { seed in
    Result {
      let theory = try RandomTheory.draw(seed: seed, concepts: 7, configurations: 16)
      return (theory: theory, facts: RandomTheory.facts(of: theory, seed: seed))
    }
  }

  private func draw(_ seed: Int) throws -> (theory: Theory, facts: Facts) { try Self.drawn[seed].get() }

  @Test("Enough fires in the theories drawn for the laws to say anything")
  func drawsFire() throws {
    let counts = try Self.seeds.map { seed in
      let (theory, facts) = try draw(seed)
      return theory.entailment(of: facts).firingForms.count
    }
    #expect(counts.count { $0 >= 3 } > counts.count / 2)
    let steps = try Self.seeds.flatMap { seed in
      let (theory, facts) = try draw(seed)
      return theory.entailment(of: facts).firing.flatMap { $0.forms.map(\.step) }
    }
    #expect(steps.count { $0 >= 3 } > 50)
  }

  @Test("What fires is what a slow and obvious reading of the rules says", arguments: seeds)
  func twin(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    #expect(
      theory.entailment(of: facts).firingForms == SlowEntailment(theory, facts).firingForms, "seed \(seed)")
  }

  @Test("The order of the configurations in the document changes nothing", arguments: seeds)
  func order(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    var generator = SeededGenerator(seed: seed)
    let other = theory.reordered(theory.configurations.shuffled(using: &generator)).entailment(of: facts)
    let entailment = theory.entailment(of: facts)
    #expect(entailment.firings == other.firings, "seed \(seed)")
    for configuration in theory.configurations {
      #expect(entailment.verdict(of: configuration.id) == other.verdict(of: configuration.id), "seed \(seed)")
    }
    for concept in theory.concepts {
      let (one, two) = (entailment.standing(of: concept.id), other.standing(of: concept.id))
      #expect(one.tendency == two.tendency, "seed \(seed), \(concept.id)")
      for direction in Direction.allCases {
        #expect(Set(one.movedBy(direction)) == Set(two.movedBy(direction)), "seed \(seed), \(concept.id)")
      }
      #expect(Set(one.bufferedBy) == Set(two.bufferedBy), "seed \(seed), \(concept.id)")
    }
  }

  @Test("Leaving a configuration out makes nothing more fire", arguments: seeds)
  func monotone(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    let all = theory.entailment(of: facts).firingForms
    for configuration in theory.configurations {
      let fewer = theory.entailment(of: facts, without: [configuration.id]).firingForms
      #expect(fewer.isSubset(of: all), "seed \(seed), without \(configuration.id)")
      #expect(fewer.isDisjoint(with: configuration.forms.map { "\($0.id) \($0.form.rawValue)" }))
    }
  }

  @Test("A fact more takes nothing away, unless it contradicts what was inferred", arguments: seeds)
  func furtherFact(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    let before = theory.entailment(of: facts)
    for concept in theory.concepts where facts[concept.id] == nil {
      for fact in [Fact.lies(.more, much: false), .lies(.less, much: true), .mixed, .neither, .notApplicable]
      {
        let inferred = Direction.allCases.filter {
          SlowEntailment(theory, facts).derived.contains(Literal($0, concept.id))
        }
        guard inferred.allSatisfy(fact.directions.contains) else { continue }
        var more = facts
        more[concept.id] = fact
        #expect(
          before.firingForms.isSubset(of: before.entailment(of: more).firingForms),
          "seed \(seed), \(concept.id) \(fact)")
      }
    }
  }

  @Test("What is inferred, taken for facts, makes nothing more fire", arguments: seeds)
  func fixedPoint(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    let entailment = theory.entailment(of: facts)
    var all = facts
    for concept in theory.concepts where facts[concept.id] == nil {
      let derived = SlowEntailment(theory, facts).derived
      let ways = Direction.allCases.filter { derived.contains(Literal($0, concept.id)) }
      if ways.count == 2 {
        all[concept.id] = .mixed
      } else if let way = ways.first {
        all[concept.id] = .lies(way, much: false)
      }
    }
    #expect(entailment.entailment(of: all).firingForms == entailment.firingForms, "seed \(seed)")
  }

  @Test("Asking again, or anew for the same facts, gives the same", arguments: 0..<30)
  func deterministic(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    let entailment = theory.entailment(of: facts)
    let again = theory.entailment(of: [:]).entailment(of: facts)
    #expect(entailment.firings == again.firings)
    #expect(entailment.awaited.map(\.concept) == again.awaited.map(\.concept))
    for concept in theory.concepts {
      #expect(entailment.standing(of: concept.id) == again.standing(of: concept.id), "seed \(seed)")
    }
  }

  @Test("What is silent wants something, and nothing that is plainly known", arguments: seeds)
  func silence(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    let entailment = theory.entailment(of: facts)
    for configuration in theory.configurations {
      guard case .silent(let wanting)? = entailment.verdict(of: configuration.id) else { continue }
      #expect(!wanting.isEmpty, "seed \(seed), \(configuration.id)")
      #expect(Set(wanting).count == wanting.count, "seed \(seed), \(configuration.id)")
      for concept in wanting {
        #expect([nil, .mixed].contains(facts[concept]), "seed \(seed), \(configuration.id)")
      }
    }
  }

  @Test("Where nothing is known nothing fires, and everything waits", arguments: 0..<40)
  func nothingKnown(seed: Int) throws {
    let theory = try RandomTheory.draw(seed: seed)
    let entailment = theory.entailment(of: [:])
    #expect(entailment.firing.isEmpty)
    for configuration in theory.configurations {
      guard case .silent? = entailment.verdict(of: configuration.id) else {
        Issue.record("seed \(seed): \(configuration.id) isn't silent")
        continue
      }
    }
  }

  @Test("A concept is contested only where something moves it each way", arguments: seeds)
  func tendencies(seed: Int) throws {
    let (theory, facts) = try draw(seed)
    let entailment = theory.entailment(of: facts)
    let derived = SlowEntailment(theory, facts).derived
    for concept in theory.concepts {
      let standing = entailment.standing(of: concept.id)
      #expect(standing.tendency.isContested == (!standing.raisedBy.isEmpty && !standing.loweredBy.isEmpty))
      // Own help aside, what is first moved one way is moved that way by something else.
      #expect(
        (standing.tendency == .still) == derived.allSatisfy { $0.concept != concept.id }, "seed \(seed)")
    }
  }
}

/// The rules of entailment read off their description, round after round over the configurations themselves.
private struct SlowEntailment {
  private(set) var derived: Set<Literal> = []
  private(set) var firingForms: Set<String> = []

  init(_ theory: Theory, _ facts: Facts) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for form in theory.configurations.flatMap(\.forms) where fires(form, facts) {
        isChanged = firingForms.insert("\(form.id) \(form.form.rawValue)").inserted || isChanged
        for literal in form.brings { isChanged = derived.insert(literal).inserted || isChanged }
      }
    }
  }

  private func fires(_ form: CMOConfiguration, _ facts: Facts) -> Bool {
    var needed = form.context
    if let mechanism = form.mechanism, mechanism.origin == .chosen || form.context.isEmpty {
      needed += mechanism.literals
    }
    if form.form == .reversedByRule, let mechanism = form.mechanism, mechanism.origin == .produced {
      for literal in mechanism.literals {
        if case .lies(literal.direction.reversed, _)? = facts[literal.concept] { return false }
      }
    }
    return needed.allSatisfy { holds($0, facts) }
      && form.conditions.allSatisfy { condition in condition.anyOf.contains { holds($0, facts) } }
  }

  private func holds(_ literal: Literal, _ facts: Facts) -> Bool {
    switch facts[literal.concept] {
    case .lies(literal.direction, let much)?: much || literal.degree == .any
    case .lies?, .neither?, .notApplicable?: false
    case .mixed?: literal.degree == .any
    case nil: literal.degree == .any && derived.contains(literal)
    }
  }
}
