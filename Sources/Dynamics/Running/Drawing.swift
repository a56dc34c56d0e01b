import RealModule

/// Gives models their numbers: parameters once, luck at each round, actions as the plan says.
struct Drawing: Sendable {
  /// What luck there is.
  enum Luck: Sendable {
    /// Drawn for each model and round, and the same for every plan and situation.
    case drawn
    /// None, so that achievement is what can be expected.
    case none
  }

  let sequence: DrawSequence
  let prior: Prior
  let luck: Luck
  /// The actions, and when each is under way: all that differs between plans for the same models.
  var plan: Plan
  private let keys: [UInt64]
  private let distributions: [Distribution]
  private let inputs: [Program.Input]
  /// Values that are given instead of drawn, by number.
  private let given: [Double?]

  /// - Parameter values: numbers that are given, by the identifier of the parameter.
  init(
    _ program: Program, _ sequence: DrawSequence, _ prior: Prior, plan: Plan = Plan(), luck: Luck = .drawn,
    given values: (String) -> Double? = { _ in nil }
  ) {
    self.sequence = sequence
    self.prior = prior
    self.luck = luck
    self.plan = plan
    keys = program.parameters.map(\.key)
    distributions = program.parameters.map(\.distribution)
    inputs = program.inputs
    given = program.parameters.map { values($0.id) }
  }

  /// At which share of its distribution a parameter falls in a model.
  func share(of parameter: Int, draw: Int) -> Double { sequence.share(of: keys[parameter], draw: draw) }

  /// The value of a parameter in a model.
  func value(of parameter: Int, draw: Int) -> Double {
    given[parameter] ?? distributions[parameter].value(at: share(of: parameter, draw: draw), prior: prior)
  }

  /// What an input is in a round, from 1.
  func input(_ number: Int, draw: Int, round: Int) -> Double {
    switch inputs[number].kind {
    case .action(let id): plan.isUnderWay(id, in: round) ? 1 : 0
    case .luck: luck(draw: draw, round: round)
    }
  }

  /// The luck of a round: from −1 to 1, most often near 0 (the triangular distribution).
  private func luck(draw: Int, round: Int) -> Double {
    guard luck == .drawn else { return 0 }
    return Self.luck(at: sequence.share(of: Self.key(ofRound: round), draw: draw))
  }

  static func key(ofRound round: Int) -> UInt64 { Parameter.key(of: "luck/\(round)") }

  static func luck(at share: Double) -> Double {
    share < 0.5 ? Double.sqrt(2 * share) - 1 : 1 - Double.sqrt(2 * (1 - share))
  }

  /// Fills the lanes with models: those of some draws, and the last of them again where there are fewer than lanes.
  ///
  /// - Parameter drawn: what was drawn of these models already, where others run them too.
  /// - Returns: at which shares of their distributions the parameters fall, eight lanes at a time, as many as lanes for
  ///   each that the tape needs.
  @discardableResult
  func fill<Scalar>(
    _ lanes: inout Lanes<Scalar>, with draws: Range<Int>, sharing drawn: inout DrawnBlock
  ) -> [SIMD8<Double>] {
    var all: [SIMD8<Double>] = []
    all.reserveCapacity(lanes.tape.parameters.count * Lanes<Scalar>.width / 8)
    drawn.begin(draws, of: sequence, prior)
    for (index, parameter) in lanes.tape.parameters.enumerated() {
      let (shares, values) = drawn.draw(keys[parameter.number], distributions[parameter.number])
      let given = given[parameter.number].map { SIMD8(repeating: $0) }
      for (group, value) in values.enumerated() {
        lanes.setParameter(index, from: 8 * group, to: given ?? value)
      }
      all += shares
    }
    lanes.start()
    return all
  }

  /// Fills the lanes with models that nobody else runs.
  @discardableResult
  func fill<Scalar>(_ lanes: inout Lanes<Scalar>, with draws: Range<Int>) -> [SIMD8<Double>] {
    var drawn = DrawnBlock()
    return fill(&lanes, with: draws, sharing: &drawn)
  }

  /// Feeds the inputs of a round.
  ///
  /// - Parameter drawn: what was drawn of these models already, where others run them too.
  func feed<Scalar>(
    _ lanes: inout Lanes<Scalar>, _ draws: Range<Int>, round: Int, sharing drawn: inout DrawnBlock
  ) {
    drawn.begin(draws, of: sequence, prior)
    for (number, input) in inputs.enumerated() {
      let values: [SIMD8<Double>]
      switch input.kind {
      case .action(let id): values = Self.all(plan.isUnderWay(id, in: round) ? 1 : 0)
      case .luck: values = luck == .drawn ? drawn.luck(of: round) : Self.all(0)
      }
      for (group, value) in values.enumerated() { lanes.setInput(number, from: 8 * group, to: value) }
    }
  }

  /// Feeds the inputs of a round to models that nobody else runs.
  func feed<Scalar>(_ lanes: inout Lanes<Scalar>, _ draws: Range<Int>, round: Int) {
    var drawn = DrawnBlock()
    feed(&lanes, draws, round: round, sharing: &drawn)
  }

  private static func all(_ value: Double) -> [SIMD8<Double>] {
    Array(repeating: SIMD8(repeating: value), count: Tape.lanes / 8)
  }
}
