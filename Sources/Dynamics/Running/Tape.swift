/// A program laid out for running: instructions over registers, in the order in which they are carried out.
///
/// What stays the same through a model is computed once (``setUp``); the rest at each step. Registers of intermediate
/// results are used again as soon as nobody reads them any more, so that all of them stay in the processor's cache.
struct Tape: Sendable {
  /// One instruction, small, since all of them are read at each step. `out` may be one of the operands: lanes are read
  /// before they are written.
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

  /// The registers that one term of a sum is made of.
  struct Operands: Sendable {
    let b: Int32
    let c: Int32
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
  /// Where what is added up grows step by step.
  private(set) var sums: [Int] = []
  /// The terms of sums: an instruction that sums up names the first of its own in `b`, and in `c` how many they are.
  private(set) var terms: [Operands] = []
  /// What is carried out once for each model.
  private(set) var setUp: [Instruction] = []
  /// What is carried out at each step.
  private(set) var step: [Instruction] = []
  /// How many registers there are.
  private(set) var registers = 0

  /// Lays out a program.
  ///
  /// - Parameters:
  ///   - reported: what is read at each step besides the variables.
  ///   - added: what is added up over steps; it is added as soon as it is known and needs no register of its own for long.
  init(_ program: Program, reporting reported: [Term], adding added: [Term] = []) {
    let read = program.variables.flatMap { [$0.start, $0.next] } + reported
    let roots = read + added
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
    sums = added.map { _ in layout.take() }
    for (term, sum) in zip(added, sums) { layout.add(term, to: sum) }
    let rootsOfStep = Set(read.map(\.index))
    step = layout.instructions(where: { !steady[$0] }, keeping: { rootsOfStep.contains($0) })
    step += layout.additions(where: { steady[$0] || program.lines[$0].operation.arity == 0 })
    starts = program.variables.map { layout.register(of: $0.start) }
    nexts = program.variables.map { layout.register(of: $0.next) }
    reports = reported.map { layout.register(of: $0) }
    registers = layout.count
    terms = layout.terms
  }
}

extension Tape {
  /// One instruction over registers 0 to 2 into another: to hold kernels against each other.
  init(single code: Code, out: Int = 3) {
    step = [Instruction(code, out: out, [0, 1, 2])]
    terms = [(0, 1), (1, 2), (2, 0)].map { Operands(b: $0, c: $1) }
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
  private(set) var terms: [Tape.Operands] = []

  /// For each line that is a sum, the sum that it adds to, where nobody else reads that one: it needs no register.
  private let sumBefore: [Int?]
  /// The sums that a line is added to.
  private var sumsOf: [Int: [Int]] = [:]
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
    let all = Dictionary(uniqueKeysWithValues: lines.map { ($0, reads(for: $0)) })
    var lastUse: [Int: Int] = [:]
    for line in lines { for operand in all[line] ?? [] { lastUse[operand] = line } }
    let own = Set(lines)
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
      let out = isKept(line) ? take() : (free.popLast() ?? take())
      if isSum { free += over }
      places[line] = out
      result += instructions(for: line, out: out) + (sumsOf[line] ?? []).map { addition(of: line, to: $0) }
      if lastUse[line] == nil, !isKept(line) { free.append(out) }
    }
    return result
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
    let sums = sums(upTo: line)
    guard sums.count > 1, let first = work[sums[0]].operands.first else {
      return [Tape.Instruction(work[line].code, out: out, work[line].operands.map { places[$0.index] })]
    }
    var result: [Tape.Instruction] = []
    var (from, code, own) = (places[first.index], Code.none, terms.count)
    func run() -> Tape.Instruction { Tape.Instruction(code, out: out, [from, own, terms.count - own]) }
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
      terms.append(Tape.Operands(b: Int32(clamping: part[0]), c: Int32(clamping: part.last ?? 0)))
    }
    return result + [run()]
  }
}
