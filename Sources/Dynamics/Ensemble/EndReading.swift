import ProgrammeTheory

/// Reads from lanes how their models ended, or where they stand.
///
/// The tape of the lanes reports whether each label of the model holds, one after another.
struct EndReading: Sendable {
  private let model: Model
  private let rounds: Int
  private let firstLabel: Int
  private let cause: Int
  private let endedAt: Int

  /// - Parameters:
  ///   - model: what runs.
  ///   - rounds: how many rounds are run.
  ///   - firstLabel: which of the tape's reports tells of the first label.
  init(_ model: Model, rounds: Int, labelsFrom firstLabel: Int = 0) {
    self.model = model
    self.rounds = rounds
    self.firstLabel = firstLabel
    cause = model.program[model.cause].number
    endedAt = model.program[model.endedAt].number
  }

  /// What ended the model in a lane; 0 while it goes on.
  func cause<Scalar>(of lane: Int, in lanes: Lanes<Scalar>) -> Int {
    Int(lanes.variable(cause, lane: lane).doubled)
  }

  /// 1 for each lane whose model goes on, else 0; eight at a time.
  func living<Scalar>(in lanes: Lanes<Scalar>) -> [SIMD8<Double>] {
    stride(from: 0, to: Lanes<Scalar>.width, by: 8).map { lane in
      SIMD8().replacing(with: 1, where: lanes.variables(cause, from: lane) .== 0)
    }
  }

  /// The ends of the models in the first lanes.
  func ends<Scalar>(of models: Int, in lanes: Lanes<Scalar>) -> [ModelEnd] {
    (0..<models).map { end(of: $0, in: lanes) }
  }

  /// The end of the model in a lane.
  private func end<Scalar>(of lane: Int, in lanes: Lanes<Scalar>) -> ModelEnd {
    let cause = cause(of: lane, in: lanes)
    if cause >= 2, model.endings.indices.contains(cause / 2 - 1) {
      let id = model.endings[cause / 2 - 1].ending.id
      let step = Int(lanes.variable(endedAt, lane: lane).doubled)
      let round = min(max(1, (step + Model.stepsInARound - 1) / Model.stepsInARound), rounds)
      return cause.isMultiple(of: 2) ? .parted(id, round: round) : .shell(id, round: round)
    }
    for (index, label) in model.labels.enumerated() where lanes.report(firstLabel + index, lane: lane) != 0 {
      if let standing = label.label.standing { return .standing(label.label.id, standing) }
    }
    return .middling
  }
}
