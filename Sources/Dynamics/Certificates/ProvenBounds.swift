/// Between which numbers each line of a program lies, in every model and at every step.
///
/// A variable starts between the bounds of what it starts from and is widened by what follows, until nothing widens any
/// more: abstract interpretation over intervals (Cousot and Cousot 1977). After a few rounds a variable that still widens is
/// given the bounds that it was declared with, which hold by the form of the update.
struct ProvenBounds: Sendable {
  private(set) var lines: [ClosedRange<Double>]

  private static let everything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  init(_ program: Program) {
    lines = Array(repeating: 0...0, count: program.lines.count)
    var variables: [ClosedRange<Double>?] = program.variables.map { _ in nil }
    var round = 0
    while true {
      compute(program, variables)
      var isStill = true
      for (number, variable) in program.variables.enumerated() {
        let reached =
          variables[number].map { Self.join($0, lines[variable.next.index]) } ?? lines[variable.start.index]
        let widened =
          round > 3 && reached != variables[number] ? variable.bounds : Self.within(reached, variable.bounds)
        if widened != variables[number] {
          variables[number] = widened
          isStill = false
        }
      }
      if isStill { return }
      round += 1
    }
  }

  subscript(term: Term) -> ClosedRange<Double> { lines[term.index] }

  private mutating func compute(_ program: Program, _ variables: [ClosedRange<Double>?]) {
    for (index, line) in program.lines.enumerated() {
      switch line.operation {
      case .constant: lines[index] = line.value...line.value
      case .parameter: lines[index] = program.parameters[line.number].distribution.bounds
      case .input: lines[index] = program.inputs[line.number].bounds
      // In the first round only what variables start from is known.
      case .variable: lines[index] = variables[line.number] ?? program.variables[line.number].bounds
      default:
        lines[index] = line.operation.bounds(of: line.operands.map { lines[$0.index] }) ?? Self.everything
      }
    }
  }

  private static func join(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> ClosedRange<Double> {
    min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
  }

  private static func within(_ range: ClosedRange<Double>, _ bounds: ClosedRange<Double>) -> ClosedRange<
    Double
  > {
    let low = min(max(range.lowerBound, bounds.lowerBound), bounds.upperBound)
    return low...max(low, min(range.upperBound, bounds.upperBound))
  }
}
