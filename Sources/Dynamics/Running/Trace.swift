/// One model, step by step: every variable at every step.
public struct Trace: Sendable {
  /// The names of the variables, in the order of ``values``.
  public let variables: [String]
  /// The names of the parameters, in the order of ``parameterValues``.
  public let parameters: [String]
  /// What the parameters are in this model.
  public let parameterValues: [Double]
  /// What the variables hold: one row for each step, from the start.
  public let values: [[Double]]

  /// Runs one model.
  ///
  /// - Parameters:
  ///   - model: what runs.
  ///   - draw: the number of the model in the sequence.
  ///   - sequence: where its numbers come from.
  ///   - prior: how its strengths are drawn.
  ///   - rounds: how many rounds of work, from 0.
  ///   - plan: the actions, and when each is under way.
  ///   - isExpected: without luck, so that achievement is what can be expected.
  public init(
    _ model: Model, draw: Int, of sequence: DrawSequence, prior: Prior, rounds: Int, plan: Plan = Plan(),
    isExpected: Bool = false
  ) {
    self.init(
      model.program, Drawing(model.program, sequence, prior, plan: plan, luck: isExpected ? .none : .drawn),
      draw: draw, steps: max(0, rounds) * Model.stepsInARound)
  }

  init(_ program: Program, _ drawing: Drawing, draw: Int, steps: Int) {
    variables = program.variables.map(\.name)
    parameters = program.parameters.map(\.id)
    parameterValues = program.parameters.indices.map { drawing.value(of: $0, draw: draw) }
    var lanes = Lanes<Double>(Tape(program, reporting: []))
    drawing.fill(&lanes, with: draw..<draw + 1)
    var rows: [[Double]] = []
    for step in 0...steps {
      rows.append(program.variables.indices.map { lanes.variable($0, lane: 0) })
      guard step < steps else { break }
      drawing.feed(&lanes, draw..<draw + 1, round: step / Model.stepsInARound + 1)
      lanes.step()
    }
    values = rows
  }

  /// What a variable holds at each step; `nil` for a name that no variable has.
  public func course(of variable: String) -> [Double]? {
    variables.firstIndex(of: variable).map { index in values.map { $0[index] } }
  }
}
