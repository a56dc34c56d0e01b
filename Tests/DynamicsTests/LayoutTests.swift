import RealModule
import TestSupport
import Testing

@testable import Dynamics

/// What a tape is laid out from, and what comes of it, without any theory: programs of random lines, in which the shapes that
/// one instruction takes at once are frequent.
@Suite("Programs laid out for running")
struct LayoutTests {
  /// A program of random lines, and some of its lines to be read and to be added up.
  private struct Specimen {
    var builder = ProgramBuilder()
    var terms: [Term] = []
    var variables: [Term] = []
    var random: SplitMix64

    init(seed: UInt64) {
      random = SplitMix64(seed: seed)
      terms = [0, 1, 2, 0.5, -0.25].map { builder.constant($0) }
      for number in 0..<6 {
        terms.append(
          builder.parameter(
            Parameter("p\(number)", .strength, .uniform(from: -1, to: 1), meaning: "", reason: "")))
      }
      variables = (0..<5).map { builder.variable("x\($0)", startingAt: terms[5 + $0 % 6], within: -9...9) }
      terms += variables
      for _ in 0..<60 { terms.append(next()) }
      for variable in variables {
        builder.set(variable, next: random.next() % 4 == 0 ? any() : level(variable))
      }
    }

    mutating func any() -> Term { terms[Int(random.next() % UInt64(terms.count))] }

    private mutating func next() -> Term {
      let (a, b, c) = (any(), any(), any())
      switch random.next() % 16 {
      case 0: return builder.add(a, b)
      case 1: return builder.subtract(a, b)
      case 2, 3: return builder.multiply(a, b)
      case 4: return builder.share(builder.positivePart(a), builder.add(builder.positivePart(b), terms[3]))
      case 5: return builder.minimum(a, b)
      case 6: return builder.maximum(a, b)
      case 7: return builder.choose(builder.atLeast(a, b), b, c)
      case 8: return builder.positivePart(a)
      case 9: return builder.negativePart(a)
      case 10: return builder.negative(a)
      case 11: return builder.subtract(builder.multiply(terms[2], a), terms[1])
      case 12: return builder.add(builder.multiply(a, b), builder.multiply(b, c))
      case 13: return builder.logistic(a)
      default: return halves(a, b, c)
      }
    }

    /// Sums of what is above 0 and of what is below, of which one or both are left for others to read.
    private mutating func halves(_ a: Term, _ b: Term, _ c: Term) -> Term {
      let of = [builder.multiply(a, b), c, builder.multiply(c, a)].prefix(2 + Int(random.next() % 2))
      let up = builder.sum(of.map { builder.positivePart($0) })
      let down = builder.sum(of.map { builder.negativePart($0) })
      terms += [up, random.next() % 2 == 0 ? builder.negative(down) : down]
      return builder.add(up, any())
    }

    private mutating func level(_ variable: Term) -> Term {
      let (up, down) = (builder.positivePart(any()), builder.positivePart(any()))
      let upwards = builder.add(variable, builder.multiply(up, any()))
      let downwards = builder.add(builder.complement(variable), builder.multiply(down, any()))
      if random.next() % 2 == 0 { terms.append(builder.add(upwards, downwards)) }
      return builder.share(upwards, downwards)
    }
  }

  /// What each line of a program is, one after another.
  private static func values(_ program: Program, _ parameters: [Double], _ variables: [Double]) -> [Double] {
    var values: [Double] = []
    for line in program.lines {
      func operand(_ number: Int) -> Double { values[line.operands[number].index] }
      let value: Double =
        switch line.operation {
        case .constant: line.value
        case .parameter: parameters[line.number]
        case .variable: variables[line.number]
        case .input: 0
        case .add: operand(0) + operand(1)
        case .subtract: operand(0) - operand(1)
        case .multiply: operand(0) * operand(1)
        case .divide: operand(0) / operand(1)
        case .share: operand(0) / (operand(0) + operand(1))
        case .minimum: operand(0) < operand(1) ? operand(0) : operand(1)
        case .maximum: operand(0) > operand(1) ? operand(0) : operand(1)
        case .atLeast: operand(0) >= operand(1) ? 1 : 0
        case .power: Double.pow(operand(0), operand(1))
        case .logistic: 1 / (1 + Double.exp(-operand(0)))
        case .choose: operand(0) != 0 ? operand(1) : operand(2)
        }
      values.append(value)
    }
    return values
  }

  @Test("give what their lines say, whatever is read and added up", arguments: 0..<300 as Range<UInt64>)
  func lines(_ seed: UInt64) {
    var specimen = Specimen(seed: seed)
    let reported = (0..<8).map { _ in specimen.any() }
    let added = (0..<Int(seed % 9)).map { _ in specimen.any() }
    let program = specimen.builder.program
    var lanes = Lanes<Double>(Tape(program, reporting: reported, adding: added))
    let parameters = program.parameters.indices.map { _ in Double(specimen.random.next() % 2001) / 1000 - 1 }
    for (index, parameter) in lanes.tape.parameters.enumerated() {
      lanes.setParameter(index, lane: 9, to: parameters[parameter.number])
    }
    lanes.start()
    let first = Self.values(program, parameters, program.variables.map { _ in 0 })
    var variables = program.variables.map { first[$0.start.index] }
    var sums = added.map { _ in 0.0 }
    for step in 0..<3 {
      let values = Self.values(program, parameters, variables)
      // What is no number is none of a program's business: halves of it are 0 for some instructions.
      guard values.allSatisfy(\.isFinite) else { return }
      lanes.read()
      for (index, term) in reported.enumerated() {
        #expect(lanes.report(index, lane: 9) == values[term.index], "seed \(seed), step \(step)")
      }
      lanes.step()
      for (index, term) in added.enumerated() { sums[index] += values[term.index] }
      variables = program.variables.map { values[$0.next.index] }
      for index in variables.indices {
        #expect(lanes.variable(index, lane: 9) == variables[index], "seed \(seed), step \(step)")
      }
    }
    for index in added.indices {
      #expect(lanes.sums(index, from: 8)[1] == sums[index], "seed \(seed)")
    }
  }
}
