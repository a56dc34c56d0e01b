/// What the lanes can carry out: the operations of a program, and a few that do the work of several at once. The longer
/// ones round as the several do, so a program gives the same numbers with and without them.
enum Code: UInt8, Sendable, Hashable, CaseIterable {
  case add, subtract, multiply, divide, share, minimum, maximum, atLeast, power, logistic, choose
  /// a + b · c
  case addProduct
  /// a + max(0, b)
  case addPositive
  /// a + min(0, b)
  case addNegative
  /// a + max(0, b · c)
  case addPositiveProduct
  /// a + min(0, b · c)
  case addNegativeProduct
  /// a · b − c
  case productLess
  /// a − b · c
  case lessProduct
  /// (a · b) ÷ c
  case divideProduct
  /// max(0, a) + min(0, b)
  case halves
  /// max(0, min(a, b)) + min(0, max(a, b)): what two have in common where they agree in sign
  case agreement
  /// a · max(0, c) + b · min(0, c)
  case byHalf
  /// max(0, a)
  case positive
  /// min(0, a)
  case negative
  /// A sum that begins with a and takes in one term after another, each as the sums above take in theirs: b, b · c, and the
  /// halves of both.
  case take, takeProduct, takePositive, takeNegative, takePositiveProduct, takeNegativeProduct
  /// a · b + c · d
  case twoProducts
  /// d + a · max(0, c) + b · min(0, c), where what is added is summed up first
  case addByHalf
  /// Both halves of several products b · c summed up at once: one sum takes in what is above 0, another what is below.
  case bothHalves
  /// a · b − c, and the same with its sign turned
  case productLessBothWays
  /// A level after a step: the share of what pulls it up, a + b · c + …, in that and in what pulls it down,
  /// (1 − a) + b · c + ….
  case levelStep
  /// Nothing: what is given from outside, or made together with another line.
  case none

  /// Whether it sums up terms of its own, of which there may be any number.
  var isSumOfTerms: Bool {
    switch self {
    case .take, .takeProduct, .takePositive, .takeNegative, .takePositiveProduct, .takeNegativeProduct,
      .bothHalves, .levelStep:
      true
    default: false
    }
  }

  /// Whether it is left to the C library, lane by lane.
  var isLaneByLane: Bool { self == .power || self == .logistic }

  /// What takes in the same as one term of many; `nil` for what is no sum.
  var taking: Code? {
    switch self {
    case .add: .take
    case .addProduct: .takeProduct
    case .addPositive: .takePositive
    case .addNegative: .takeNegative
    case .addPositiveProduct: .takePositiveProduct
    case .addNegativeProduct: .takeNegativeProduct
    default: nil
    }
  }

  /// One operation of the program.
  init(_ operation: Operation) {
    self =
      switch operation {
      case .constant, .parameter, .variable, .input: .none
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      case .share: .share
      case .minimum: .minimum
      case .maximum: .maximum
      case .atLeast: .atLeast
      case .power: .power
      case .logistic: .logistic
      case .choose: .choose
      }
  }
}

/// What is carried out for a line of a program, and which lines it reads.
struct Instruction {
  let code: Code
  let operands: [Term]
  /// Of a level's step: how many products pull up.
  let ups: Int
  /// The line that is made along with this one.
  let along: Along?

  /// A second result.
  struct Along {
    let line: Term
    /// Whether it is the first result: the sum of what is above 0, or the level; and the other one is made along with it.
    let isUp: Bool
    /// Whether the sum of what is below 0 is made with its sign turned.
    let isTurned: Bool
  }

  init(code: Code = .none, operands: [Term] = [], ups: Int = 0, along: Along? = nil) {
    self.code = code
    self.operands = operands
    self.ups = ups
    self.along = along
  }
}

extension Program {
  /// What is carried out for each line: most often its own operation; many take in a product that nobody else reads, or the
  /// half of the scale of another line, which is quicker worked out again than read.
  ///
  /// - Parameters:
  ///   - roots: lines that are read from outside.
  ///   - others: lines that may be asked for as well, and what they rest on.
  /// - Returns: one for each line; nothing for those on which none of these rests.
  func instructions(for roots: [Term], and others: [Term] = []) -> [Instruction] {
    var uses = Array(repeating: 0, count: lines.count)
    let needed = foundations(of: roots)
    for (index, line) in lines.enumerated() where needed[index] {
      for operand in line.operands { uses[operand.index] += 1 }
    }
    for root in roots { uses[root.index] += 1 }
    let isAsked = others.isEmpty ? needed : foundations(of: roots + others)
    var work = zip(lines, isAsked).map { $1 ? instruction(for: $0, uses) : Instruction() }
    turnProductsAtOnce(in: &work, needed)
    sumHalvesAtOnce(in: &work, needed, uses)
    stepLevelsAtOnce(in: &work, needed, uses)
    return work
  }

