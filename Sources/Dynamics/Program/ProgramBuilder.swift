/// Writes a program line by line. A line that is there already isn't written again, and what can be worked out at once
/// is: so a fact that closes a condition leaves nothing of what the condition guards.
package struct ProgramBuilder {
  package private(set) var program = Program()
  private var known: [Line: Term] = [:]
  private var parameterNumbers: [String: Int] = [:]
  private var inputNumbers: [Program.Input: Int] = [:]
  /// Between which numbers each line lies, where that is known.
  private(set) var bounds: [ClosedRange<Double>?] = []
  /// For each line, whether it stays the same through all steps of a model.
  private var steady: [Bool] = []

  /// A program without a line yet.
  package init() {}

  // MARK: Leaves

  package mutating func constant(_ value: Double) -> Term { write(Line(.constant, value: value)) }

  /// The value of a parameter; one with the same identifier is the same parameter. One that has a single value is a
  /// constant.
  package mutating func parameter(_ parameter: Parameter) -> Term {
    if let value = parameter.distribution.single { return constant(value) }
    let number =
      parameterNumbers[parameter.id]
      ?? {
        program.parameters.append(parameter)
        parameterNumbers[parameter.id] = program.parameters.count - 1
        return program.parameters.count - 1
      }()
    return write(Line(.parameter, number: number))
  }

  mutating func input(_ kind: Program.Input.Kind) -> Term {
    let input = Program.Input(kind: kind)
    let number =
      inputNumbers[input]
      ?? {
        program.inputs.append(input)
        inputNumbers[input] = program.inputs.count - 1
        return program.inputs.count - 1
      }()
    return write(Line(.input, number: number))
  }

  /// A new variable; what follows it is said later by ``set(_:next:)``.
  package mutating func variable(
    _ name: String, startingAt start: Term, within bounds: ClosedRange<Double> = 0...1
  )
    -> Term
  {
    let term = write(Line(.variable, number: program.variables.count))
    self.bounds[term.index] = bounds
    program.variables.append(Program.Variable(name: name, start: start, next: term, bounds: bounds))
    return term
  }

  /// Says what a variable holds after a step.
  package mutating func set(_ variable: Term, next: Term) {
    let line = program[variable]
    guard line.operation == .variable else { return }
    // One that takes over another's value gets a line of its own, so that all can take their values one by one.
    let isOther = next != variable && program[next].operation == .variable
    program.variables[line.number].next = isOther ? write(Line(.add, [next, constant(0)])) : next
  }

  // MARK: Arithmetic

  package mutating func add(_ a: Term, _ b: Term) -> Term {
    if value(a) == 0 { return b }
    if value(b) == 0 { return a }
    return binary(.add, a, b) { $0 + $1 }
  }

  package mutating func subtract(_ a: Term, _ b: Term) -> Term {
    if value(b) == 0 { return a }
    if a == b { return constant(0) }
    return binary(.subtract, a, b) { $0 - $1 }
  }

  package mutating func multiply(_ a: Term, _ b: Term) -> Term {
    if value(a) == 0 || value(b) == 0 { return constant(0) }
    if value(a) == 1 { return b }
    if value(b) == 1 { return a }
    return binary(.multiply, a, b) { $0 * $1 }
  }

  /// What changes is multiplied by the reciprocal of what stays, which is worked out once for each model; by that of a
  /// constant only where it is exact.
  mutating func divide(_ a: Term, _ b: Term) -> Term {
    if value(a) == 0 { return a }
    if value(b) == 1 { return a }
    guard steady[b.index], !steady[a.index], value(b).map(Self.hasExactReciprocal) ?? true else {
      return binary(.divide, a, b) { $0 / $1 }
    }
    return multiply(a, binary(.divide, constant(1), b) { $0 / $1 })
  }

  /// Whether a number is a power of 2.
  private static func hasExactReciprocal(_ value: Double) -> Bool {
    value.isNormal && value.significand.magnitude == 1
  }

  package mutating func share(_ a: Term, _ b: Term) -> Term {
    if value(a) == 0 { return a }
    return binary(.share, a, b) { $0 / ($0 + $1) }
  }

  package mutating func minimum(_ a: Term, _ b: Term) -> Term {
    if a == b || isNever(a, above: b) { return a }
    if isNever(b, above: a) { return b }
    return binary(.minimum, a, b) { min($0, $1) }
  }

  package mutating func maximum(_ a: Term, _ b: Term) -> Term {
    if a == b || isNever(b, above: a) { return a }
    if isNever(a, above: b) { return b }
    return binary(.maximum, a, b) { max($0, $1) }
  }

  mutating func atLeast(_ a: Term, _ b: Term) -> Term { binary(.atLeast, a, b) { $0 >= $1 ? 1 : 0 } }

  mutating func power(_ a: Term, _ b: Term) -> Term {
    if value(a) == 0 || value(a) == 1 { return a }
    return write(Line(.power, [a, b]))
  }

  mutating func logistic(_ a: Term) -> Term { write(Line(.logistic, [a])) }

  /// One of two values, by whether something isn't 0.
  mutating func choose(_ condition: Term, _ yes: Term, _ no: Term) -> Term {
    if let value = value(condition) { return value != 0 ? yes : no }
    return yes == no ? yes : write(Line(.choose, [condition, yes, no]))
  }

  // MARK: Made of these

  /// The same with its sign turned: of a product, that of the factor that stays the same through all steps.
  package mutating func negative(_ a: Term) -> Term {
    let line = program[a]
    guard line.operation == .multiply, !steady[a.index],
      let factor = line.operands.firstIndex(where: { steady[$0.index] })
    else { return subtract(constant(0), a) }
    return multiply(subtract(constant(0), line.operands[factor]), line.operands[1 - factor])
  }

  package mutating func complement(_ a: Term) -> Term { subtract(constant(1), a) }
  package mutating func positivePart(_ a: Term) -> Term { maximum(constant(0), a) }
  package mutating func negativePart(_ a: Term) -> Term { minimum(constant(0), a) }

  package mutating func sum(_ terms: [Term]) -> Term { terms.reduce(constant(0)) { add($0, $1) } }
  mutating func least(_ terms: [Term]) -> Term? { fold(terms) { $0.minimum($1, $2) } }
  mutating func greatest(_ terms: [Term]) -> Term? { fold(terms) { $0.maximum($1, $2) } }

  /// The mean of values, each with a weight from 0 up; constants are divided out at once where that is exact, so that the
  /// mean of equal values is that value.
  mutating func mean(_ values: [Term], weights: [Term]) -> Term {
    guard let first = values.first else { return constant(0) }
    if values.allSatisfy({ $0 == first }) { return first }
    let whole = sum(weights)
    let isDividedOut = value(whole).map(Self.hasExactReciprocal) ?? false
    let weighted = zip(values, weights).map { multiply($0, isDividedOut ? divide($1, whole) : $1) }
    return isDividedOut ? sum(weighted) : divide(sum(weighted), whole)
  }

  private mutating func fold(_ terms: [Term], _ join: (inout ProgramBuilder, Term, Term) -> Term) -> Term? {
    guard var result = terms.first else { return nil }
    for term in terms.dropFirst() { result = join(&self, result, term) }
    return result
  }

  /// The number of a term that is a constant.
  func value(_ term: Term) -> Double? {
    let line = program[term]
    return line.operation == .constant ? line.value : nil
  }

  /// Whether one line is known never to lie above another.
  private func isNever(_ a: Term, above b: Term) -> Bool {
    guard let first = bounds[a.index], let second = bounds[b.index] else { return false }
    return first.upperBound <= second.lowerBound
  }

  private func knownBounds(of line: Line) -> ClosedRange<Double>? {
    switch line.operation {
    case .constant: return line.value.isFinite ? line.value...line.value : nil
    case .parameter: return program.parameters[line.number].distribution.bounds
    case .input: return program.inputs[line.number].bounds
    case .variable: return nil
    default:
      let operands = line.operands.compactMap { bounds[$0.index] }
      return line.operation.bounds(of: operands)
    }
  }

  private mutating func binary(
    _ operation: Operation, _ a: Term, _ b: Term, _ compute: (Double, Double) -> Double
  ) -> Term {
    if let a = value(a), let b = value(b) { return constant(compute(a, b)) }
    return write(Line(operation, [a, b]))
  }

  private mutating func write(_ line: Line) -> Term {
    if let term = known[line] { return term }
    let term = Term(program.lines.count)
    program.lines.append(line)
    bounds.append(knownBounds(of: line))
    steady.append(line.isSteady(steady))
    known[line] = term
    return term
  }
}
