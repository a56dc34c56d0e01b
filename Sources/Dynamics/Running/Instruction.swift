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
  /// max(0, a)
  case positive
  /// min(0, a)
  case negative
  /// Takes a as the sum that is kept at hand, in no register.
  case begin
  /// Adds to the sum at hand what the sums above add to theirs: b, b · c, and the halves of both.
  case take, takeProduct, takePositive, takeNegative, takePositiveProduct, takeNegativeProduct
  /// Puts the sum at hand into its register.
  case end
  /// Nothing: what is given from outside.
  case none

  /// What adds the same to the sum at hand; `nil` for what is no sum.
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
}

extension Program {
  /// What is carried out for each line: most often its own operation; a sum takes in a product or a half of the scale that
  /// nobody else reads.
  ///
  /// - Parameter roots: lines that are read from outside.
  func instructions(for roots: some Sequence<Term>) -> [Instruction] {
    var uses = Array(repeating: 0, count: lines.count)
    let needed = foundations(of: roots)
    for (index, line) in lines.enumerated() where needed[index] {
      for operand in line.operands { uses[operand.index] += 1 }
    }
    for root in roots { uses[root.index] += 1 }
    return lines.map { instruction(for: $0, uses) }
  }

  private func instruction(for line: Line, _ uses: [Int]) -> Instruction {
    let plain = Instruction(code: Code(line.operation), operands: line.operands)
    switch line.operation {
    case .add:
      // The later of the two is what was written for this sum.
      return fused(line.operands[0], line.operands[1], uses) ?? fused(
        line.operands[1], line.operands[0], uses) ?? plain
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

  private func fused(_ sum: Term, _ part: Term, _ uses: [Int]) -> Instruction? {
    guard uses[part.index] == 1 else { return nil }
    let line = self[part]
    switch line.operation {
    case .multiply: return Instruction(code: .addProduct, operands: [sum] + line.operands)
    case .maximum, .minimum:
      guard let half = half(line) else { return nil }
      let isUp = line.operation == .maximum
      let inner = self[half]
      if inner.operation == .multiply {
        return Instruction(
          code: isUp ? .addPositiveProduct : .addNegativeProduct, operands: [sum] + inner.operands)
      }
      return Instruction(code: isUp ? .addPositive : .addNegative, operands: [sum, half])
    default: return nil
    }
  }
}
