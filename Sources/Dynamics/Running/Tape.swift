/// A program laid out for running: instructions over registers, in the order in which they are carried out.
///
/// What stays the same through a model is computed once (``setUp``); the rest at each step. Registers of intermediate
/// results are used again as soon as nobody reads them any more, so that all of them stay in the processor's cache.
struct Tape: Sendable {
  /// One instruction; `out` is never one of the operands.
  struct Instruction: Sendable {
    let code: Code
    let out: Int32
    let a: Int32
    let b: Int32
    let c: Int32

    /// - Parameter registers: what it reads, at most three.
    init(_ code: Code, out: Int, _ registers: [Int]) {
      func register(_ place: Int) -> Int32 {
        Int32(clamping: registers.indices.contains(place) ? registers[place] : 0)
      }
      self.code = code
      self.out = Int32(clamping: out)
      (a, b, c) = (register(0), register(1), register(2))
    }
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
    var layout = Layout(program: program, work: work, needed: needed, roots: Set(roots.map(\.index)))
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
    step = [Instruction(code, out: out, [0, 1, 2])]
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

  /// For each line that is a sum, the sum that it adds to, where nobody else reads that one: it needs no register.
  private let sumBefore: [Int?]
  /// Lines that are only sums on the way to another.
  private let isOnTheWay: [Bool]

  init(program: Program, work: [Dynamics.Instruction], needed: [Bool], roots: Set<Int>) {
    self.program = program
    self.work = work
    self.needed = needed
    places = Array(repeating: -1, count: program.lines.count)
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

  /// The instructions of some lines, in order; a register is free again after its last use, but for those kept.
  mutating func instructions(where isMeant: (Int) -> Bool, keeping isKept: (Int) -> Bool) -> [Tape
    .Instruction]
  {
    let lines = program.lines.indices.filter {
      needed[$0] && isMeant($0) && program.lines[$0].operation.arity > 0 && !isOnTheWay[$0]
    }
    var lastUse: [Int: Int] = [:]
    for line in lines { for operand in reads(for: line) { lastUse[operand] = line } }
    let own = Set(lines)
    var result: [Tape.Instruction] = []
    result.reserveCapacity(lines.count)
    for line in lines {
      let operands = reads(for: line)
      // Taken before the operands' registers are given back: an instruction never writes over what it reads.
      let out = isKept(line) ? take() : (free.popLast() ?? take())
      places[line] = out
      result += instructions(for: line, out: out)
      for operand in Set(operands).sorted()
      where own.contains(operand) && lastUse[operand] == line && !isKept(operand) {
        free.append(places[operand])
      }
      if lastUse[line] == nil, !isKept(line) { free.append(out) }
    }
    return result
  }

  /// What is carried out for a line: one instruction, or those of a sum that is kept at hand while it grows.
  private func instructions(for line: Int, out: Int) -> [Tape.Instruction] {
    let sums = sums(upTo: line)
    guard sums.count > 1, let first = work[sums[0]].operands.first else {
      return [Tape.Instruction(work[line].code, out: out, work[line].operands.map { places[$0.index] })]
    }
    let begin = Tape.Instruction(.begin, out: 0, [places[first.index]])
    let terms = sums.map { own in
      let all = work[own].operands.map(\.index)
      // Without the sum so far: of the first line, its first part.
      let part = own == sums[0] ? Array(all.dropFirst()) : all.filter { $0 != sumBefore[own] }
      return Tape.Instruction(work[own].code.taking ?? .none, out: 0, [0] + part.map { places[$0] })
    }
    return [begin] + terms + [Tape.Instruction(.end, out: out, [])]
  }
}
