/// Runs a program with given parameters and nothing else: what the engine costs without drawing and counting.
package struct Batch: Sendable {
  private let tape: Tape
  private let variables: Int
  private let parameters: Int

  /// Prepares a program.
  package init(_ program: Program) {
    tape = Tape(program, reporting: [])
    variables = program.variables.count
    parameters = program.parameters.count
  }

  /// Runs models side by side.
  ///
  /// - Parameters:
  ///   - models: which models.
  ///   - steps: how many steps.
  ///   - isSingle: whether in single precision.
  ///   - values: what the parameters are, one row for each model in the order of the program's parameters.
  /// - Returns: what the variables hold in the end, one row after another; empty where rows are missing.
  package func run(_ models: Range<Int>, steps: Int, isSingle: Bool, values: [Double]) -> [Double] {
    guard models.lowerBound >= 0, !models.isEmpty, values.count >= models.upperBound * parameters else {
      return []
    }
    return isSingle ? run(Float.self, models, steps, values) : run(Double.self, models, steps, values)
  }

  private func run<Scalar: LaneScalar>(
    _: Scalar.Type, _ models: Range<Int>, _ steps: Int, _ values: [Double]
  ) -> [Double] {
    var lanes = Lanes<Scalar>(tape)
    let width = Lanes<Scalar>.width
    var results: [Double] = []
    results.reserveCapacity(models.count * variables)
    for first in stride(from: models.lowerBound, to: models.upperBound, by: width) {
      for (index, parameter) in tape.parameters.enumerated() {
        for lane in 0..<width {
          let model = min(first + lane, models.upperBound - 1)
          lanes.setParameter(index, lane: lane, to: values[model * parameters + parameter.number])
        }
      }
      lanes.start()
      for _ in 0..<steps {
        lanes.evaluate()
        lanes.advance()
      }
      for lane in 0..<min(width, models.upperBound - first) {
        for number in 0..<variables { results.append(lanes.variable(number, lane: lane).doubled) }
      }
    }
    return results
  }
}
