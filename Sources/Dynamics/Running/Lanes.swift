/// A few models that run side by side, each in a lane of its own: every instruction is carried out for all of them
/// before the next, so that the cost of reading it is shared and the processor's vector units have work.
///
/// No lane reads another, so a model's numbers don't depend on who runs beside it.
struct Lanes<Scalar: LaneScalar>: Sendable {
  /// How many models run side by side.
  static var width: Int { 32 }

  let tape: Tape
  private var registers: Registers<Scalar>
  /// Whether the slow twin carries instructions out.
  private let isChecked: Bool
  private let toStart: [(from: Int, to: Int)]
  private let toNext: [(from: Int, to: Int)]

  init(_ tape: Tape, isChecked: Bool = false) {
    self.tape = tape
    self.isChecked = isChecked
    registers = Registers(tape)
    toStart = zip(tape.starts, tape.variables).map { ($0, $1) }
    toNext = zip(tape.nexts, tape.variables).filter { $0 != $1 }.map { ($0, $1) }
    for (register, value) in tape.constants {
      for lane in 0..<Self.width { registers[register, lane] = Scalar(value) }
    }
  }

  // MARK: Values in and out

  /// Gives a parameter its value in one lane.
  mutating func setParameter(_ index: Int, lane: Int, to value: Double) {
    registers[tape.parameters[index].register, lane] = Scalar(value)
  }

  /// Feeds an input in one lane.
  mutating func setInput(_ number: Int, lane: Int, to value: Double) {
    registers[tape.inputs[number], lane] = Scalar(value)
  }

  /// What a variable holds in a lane.
  func variable(_ number: Int, lane: Int) -> Scalar { registers[tape.variables[number], lane] }

  /// What is reported in a lane, of the step that was evaluated last.
  func report(_ index: Int, lane: Int) -> Scalar { registers[tape.reports[index], lane] }

  /// Gives a parameter its values in eight lanes, from one that is a multiple of eight.
  mutating func setParameter(_ index: Int, from lane: Int, to values: SIMD8<Double>) {
    registers[tape.parameters[index].register, chunk: lane / 8] = Scalar.nearest(values)
  }

  /// Feeds an input in eight lanes, from one that is a multiple of eight.
  mutating func setInput(_ number: Int, from lane: Int, to values: SIMD8<Double>) {
    registers[tape.inputs[number], chunk: lane / 8] = Scalar.nearest(values)
  }

  /// What a variable holds in eight lanes, from one that is a multiple of eight.
  func variables(_ number: Int, from lane: Int) -> SIMD8<Double> {
    Scalar.doubled(registers[tape.variables[number], chunk: lane / 8])
  }

  /// What is reported in eight lanes, from one that is a multiple of eight.
  func reports(_ index: Int, from lane: Int) -> SIMD8<Double> {
    Scalar.doubled(registers[tape.reports[index], chunk: lane / 8])
  }

  /// What was added up since the sums were cleared: calls with each sum's number and its values, eight lanes after another.
  func eachSum(_ body: (Int, [SIMD8<Double>]) -> Void) {
    var values = Array(repeating: SIMD8<Double>(), count: Registers<Scalar>.chunks)
    for (index, register) in tape.sums.enumerated() {
      for chunk in values.indices { values[chunk] = Scalar.doubled(registers[register, chunk: chunk]) }
      body(index, values)
    }
  }

  /// Lets all sums begin anew.
  mutating func clearSums() { registers.clear(tape.sums) }

  // MARK: Running

  /// Computes what stays the same, and puts every variable at its start.
  mutating func start() {
    carryOut(tape.setUp)
    registers.copy(toStart)
  }

  /// Computes what the step needs and what is reported, from what the variables hold.
  mutating func evaluate() { carryOut(tape.step) }

  /// Gives every variable its next value.
  mutating func advance() { registers.copy(toNext) }

  private mutating func carryOut(_ instructions: [Tape.Instruction]) {
    if isChecked {
      registers.carryOutChecked(instructions, of: tape)
    } else {
      registers.carryOut(instructions, of: tape)
    }
  }

  // MARK: Coming back

  /// What the variables hold, one after another, each in all lanes: to come back to.
  func snapshot() -> [Scalar.Vector] {
    var values: [Scalar.Vector] = []
    values.reserveCapacity(tape.variables.count * Registers<Scalar>.chunks)
    for register in tape.variables { values += registers.slice(register) }
    return values
  }

  /// Puts the variables back to what they held; parameters and what is computed once stay.
  ///
  /// - Parameter snapshot: what ``snapshot()`` gave for the same tape.
  mutating func restore(_ snapshot: [Scalar.Vector]) {
    let chunks = Registers<Scalar>.chunks
    guard snapshot.count == tape.variables.count * chunks else { return }
    for (index, register) in tape.variables.enumerated() {
      registers.put(snapshot[index * chunks..<(index + 1) * chunks], in: register)
    }
  }
}
