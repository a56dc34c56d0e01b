/// Runs a program with given parameters and nothing else: what the engine costs without drawing and counting.
package struct Batch: Sendable {
  private let tape: Tape
  private let variables: Int

  /// Prepares a program.
  package init(_ program: Program) {
    tape = Tape(program, reporting: [])
    variables = program.variables.count
  }

  /// Runs models side by side.
  ///
  /// - Parameters:
  ///   - models: which models.
  ///   - steps: how many steps.
  ///   - isSingle: whether in single precision.
  ///   - value: the value of a parameter, by its number, in a model.
  /// - Returns: what the variables hold in the end, one row after another.
  package func run(
    _ models: Range<Int>, steps: Int, isSingle: Bool, value: (_ parameter: Int, _ model: Int) -> Double
  ) -> [Double] {
    isSingle ? run(Float.self, models, steps, value) : run(Double.self, models, steps, value)
  }

  private func run<Scalar: LaneScalar>(
    _: Scalar.Type, _ models: Range<Int>, _ steps: Int, _ value: (Int, Int) -> Double
  ) -> [Double] {
    var lanes = Lanes<Scalar>(tape)
    let width = Lanes<Scalar>.width
    var results: [Double] = []
    results.reserveCapacity(models.count * variables)
    for first in stride(from: models.lowerBound, to: models.upperBound, by: width) {
      for (index, parameter) in tape.parameters.enumerated() {
        for lane in 0..<width {
          lanes.setParameter(
            index, lane: lane, to: value(parameter.number, min(first + lane, models.upperBound - 1)))
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
