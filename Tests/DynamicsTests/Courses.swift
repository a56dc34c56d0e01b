import ProgrammeTheory

@testable import Dynamics

/// What some concepts do in a few models: the mean level of each at the end of each round, and when each model ended.
struct Courses {
  let models: Int
  private let concepts: [Concept.ID]
  private var levels: [[[Double]]] = []
  private(set) var endedBy: [[Int]] = []

  init(
    _ model: Model, _ concepts: [Concept.ID], rounds: Int, draws: Int = 32, seed: UInt64 = 1,
    prior: Prior = .uniform, plan: Plan = Plan()
  ) {
    self.concepts = concepts
    models = min(draws, Lanes<Double>.width)
    let terms = concepts.compactMap { id in model.levels.first { $0.concept == id }?.term }
    var lanes = Lanes<Double>(Tape(model.program, reporting: terms))
    let drawing = Drawing(model.program, DrawSequence(seed: seed, count: draws), prior, plan: plan)
    drawing.fill(&lanes, with: 0..<models)
    let cause = model.program[model.cause].number
    for round in 0...rounds {
      if round > 0 {
        drawing.feed(&lanes, 0..<models, round: round)
        for _ in 0..<Model.stepsInARound {
          lanes.step()
        }
      }
      lanes.read()
      levels.append(terms.indices.map { term in (0..<models).map { lanes.report(term, lane: $0) } })
      endedBy.append((0..<models).map { Int(lanes.variable(cause, lane: $0)) })
    }
  }

  func level(_ concept: Concept.ID, _ round: Int, _ lane: Int) -> Double {
    concepts.firstIndex(of: concept).map { levels[round][$0][lane] } ?? .nan
  }

  func goesOn(_ round: Int, _ lane: Int) -> Bool { endedBy[round][lane] == 0 }

  /// In how many models that go on in both the first is no lower than the second, and of how many.
  static func noLower(_ one: Courses, _ other: Courses, _ concept: Concept.ID, after round: Int) -> (
    Int, of: Int
  ) {
    let both = (0..<one.models).filter { one.goesOn(round, $0) && other.goesOn(round, $0) }
    return (
      both.count { one.level(concept, round, $0) >= other.level(concept, round, $0) - 1e-9 }, both.count
    )
  }
}

extension StartingPoint {
  /// A start out of words such as `much less x`.
  static func tells(_ words: String..., partners: Int = 2, unknown: Unknown = .drawn, levers: [Lever.ID] = [])
    throws -> StartingPoint
  {
    guard let partners = Partners(count: partners) else { throw TinyTheory.Unreadable(text: "\(partners)") }
    return StartingPoint(
      partners: partners,
      known: try words.map { word in
        let literal = try TinyTheory.literal(word)
        return Known(literal.concept, .lies(literal.direction, much: literal.degree == .much))
      }, unknown: unknown, levers: levers)
  }
}
