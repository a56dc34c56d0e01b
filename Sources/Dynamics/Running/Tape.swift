/// A program laid out for running: instructions over registers, in the order in which they are carried out.
///
/// What stays the same through a model is computed once (``setUp``); the rest at each step. Registers of intermediate
/// results are used again as soon as nobody reads them any more, so that all of them stay in the processor's cache.
struct Tape: Sendable {
  /// How many models run side by side.
  static let lanes = 32

  /// One instruction, small, since all of them are read at each step. `out` may be one of the operands: lanes are read
  /// before they are written.
  ///
  /// A register is told by the place of its first lane among the lanes of all registers.
  struct Instruction: Sendable {
    let code: Code
    /// Of a level's step: how many products pull up. Of two halves: 1 where the sum of what is below 0 is turned.
    let count: UInt16
    let out: Int32
    let a: Int32
    let b: Int32
    let c: Int32
    /// A fourth operand, or the place of a second result.
    let d: Int32

    /// - Parameter registers: what it reads, at most four; of one with two results, the fourth is the second result.
    init(_ code: Code, out: Int, _ registers: [Int]) {
      func place(_ number: Int) -> Int32 {
        Tape.place(of: registers.indices.contains(number) ? registers[number] : 0)
      }
      self.code = code
      self.out = Tape.place(of: out)
      (count, a, b, c, d) = (0, place(0), place(1), place(2), place(3))
    }

    /// One that sums up terms of its own.
    ///
    /// - Parameters:
    ///   - first: from which register it starts.
    ///   - second: the register of its second result, if it has one.
    init(
      _ code: Code, out: Int, from first: Int, terms: Range<Int>, count: Int = 0, second: Int? = nil
    ) {
      self.code = code
      self.count = UInt16(clamping: count)
      self.out = Tape.place(of: out)
      (a, b, c) = (Tape.place(of: first), Int32(clamping: terms.lowerBound), Int32(clamping: terms.count))
      d = Tape.place(of: second ?? out)
    }
  }

  /// The registers that one term of a sum is made of.
  struct Operands: Sendable {
    let b: Int32
    let c: Int32

    init(_ b: Int, _ c: Int) { (self.b, self.c) = (Tape.place(of: b), Tape.place(of: c)) }
  }

  /// A register that takes over the value of another.
  struct Move: Sendable {
    let from: Int32
    let to: Int32
  }

