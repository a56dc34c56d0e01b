import ProgrammeTheory

/// Runs blocks of models and counts what they do.
struct BlockRun<Scalar: LaneScalar>: Sendable {
  let model: Model
  let settings: EnsembleSettings
  let drawing: Drawing
  private let prior: Int
  private let orders: OrderTrials?
  private let layout: TallyLayout
  /// What runs now, and what runs blocks of the other kind: those of which it is kept what moved what, or not.
  private var (lanes, others): (Lanes<Scalar>, Lanes<Scalar>)
  private var isAttributing = true
  private var drawn = DrawnBlock()
  private let moving: [Int]
  private let added: AddedAmounts
  private let reading: EndReading
  /// What levels the block's models started from, as many as lanes for each concept.
  private var starts: [SIMD8<Double>] = []
  private var bins: LevelBins
  private let levels: LevelCounts
  /// Which of the model's numbers are choices.
  private let isChoice: [Bool]
  private var tally: Tally

  static var width: Int { Lanes<Scalar>.width }

  /// Adds all that was counted to a tally; levels, to what is counted together. Nothing is left.
  mutating func finish(into whole: inout Tally) {
    whole.add(tally)
    levels.count(bins)
    bins.removeAll()
    tally = Tally(layout)
  }

  init(
    _ model: Model, _ tapes: BlockTapes, _ settings: EnsembleSettings, prior: Int, _ plan: Plan,
    _ orders: OrderTrials?, _ levels: LevelCounts
  ) {
    self.model = model
    self.levels = levels
    self.settings = settings
    layout = TallyLayout(model, settings)
    self.prior = prior
    self.orders = orders
    drawing = Drawing(model.program, settings.sequence, settings.priors[prior], plan: plan)
    moving = BlockTapes.moving(of: model)
    added = tapes.added
    (lanes, others) = (Lanes(tapes.attributing), Lanes(tapes.plain))
    bins = LevelBins(layout, width: Self.width)
    isChoice = model.program.parameters.map { if case .choice = $0.distribution { true } else { false } }
    reading = EndReading(model, rounds: settings.rounds, labelsFrom: moving.count)
    tally = Tally(layout)
  }

  /// Runs some models, at most as many as there are lanes, and tells how each of them ended.
  mutating func run(_ draws: Range<Int>) -> [ModelEnd] {
    let kept = draws.clamped(to: 0..<settings.attributed).count
    if isAttributing != (kept > 0) {
      swap(&lanes, &others)
      isAttributing.toggle()
    }
    tally.count(layout.attributed, Int64(kept))
    let shares = drawing.fill(&lanes, with: draws, sharing: &drawn)
    readLevels(0, draws.count)
    for round in 1...settings.rounds {
      work(round, draws)
      countShares(round, kept)
      readLevels(round, draws.count)
    }
    let ends = reading.ends(of: draws.count, in: lanes)
    for (lane, end) in ends.enumerated() { countEnd(end, lane: lane, draw: draws.lowerBound + lane) }
    countTurns(shares, ends)
    if bins.isFull(after: draws.count) {
      levels.count(bins)
      bins.removeAll()
    }
    return ends
  }

  private mutating func readLevels(_ round: Int, _ models: Int) {
    lanes.read()
    countLevels(round, models)
  }

  /// One round of work.
  private mutating func work(_ round: Int, _ draws: Range<Int>) {
    drawing.feed(&lanes, draws, round: round, sharing: &drawn)
    lanes.clearSums()
    for _ in 0..<Model.stepsInARound { lanes.step() }
  }

  // MARK: Levels and labels

  private mutating func countLevels(_ round: Int, _ models: Int) {
    let counted = Self.counted(models)
    countLabels(round, counted)
    let living = zip(counted, reading.living(in: lanes)).map { $0 * $1 }
    tally.count(layout.living(round), Int64(living.reduce(0) { $0 + $1.sum() }))
    if round == 0 { starts.removeAll(keepingCapacity: true) }
    for concept in moving.indices {
      var changes = Changes()
      for group in counted.indices {
        let levels = lanes.reports(concept, from: 8 * group)
        if round == 0 { starts.append(levels) }
        let start = starts[concept * counted.count + group]
        let (isCounted, lives) = (counted[group], living[group])
        let low = changes.take(levels.lowHalf, since: start.lowHalf, where: isCounted.lowHalf)
        bins.note(levels.lowHalf, where: lives.lowHalf * low, concept, round, from: 8 * group)
        let high = changes.take(levels.highHalf, since: start.highHalf, where: isCounted.highHalf)
        bins.note(levels.highHalf, where: lives.highHalf * high, concept, round, from: 8 * group + 4)
      }
      tally.count(layout.changed(concept, round), Int64(changes.risen.sum()))
      tally.count(layout.changed(concept, round) + 1, Int64(changes.fallen.sum()))
      tally.count(layout.faulty, Int64(changes.faulty.sum()))
    }
  }

  /// In how many models a level has visibly changed since the start, or is no number; by place among four.
  private struct Changes {
    private(set) var (risen, fallen, faulty) = (SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>())

