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
    let key = Parameter.key(of: "luck/\(round)")
    let share = sequence.share(of: key, draw: draw)
    return share < 0.5 ? Double.sqrt(2 * share) - 1 : 1 - Double.sqrt(2 * (1 - share))
  }

  /// Fills the lanes with models: those of some draws, and the last of them again where there are fewer than lanes.
  ///
  /// - Returns: at which shares of their distributions the parameters fall, as many as lanes for each that the tape needs.
  @discardableResult
  func fill<Scalar>(_ lanes: inout Lanes<Scalar>, with draws: Range<Int>) -> [Double] {
    let width = Lanes<Scalar>.width
    var all = Array(repeating: 0.0, count: lanes.tape.parameters.count * width)
    for (index, parameter) in lanes.tape.parameters.enumerated() {
      let (distribution, given) = (distributions[parameter.number], given[parameter.number])
      for first in stride(from: 0, to: width, by: 8) {
        let shares = sequence.shares(of: keys[parameter.number], draws: numbers(first, draws))
        for offset in 0..<8 {
          all[index * width + first + offset] = shares[offset]
          lanes.setParameter(
            index, lane: first + offset,
            to: given ?? distribution.value(at: shares[offset], prior: prior))
        }
      }
    }
    lanes.start()
    return all
  }

  /// The draws of eight lanes.
  private func numbers(_ first: Int, _ draws: Range<Int>) -> SIMD8<UInt32> {
    var numbers = SIMD8<UInt32>()
    for offset in 0..<8 {
      numbers[offset] = UInt32(
        truncatingIfNeeded: min(draws.lowerBound + first + offset, draws.upperBound - 1))
    }
    return numbers
  }

  /// Feeds the inputs of a round.
  func feed<Scalar>(_ lanes: inout Lanes<Scalar>, _ draws: Range<Int>, round: Int) {
    for number in inputs.indices {
      for lane in 0..<Lanes<Scalar>.width {
        let draw = min(draws.lowerBound + lane, draws.upperBound - 1)
        lanes.setInput(number, lane: lane, to: input(number, draw: draw, round: round))
      }
    }
  }
}
