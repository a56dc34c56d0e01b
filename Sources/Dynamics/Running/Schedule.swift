/// In which order lines are carried out: each after those that it reads, close to those that read it, and at once where it
/// is the last that reads another. So few results wait at a time, and they stay in the processor's nearest cache.
struct Schedule {
  private(set) var order: [Int] = []
  private let reads: [Int: [Int]]
  private var readers: [Int: [Int]] = [:]
  /// How many of the lines that a line reads are still to come.
  private var missing: [Int: Int] = [:]
  /// How many lines are still to read a line; one more where it is kept.
  private var waiting: [Int: Int] = [:]
  private var done: Set<Int> = []

  /// - Parameters:
  ///   - lines: the lines, each after those that it reads.
  ///   - reads: which lines each of them reads; others than these lines are there already.
  ///   - isKept: whether a line is read from outside.
  init(_ lines: [Int], reads all: [Int: [Int]], isKept: (Int) -> Bool) {
    let own = Set(lines)
    reads = all.mapValues { operands in Set(operands.filter(own.contains)).sorted() }
    for line in lines {
      missing[line] = reads[line]?.count ?? 0
      waiting[line, default: 0] += isKept(line) ? 1 : 0
      for operand in reads[line] ?? [] {
        readers[operand, default: []].append(line)
        waiting[operand, default: 0] += 1
      }
    }
    order.reserveCapacity(lines.count)
    for line in lines where readers[line] == nil || isKept(line) { demand(line) }
  }

  /// Carries out what a line rests on, and then the line.
  private mutating func demand(_ line: Int) {
    // A stack of its own: a document may chain lines as deep as it likes.
    var stack = [line]
    while let top = stack.last {
      if done.contains(top) {
        stack.removeLast()
      } else if let next = reads[top]?.first(where: { !done.contains($0) }) {
        stack.append(next)
      } else {
        stack.removeLast()
        carryOut(top)
      }
    }
  }

  /// Carries out a line, and those for which a result need no longer wait then.
  private mutating func carryOut(_ line: Int) {
    var ready = [line]
    while let next = ready.popLast() {
      guard done.insert(next).inserted else { continue }
      order.append(next)
      for operand in reads[next] ?? [] { waiting[operand, default: 0] -= 1 }
      for reader in readers[next] ?? [] {
        missing[reader, default: 0] -= 1
        let isLast = (reads[reader] ?? []).contains { waiting[$0] == 1 }
        if missing[reader] == 0, isLast { ready.append(reader) }
      }
    }
  }
}
