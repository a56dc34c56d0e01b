internal import ProgrammeTheory

/// One model as XMILE 1.0 (OASIS Standard, 2015), for other simulators.
///
/// Variables are stocks that flow to their next value in a step of 1, by Euler's method; the lines between are auxiliaries.
/// Parameters are constants with the values of the model, so another model of the same program is run by setting them.
/// There is no luck in it: achievement is what can be expected.
public struct XMILE: Sendable {
  private let program: Program
  private let values: [Double]
  private let plan: Plan
  private let steps: Int
  private let title: String
  /// Which lines stand as auxiliaries of their own.
  private let isNamed: [Bool]
  private let needed: [Bool]
  private let texts: [String]

  /// How long an equation may grow before its parts get names.
  private static let longest = 300

  /// One model.
  ///
  /// - Parameters:
  ///   - model: the compiled theory.
  ///   - title: the name of the model.
  ///   - draw: the number of the model in the sequence.
  ///   - sequence: where its numbers come from.
  ///   - prior: how its strengths are drawn.
  ///   - rounds: how many rounds of work.
  ///   - plan: the actions, and when each is under way.
  public init(
    _ model: Model, title: String, draw: Int, of sequence: DrawSequence, prior: Prior, rounds: Int,
    plan: Plan = Plan()
  ) {
    program = model.program
    self.title = title
    self.plan = plan
    let drawing = Drawing(program, sequence, prior, plan: plan, luck: .none)
    values = program.parameters.indices.map { drawing.value(of: $0, draw: draw) }
    steps = max(0, rounds) * Model.stepsInARound
    let roots = program.variables.flatMap { [$0.start, $0.next] }
    needed = program.foundations(of: roots)
    (texts, isNamed) = Self.equations(program, needed, roots)
  }

  // MARK: Names

  /// What a variable is called in the document: its name in letters, digits and underscores, and its number.
  public static func name(ofVariable number: Int, in program: Program) -> String {
    "v\(number)_\(plain(program.variables[number].name))"
  }

  /// What a parameter is called in the document.
  public static func name(ofParameter number: Int, in program: Program) -> String {
    "p\(number)_\(plain(program.parameters[number].id))"
  }

