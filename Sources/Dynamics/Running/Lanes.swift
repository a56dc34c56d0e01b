internal import RealModule

/// A few models that run side by side, each in a lane of its own: every instruction is carried out for all of them
/// before the next, so that the cost of reading it is shared and the processor's vector units have work.
///
/// No lane reads another, so a model's numbers don't depend on who runs beside it.
struct Lanes<Scalar: LaneScalar> {
  /// How many models run side by side.
  static var width: Int { 32 }

  let tape: Tape
  private var registers: [Scalar]

  init(_ tape: Tape) {
    self.tape = tape
    registers = Array(repeating: 0, count: tape.registers * Self.width)
    for (register, value) in tape.constants { fill(register, Scalar(value)) }
  }

  // MARK: Values in and out

  private mutating func fill(_ register: Int, _ value: Scalar) {
    for lane in 0..<Self.width { registers[register * Self.width + lane] = value }
  }

  /// Gives a parameter its value in one lane.
  mutating func setParameter(_ index: Int, lane: Int, to value: Double) {
    registers[tape.parameters[index].register * Self.width + lane] = Scalar(value)
  }

  /// Feeds an input in one lane.
  mutating func setInput(_ number: Int, lane: Int, to value: Double) {
    registers[tape.inputs[number] * Self.width + lane] = Scalar(value)
  }

  /// What a variable holds in a lane.
  func variable(_ number: Int, lane: Int) -> Scalar {
    registers[tape.variables[number] * Self.width + lane]
  }

  /// What is reported in a lane, of the step that was evaluated last.
  func report(_ index: Int, lane: Int) -> Scalar { registers[tape.reports[index] * Self.width + lane] }

  // MARK: Running

  /// Computes what stays the same, and puts every variable at its start.
  mutating func start() {
    carryOut(tape.setUp)
    for (variable, start) in zip(tape.variables, tape.starts) { copy(start, to: variable) }
  }

  /// Computes what the step needs and what is reported, from what the variables hold.
  mutating func evaluate() { carryOut(tape.step) }

  /// Gives every variable its next value.
  mutating func advance() {
    for (variable, next) in zip(tape.variables, tape.nexts) where variable != next {
      copy(next, to: variable)
    }
  }

  /// What the variables hold, one after another, each in all lanes: to come back to.
  func snapshot() -> [Scalar] {
    var values: [Scalar] = []
    values.reserveCapacity(tape.variables.count * Self.width)
    for register in tape.variables {
      values += registers[register * Self.width..<(register + 1) * Self.width]
    }
    return values
  }

  /// Puts the variables back to what they held; parameters and what is computed once stay.
  ///
  /// - Parameter snapshot: what ``snapshot()`` gave for the same tape.
  mutating func restore(_ snapshot: [Scalar]) {
    guard snapshot.count == tape.variables.count * Self.width else { return }
    for (index, register) in tape.variables.enumerated() {
      for lane in 0..<Self.width {
        registers[register * Self.width + lane] = snapshot[index * Self.width + lane]
      }
    }
  }

  private mutating func copy(_ source: Int, to target: Int) {
    for lane in 0..<Self.width {
      registers[target * Self.width + lane] = registers[source * Self.width + lane]
    }
  }

  private mutating func carryOut(_ instructions: [Tape.Instruction]) {
    registers.withUnsafeMutableBufferPointer { registers in
      guard let base = registers.baseAddress else { return }
      for instruction in instructions {
        Self.carryOut(
          instruction.code, out: base + instruction.out * Self.width,
          a: base + instruction.a * Self.width,
          b: base + instruction.b * Self.width, c: base + instruction.c * Self.width)
      }
    }
  }

  @inline(__always)
  private static func carryOut(
    _ code: Code, out: UnsafeMutablePointer<Scalar>, a: UnsafeMutablePointer<Scalar>,
    b: UnsafeMutablePointer<Scalar>, c: UnsafeMutablePointer<Scalar>
  ) {
    switch code {
    case .addProduct: each(out, a, b, c) { $0 + $1 * $2 }
    case .addPositive: each(out, a, b) { $0 + ($1 > 0 ? $1 : 0) }
    case .addNegative: each(out, a, b) { $0 + ($1 < 0 ? $1 : 0) }
    case .addPositiveProduct: each(out, a, b, c) { $0 + ($1 * $2 > 0 ? $1 * $2 : 0) }
    case .addNegativeProduct: each(out, a, b, c) { $0 + ($1 * $2 < 0 ? $1 * $2 : 0) }
    case .positive: each(out, a) { $0 > 0 ? $0 : 0 }
    case .negative: each(out, a) { $0 < 0 ? $0 : 0 }
    case .plain(let operation): carryOut(operation, out: out, a: a, b: b, c: c)
    }
  }

  @inline(__always)
  private static func carryOut(
    _ operation: Operation, out: UnsafeMutablePointer<Scalar>, a: UnsafeMutablePointer<Scalar>,
    b: UnsafeMutablePointer<Scalar>, c: UnsafeMutablePointer<Scalar>
  ) {
    switch operation {
    case .constant, .parameter, .variable, .input: break
    case .add: each(out, a, b) { $0 + $1 }
    case .subtract: each(out, a, b) { $0 - $1 }
    case .multiply: each(out, a, b) { $0 * $1 }
    case .divide: each(out, a, b) { $0 / $1 }
    case .share: each(out, a, b) { $0 / ($0 + $1) }
    case .minimum: each(out, a, b) { $0 < $1 ? $0 : $1 }
    case .maximum: each(out, a, b) { $0 > $1 ? $0 : $1 }
    case .atLeast: each(out, a, b) { $0 >= $1 ? 1 : 0 }
    case .power: each(out, a, b) { Scalar.pow($0, $1) }
    case .logistic: each(out, a) { 1 / (1 + Scalar.exp(-$0)) }
    case .choose: each(out, a, b, c) { $0 != 0 ? $1 : $2 }
    }
  }

  @inline(__always)
  private static func each(
    _ out: UnsafeMutablePointer<Scalar>, _ a: UnsafeMutablePointer<Scalar>, _ b: UnsafeMutablePointer<Scalar>,
    _ compute: (Scalar, Scalar) -> Scalar
  ) {
    for lane in 0..<width { out[lane] = compute(a[lane], b[lane]) }
  }

  @inline(__always)
  private static func each(
    _ out: UnsafeMutablePointer<Scalar>, _ a: UnsafeMutablePointer<Scalar>, _ compute: (Scalar) -> Scalar
  ) {
    for lane in 0..<width { out[lane] = compute(a[lane]) }
  }

  @inline(__always)
  private static func each(
    _ out: UnsafeMutablePointer<Scalar>, _ a: UnsafeMutablePointer<Scalar>, _ b: UnsafeMutablePointer<Scalar>,
    _ c: UnsafeMutablePointer<Scalar>, _ compute: (Scalar, Scalar, Scalar) -> Scalar
  ) {
    for lane in 0..<width { out[lane] = compute(a[lane], b[lane], c[lane]) }
  }
}
