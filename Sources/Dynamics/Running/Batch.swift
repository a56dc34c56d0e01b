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
      for lane in stride(from: 0, to: width, by: 8) {
        let rows = Self.numbers(first + lane, below: models.upperBound)
        for (index, parameter) in tape.parameters.enumerated() {
          var own = SIMD8<Double>()
          for offset in 0..<8 { own[offset] = values[rows[offset] &* parameters &+ parameter.number] }
          lanes.setParameter(index, from: lane, to: own)
        }
      }
      lanes.start()
      for _ in 0..<steps {
        lanes.evaluate()
        lanes.advance()
      }
      for lane in stride(from: 0, to: width, by: 8) {
        let count = min(8, models.upperBound - first - lane)
        guard count > 0 else { break }
        for number in 0..<variables {
          let values = lanes.variables(number, from: lane)
          let place = (first - models.lowerBound + lane) * variables + number
          for offset in 0..<count { results[place + offset * variables] = values[offset] }
        }
      }
    }
    return results
  }

  /// Eight models from one on, and the last there is again where there are fewer.
  private static func numbers(_ first: Int, below end: Int) -> SIMD8<Int> {
    var numbers = SIMD8<Int>()
    for offset in 0..<8 { numbers[offset] = min(first + offset, end - 1) }
    return numbers
  }
}
