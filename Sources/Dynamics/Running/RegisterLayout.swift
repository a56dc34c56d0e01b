/// Which line stands in which register.
struct RegisterLayout {
  let program: Program
  let work: [Dynamics.Instruction]
  let needed: [Bool]
  private var places: [Int]
  private var free: [Int] = []
  private(set) var count = 0
  private(set) var terms: [Tape.Operands] = []

  /// For each line that is a sum, the sum that it adds to, where nobody else reads that one: it needs no register.
  private let sumBefore: [Int?]
  /// For each line, the sums that it is added to.
  private var sumsOf: [[Int]]
  /// Lines that are only sums on the way to another.
  private let isOnTheWay: [Bool]
  /// For each line, the register that it should write to: that of the variable whose next value it is.
  private(set) var wanted: [Int?]

  /// - Parameters:
  ///   - isRoot: for each line, whether it is read from outside.
  ///   - earlier: a layout whose lines have their registers already; the free ones are used again.
  init(
    program: Program, work: [Dynamics.Instruction], needed: [Bool], isRoot: [Bool],
    after earlier: RegisterLayout? = nil
  ) {
    self.program = program
    self.work = work
    self.needed = needed
    places = earlier?.places ?? Array(repeating: -1, count: program.lines.count)
    (free, count, terms) = (earlier?.free ?? [], earlier?.count ?? 0, earlier?.terms ?? [])
    (sumsOf, wanted) = (program.lines.map { _ in [] }, program.lines.map { _ in nil })
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
        uses[$0] == 1 && !isRoot[$0] && work[$0].code.taking != nil && steady[$0] == steady[index]
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
  func reads(for line: Int) -> [Int] {
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
      // A sum of several runs writes where it stands before it has read all.
      let last = sumBefore[next] == nil ? next : next - 1
      if let line = lines[number], lastRead[line] > last || !sumsOf[line].isEmpty { continue }
      wanted[next] = registers[number]
    }
  }

  /// The instructions of some lines, in order; a register is free again after its last use, but for those kept.
  ///
  /// - Parameter isGrouped: whether instructions of a kind stand side by side, as far as what they read allows.
  mutating func instructions(
    where isMeant: (Int) -> Bool, keeping isKept: (Int) -> Bool, isGrouped: Bool = false
  ) -> [Tape.Instruction] {
    var lines = program.lines.indices.filter {
      needed[$0] && isMeant($0) && work[$0].code != .none && !isOnTheWay[$0]
    }
    if isGrouped { lines = GroupedOrder(lines, in: self).lines }
    let all = lines.map { reads(for: $0) }
    var lastUse = program.lines.map { _ in nil as Int? }
    for (line, operands) in zip(lines, all) { for operand in operands { lastUse[operand] = line } }
    var isOwn = program.lines.map { _ in false }
    for line in lines {
      isOwn[line] = true
      if let along = work[line].along { isOwn[along.line.index] = true }
    }
    var result: [Tape.Instruction] = []
    result.reserveCapacity(lines.count)
    // As they are written: close to those that read them, and yet neighbours seldom wait for each other.
    for (line, operands) in zip(lines, all) {
      let over = Set(operands.filter { isOwn[$0] && lastUse[$0] == line && !isKept($0) }).sorted()
        .map { places[$0] }
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
          result += sumsOf[line].map { addition(of: line, to: $0) }
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
    let sums = sumsOf[line]
    guard !isKept, lastUse == nil, sums.count == 1, sumBefore[line] == nil else { return nil }
    let registers = work[line].operands.map { places[$0.index] }
    return switch work[line].code {
    case .byHalf: Tape.Instruction(.addByHalf, out: sums[0], registers + sums)
    case .multiply: Tape.Instruction(.addProduct, out: sums[0], sums + registers)
    default: nil
    }
  }

  /// Has a line added to a sum at each step.
  mutating func add(_ term: Term, to sum: Int) { sumsOf[term.index].append(sum) }

  /// The additions to sums of some lines.
  func additions(where isMeant: (Int) -> Bool) -> [Tape.Instruction] {
    sumsOf.indices.filter(isMeant).flatMap { line in sumsOf[line].map { addition(of: line, to: $0) } }
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
