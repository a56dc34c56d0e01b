/// What the numbers of a block of models were drawn to, so that starts that run the same models draw them once.
///
/// At which share of its range a number falls depends on its key alone; its value also on how it is distributed, which
/// differs where one start knows more than another.
struct DrawnBlock: Sendable {
  /// How many groups of eight lanes a block has.
  private static let groups = Tape.lanes / 8

  /// Which models these are.
  private struct Models: Sendable, Equatable {
    let draws: Range<Int>
    let sequence: DrawSequence
    let prior: Prior
  }

  private var models: Models?
  /// The draws of the lanes.
  private var numbers = FourEights(0..<1)
  /// Which number has which key; it stays from block to block.
  private var places: [UInt64: Int] = [:]
  private var isDrawn: [Bool] = []
  private var distributions: [Distribution?] = []
  private var shares: [SIMD8<Double>] = []
  private var values: [SIMD8<Double>] = []
  /// The luck of rounds, eight lanes at a time.
  private var lucks: [Int: [SIMD8<Double>]] = [:]

  /// Begins a block, unless it is the one at hand.
  ///
  /// - Parameter draws: the models; the last of them again where there are fewer than lanes.
  mutating func begin(_ draws: Range<Int>, of sequence: DrawSequence, _ prior: Prior) {
    let models = Models(draws: draws, sequence: sequence, prior: prior)
    guard models != self.models else { return }
    self.models = models
    numbers = FourEights(draws)
    for number in isDrawn.indices { (isDrawn[number], distributions[number]) = (false, nil) }
    lucks.removeAll(keepingCapacity: true)
  }

  /// Draws a number where that wasn't done yet.
  ///
  /// - Returns: at which shares of its range it falls, and its values there, eight lanes at a time.
  mutating func draw(_ key: UInt64, _ distribution: Distribution) -> (
    shares: ArraySlice<SIMD8<Double>>, values: ArraySlice<SIMD8<Double>>
  ) {
    guard let models else { return ([], []) }
    let number = number(of: key)
    let own = number * Self.groups..<(number + 1) * Self.groups
    if !isDrawn[number] {
      isDrawn[number] = true
      let drawn = models.sequence.shares(of: key, draws: numbers)
      for (place, share) in zip(own, drawn) { shares[place] = share }
    }
    if distributions[number] != distribution {
      distributions[number] = distribution
      for place in own { values[place] = distribution.values(at: shares[place], prior: models.prior) }
    }
    return (shares[own], values[own])
  }

  /// The luck of a round, eight lanes at a time: the same whatever is done.
  mutating func luck(of round: Int) -> [SIMD8<Double>] {
    guard let models else { return [] }
    if let known = lucks[round] { return known }
    let shares = models.sequence.shares(of: Drawing.key(ofRound: round), draws: numbers)
    let luck = shares.map { $0.each { Drawing.luck(at: $0) } }
    lucks[round] = luck
    return luck
  }

  private mutating func number(of key: UInt64) -> Int {
    if let number = places[key] { return number }
    places[key] = isDrawn.count
    isDrawn.append(false)
    distributions.append(nil)
    shares.append(contentsOf: repeatElement(SIMD8(), count: Self.groups))
    values.append(contentsOf: repeatElement(SIMD8(), count: Self.groups))
    return isDrawn.count - 1
  }
}
