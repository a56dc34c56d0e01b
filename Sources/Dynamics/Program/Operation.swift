/// What one line of a program computes. The list is closed, and everything in it can be written as an equation for
/// other tools.
public enum Operation: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// A number that is the same in every model.
  case constant
  /// The value that a parameter takes in a model.
  case parameter
  /// What a variable holds before the step.
  case variable
  /// What is fed in from outside at each step.
  case input
  /// a + b
  case add
  /// a − b
  case subtract
  /// a × b
  case multiply
  /// a ÷ b; the compiler makes only divisors above 0.
  case divide
  /// a ÷ (a + b): the share of what pulls up in all that pulls, for a and b from 0 up and not both 0.
  case share
  /// The lesser of a and b.
  case minimum
  /// The greater of a and b.
  case maximum
  /// 1 ÷ (1 + e^−a)
  case logistic
  /// a raised to b, for a from 0 up.
  case power
  /// 1 where a ≥ b, else 0.
  case atLeast
  /// b where a isn't 0, else c.
  case choose

  /// How many operands it takes.
  public var arity: Int {
    switch self {
    case .constant, .parameter, .variable, .input: 0
    case .logistic: 1
    case .add, .subtract, .multiply, .divide, .share, .minimum, .maximum, .power, .atLeast: 2
    case .choose: 3
    }
  }
}

/// A line of a program, by its number. A line only uses lines before it.
public struct Term: Sendable, Hashable, Comparable {
  /// The number of the line, from 0.
  public let index: Int

  init(_ index: Int) { self.index = index }

  /// By number.
  public static func < (one: Term, other: Term) -> Bool { one.index < other.index }
}

/// What stands on a line of a program.
public struct Line: Sendable, Hashable {
  /// What it computes.
  public let operation: Operation
  /// The lines that it uses; as many as the operation takes.
  public let operands: Operands
  /// The value of a constant; 0 otherwise.
  public let value: Double
  /// The number of a parameter, a variable or an input; 0 otherwise.
  public let number: Int

  init(_ operation: Operation, _ operands: Operands = [], value: Double = 0, number: Int = 0) {
    self.operation = operation
    self.operands = operands
    self.value = value
    self.number = number
  }

  /// Whether it stays the same through all steps of a model: it rests on constants and parameters alone.
  ///
  /// - Parameter steady: the same of each line before it.
  func isSteady(_ steady: [Bool]) -> Bool {
    switch operation {
    case .variable, .input: false
    default: operands.allSatisfy { steady[$0.index] }
    }
  }
}

extension Line {
  /// The lines that a line uses, at most three; kept in place, since programs have thousands of lines.
  public struct Operands: RandomAccessCollection, Sendable, Hashable, ExpressibleByArrayLiteral {
    private let (first, second, third): (Term, Term, Term)
    /// How many there are.
    public let count: Int

    /// The first three of some lines.
    public init(arrayLiteral terms: Term...) {
      func term(_ number: Int) -> Term { number < terms.count ? terms[number] : Term(0) }
      (first, second, third) = (term(0), term(1), term(2))
      count = Swift.min(terms.count, 3)
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// ``count``.
    public var endIndex: Int { count }

    /// The line at a position, from 0.
    public subscript(position: Int) -> Term { position == 0 ? first : position == 1 ? second : third }
  }
}