    /// Takes in levels of four models.
    ///
    /// - Parameter isCounted: 1 for each that is counted, else 0.
    /// - Returns: 1 for each that is a number, else 0. What is none, or is endless, is neither above nor below.
    @inline(__always)
    mutating func take(
      _ levels: SIMD4<Double>, since start: SIMD4<Double>, where isCounted: SIMD4<Double>
    ) -> SIMD4<Double> {
      let isNumber = SIMD4().replacing(with: 1, where: (levels - levels) .== 0)
      let (change, number) = (levels - start, isCounted * isNumber)
      risen += number * SIMD4().replacing(with: 1, where: change .> Ensemble.visible)
      fallen += number * SIMD4().replacing(with: 1, where: change .< -Ensemble.visible)
      faulty += isCounted - number
      return isNumber
    }
  }

  private mutating func countLabels(_ round: Int, _ counted: [SIMD8<Double>]) {
    for label in model.labels.indices {
      var held = SIMD8<Double>()
      for (group, isCounted) in counted.enumerated() {
        let reports = lanes.reports(moving.count + label, from: 8 * group)
        held += isCounted.replacing(with: 0, where: reports .== 0)
      }
      tally.count(layout.held(label, round), Int64(held.sum()))
    }
  }

  /// 1 for each lane of the first models, eight at a time, else 0.
  private static func counted(_ models: Int) -> [SIMD8<Double>] {
    stride(from: 0, to: width, by: 8).map { first in
      SIMD8(0, 1, 2, 3, 4, 5, 6, 7).each { first + Int($0) < models ? 1 : 0 }
    }
  }

  // MARK: What drove it

  private mutating func countShares(_ round: Int, _ models: Int) {
    guard models > 0 else { return }
    let counted = Self.counted(models)
    for part in added.parts.indices {
      let (own, share) = added.parts[part]
      var (sum, up, down) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
      for group in counted.indices {
        var amounts = SIMD8<Double>()
        for index in own { amounts += lanes.sums(added.sums[index], from: 8 * group) }
        let whole = Self.wholeUnits(amounts * share) * counted[group]
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
    let most = SIMD8(repeating: Double(TallyLayout.parts - 1))
    for (index, parameter) in lanes.tape.parameters.map(\.number).enumerated() {
      var parts = Double(TallyLayout.parts)
      if isChoice[parameter] {
        parts = model.program.parameters[parameter].distribution.bounds.upperBound + 1
      }
      let first = layout.turn(parameter, part: 0, 0)
      for group in stride(from: 0, to: ranks.count, by: 8) {
        let scaled = shares[(index * Self.width + group) / 8] * parts
        let own = most.replacing(with: scaled, where: scaled .< most)
        for lane in group..<min(group + 8, ranks.count) {
          tally.count(first + Int(own[lane - group]) * TallyLayout.ranks + ranks[lane])
        }
      }
    }
  }
}

/// What runs of a model.
struct BlockTapes: Sendable {
  /// Its levels and labels are reported.
  let plain: Tape
  /// Besides, what moves its levels is added up.
  let attributing: Tape
  /// What is added up.
  let added: AddedAmounts

  init(_ model: Model, _ settings: EnsembleSettings) {
    let read = Self.moving(of: model).map { model.levels[$0].term } + model.labels.map(\.holds)
    plain = Tape(model.program, reporting: read)
    added = settings.isAttributed ? AddedAmounts(model) : AddedAmounts()
    attributing = settings.isAttributed ? Tape(model.program, reporting: read, adding: added.terms) : plain
  }

  /// The levels that are counted, by number.
  static func moving(of model: Model) -> [Int] {
    let moves = Set(model.moving)
    return model.levels.indices.filter { moves.contains(model.levels[$0].concept) }
  }
}

/// What is added up over a round, and what of it tells what moved what: shares, then what was spared, then shares by place.
struct AddedAmounts: Sendable {
  /// The lines that are added up.
  private(set) var terms: [Term] = []
  /// What is counted: which of ``sums``, together, and how much of them.
  private(set) var parts: [(sums: Range<Int>, share: Double)] = []
  /// Numbers of lines that are added up, one part's after another's.
  private(set) var sums: [Int] = []

  /// What moves which concept.
  private struct Moved: Hashable {
    let source: InfluenceSource
    let concept: Concept.ID
  }

  /// Nothing.
  init() {}

  /// A share of a concept that has several places is the mean of those by place, which are added up anyway.
  init(_ model: Model) {
    let byPlace = Dictionary(grouping: model.placeShares.indices) {
      Moved(source: model.placeShares[$0].source, concept: model.placeShares[$0].concept)
    }
    let whole = model.shares.map { byPlace[Moved(source: $0.source, concept: $0.concept)] ?? [] }
    let alone = zip(model.shares, whole).filter { $1.isEmpty }.map(\.0.term) + model.spared.map(\.term)
    terms = alone + model.placeShares.map(\.term)
    var next = 0
    for (share, places) in zip(model.shares, whole) {
      if places.isEmpty {
        count([next], 1)
        next += 1
      } else {
        count(places.map { alone.count + $0 }, 1 / Double(model.movedPlaces[share.concept] ?? 1))
      }
    }
    for term in next..<terms.count { count([term], 1) }
  }

  private mutating func count(_ lines: [Int], _ share: Double) {
    parts.append((sums.count..<sums.count + lines.count, share))
    sums += lines
  }
}
