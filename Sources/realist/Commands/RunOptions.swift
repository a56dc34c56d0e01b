import ArgumentParser
import Documents
import Dynamics
import ProgrammeTheory

/// What the models of a run start from, as a person writes it.
struct StartOptions: ParsableArguments {
  @Option(help: "How many partners, from 2 to 50.") var partners: Int = 2

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp(
      "What is known at the start, such as 'much less CONCEPT'; for one partner 'more CONCEPT @1', for what 1 holds of 2 'more CONCEPT @1/2'. May be given again.",
      valueName: "fact"))
  var facts: [String] = []

  @Option(
    name: .customLong("do"),
    help: ArgumentHelp(
      "An action of the theory, from the first round or from the one behind @, as in ACTION@4. May be given again.",
      valueName: "action"))
  var actions: [String] = []

  @Flag(help: "What isn't known leans neither way, instead of being drawn from the whole scale.")
  var neutral = false

  @Option(
    help: ArgumentHelp(
      "How many months a round of work takes, as in 3-6; else it is drawn from 1 to 12.", valueName: "months")
  )
  var roundMonths: String?

  func validate() throws {
    guard Partners(count: partners) != nil else {
      throw ValidationError("--partners takes a number from 2 to 50.")
    }
  }

  /// The start.
  ///
  /// - Throws: ``Complaint`` when a word can't be understood.
  func start(of theory: Theory) throws -> StartingPoint {
    guard let count = Partners(count: partners) else {
      throw Complaint("--partners takes a number from 2 to 50.")
    }
    var start = StartingPoint(partners: count, unknown: neutral ? .neutral : .drawn)
    start.known = try facts.map { try known($0, theory, count) }
    start.levers = try plan(of: theory).steps.map(\.lever)
    start.roundMonths = try months()
    return start
  }

  /// The plan.
  ///
  /// - Throws: ``Complaint`` when the theory has no such action, or a round is none.
  func plan(of theory: Theory) throws -> Plan {
    Plan(
      try actions.map { word in
        let parts = word.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        let id = try theory.leverNamed(parts[0])
        guard parts.count == 2 else { return Plan.Step(id) }
        guard let round = Int(parts[1]), EnsembleSettings.possibleRounds.contains(round) else {
          throw Complaint(
            "“\(word)”: behind the @ stands the round in which the action begins, from 1 to 100.")
        }
        return Plan.Step(id, from: round)
      })
  }

  private func known(_ word: String, _ theory: Theory, _ partners: Partners) throws -> StartingPoint.Known {
    let parts = word.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.trimmed
    }
    guard let literal = Literal(parts[0]) else {
      throw Complaint(
        "“\(word)” isn't a fact. Write more, less, much more or much less and a concept, such as 'less CONCEPT'."
      )
    }
    let id = try theory.conceptNamed(literal.concept.text)
    guard let concept = theory.concept(id) else { throw Complaint("The theory has no concept “\(id)”.") }
    let fact = Fact.lies(literal.direction, much: literal.degree == .much)
    guard parts.count == 2 else { return StartingPoint.Known(id, fact) }
    let numbers = parts[1].split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let place: LevelPlace? =
      switch (concept.scope, numbers.count) {
      case (.partner, 1): .partner(numbers[0] - 1)
      case (.relation, 2): .relation(of: numbers[0] - 1, towards: numbers[1] - 1)
      default: nil
      }
    guard let place, partners.places(of: concept.scope).contains(place) else {
      throw Complaint(
        "“\(word)”: \(concept.name) is a matter of \(Self.words(concept.scope)), and partners count from 1 to \(partners.count)."
      )
    }
    return StartingPoint.Known(id, fact, .at(place))
  }

  private static func words(_ scope: Concept.Scope) -> String {
    switch scope {
    case .collaboration: "the whole collaboration (nothing stands behind it)"
    case .partner: "each partner (as in @1)"
    case .relation: "what one partner holds of another (as in @1/2)"
    }
  }

  private func months() throws -> ClosedRange<Double>? {
    guard let roundMonths else { return nil }
    let bounds = roundMonths.split(separator: "-", omittingEmptySubsequences: false).map {
      Double($0) ?? .nan
    }
    guard let low = bounds.first, let high = bounds.last, bounds.count <= 2, low >= 0.1, high >= low,
      high <= 120
    else { throw Complaint("--round-months takes months, such as 3 or 3-6, from 0.1 to 120.") }
    return low...high
  }
}

extension Substring {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
