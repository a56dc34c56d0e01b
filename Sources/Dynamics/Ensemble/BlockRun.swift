import ProgrammeTheory

/// Runs blocks of models and counts what they do.
struct BlockRun<Scalar: LaneScalar>: Sendable {
  let model: Model
  let settings: EnsembleSettings
  let drawing: Drawing
  private let prior: Int
  private let orders: OrderTrials?
  private let layout: TallyLayout
  private var lanes: Lanes<Scalar>
  private let moving: [Int]
  private let reading: EndReading
  /// What was added in the round so far, by lane: shares, what was spared, shares by place.
  private var added: [Scalar.Vector]
  private let parts: Range<Int>
  /// What levels the block's models started from, as many as models for each concept.
  private var starts: [Double] = []
  /// The numbers that are drawn, in the order of the tape.
  private var turns: [(parameter: Int, isChoice: Bool)] = []
  /// Whether what is read after a round stays the same when the next one's luck is fed: then it is read in passing.
  private let readsInPassing: Bool
  private(set) var tally: Tally

  static var width: Int { Lanes<Scalar>.width }

  init(_ model: Model, _ settings: EnsembleSettings, prior: Int, _ plan: Plan, _ orders: OrderTrials?) {
    self.model = model
    self.settings = settings
    layout = TallyLayout(model, settings)
    self.prior = prior
    self.orders = orders
    drawing = Drawing(model.program, settings.sequence, settings.priors[prior], plan: plan)
    let moves = Set(model.moving)
    moving = model.levels.indices.filter { moves.contains(model.levels[$0].concept) }
    let parts =
      settings.isAttributed
      ? model.shares.map(\.term) + model.spared.map(\.term) + model.placeShares.map(\.term) : []
    let read = moving.map { model.levels[$0].term } + model.labels.map(\.holds)
    readsInPassing = !model.program.readsInputs(read)
    let tape = Tape(model.program, reporting: read + parts)
    lanes = Lanes(tape)
    self.parts = read.count..<read.count + parts.count
    added = Array(repeating: Scalar.Vector(), count: parts.count * Registers<Scalar>.chunks)
    turns = tape.parameters.map { parameter in
      if case .choice = model.program.parameters[parameter.number].distribution {
        return (parameter.number, true)
      }
      return (parameter.number, false)
    }
    reading = EndReading(model, rounds: settings.rounds, labelsFrom: moving.count)
    tally = Tally(layout)
  }

  /// Runs some models, at most as many as there are lanes, and tells how each of them ended.
  mutating func run(_ draws: Range<Int>) -> [ModelEnd] {
    let shares = drawing.fill(&lanes, with: draws)
    if !readsInPassing { readLevels(0, draws) }
    for round in 1...settings.rounds {
      work(round, draws)
      if !readsInPassing { readLevels(round, draws) }
    }
    if readsInPassing { readLevels(settings.rounds, draws) }
    let ends = (0..<draws.count).map { reading.end(of: $0, in: lanes) }
    for (lane, end) in ends.enumerated() { countEnd(end, lane: lane, draw: draws.lowerBound + lane) }
    countTurns(shares, ends)
    return ends
  }

  private mutating func readLevels(_ round: Int, _ draws: Range<Int>) {
    lanes.evaluate()
    countLevels(round, draws.count)
  }

  /// One round of work.
  private mutating func work(_ round: Int, _ draws: Range<Int>) {
    drawing.feed(&lanes, draws, round: round)
    for index in added.indices { added[index] = Scalar.Vector() }
    for step in 0..<Model.stepsInARound {
      lanes.evaluate()
      if step == 0, readsInPassing { countLevels(round - 1, draws.count) }
      lanes.addReports(parts, to: &added)
      lanes.advance()
    }
    countShares(round, draws.count)
  }

  // MARK: Levels and labels