  private func instruction(for line: Line, _ uses: [Int]) -> Instruction {
    var plain: Instruction { Instruction(code: Code(line.operation), operands: Array(line.operands)) }
    switch line.operation {
    case .add:
      if let both = halves(line.operands[0], line.operands[1], uses) { return both }
      if let a = product(line.operands[0], uses), let b = product(line.operands[1], uses) {
        return Instruction(code: .twoProducts, operands: a + b)
      }
      // The later of the two is what was written for this sum.
      return fused(line.operands[0], line.operands[1], uses) ?? fused(
        line.operands[1], line.operands[0], uses) ?? plain
    case .subtract:
      if let product = product(line.operands[0], uses) {
        return Instruction(code: .productLess, operands: product + [line.operands[1]])
      }
      return product(line.operands[1], uses).map {
        Instruction(code: .lessProduct, operands: [line.operands[0]] + $0)
      } ?? plain
    case .divide:
      return product(line.operands[0], uses).map {
        Instruction(code: .divideProduct, operands: $0 + [line.operands[1]])
      } ?? plain
    case .maximum: return half(line).map { Instruction(code: .positive, operands: [$0]) } ?? plain
    case .minimum: return half(line).map { Instruction(code: .negative, operands: [$0]) } ?? plain
    default: return plain
    }
  }

  /// The line of which a line is the positive or the negative half.
  private func half(_ line: Line) -> Term? {
    for (zero, other) in [(0, 1), (1, 0)] {
      let constant = self[line.operands[zero]]
      if constant.operation == .constant, constant.value == 0 { return line.operands[other] }
    }
    return nil
  }

  /// The factors of a product that nobody else reads.
  func product(_ term: Term, _ uses: [Int]) -> [Term]? {
    self[term].operation == .multiply && uses[term.index] == 1 ? Array(self[term].operands) : nil
  }

  /// The line of which a line is the half of the given side.
  func half(_ term: Term, isUp: Bool) -> Term? {
    self[term].operation == (isUp ? .maximum : .minimum) ? half(self[term]) : nil
  }

  /// The sum of a positive and a negative half, or of products with both halves of one line.
  private func halves(_ a: Term, _ b: Term, _ uses: [Int]) -> Instruction? {
    for (first, second) in [(a, b), (b, a)] {
      if let up = half(first, isUp: true), let down = half(second, isUp: false) {
        let (least, greatest) = (self[up], self[down])
        let agree =
          least.operation == .minimum && greatest.operation == .maximum
          && least.operands == greatest.operands
        return agree
          ? Instruction(code: .agreement, operands: Array(least.operands))
          : Instruction(code: .halves, operands: [up, down])
      }
      if let up = scaledHalf(first, isUp: true, uses), let down = scaledHalf(second, isUp: false, uses),
        up.of == down.of
      {
        return Instruction(code: .byHalf, operands: [up.by, down.by, up.of])
      }
    }
    return nil
  }

  /// A product, that nobody else reads, with the half of a line: the line and the other factor.
  private func scaledHalf(_ term: Term, isUp: Bool, _ uses: [Int]) -> (of: Term, by: Term)? {
    guard let factors = product(term, uses) else { return nil }
    if let of = half(factors[1], isUp: isUp) { return (of, factors[0]) }
    return half(factors[0], isUp: isUp).map { ($0, factors[1]) }
  }

  private func fused(_ sum: Term, _ part: Term, _ uses: [Int]) -> Instruction? {
    let line = self[part]
    switch line.operation {
    case .multiply where uses[part.index] == 1:
      return Instruction(code: .addProduct, operands: [sum] + line.operands)
    case .maximum, .minimum:
      guard let half = half(line) else { return nil }
      let isUp = line.operation == .maximum
      let inner = self[half]
      if inner.operation == .multiply, uses[part.index] == 1 {
        return Instruction(
          code: isUp ? .addPositiveProduct : .addNegativeProduct, operands: [sum] + inner.operands)
      }
      return Instruction(code: isUp ? .addPositive : .addNegative, operands: [sum, half])
    default: return nil
    }
  }
}
