import HeapModule

/// An order in which instructions of a kind stand side by side, as far as what they read allows.
///
/// A processor guesses which kernel comes next from those that came before. Of a thousand instructions in turns it can't
/// remember enough, and each wrong guess costs as much as the instruction. In about a hundred runs of a kind it is seldom
/// wrong.
struct GroupedOrder {
  /// The lines in that order.
  private(set) var lines: [Int] = []

  private let layout: RegisterLayout
  private let own: [Int]
  /// By the number of an instruction: those that wait for it.
  private var followers: [[Int]]
  /// By the number of an instruction: for how many it still waits.
  private var waits: [Int]
  /// By code: the instructions that wait for none.
  private var ready = Array(repeating: Heap<Int>(), count: Code.allCases.count)

  /// - Parameter lines: what is carried out, in the order of the program.
  init(_ lines: [Int], in layout: RegisterLayout) {
    self.layout = layout
    own = lines
    followers = lines.map { _ in [] }
    waits = lines.map { _ in 0 }
    findWaits()
    for number in lines.indices where waits[number] == 0 { makeReady(number) }
    carryOut()
  }

  /// Instructions wait for what they read; one that writes over a variable, also for all that read it.
  private mutating func findWaits() {
    let program = layout.program
    var makers = program.lines.map { _ in nil as Int? }
    for (number, line) in own.enumerated() {
      makers[line] = number
      if let along = layout.work[line].along { makers[along.line.index] = number }
    }
    var readers = program.lines.map { _ in [Int]() }
    for (number, line) in own.enumerated() {
      for operand in layout.reads(for: line) {
        if let maker = makers[operand] { wait(number, for: maker) }
        if program.lines[operand].operation == .variable { readers[operand].append(number) }
      }
    }
    for (line, numbers) in readers.enumerated() where !numbers.isEmpty {
      let next = program.variables[program.lines[line].number].next.index
      guard layout.wanted[next] != nil, let maker = makers[next] else { continue }
      for reader in numbers { wait(maker, for: reader) }
    }
  }

  private mutating func wait(_ number: Int, for other: Int) {
    guard number != other else { return }
    followers[other].append(number)
    waits[number] += 1
  }

  private mutating func makeReady(_ number: Int) {
    ready[Int(layout.work[own[number]].code.rawValue)].insert(number)
  }

  /// Takes as many of a kind as there are, the first of the program first, then goes on with the kind of which most are ready.
  private mutating func carryOut() {
    var code = 0
    while lines.count < own.count {
      if ready[code].isEmpty { code = ready.indices.max { ready[$0].count < ready[$1].count } ?? 0 }
      // Where lines waited for each other in a ring, nothing would be ready: then the order stays that of the program.
      guard let number = ready[code].popMin() else {
        lines = own
        return
      }
      lines.append(own[number])
      for other in followers[number] {
        waits[other] -= 1
        if waits[other] == 0 { makeReady(other) }
      }
    }
  }
}