  /// Where a register begins.
  private static func place(of register: Int) -> Int32 {
    Int32(clamping: register.multipliedReportingOverflow(by: lanes).overflow ? .max : register * lanes)
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
  /// Where what is reported stands after the instructions of reading, until the next step.
  private(set) var reports: [Int] = []
  /// Where what is added up grows step by step.
  private(set) var sums: [Int] = []
  /// The terms of sums: an instruction that sums up names the first of its own in `b`, and in `c` how many they are.
  private(set) var terms: [Operands] = []
  /// What is carried out once for each model.
  private(set) var setUp: [Instruction] = []
  /// What is carried out at each step; after it many variables hold their next values already.
  private(set) var step: [Instruction] = []
  /// What is carried out before something is read.
  private(set) var reading: [Instruction] = []
  /// Which instructions of the set-up are carried out lane by lane.
  private(set) var pausesOfSetUp: [Int] = []
  /// Which instructions of a step are carried out lane by lane.
  private(set) var pausesOfStep: [Int] = []
  /// Which instructions of reading are carried out lane by lane.
  private(set) var pausesOfReading: [Int] = []
  /// How many registers there are.
  private(set) var registers = 0

  /// Lays out a program.
  ///
  /// - Parameters:
  ///   - reported: what is read when that is asked for, besides the variables.
  ///   - added: what is added up over steps; it is added as soon as it is known and needs no register of its own for long.
  init(_ program: Program, reporting reported: [Term], adding added: [Term] = []) {
    let roots = program.variables.flatMap { [$0.start, $0.next] } + added
    let (work, reading) = (
      program.instructions(for: roots, and: reported), program.instructions(for: reported)
    )
    let (stepped, isRead) = (Self.needed(work, by: roots), Self.needed(reading, by: reported))
    let steady = program.isSteady
    // What stays the same is worked out once, for steps and for reading.
    let lasting = Self.needed(work, by: steady.indices.filter { steady[$0] && isRead[$0] }.map { Term($0) })
    let needed = steady.indices.map { stepped[$0] || lasting[$0] }
    var areRoots = Self.read(by: reading, where: { isRead[$0] && !steady[$0] })
    for root in roots + reported { areRoots[root.index] = true }
    let isRoot = areRoots
    let isUsed = Self.read(by: work, where: { needed[$0] && !steady[$0] })
    var layout = RegisterLayout(program: program, work: work, needed: needed, isRoot: isRoot)
    variables = program.variables.map { _ in layout.take() }
    inputs = program.inputs.map { _ in layout.take() }
    placeLeaves(of: program, where: { needed[$0] || isRead[$0] }, in: &layout)
    setUp = layout.instructions(where: { steady[$0] }, keeping: { isRoot[$0] || isUsed[$0] })
    layOutStep(of: program, adding: added, steady, in: &layout)
    let isReported = Self.areAmong(reported, of: program)
    var layoutOfReading = RegisterLayout(
      program: program, work: reading, needed: isRead, isRoot: isReported, after: layout)
    self.reading = layoutOfReading.instructions(where: { !steady[$0] }, keeping: { isReported[$0] })
    reports = reported.map { layoutOfReading.register(of: $0) }
    (registers, terms) = (layoutOfReading.count, layoutOfReading.terms)
    pausesOfSetUp = Self.pauses(of: setUp)
    pausesOfStep = Self.pauses(of: step)
    pausesOfReading = Self.pauses(of: self.reading)
  }

  /// The lines that the instructions of some lines read.
  private static func read(by work: [Dynamics.Instruction], where isMeant: (Int) -> Bool) -> [Bool] {
    var read = work.map { _ in false }
    for index in work.indices where isMeant(index) {
      for operand in work[index].operands { read[operand.index] = true }
    }
    return read
  }

  /// For each line of a program, whether it is one of some.
  private static func areAmong(_ terms: [Term], of program: Program) -> [Bool] {
    var are = program.lines.map { _ in false }
    for term in terms { are[term.index] = true }
    return are
  }

  private mutating func layOutStep(
    of program: Program, adding added: [Term], _ steady: [Bool], in layout: inout RegisterLayout
  ) {
    sums = added.map { _ in layout.take() }
    for (term, sum) in zip(added, sums) { layout.add(term, to: sum) }
    layout.takeInPlace(variables) { !steady[$0] }
    let isKept = Self.areAmong(program.variables.flatMap { [$0.start, $0.next] }, of: program)
    step = layout.instructions(where: { !steady[$0] }, keeping: { isKept[$0] }, isGrouped: true)
    step += layout.additions(where: { steady[$0] || program.lines[$0].operation.arity == 0 })
    starts = program.variables.map { layout.register(of: $0.start) }
    nexts = program.variables.map { layout.register(of: $0.next) }
  }

  /// Gives constants, parameters, variables and inputs their registers.
  private mutating func placeLeaves(
    of program: Program, where isNeeded: (Int) -> Bool, in layout: inout RegisterLayout
  ) {
    for (index, line) in program.lines.enumerated() where isNeeded(index) {
      switch line.operation {
      case .constant: constants.append((layout.keep(index), line.value))
      case .parameter: parameters.append((layout.keep(index), line.number))
      case .variable: layout.place(index, at: variables[line.number])
      case .input: layout.place(index, at: inputs[line.number])
      default: break
      }
    }
  }

  /// Has the variables take over the values of registers; those that do so by themselves are left out.
  func moves(from registers: [Int]) -> [Move] {
    zip(registers, variables).filter { $0 != $1 }.map {
      Move(from: Self.place(of: $0), to: Self.place(of: $1))
    }
  }

  private static func pauses(of instructions: [Instruction]) -> [Int] {
    instructions.indices.filter { instructions[$0].code.isLaneByLane }
  }
}

extension Tape {
  /// One instruction over registers 0 to 2 and 4 into another: to hold kernels against each other.
  init(single code: Code, out: Int = 3, count: Int = 0) {
    step =
      code.isSumOfTerms
      ? [Instruction(code, out: out, from: 0, terms: 0..<3, count: count, second: 5)]
      : [Instruction(code, out: out, [0, 1, 2, 4])]
    terms = [Operands(0, 1), Operands(1, 2), Operands(2, 4)]
    registers = 6
    pausesOfStep = Self.pauses(of: step)
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
