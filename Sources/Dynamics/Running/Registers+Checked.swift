import RealModule

extension Registers {
  /// Carries out instructions in their order: the slow, checked twin of ``carryOut(_:)``.
  mutating func carryOutChecked(_ instructions: [Tape.Instruction]) {
    var sums = Array(repeating: Scalar(0), count: Lanes<Scalar>.width)
    for instruction in instructions {
      for lane in 0..<Lanes<Scalar>.width {
        let (a, b) = (self[Int(instruction.a), lane], self[Int(instruction.b), lane])
        let c = self[Int(instruction.c), lane]
        if let term = Self.term(instruction.code, b, c) { sums[lane] = sums[lane] + term }
        switch instruction.code {
        case .begin: sums[lane] = a
        case .end: self[Int(instruction.out), lane] = sums[lane]
        default:
          if let value = Self.compute(instruction.code, a, b, c) { self[Int(instruction.out), lane] = value }
        }
      }
    }
  }

  /// What is added to the sum at hand.
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

  private static func compute(_ code: Code, _ a: Scalar, _ b: Scalar, _ c: Scalar) -> Scalar? {
    switch code {
    case .addProduct: a + b * c
    case .addPositive: a + (b > 0 ? b : 0)
    case .addNegative: a + (b < 0 ? b : 0)
    case .addPositiveProduct: a + (b * c > 0 ? b * c : 0)
    case .addNegativeProduct: a + (b * c < 0 ? b * c : 0)
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
    case .begin, .end, .take, .takeProduct, .takePositive, .takeNegative, .takePositiveProduct,
      .takeNegativeProduct, .none:
      nil
    }
  }
}
