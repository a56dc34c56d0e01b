import RealModule

extension Registers {
  /// Carries out instructions of a tape in their order: the slow, checked twin of ``carryOut(_:of:)``.
  mutating func carryOutChecked(_ instructions: [Tape.Instruction], of tape: Tape) {
    for instruction in instructions { carryOutChecked(instruction, tape.terms) }
  }

  /// Carries out one instruction, lane by lane.
  mutating func carryOutChecked(_ instruction: Tape.Instruction, _ terms: [Tape.Operands]) {
    let code = instruction.code
    for lane in 0..<Lanes<Scalar>.width {
      let a = self[Int(instruction.a), lane]
      if code.isSumOfTerms {
        let own = terms[Int(instruction.b)..<Int(instruction.b) + Int(instruction.c)]
        self[Int(instruction.out), lane] = own.reduce(a) { sum, term in
          sum + (Self.term(code, self[Int(term.b), lane], self[Int(term.c), lane]) ?? 0)
        }
      } else {
        let (b, c) = (self[Int(instruction.b), lane], self[Int(instruction.c), lane])
        if let value = Self.compute(code, a, b, c) { self[Int(instruction.out), lane] = value }
      }
    }
  }

  /// What a term adds to a sum.
  private static func term(_ code: Code, _ b: Scalar, _ c: Scalar) -> Scalar? {
    switch code {
    case .take: b
    case .takeProduct: b * c
    case .takePositive: b > 0 ? b : 0
    case .takeNegative: b < 0 ? b : 0
    case .takePositiveProduct: b * c > 0 ? b * c : 0
    case .takeNegativeProduct: b * c < 0 ? b * c : 0
    default: nil
    }
  }

  private static func positive(_ a: Scalar) -> Scalar { a > 0 ? a : 0 }
  private static func negative(_ a: Scalar) -> Scalar { a < 0 ? a : 0 }

  private static func compute(_ code: Code, _ a: Scalar, _ b: Scalar, _ c: Scalar) -> Scalar? {
    switch code {
    case .addProduct: a + b * c
    case .addPositive: a + (b > 0 ? b : 0)
    case .addNegative: a + (b < 0 ? b : 0)
    case .addPositiveProduct: a + (b * c > 0 ? b * c : 0)
    case .addNegativeProduct: a + (b * c < 0 ? b * c : 0)
    case .productLess: a * b - c
    case .lessProduct: a - b * c
    case .divideProduct: (a * b) / c
    case .halves: (a > 0 ? a : 0) + (b < 0 ? b : 0)
    case .agreement: positive(a < b ? a : b) + negative(a > b ? a : b)
    case .byHalf: a * positive(c) + b * negative(c)
    case .positive: a > 0 ? a : 0
    case .negative: a < 0 ? a : 0
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .share: a / (a + b)
    case .minimum: a < b ? a : b
    case .maximum: a > b ? a : b
    case .atLeast: a >= b ? 1 : 0
    case .choose: a != 0 ? b : c
    case .power: Scalar.pow(a, b)
    case .logistic: 1 / (1 + Scalar.exp(-a))
    case .take, .takeProduct, .takePositive, .takeNegative, .takePositiveProduct,
      .takeNegativeProduct, .none:
      nil
    }
  }
}
