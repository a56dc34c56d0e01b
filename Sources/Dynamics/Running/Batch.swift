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
    var results = Array(repeating: 0.0, count: models.count * variables)
    for first in stride(from: models.lowerBound, to: models.upperBound, by: width) {
      let rows = (0..<width).map { min(first + $0, models.upperBound - 1) &* parameters }
      lanes.setParameters(from: values, rowsAt: rows)
      lanes.start()
      for _ in 0..<steps {
        lanes.step()
      }
      let own = 0..<min(width, models.upperBound - first)
      lanes.variables(to: &results, rowsAt: own.map { (first - models.lowerBound + $0) * variables })
    }
    return results
  }
}
