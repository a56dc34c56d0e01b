/// A model as a flat list of arithmetic: what every variable starts with, and what it holds after one more step.
///
/// All variables take their next values at once, from what they held before the step. Nothing is hidden in code: what
/// runs here is what another tool is given, and what the proofs of signs are about.
public struct Program: Sendable {
  /// Something that changes from step to step.
  public struct Variable: Sendable, Hashable {
    /// Its name, unlike any other's: `level/CONCEPT/PLACE`, `activation/CONFIGURATION/PLACE` and the like.
    public let name: String
    /// What it holds at the start.
    public internal(set) var start: Term
    /// What it holds after the step.
    public internal(set) var next: Term
    /// The least and the greatest that it can hold.
    public let bounds: ClosedRange<Double>
  }

  /// Something that is fed in at each step.
  public struct Input: Sendable, Hashable {
    /// What is fed in.
    public enum Kind: Sendable, Hashable {
      /// The luck of the round, from −1 to 1: drawn once for a model and a round.
      case luck
      /// 1 while an action is under way, else 0.
      case action(String)
    }

    /// What it is.
    public let kind: Kind

    /// Its name, unlike any other's.
    public var name: String {
      switch kind {
      case .luck: "luck"
      case .action(let id): "action/\(id)"
      }
    }

    /// The least and the greatest that it can be.
    public var bounds: ClosedRange<Double> {
      switch kind {
      case .luck: -1...1
      case .action: 0...1
      }
    }
  }

  /// The lines; each uses only lines before it.
  public internal(set) var lines: [Line] = []
  /// What is drawn for each model.
  public internal(set) var parameters: [Parameter] = []
  /// What changes from step to step.
  public internal(set) var variables: [Variable] = []
  /// What is fed in.
  public internal(set) var inputs: [Input] = []

  /// The line of a term.
  public subscript(term: Term) -> Line { lines[term.index] }

  /// For each line, whether it stays the same through all steps of a model: it rests on constants and parameters alone.
  public var isSteady: [Bool] {
    lines.reduce(into: []) { steady, line in steady.append(line.isSteady(steady)) }
  }

  /// The lines that some terms rest on, themselves included.
  public func foundations(of terms: some Sequence<Term>) -> [Bool] {
    var needed = Array(repeating: false, count: lines.count)
    for term in terms { needed[term.index] = true }
    for index in lines.indices.reversed() where needed[index] {
      for operand in lines[index].operands { needed[operand.index] = true }
    }
    return needed
  }
}
