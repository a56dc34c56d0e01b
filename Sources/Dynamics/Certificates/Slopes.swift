/// Which ways a line goes when something that it rests on goes up.
struct Ways: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// It goes up, or stays.
  static let up = Ways(rawValue: 1)
  /// It goes down, or stays.
  static let down = Ways(rawValue: 2)
  /// It may go either way.
  static let both: Ways = [.up, .down]

  /// The ways of a line that goes against this one.
  var turned: Ways { Ways(rawValue: (rawValue & 1) << 1 | rawValue >> 1) }

  /// The ways after a factor that lies between some numbers.
  func times(_ factor: ClosedRange<Double>) -> Ways {
    var result: Ways = []
    if factor.upperBound > 0 { result.formUnion(self) }
    if factor.lowerBound < 0 { result.formUnion(turned) }
    return result
  }
}

/// What a slope is taken by: a variable or an input, by its number.
enum Mover: Sendable, Hashable, Comparable {
  case variable(Int)
  case input(Int)
}

/// For each line, the variables and inputs that it rests on in this step, and which way it goes with each, whatever the
/// parameters.
///
/// The rules are those of the operations: a sum goes with both parts, a product by the sign of the other factor, a share
/// a ÷ (a + b) with a and against b. They are safe: a way that is missing can't be.
struct Slopes: Sendable {
  private let lines: [[Mover: Ways]]

  init(_ program: Program, _ bounds: ProvenBounds) {
    var lines: [[Mover: Ways]] = []
    lines.reserveCapacity(program.lines.count)
    for line in program.lines {
      switch line.operation {
      case .variable: lines.append([.variable(line.number): .up])
      case .input: lines.append([.input(line.number): .up])
      case .constant, .parameter: lines.append([:])
      default:
        var own: [Mover: Ways] = [:]
        for (operand, ways) in zip(line.operands, Self.ways(line, bounds)) where ways != [] {
          for (mover, inner) in lines[operand.index] {
            own[mover, default: []].formUnion(Self.chained(inner, ways))
          }
        }
        lines.append(own)
      }
    }
    self.lines = lines
  }

  /// The slopes of a line.
  subscript(term: Term) -> [Mover: Ways] { lines[term.index] }

  private static func chained(_ inner: Ways, _ outer: Ways) -> Ways {
    var result: Ways = []
    if outer.contains(.up) { result.formUnion(inner) }
    if outer.contains(.down) { result.formUnion(inner.turned) }
    return result
  }

  /// Which ways a line goes with each of its operands.
  private static func ways(_ line: Line, _ bounds: ProvenBounds) -> [Ways] {
    let operands = line.operands.map { bounds[$0] }
    switch line.operation {
    case .constant, .parameter, .variable, .input: return []
    case .add: return [.up, .up]
    case .subtract: return [.up, .down]
    case .multiply: return [Ways.up.times(operands[1]), Ways.up.times(operands[0])]
    case .divide:
      guard operands[1].lowerBound > 0 else { return [.both, .both] }
      return [.up, Ways.down.times(operands[0])]
    case .share:
      return operands[0].lowerBound >= 0 && operands[1].lowerBound >= 0 ? [.up, .down] : [.both, .both]
    case .minimum: return lesser(operands[0], operands[1])
    case .maximum: return lesser(turned(operands[0]), turned(operands[1]))
    case .logistic: return [.up]
    case .power:
      guard operands[0].lowerBound >= 0, operands[0].upperBound <= 1, operands[1].lowerBound >= 0 else {
        return [.both, .both]
      }
      return [.up, .down]
    case .atLeast: return operands[0].lowerBound >= operands[1].upperBound ? [[], []] : [.up, .down]
    case .choose:
      let toYes: Ways = operands[1].lowerBound >= operands[2].upperBound ? .up : .both
      let condition = operands[0].lowerBound >= 0 && operands[0].upperBound <= 1 ? toYes : .both
      return [condition, .up, .up]
    }
  }

  /// Of two, only one that can be the lesser counts.
  private static func lesser(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> [Ways] {
    if one.upperBound <= other.lowerBound { return [.up, []] }
    if other.upperBound <= one.lowerBound { return [[], .up] }
    return [.up, .up]
  }

  private static func turned(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    -range.upperBound ... -range.lowerBound
  }
}
