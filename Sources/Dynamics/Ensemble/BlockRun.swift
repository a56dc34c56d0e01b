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
  /// How many parts are added up over a round: shares, what was spared, shares by place.
  private let parts: Int
  /// What levels the block's models started from, as many as lanes for each concept.
  private var starts: [SIMD8<Double>] = []
  private var bins: LevelBins
  /// The numbers that are drawn, in the order of the tape.
  private var turns: [(parameter: Int, isChoice: Bool)] = []
  private var tally: Tally

  static var width: Int { Lanes<Scalar>.width }

  /// Adds all that was counted to a tally.
  func add(to whole: inout Tally) {
    whole.add(tally)
    bins.add(to: &whole)
  }

  /// What runs of a model: its levels and labels are reported, and what moves its levels is added up.
  static func tape(for model: Model, _ settings: EnsembleSettings) -> Tape {
    let read = moving(of: model).map { model.levels[$0].term } + model.labels.map(\.holds)
    return Tape(model.program, reporting: read, adding: parts(of: model, settings))
  }

  /// The levels that are counted, by number.
  private static func moving(of model: Model) -> [Int] {
    let moves = Set(model.moving)
    return model.levels.indices.filter { moves.contains(model.levels[$0].concept) }
  }

  private static func parts(of model: Model, _ settings: EnsembleSettings) -> [Term] {
    settings.isAttributed
      ? model.shares.map(\.term) + model.spared.map(\.term) + model.placeShares.map(\.term) : []
  }

  /// - Parameter tape: what ``tape(for:_:)`` gives.
  init(
    _ model: Model, _ tape: Tape, _ settings: EnsembleSettings, prior: Int, _ plan: Plan,
    _ orders: OrderTrials?
  ) {
    self.model = model
    self.settings = settings
    layout = TallyLayout(model, settings)
    self.prior = prior
    self.orders = orders
    drawing = Drawing(model.program, settings.sequence, settings.priors[prior], plan: plan)
    moving = Self.moving(of: model)
    lanes = Lanes(tape)
    parts = Self.parts(of: model, settings).count
    bins = LevelBins(layout, width: Self.width)
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
    readLevels(0, draws.count)
    for round in 1...settings.rounds {
      work(round, draws)
      readLevels(round, draws.count)
    }
    let ends = (0..<draws.count).map { reading.end(of: $0, in: lanes) }
    for (lane, end) in ends.enumerated() { countEnd(end, lane: lane, draw: draws.lowerBound + lane) }
    countTurns(shares, ends)
    if bins.isFull(after: draws.count) { bins.count(in: &tally) }
    return ends
  }

  private mutating func readLevels(_ round: Int, _ models: Int) {
    lanes.read()
    countLevels(round, models)
  }

  /// One round of work.
  private mutating func work(_ round: Int, _ draws: Range<Int>) {
    drawing.feed(&lanes, draws, round: round)
    lanes.clearSums()
    for _ in 0..<Model.stepsInARound { lanes.step() }
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
      var (risen, fallen): (Int64, Int64) = (0, 0)
      for first in stride(from: 0, to: Self.width, by: 8) {
        let levels = lanes.reports(concept, from: first)
        if round == 0 { starts.append(levels) }
        let start = starts[(concept * Self.width + first) / 8]
        for lane in first..<max(first, min(first + 8, models)) {
          let (level, change) = (levels[lane - first], levels[lane - first] - start[lane - first])
          guard level.isFinite else {
            tally.count(layout.faulty)
            continue
          }
          risen += change > Ensemble.visible ? 1 : 0
          fallen += change < -Ensemble.visible ? 1 : 0
          if isLiving[lane] { bins.note(level, concept, round, lane) }
        }
      }
      tally.count(layout.changed(concept, round), risen)
      tally.count(layout.changed(concept, round) + 1, fallen)
    }
  }

  // MARK: What drove it

  private mutating func countShares(_ round: Int, _ models: Int) {
    let counted = stride(from: 0, to: Self.width, by: 8).map { first in
      SIMD8(0, 1, 2, 3, 4, 5, 6, 7).each { first + Int($0) < models ? 1 : 0 }
    }
    for part in 0..<parts {
      var (sum, up, down) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
      for (group, isCounted) in counted.enumerated() {
        let whole = Self.wholeUnits(lanes.sums(part, from: 8 * group)) * isCounted
        sum += whole
        up += SIMD8().replacing(with: 1, where: whole .> 0)
        down += SIMD8().replacing(with: 1, where: whole .< 0)
      }
      let place = place(of: part, round)
      tally.count(place, Int64(sum.sum()))
      if part < layout.shares {
        tally.count(place + 1, Int64(up.sum()))
        tally.count(place + 2, Int64(down.sum()))
      }
    }
  }

  /// Amounts in whole units of the tally, the even one where two are as near; 0 for what is no number, or no share of a level.
  ///
  /// Few of them sum up exactly, since they are far below 2⁵³.
  @inline(__always)
  private static func wholeUnits(_ amounts: SIMD8<Double>) -> SIMD8<Double> {
    let limit = 0x1p45
    // There, doubles are 1 apart: adding rounds, and taking it off again leaves the whole number.
    let shift = 0x1.8p52
    let units = amounts * TallyLayout.unit
    let whole = (units + shift) - shift
    let below = SIMD8().replacing(with: whole, where: units .< limit)
    return SIMD8().replacing(with: below, where: units .> -limit)
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
  private mutating func countTurns(_ shares: [SIMD8<Double>], _ ends: [ModelEnd]) {
    let ranks = ends.map(\.rank.rawValue)
    for (index, turn) in turns.enumerated() {
      var parts = Double(TallyLayout.parts)
      if turn.isChoice {
        parts = model.program.parameters[turn.parameter].distribution.bounds.upperBound + 1
      }
      for (lane, rank) in ranks.enumerated() {
        let share = shares[(index * Self.width + lane) / 8][lane % 8]
        let part = min(Int(share * parts), TallyLayout.parts - 1)
        tally.count(layout.turn(turn.parameter, part: part, rank))
      }
    }
  }
}
