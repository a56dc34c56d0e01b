import RealModule

extension Operation {
  /// Between which numbers the result lies when the operands lie between these: as many as ``arity``. What is computed
  /// from the operands is known; a leaf has bounds of its own.
  func bounds(of operands: [ClosedRange<Double>]) -> ClosedRange<Double>? {
    guard operands.count == arity, let a = operands.first else { return nil }
    switch self {
    case .logistic: return Self.logistic(a.lowerBound)...Self.logistic(a.upperBound)
    case .choose:
      return Self.hull([
        operands[1].lowerBound, operands[1].upperBound, operands[2].lowerBound, operands[2].upperBound,
      ])
    default: return operands.count == 2 ? bounds(a, operands[1]) : nil
    }
  }

  private func bounds(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> ClosedRange<Double>? {
    switch self {
    case .add: return a.lowerBound + b.lowerBound...a.upperBound + b.upperBound
    case .subtract: return a.lowerBound - b.upperBound...a.upperBound - b.lowerBound
    case .multiply:
      return Self.hull([
        a.lowerBound * b.lowerBound, a.lowerBound * b.upperBound, a.upperBound * b.lowerBound,
        a.upperBound * b.upperBound,
      ])
    case .divide:
      guard b.lowerBound > 0 else { return nil }
      return Self.hull([
        a.lowerBound / b.lowerBound, a.lowerBound / b.upperBound, a.upperBound / b.lowerBound,
        a.upperBound / b.upperBound,
      ])
    case .share: return 0...1
    case .minimum: return min(a.lowerBound, b.lowerBound)...min(a.upperBound, b.upperBound)
    case .maximum: return max(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    case .power:
      guard a.lowerBound >= 0 else { return nil }
      return Self.hull([
        Double.pow(a.lowerBound, b.lowerBound), Double.pow(a.lowerBound, b.upperBound),
        Double.pow(a.upperBound, b.lowerBound), Double.pow(a.upperBound, b.upperBound),
      ])
    case .atLeast:
      if a.lowerBound >= b.upperBound { return 1...1 }
      return a.upperBound < b.lowerBound ? 0...0 : 0...1
    default: return nil
    }
  }

  private static func logistic(_ value: Double) -> Double { 1 / (1 + Double.exp(-value)) }

  private static func hull(_ values: [Double]) -> ClosedRange<Double>? {
    guard let low = values.min(), let high = values.max(), low.isFinite, high.isFinite else { return nil }
    return low...high
  }
}
