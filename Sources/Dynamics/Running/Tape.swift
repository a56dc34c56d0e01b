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
    let (work, reading) = (program.instructions(for: roots), program.instructions(for: reported))
    let (stepped, isRead) = (Self.needed(work, by: roots), Self.needed(reading, by: reported))
    let steady = program.isSteady
    // What stays the same is worked out once for both.
    let lasting = Self.needed(work, by: steady.indices.filter { steady[$0] && isRead[$0] }.map { Term($0) })
    let needed = steady.indices.map { stepped[$0] || lasting[$0] }
    var layout = Layout(program: program, work: work, needed: needed, roots: Set(roots.map(\.index)))
    variables = program.variables.map { _ in layout.take() }
    inputs = program.inputs.map { _ in layout.take() }
    placeLeaves(of: program, where: { needed[$0] || isRead[$0] }, in: &layout)
    // What is read at each step has to outlive the set-up.
    var outlives = Set((roots + reported).map(\.index))
    for (work, needed) in [(work, needed), (reading, isRead)] {
      for index in program.lines.indices where needed[index] && !steady[index] {
        outlives.formUnion(work[index].operands.map(\.index))
      }
    }
    setUp = layout.instructions(where: { steady[$0] }, keeping: { outlives.contains($0) })
    sums = added.map { _ in layout.take() }
    for (term, sum) in zip(added, sums) { layout.add(term, to: sum) }
    layout.takeInPlace(variables) { !steady[$0] }
    let rootsOfStep = Set(program.variables.flatMap { [$0.start.index, $0.next.index] })
    step = layout.instructions(where: { !steady[$0] }, keeping: { rootsOfStep.contains($0) })
    step += layout.additions(where: { steady[$0] || program.lines[$0].operation.arity == 0 })
    starts = program.variables.map { layout.register(of: $0.start) }
    nexts = program.variables.map { layout.register(of: $0.next) }
    var layoutOfReading = Layout(
      program: program, work: reading, needed: isRead, roots: Set(reported.map(\.index)), after: layout)
    let rootsOfReading = Set(reported.map(\.index))
    self.reading = layoutOfReading.instructions(
      where: { !steady[$0] }, keeping: { rootsOfReading.contains($0) })
    reports = reported.map { layoutOfReading.register(of: $0) }
    (registers, terms) = (layoutOfReading.count, layoutOfReading.terms)
    pausesOfSetUp = Self.pauses(of: setUp)
    pausesOfStep = Self.pauses(of: step)
    pausesOfReading = Self.pauses(of: self.reading)
  }

  /// Gives constants, parameters, variables and inputs their registers.
  private mutating func placeLeaves(
    of program: Program, where isNeeded: (Int) -> Bool, in layout: inout Layout
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

/// Which line stands in which register.
private struct Layout {
  let program: Program
  let work: [Dynamics.Instruction]
  let needed: [Bool]
  private var places: [Int]
  private var free: [Int] = []
  private(set) var count = 0
  private(set) var terms: [Tape.Operands] = []

  /// For each line that is a sum, the sum that it adds to, where nobody else reads that one: it needs no register.
  private let sumBefore: [Int?]
  /// The sums that a line is added to.
  private var sumsOf: [Int: [Int]] = [:]
  /// Lines that are only sums on the way to another.
  private let isOnTheWay: [Bool]
  /// Registers that lines should write to, by line: those of the variables whose next values they are.
  private var wanted: [Int: Int] = [:]

  /// - Parameter earlier: a layout whose lines have their registers already; the free ones are used again.
  init(
    program: Program, work: [Dynamics.Instruction], needed: [Bool], roots: Set<Int>,
    after earlier: Layout? = nil
  ) {
    self.program = program
    self.work = work
    self.needed = needed
    places = earlier?.places ?? Array(repeating: -1, count: program.lines.count)
    (free, count, terms) = (earlier?.free ?? [], earlier?.count ?? 0, earlier?.terms ?? [])
    var uses = Array(repeating: 0, count: program.lines.count)
    for index in work.indices where needed[index] {
      for operand in work[index].operands { uses[operand.index] += 1 }
    }
    let steady = program.isSteady
    var (before, onTheWay) = ([Int?](repeating: nil, count: uses.count), uses.map { _ in false })
    for index in work.indices where needed[index] && work[index].code.taking != nil {
      // Of two parts that are summed either may be the sum so far; of a longer instruction it is the first.
      let candidates = work[index].operands.prefix(work[index].code == .add ? 2 : 1).map(\.index)
      let sum = candidates.first {
        uses[$0] == 1 && !roots.contains($0) && work[$0].code.taking != nil && steady[$0] == steady[index]
      }
      guard let sum else { continue }
      before[index] = sum
      onTheWay[sum] = true
    }
    (sumBefore, isOnTheWay) = (before, onTheWay)
  }

  /// The lines that are summed up in one go for a line, the first of them first; the line itself where it is no such sum.
  private func sums(upTo line: Int) -> [Int] {
    var result = [line]
    while let before = result.last.flatMap({ sumBefore[$0] }) { result.append(before) }
    return result.reversed()
  }

  /// The lines that are read for a line.
  private func reads(for line: Int) -> [Int] {
    sums(upTo: line).flatMap { own in
      work[own].operands.map(\.index).filter { $0 != sumBefore[own] }
    }
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

  /// Has variables take their next values where they stand, as far as nobody reads the old ones later.
  mutating func takeInPlace(_ registers: [Int], where isMeant: (Int) -> Bool) {
    var lastRead = Array(repeating: -1, count: program.lines.count)
    for line in program.lines.indices where needed[line] && isMeant(line) && !isOnTheWay[line] {
      for operand in reads(for: line) { lastRead[operand] = line }
    }
    let lines = Dictionary(
      program.lines.enumerated().filter { $0.element.operation == .variable }.map { ($1.number, $0) },
      uniquingKeysWith: { first, _ in first })
    for (number, variable) in program.variables.enumerated() {
      let next = variable.next.index
      guard wanted[next] == nil, isMeant(next), program.lines[next].operation.arity > 0 else { continue }
      if let line = lines[number], lastRead[line] > next || sumsOf[line] != nil { continue }
      wanted[next] = registers[number]
    }
  }

  /// The instructions of some lines, in order; a register is free again after its last use, but for those kept.
  mutating func instructions(where isMeant: (Int) -> Bool, keeping isKept: (Int) -> Bool) -> [Tape
    .Instruction]
  {
    let lines = program.lines.indices.filter {
      needed[$0] && isMeant($0) && work[$0].code != .none && !isOnTheWay[$0]
    }
    let all = Dictionary(uniqueKeysWithValues: lines.map { ($0, reads(for: $0)) })
    var lastUse: [Int: Int] = [:]
    for line in lines { for operand in all[line] ?? [] { lastUse[operand] = line } }
    let own = Set(lines).union(lines.compactMap { work[$0].along?.line.index })
    var result: [Tape.Instruction] = []
    result.reserveCapacity(lines.count)
    // As they are written: close to those that read them, and yet neighbours seldom wait for each other.
    for line in lines {
      let over = Set(all[line] ?? []).sorted().filter {
        own.contains($0) && lastUse[$0] == line && !isKept($0)
      }.map { places[$0] }
      // Given back before the result's is taken, where one instruction reads all: what was read last is nearest at hand.
      let isSum = sumBefore[line] != nil
      if !isSum { free += over }
      let out = place(for: line, isKept(line))
      if isSum { free += over }
      places[line] = out
      let made = [line] + (work[line].along.map { [$0.line.index] } ?? [])
      for other in made.dropFirst() { places[other] = place(for: other, isKept(other)) }
      if let sum = onlySum(of: line, isKept(line), lastUse[line]) {
        result.append(sum)
      } else {
        result += instructions(for: line, out: out)
      }
      for line in made {
        if onlySum(of: line, isKept(line), lastUse[line]) == nil {
          result += (sumsOf[line] ?? []).map { addition(of: line, to: $0) }
        }
        if lastUse[line] == nil, !isKept(line) { free.append(places[line]) }
      }
    }
    return result
  }

  /// A register for a line.
  private mutating func place(for line: Int, _ isKept: Bool) -> Int {
    wanted[line] ?? (isKept ? take() : (free.popLast() ?? take()))
  }

  /// The instruction that works out a line and adds it to a sum, where nothing else is done with it.
  private func onlySum(of line: Int, _ isKept: Bool, _ lastUse: Int?) -> Tape.Instruction? {
    guard !isKept, lastUse == nil, let sums = sumsOf[line], sums.count == 1, sumBefore[line] == nil else {
      return nil
    }
    let registers = work[line].operands.map { places[$0.index] }
    return switch work[line].code {
    case .byHalf: Tape.Instruction(.addByHalf, out: sums[0], registers + sums)
    case .multiply: Tape.Instruction(.addProduct, out: sums[0], sums + registers)
    default: nil
    }
  }

  /// Has a line added to a sum at each step.
  mutating func add(_ term: Term, to sum: Int) { sumsOf[term.index, default: []].append(sum) }

  /// The additions to sums of some lines.
  func additions(where isMeant: (Int) -> Bool) -> [Tape.Instruction] {
    sumsOf.keys.sorted().filter(isMeant).flatMap { line in
      (sumsOf[line] ?? []).map { addition(of: line, to: $0) }
    }
  }

  private func addition(of line: Int, to sum: Int) -> Tape.Instruction {
    Tape.Instruction(.add, out: sum, [sum, places[line]])
  }

  /// What is carried out for a line: one instruction, or for a sum of many terms one for each run of terms of a kind.
  private mutating func instructions(for line: Int, out: Int) -> [Tape.Instruction] {
    if work[line].code.isSumOfTerms { return [atOnce(line, out: out)] }
    let sums = sums(upTo: line)
    guard sums.count > 1, let first = work[sums[0]].operands.first else {
      let read = work[line].operands + (work[line].along.map { [$0.line] } ?? [])
      return [Tape.Instruction(work[line].code, out: out, read.map { places[$0.index] })]
    }
    var result: [Tape.Instruction] = []
    var (from, code, own) = (places[first.index], Code.none, terms.count)
    func run() -> Tape.Instruction {
      Tape.Instruction(code, out: out, from: from, terms: own..<terms.count)
    }
    for sum in sums {
      let all = work[sum].operands.map(\.index)
      // Without the sum so far: of the first line, its first part.
      let part = (sum == sums[0] ? Array(all.dropFirst()) : all.filter { $0 != sumBefore[sum] }).map {
        places[$0]
      }
      let next = work[sum].code.taking ?? .none
      if next != code, terms.count > own {
        result.append(run())
        (from, own) = (out, terms.count)
      }
      code = next
      terms.append(Tape.Operands(part[0], part.last ?? 0))
    }
    return result + [run()]
  }

  /// One instruction over terms of its own, for a line and the one that is made along with it.
  private mutating func atOnce(_ line: Int, out: Int) -> Tape.Instruction {
    let instruction = work[line]
    let (first, isStep) = (terms.count, instruction.code == .levelStep)
    let registers = instruction.operands.map { places[$0.index] }
    let factors = isStep ? Array(registers.dropFirst()) : registers
    for place in stride(from: 0, to: factors.count - 1, by: 2) {
      terms.append(Tape.Operands(factors[place], factors[place + 1]))
    }
    guard let along = instruction.along else {
      return Tape.Instruction(
        instruction.code, out: out, from: registers[0], terms: first..<terms.count, count: instruction.ups)
    }
    let other = places[along.line.index]
    return Tape.Instruction(
      instruction.code, out: along.isUp ? other : out, from: registers[0], terms: first..<terms.count,
      count: along.isTurned ? 1 : instruction.ups, second: along.isUp ? out : other)
  }
}