  private mutating func countLevels(_ round: Int, _ models: Int) {
    for label in model.labels.indices {
      let place = layout.held(label, round)
      for lane in 0..<models where lanes.report(moving.count + label, lane: lane) != 0 { tally.count(place) }
    }
    let isLiving = (0..<models).map { reading.cause(of: $0, in: lanes) == 0 }
    tally.count(layout.living(round), Int64(isLiving.count { $0 }))
    if round == 0 { starts.removeAll(keepingCapacity: true) }
    for concept in moving.indices {
      for lane in 0..<models {
        let level = lanes.report(concept, lane: lane).doubled
        if round == 0 { starts.append(level) }
        count(level, concept, round, since: starts[concept * models + lane], isLiving: isLiving[lane])
      }
    }
  }

  private mutating func count(
    _ level: Double, _ concept: Int, _ round: Int, since start: Double, isLiving: Bool
  ) {
    guard level.isFinite else { return tally.count(layout.faulty) }
    if abs(level - start) > Ensemble.visible {
      tally.count(layout.changed(concept, round) + (level > start ? 0 : 1))
    }
    guard isLiving else { return }
    let bin = min(max(Int(level * Double(TallyLayout.bins)), 0), TallyLayout.bins - 1)
    tally.count(layout.level(concept, round, bin: bin))
  }

  // MARK: What drove it

  private mutating func countShares(_ round: Int, _ models: Int) {
    let chunks = Registers<Scalar>.chunks
    for part in 0..<parts.count {
      var (sum, up, down): (Int64, Int64, Int64) = (0, 0, 0)
      for chunk in 0..<chunks {
        let vector = added[part * chunks + chunk]
        for lane in 0..<Scalar.Vector.scalarCount where chunk * Scalar.Vector.scalarCount + lane < models {
          let amount = vector[lane].doubled * TallyLayout.unit
          // Levels move by less than 1; what is no number is no share.
          guard abs(amount) < 0x1p62 else { continue }
          let whole = Int64(amount.rounded())
          sum &+= whole
          up &+= whole > 0 ? 1 : 0
          down &+= whole < 0 ? 1 : 0
        }
      }
      let place = place(of: part, round)
      tally.count(place, sum)
      if part < layout.shares {
        tally.count(place + 1, up)
        tally.count(place + 2, down)
      }
    }
  }

  /// Where a part of what was added is counted: shares first, then what was spared, then shares by place.
  private func place(of part: Int, _ round: Int) -> Int {
    if part < layout.shares { return layout.share(part, round) }
    let rest = part - layout.shares
    return rest < layout.spared
      ? layout.spared(rest, round) : layout.placeShare(rest - layout.spared, round)
  }

  // MARK: Ends

  private mutating func countEnd(_ end: ModelEnd, lane: Int, draw: Int) {
    tally.count(layout.models)
    switch end {
    case .parted(_, let round), .shell(_, let round):
      tally.count(layout.ended(reading.cause(of: lane, in: lanes), round))
    case .standing(let id, _):
      tally.count(layout.standing(model.labels.firstIndex { $0.label.id == id } ?? model.labels.count))
    case .middling: tally.count(layout.standing(model.labels.count))
    }
    if let orders, orders.meetsAll(draw, prior: prior) { tally.count(layout.meeting(end.rank.rawValue)) }
  }

  /// In which part of its range each number lies; of choices, which it is.
  private mutating func countTurns(_ shares: [Double], _ ends: [ModelEnd]) {
    let ranks = ends.map(\.rank.rawValue)
    for (index, turn) in turns.enumerated() {
      var parts = Double(TallyLayout.parts)
      if turn.isChoice {
        parts = model.program.parameters[turn.parameter].distribution.bounds.upperBound + 1
      }
      for (lane, rank) in ranks.enumerated() {
        let part = min(Int(shares[index * Self.width + lane] * parts), TallyLayout.parts - 1)
        tally.count(layout.turn(turn.parameter, part: part, rank))
      }
    }
  }
}
