/// Where several lines are worked out by one instruction, since they read the same, or since nobody else reads what lies
/// between them. They round as the lines do one by one.
extension Program {
  // MARK: Both ways

  /// Has lines that turn the sign of a product less something, as those of how far a level lies on either side of the middle,
  /// worked out along with it.
  func turnProductsAtOnce(in work: inout [Instruction], _ needed: [Bool]) {
    for (index, line) in lines.enumerated() where needed[index] && line.operation == .subtract {
      let (zero, of) = (self[line.operands[0]], line.operands[1])
      guard zero.operation == .constant, zero.value == 0, work[of.index].code == .productLess else {
        continue
      }
      work[of.index] = Instruction(
        code: .productLessBothWays, operands: work[of.index].operands,
        along: Instruction.Along(line: Term(index), isUp: false, isTurned: true))
      work[index] = Instruction(code: .none, operands: [of])
    }
  }

  // MARK: Both halves

  /// Has the sum of what is above 0 among some lines, and that of what is below, worked out in one go.
  func sumHalvesAtOnce(in work: inout [Instruction], _ needed: [Bool], _ uses: [Int]) {
    var ups: [[Term]: Term] = [:]
    var downs: [(sum: Term, of: [Term])] = []
    let isInner = innerSums(needed, uses)
    for (index, line) in lines.enumerated() where needed[index] && line.operation == .add && !isInner[index] {
      let sums = sums(upTo: Term(index), isInner)
      if let (sum, of) = halves(sums, areUp: true), ups[of] == nil { ups[of] = sum }
      if let (sum, of) = halves(sums, areUp: false) { downs.append((sum, of)) }
    }
    let turned = turnedAlone(needed, uses)
    for (down, of) in downs {
      guard let up = ups[of], let factors = factors(of: of) else { continue }
      ups[of] = nil
      let below = turned[down] ?? down
      // Whichever is written first is worked out where it stands, and the other along with it.
      let (first, other) = (min(up, below), max(up, below))
      let along = Instruction.Along(line: other, isUp: other == up, isTurned: below != down)
      work[first.index] = Instruction(code: .bothHalves, operands: factors, along: along)
      work[other.index] = Instruction(code: .none, operands: [first])
    }
  }

  /// Of each line, whether it is a sum on the way to another and read by that alone.
  private func innerSums(_ needed: [Bool], _ uses: [Int]) -> [Bool] {
    var isInner = lines.map { _ in false }
    for (index, line) in lines.enumerated() where needed[index] && line.operation == .add {
      let first = line.operands[0]
      if self[first].operation == .add, uses[first.index] == 1 { isInner[first.index] = true }
    }
    return isInner
  }

  /// The sums of which each takes in one part more than the one before, up to a sum.
  private func sums(upTo sum: Term, _ isInner: [Bool]) -> [Term] {
    var sums = [sum]
    while let first = sums.last.map({ self[$0].operands[0] }), isInner[first.index] { sums.append(first) }
    return sums.reversed()
  }

  /// The last of some sums that takes in nothing but halves of one side, and the lines of which they are halves.
  private func halves(_ sums: [Term], areUp: Bool) -> (sum: Term, of: [Term])? {
    guard let first = sums.first, let start = half(self[first].operands[0], isUp: areUp) else { return nil }
    var (last, of) = (nil as Term?, [start])
    for sum in sums {
      guard let next = half(self[sum].operands[1], isUp: areUp) else { break }
      (last, of) = (sum, of + [next])
    }
    return last.map { ($0, of) }
  }

  /// The factors of some lines, one after another: those of products are quicker multiplied again than read, and others are
  /// multiplied by 1. `nil` where the program has no 1.
  private func factors(of terms: [Term]) -> [Term]? {
    let one = constant(1)
    var factors: [Term] = []
    for term in terms {
      let line = self[term]
      guard let own = line.operation == .multiply ? Array(line.operands) : one.map({ [term, $0] }) else {
        return nil
      }
      factors += own
    }
    return factors
  }

  /// The line that is a constant, if there is one.
  private func constant(_ value: Double) -> Term? {
    lines.firstIndex { $0.operation == .constant && $0.value == value }.map { Term($0) }
  }

  /// For each line that is read by nothing but a line that turns its sign, that line.
  private func turnedAlone(_ needed: [Bool], _ uses: [Int]) -> [Term: Term] {
    var turned: [Term: Term] = [:]
    for (index, line) in lines.enumerated() where needed[index] && line.operation == .subtract {
      let zero = self[line.operands[0]]
      guard zero.operation == .constant, zero.value == 0, uses[line.operands[1].index] == 1 else { continue }
      turned[line.operands[1]] = Term(index)
    }
    return turned
  }

  // MARK: A level's step

  /// Has levels take their next value in one go, and what pulls them altogether worked out along with it where that is
  /// asked for.
  func stepLevelsAtOnce(in work: inout [Instruction], _ needed: [Bool], _ uses: [Int]) {
    guard let one = constant(1) else { return }
    var wholes: [Line.Operands: Term] = [:]
    for (index, line) in lines.enumerated() where needed[index] && line.operation == .add {
      wholes[line.operands] = Term(index)
    }
    for (index, line) in lines.enumerated() where needed[index] && line.operation == .share {
      let whole = wholes[line.operands]
      let most = whole == nil ? 1 : 2
      let ups = products(addedIn: line.operands[0], one, uses, readBy: most)
      let downs = products(addedIn: line.operands[1], one, uses, readBy: most)
      guard isRoom(downs.start, above: ups.start), !(ups.factors + downs.factors).isEmpty else { continue }
      let (first, other) = (min(Term(index), whole ?? Term(index)), max(Term(index), whole ?? Term(index)))
      work[first.index] = Instruction(
        code: .levelStep, operands: [ups.start] + ups.factors + downs.factors, ups: ups.factors.count / 2,
        along: whole.map { Instruction.Along(line: other, isUp: other != $0, isTurned: false) })
      if whole != nil { work[other.index] = Instruction(code: .none, operands: [first]) }
    }
  }

  /// What a sum begins with, and the factors of the products that it takes in, where nobody else reads the sum on the way,
  /// and the sum itself is read as often as is said; the line itself, and none, for what is no such sum. What others read
  /// too, or is no product, is multiplied by 1.
  private func products(addedIn sum: Term, _ one: Term, _ uses: [Int], readBy readers: Int)
    -> (start: Term, factors: [Term])
  {
    var (factors, current) = ([[Term]](), sum)
    while self[current].operation == .add, uses[current.index] == (current == sum ? readers : 1) {
      let added = self[current].operands[1]
      factors.append(product(added, uses) ?? [added, one])
      current = self[current].operands[0]
    }
    return (current, factors.reversed().flatMap(\.self))
  }

  /// Whether a line is what another lacks to 1.
  private func isRoom(_ term: Term, above level: Term) -> Bool {
    let line = self[term]
    guard line.operation == .subtract, line.operands[1] == level else { return false }
    let one = self[line.operands[0]]
    return one.operation == .constant && one.value == 1
  }
}
