public import Dynamics
import ProgrammeTheory
public import Reporting

/// Models step by step as data, by the names that their parts have in an XMILE document.
public struct TraceRecord: Encodable, Sendable {
  struct One: Encodable, Sendable {
    let draw: Int
    let parameters: [Double]
    let values: [[Double]]
  }

  let format = "realist trace 1"
  let prior: String
  let variables: [String]
  let parameters: [String]
  let models: [One]

  /// Runs models without luck and keeps every step.
  ///
  /// - Parameters:
  ///   - model: the compiled theory.
  ///   - draws: the numbers of the models in the sequence.
  ///   - sequence: where their numbers come from.
  ///   - prior: how their strengths are drawn.
  ///   - rounds: how many rounds of work.
  ///   - plan: the actions, and when each is under way.
  public init(
    _ model: Model, draws: Range<Int>, of sequence: DrawSequence, prior: Prior, rounds: Int, plan: Plan
  ) {
    let program = model.program
    self.prior = prior.rawValue
    variables = program.variables.indices.map { XMILE.name(ofVariable: $0, in: program) }
    parameters = program.parameters.indices.map { XMILE.name(ofParameter: $0, in: program) }
    models = draws.map { draw in
      let trace = Trace(
        model, draw: draw, of: sequence, prior: prior, rounds: rounds, plan: plan, isExpected: true)
      return One(draw: draw, parameters: trace.parameterValues, values: trace.values)
    }
  }
}

extension Adjacency {
  /// The arrows as a table.
  public var table: Table {
    Table(
      caption: "Arrows of one model",
      columns: ["from", "to", "configuration", "way", "sign", "strength", "reversible"],
      rows: arrows.map { arrow in
        [
          arrow.from.text, arrow.to.text, arrow.configuration.text, arrow.way, "\(arrow.sign)",
          "\(arrow.strength)",
          arrow.isReversible ? "yes" : "no",
        ].map { Cell($0) }
      })
  }
}
