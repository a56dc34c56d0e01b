import ProgrammeTheory

/// Runs blocks of models and counts what they do.
struct BlockRun<Scalar: LaneScalar> {
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
  private var added: [Double]
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
    lanes = Lanes(
      Tape(model.program, reporting: moving.map { model.levels[$0].term } + model.labels.map(\.holds) + parts)
    )
    added = Array(repeating: 0, count: parts.count * Lanes<Scalar>.width)
    reading = EndReading(model, rounds: settings.rounds, labelsFrom: moving.count)
    tally = Tally(layout)
  }

  /// Runs some models, at most as many as there are lanes, and tells how each of them ended.
  mutating func run(_ draws: Range<Int>) -> [ModelEnd] {
    drawing.fill(&lanes, with: draws)
    for round in 0...settings.rounds {
      if round > 0 { work(round, draws) }
      lanes.evaluate()
      countLevels(round, draws)
    }
    return draws.indices.map { draw in
      let lane = draw - draws.lowerBound
      let end = reading.end(of: lane, in: lanes)
      countEnd(end, lane: lane, draw: draw)
      return end
    }
  }

  /// One round of work.
  private mutating func work(_ round: Int, _ draws: Range<Int>) {
    drawing.feed(&lanes, draws, round: round)
    for index in added.indices { added[index] = 0 }
    for _ in 0..<Model.stepsInARound {
      lanes.evaluate()
      keepShares()
      lanes.advance()
    }
    countShares(round, draws)
  }

  // MARK: Levels and labels

  private mutating func countLevels(_ round: Int, _ draws: Range<Int>) {
    for lane in 0..<draws.count {
      for label in model.labels.indices where lanes.report(moving.count + label, lane: lane) != 0 {
        tally.count(layout.held(label, round))
      }
      guard reading.cause(of: lane, in: lanes) == 0 else { continue }
      tally.count(layout.living(round))
      for concept in moving.indices {
        let level = lanes.report(concept, lane: lane).doubled
        guard level.isFinite else {
          tally.count(layout.faulty)
          continue
        }
        let bin = min(max(Int(level * Double(TallyLayout.bins)), 0), TallyLayout.bins - 1)
        tally.count(layout.level(concept, round, bin: bin))
      }
    }
  }

  // MARK: What drove it

  private mutating func keepShares() {
    guard !added.isEmpty else { return }
    let first = moving.count + model.labels.count
    for part in 0..<added.count / Self.width {
      for lane in 0..<Self.width {
        added[part * Self.width + lane] += lanes.report(first + part, lane: lane).doubled
      }
    }
  }

  private mutating func countShares(_ round: Int, _ draws: Range<Int>) {
    for part in 0..<added.count / Self.width {
      let isShare = part < layout.shares
      let place = place(of: part, round)
      for lane in 0..<draws.count {
        let amount = (added[part * Self.width + lane] * TallyLayout.unit).rounded()
        guard let whole = Int64(exactly: amount), whole != 0 else { continue }
        tally.count(place, whole)
        if isShare { tally.count(place + (whole > 0 ? 1 : 2)) }
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
    for parameter in model.program.parameters.indices {
      tally.count(layout.turn(parameter, part: part(of: parameter, draw: draw), end.rank.rawValue))
    }
  }

  /// In which part of its range a parameter lies in a model; of choices, which it is.
  private func part(of parameter: Int, draw: Int) -> Int {
    if case .choice = model.program.parameters[parameter].distribution {
      return min(Int(drawing.value(of: parameter, draw: draw)), TallyLayout.parts - 1)
    }
    return min(
      Int(drawing.share(of: parameter, draw: draw) * Double(TallyLayout.parts)), TallyLayout.parts - 1)
  }
}