  private static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.map {
        $0.properties.isASCIIHexDigit || ("g"..."z").contains($0) ? Character($0) : "_"
      }.prefix(80)
    )
    .lowercased()
  }

  // MARK: Equations

  /// The equation of each line, and whether it stands by itself: used more than once, or grown long.
  private static func equations(_ program: Program, _ needed: [Bool], _ roots: [Term]) -> ([String], [Bool]) {
    var uses = Array(repeating: 0, count: program.lines.count)
    for (index, line) in program.lines.enumerated() where needed[index] {
      for operand in line.operands { uses[operand.index] += 1 }
    }
    for root in roots { uses[root.index] += 1 }
    var texts: [String] = []
    var isNamed: [Bool] = []
    for (index, line) in program.lines.enumerated() {
      let parts = line.operands.map { isNamed[$0.index] ? "x\($0.index)" : texts[$0.index] }
      let text = needed[index] ? equation(line, parts, program) : ""
      texts.append(text)
      isNamed.append(line.operation.arity > 0 && (uses[index] > 1 || text.utf8.count > longest))
    }
    return (texts, isNamed)
  }

  private static func equation(_ line: Line, _ parts: [String], _ program: Program) -> String {
    switch line.operation {
    case .constant: line.value < 0 ? "(\(number(line.value)))" : number(line.value)
    case .parameter: name(ofParameter: line.number, in: program)
    case .variable: name(ofVariable: line.number, in: program)
    case .input: "i\(line.number)"
    case .add: "(\(parts[0]) + \(parts[1]))"
    case .subtract: "(\(parts[0]) - \(parts[1]))"
    case .multiply: "(\(parts[0]) * \(parts[1]))"
    case .divide: "(\(parts[0]) / \(parts[1]))"
    case .share: "(\(parts[0]) / (\(parts[0]) + \(parts[1])))"
    case .minimum: "MIN(\(parts[0]), \(parts[1]))"
    case .maximum: "MAX(\(parts[0]), \(parts[1]))"
    case .logistic: "(1 / (1 + EXP(0 - \(parts[0]))))"
    case .power: "((\(parts[0])) ^ (\(parts[1])))"
    case .atLeast: "(IF \(parts[0]) >= \(parts[1]) THEN 1 ELSE 0)"
    case .choose: "(IF \(parts[0]) <> 0 THEN \(parts[1]) ELSE \(parts[2]))"
    }
  }

  private static func number(_ value: Double) -> String { "\(value)" }

  private func text(of term: Term) -> String { isNamed[term.index] ? "x\(term.index)" : texts[term.index] }

  /// What is fed in: no luck, and actions in the rounds of the plan.
  private func equation(of input: Program.Input) -> String {
    guard case .action(let id) = input.kind else { return "0" }
    let conditions = plan.steps.filter { $0.lever.text == id }.map { step -> String in
      let from = (step.rounds.lowerBound - 1) * Model.stepsInARound
      // TIME stands exactly on whole steps, so halves keep clear of rounding.
      let start = "IF TIME >= \(Double(from) - 0.5) THEN 1 ELSE 0"
      guard step.rounds.upperBound < EnsembleSettings.possibleRounds.upperBound else { return "(\(start))" }
      let end = Double(step.rounds.upperBound * Model.stepsInARound) - 0.5
      return "((\(start)) * (IF TIME >= \(end) THEN 0 ELSE 1))"
    }
    return conditions.isEmpty ? "0" : conditions.reduce("0") { "MAX(\($0), \($1))" }
  }

  // MARK: The document

  /// The document.
  public var document: String {
    let name = Self.escaped(title)
    let head = """
      <?xml version="1.0" encoding="utf-8"?>
      <xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
      <header><vendor>realist</vendor><product version="1">realist</product><name>\(name)</name></header>
      <sim_specs method="Euler" time_units="step"><start>0</start><stop>\(steps)</stop><dt>1</dt></sim_specs>
      <model><variables>

      """
    let lines = constants + inputs + auxiliaries + stocks
    return head + lines.joined(separator: "\n") + "\n</variables></model>\n</xmile>\n"
  }

  private var constants: [String] {
    program.parameters.indices.map { number in
      auxiliary(
        Self.name(ofParameter: number, in: program), Self.number(values[number]),
        program.parameters[number].id)
    }
  }

  private var inputs: [String] {
    program.inputs.enumerated().map { auxiliary("i\($0)", equation(of: $1), $1.name) }
  }

  private var auxiliaries: [String] {
    program.lines.indices.filter { needed[$0] && isNamed[$0] }.map { auxiliary("x\($0)", texts[$0], nil) }
  }

  private var stocks: [String] {
    program.variables.enumerated().map { index, variable in
      let name = Self.name(ofVariable: index, in: program)
      let doc = "<doc>\(Self.escaped(variable.name))</doc>"
      return """
        <stock name="\(name)"><eqn>\(Self.escaped(text(of: variable.start)))</eqn><inflow>f\(index)</inflow>\(doc)</stock>
        <flow name="f\(index)"><eqn>\(Self.escaped("(\(text(of: variable.next))) - \(name)"))</eqn></flow>
        """
    }
  }

  private func auxiliary(_ name: String, _ equation: String, _ meaning: String?) -> String {
    let doc = meaning.map { "<doc>\(Self.escaped($0))</doc>" } ?? ""
    return "<aux name=\"\(name)\"><eqn>\(Self.escaped(equation))</eqn>\(doc)</aux>"
  }

  /// Text that can't be taken for a part of the document; characters that XML can't hold are left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case _
      where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
        || [0xfffe, 0xffff].contains(scalar.value):
        continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
