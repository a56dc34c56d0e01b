/// A few models that run side by side, each in a lane of its own: every instruction is carried out for all of them
/// before the next, so that the cost of reading it is shared and the processor's vector units have work.
///
/// No lane reads another, so a model's numbers don't depend on who runs beside it.
struct Lanes<Scalar: LaneScalar>: Sendable {
  /// How many models run side by side.
  static var width: Int { Tape.lanes }

  let tape: Tape
  private var registers: Registers<Scalar>
  /// Whether the slow twin carries instructions out.
  private let isChecked: Bool
  private let toStart: [Tape.Move]
  private let toNext: [Tape.Move]

  init(_ tape: Tape, isChecked: Bool = false) {
    self.tape = tape
    self.isChecked = isChecked
    registers = Registers(tape)
    toStart = tape.moves(from: tape.starts)
    toNext = tape.moves(from: tape.nexts)
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

  /// What is reported in a lane, as it was read last: the next step takes it away.
  func report(_ index: Int, lane: Int) -> Scalar { registers[tape.reports[index], lane] }

  /// Gives a parameter its values in eight lanes, from one that is a multiple of eight.
  mutating func setParameter(_ index: Int, from lane: Int, to values: SIMD8<Double>) {
    registers.putEight(values, in: tape.parameters[index].register, from: lane)
  }

  /// Gives all parameters their values.
  ///
  /// - Parameters:
  ///   - values: rows of them, each in the order of the program's parameters.
  ///   - rows: where the row of each lane begins.
  mutating func setParameters(from values: [Double], rowsAt rows: [Int]) {
    registers.put(values, rowsAt: rows, in: tape.parameters)
  }

  /// Feeds an input in eight lanes, from one that is a multiple of eight.
  mutating func setInput(_ number: Int, from lane: Int, to values: SIMD8<Double>) {
    registers.putEight(values, in: tape.inputs[number], from: lane)
  }

  /// What a variable holds in eight lanes, from one that is a multiple of eight.
  func variables(_ number: Int, from lane: Int) -> SIMD8<Double> {
    registers.eight(of: tape.variables[number], from: lane)
  }

  /// Writes what the variables hold: of each lane, in the order of the program's variables, to where its row begins.
  func variables(to values: inout [Double], rowsAt rows: [Int]) {
    registers.copy(tape.variables, to: &values, rowsAt: rows)
  }

  /// What is reported in eight lanes, from one that is a multiple of eight.
  func reports(_ index: Int, from lane: Int) -> SIMD8<Double> {
    registers.eight(of: tape.reports[index], from: lane)
  }

  /// What was added up since the sums were cleared, in eight lanes, from one that is a multiple of eight.
  func sums(_ index: Int, from lane: Int) -> SIMD8<Double> {
    registers.eight(of: tape.sums[index], from: lane)
  }

  /// Lets all sums begin anew.
  mutating func clearSums() { registers.clear(tape.sums) }

  // MARK: Running

  /// Computes what stays the same, and puts every variable at its start.
  mutating func start() {
    carryOut(tape.setUp, pausingAt: tape.pausesOfSetUp)
    registers.copy(toStart)
  }

  /// Computes what is reported, from what the variables hold and what was fed in.
  mutating func read() { carryOut(tape.reading, pausingAt: tape.pausesOfReading) }

  /// Gives every variable its next value, and adds up what is added.
  mutating func step() {
    carryOut(tape.step, pausingAt: tape.pausesOfStep)
    registers.copy(toNext)
  }

  private mutating func carryOut(_ instructions: [Tape.Instruction], pausingAt pauses: [Int]) {
    if isChecked {
      registers.carryOutChecked(instructions, of: tape)
    } else {
      registers.carryOut(instructions, pausingAt: pauses, of: tape)
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
