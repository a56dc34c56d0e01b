import RealModule

extension Registers {
  /// Carries out instructions of a tape in their order: the slow, checked twin of ``carryOut(_:pausingAt:of:)``.
  mutating func carryOutChecked(_ instructions: [Tape.Instruction], of tape: Tape) {
    for instruction in instructions { carryOutChecked(instruction, tape.terms) }
  }

  /// Carries out one instruction, lane by lane.
  mutating func carryOutChecked(_ instruction: Tape.Instruction, _ terms: [Tape.Operands]) {
    for lane in 0..<Tape.lanes {
      if instruction.code.isSumOfTerms {
        for (place, value) in sums(instruction, terms, lane) { self[Int(place) / Tape.lanes, lane] = value }
      } else if let value = compute(instruction, lane) {
        self[Int(instruction.out) / Tape.lanes, lane] = value
        if instruction.code == .productLessBothWays {
          self[Int(instruction.d) / Tape.lanes, lane] = 0 - value
        }
      }
    }
  }

  /// What an instruction makes in a lane; `nil` where it makes nothing.
  private func compute(_ instruction: Tape.Instruction, _ lane: Int) -> Scalar? {
    func value(_ place: Int32) -> Scalar { self[Int(place) / Tape.lanes, lane] }
    return Self.compute(
      instruction.code, value(instruction.a), value(instruction.b), value(instruction.c),
      value(instruction.d))
  }

  /// What an instruction that sums up terms makes in a lane, and where it belongs.
  private func sums(_ instruction: Tape.Instruction, _ terms: [Tape.Operands], _ lane: Int)
    -> [(Int32, Scalar)]
  {
    func value(_ place: Int32) -> Scalar { self[Int(place) / Tape.lanes, lane] }
    let (code, out, a) = (instruction.code, instruction.out, value(instruction.a))
    let own = terms[Int(instruction.b)..<Int(instruction.b) + Int(instruction.c)].map {
      (b: value($0.b), c: value($0.c))
    }
    if let (up, down) = Self.halves(code, own) {
      return [(out, up), (instruction.d, instruction.count == 1 ? 0 - down : down)]
    }
    if code == .levelStep {
      let (level, whole) = Self.levelStep(a, own, ups: Int(instruction.count))
      return [(instruction.d, whole), (out, level)]
    }
    return [(out, own.reduce(a) { $0 + (Self.term(code, $1.b, $1.c) ?? 0) })]
  }

  /// Both halves of terms, summed up; `nil` for other sums.
  private static func halves(_ code: Code, _ terms: [(b: Scalar, c: Scalar)]) -> (up: Scalar, down: Scalar)? {
    guard code == .bothHalves else { return nil }
    let all = terms.map { $0.b * $0.c }
    return (all.reduce(0) { $0 + positive($1) }, all.reduce(0) { $0 + negative($1) })
  }

  /// A level after a step, and all that pulls it up or down.
  private static func levelStep(
    _ level: Scalar, _ terms: [(b: Scalar, c: Scalar)], ups: Int
  ) -> (level: Scalar, whole: Scalar) {
    let up = terms.prefix(ups).reduce(level) { $0 + $1.b * $1.c }
    let down = terms.dropFirst(ups).reduce(1 - level) { $0 + $1.b * $1.c }
    return (up / (up + down), up + down)
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

  private static func compute(
    _ code: Code, _ a: Scalar, _ b: Scalar, _ c: Scalar, _ d: Scalar
  ) -> Scalar? {
    switch code {
    case .twoProducts: a * b + c * d
    case .addByHalf: d + (a * positive(c) + b * negative(c))
    case .addProduct: a + b * c
    case .addPositive: a + (b > 0 ? b : 0)
    case .addNegative: a + (b < 0 ? b : 0)
    case .addPositiveProduct: a + (b * c > 0 ? b * c : 0)
    case .addNegativeProduct: a + (b * c < 0 ? b * c : 0)
    case .productLess, .productLessBothWays: a * b - c
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
      .takeNegativeProduct, .bothHalves, .levelStep, .none:
      nil
    }
  }
}
