/// A program laid out for running: instructions over registers, in the order in which they are carried out.
///
/// What stays the same through a model is computed once (``setUp``); the rest at each step. Registers of intermediate
/// results are used again as soon as nobody reads them any more, so that all of them stay in the processor's cache.
struct Tape: Sendable {
  /// One instruction; `out` is never one of the operands.
  struct Instruction: Sendable {
    let code: Code
    let out: Int
    let a: Int
    let b: Int
    let c: Int
  }

  /// Registers that hold a constant.
  private(set) var constants: [(register: Int, value: Double)] = []
  /// Registers that hold a parameter, by its number.
  private(set) var parameters: [(register: Int, number: Int)] = []
  /// Registers of the inputs, by number.
  private(set) var inputs: [Int] = []
  /// Registers of the variables, by number.
  private(set) var variables: [Int] = []
  /// From which registers the variables start.
  private(set) var starts: [Int] = []
  /// From which registers the variables take their next values.
  private(set) var nexts: [Int] = []
  /// Where what is reported stands after a step's instructions.
  private(set) var reports: [Int] = []
  /// What is carried out once for each model.
  private(set) var setUp: [Instruction] = []
  /// What is carried out at each step.
  private(set) var step: [Instruction] = []
  /// How many registers there are.
  private(set) var registers = 0

  /// Lays out a program.
  ///
  /// - Parameter reported: what is read at each step besides the variables.
  init(_ program: Program, reporting reported: [Term]) {
    let roots = program.variables.flatMap { [$0.start, $0.next] } + reported
    let work = program.instructions(for: roots)
    let needed = Self.needed(work, by: roots)
    let steady = program.isSteady
    var layout = Layout(program: program, work: work, needed: needed)
    variables = program.variables.map { _ in layout.take() }
    inputs = program.inputs.map { _ in layout.take() }
    for (index, line) in program.lines.enumerated() where needed[index] {
      switch line.operation {
      case .constant: constants.append((layout.keep(index), line.value))
      case .parameter: parameters.append((layout.keep(index), line.number))
      case .variable: layout.place(index, at: variables[line.number])
      case .input: layout.place(index, at: inputs[line.number])
      default: break
      }
    }
    // What is read at each step has to outlive the set-up.
    var outlives = Set(roots.map(\.index))
    for index in program.lines.indices where needed[index] && !steady[index] {
      outlives.formUnion(work[index].operands.map(\.index))
    }
    setUp = layout.instructions(where: { steady[$0] }, keeping: { outlives.contains($0) })
    let rootsOfStep = Set(roots.map(\.index))
    step = layout.instructions(where: { !steady[$0] }, keeping: { rootsOfStep.contains($0) })
    starts = program.variables.map { layout.register(of: $0.start) }
    nexts = program.variables.map { layout.register(of: $0.next) }
    reports = reported.map { layout.register(of: $0) }
    registers = layout.count
  }
}

extension Tape {
  /// One instruction over registers 0 to 2 into another: to hold kernels against each other.
  init(single code: Code, out: Int = 3) {
    step = [Instruction(code: code, out: out, a: 0, b: 1, c: 2)]
    registers = 4
  }

  /// The lines that instructions really read.
  private static func needed(_ work: [Dynamics.Instruction], by roots: [Term]) -> [Bool] {
    var needed = Array(repeating: false, count: work.count)
    for root in roots { needed[root.index] = true }
    for index in work.indices.reversed() where needed[index] {
      for operand in work[index].operands { needed[operand.index] = true }
    }
    return needed
  }
}

/// Which line stands in which register.
private struct Layout {
  let program: Program
  let work: [Dynamics.Instruction]
  let needed: [Bool]
  private var places: [Int]
  private var free: [Int] = []
  private(set) var count = 0

  init(program: Program, work: [Dynamics.Instruction], needed: [Bool]) {
    self.program = program
    self.work = work
    self.needed = needed
    places = Array(repeating: -1, count: program.lines.count)
  }

  mutating func take() -> Int {
    count += 1
    return count - 1
  }

  mutating func keep(_ line: Int) -> Int {
    places[line] = take()
    return places[line]
  }

  mutating func place(_ line: Int, at register: Int) { places[line] = register }

  func register(of term: Term) -> Int { places[term.index] }

  /// The instructions of some lines, in order; a register is free again after its last use, but for those kept.
  mutating func instructions(where isMeant: (Int) -> Bool, keeping isKept: (Int) -> Bool) -> [Tape
    .Instruction]
  {
    let lines = program.lines.indices.filter {
      needed[$0] && isMeant($0) && program.lines[$0].operation.arity > 0
    }
    var lastUse: [Int: Int] = [:]
    for line in lines { for operand in work[line].operands { lastUse[operand.index] = line } }
    let own = Set(lines)
    var result: [Tape.Instruction] = []
    result.reserveCapacity(lines.count)
    for line in lines {
      let operands = work[line].operands
      // Taken before the operands' registers are given back: an instruction never writes over what it reads.
      let out = isKept(line) ? take() : (free.popLast() ?? take())
      places[line] = out
      let registers = operands.map { places[$0.index] }
      result.append(
        Tape.Instruction(
          code: work[line].code, out: out, a: registers[0],
          b: registers.count > 1 ? registers[1] : 0, c: registers.count > 2 ? registers[2] : 0))
      for operand in Set(operands).sorted()
      where own.contains(operand.index) && lastUse[operand.index] == line && !isKept(operand.index) {
        free.append(places[operand.index])
      }
      if lastUse[line] == nil, !isKept(line) { free.append(out) }
    }
    return result
  }
}
