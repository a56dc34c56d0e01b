/// How the parts of a theory are said in sentences, out of the wording that the document gives its concepts.
extension Theory {
  /// The state in which a literal holds, as a noun phrase: the end of the concept's scale.
  public func state(_ literal: Literal) -> String {
    guard let concept = concept(literal.concept) else { return literal.description }
    // What is either so or not so has no far end.
    return literal.degree == .much && concept.scale != .binary
      ? concept.wording.farEnd(literal.direction) : concept.wording.end(literal.direction)
  }

  /// The change that a literal stands for, as a clause with its verb.
  public func change(_ literal: Literal) -> String {
    guard let concept = concept(literal.concept) else { return literal.description }
    return concept.wording.change(literal.direction)
  }

  /// What an effect does, as a clause with its verb.
  public func clause(_ effect: OutcomeEffect) -> String {
    let name = name(of: effect.concept)
    return switch effect.change {
    case .raises: change(Literal(.more, effect.concept))
    case .lowers: change(Literal(.less, effect.concept))
    case .buffers: "less \(name) is lost"
    case .exposes: "nothing softens a loss of \(name)"
    }
  }

  /// The name of a concept on screen; its identifier where the theory doesn't have it.
  public func name(of concept: Concept.ID) -> String { self.concept(concept)?.name ?? concept.text }

  /// A condition as a noun phrase.
  public func state(_ condition: Condition) -> String {
    condition.anyOf.map(state).joined(separator: " or ")
  }

  /// A configuration in one sentence, in the form that it has.
  public func sentence(_ configuration: CMOConfiguration) -> String {
    let mechanisms = configuration.mechanism?.literals ?? []
    let isChosen = configuration.mechanism?.origin == .chosen
    let outcome = configuration.outcome.map(clause)
    var given = configuration.context.map(state)
    var follows = [isChosen ? [] : mechanisms.map(change), outcome].filter { !$0.isEmpty }.map(Self.list)
    if isChosen && outcome.isEmpty {
      follows = ["people bring \(Self.list(mechanisms.map(state)))"]
    } else if isChosen {
      given += mechanisms.map(state)
    }
    var sentence = given.isEmpty ? "" : "with \(Self.list(given)), "
    if given.isEmpty && follows.count > 1 {
      sentence = "when \(follows.joined(separator: ", "))"
    } else {
      sentence += follows.joined(separator: ", and so ")
    }
    if !configuration.conditions.isEmpty {
      // Without a verb, since a state may be singular or plural.
      sentence = "given \(Self.list(configuration.conditions.map(state))): \(sentence)"
    }
    return Self.capitalised(sentence) + "."
  }

  /// A title for a configuration: its own, or its sentence.
  public func title(_ configuration: CMOConfiguration) -> String {
    configuration.title ?? sentence(configuration)
  }

  /// Words joined as in a sentence: `a`, `a and b`, `a, b and c`.
  public static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A text with its first letter in upper case.
  public static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The chain in one line: what it starts from, and what each step brings about.
  public func line(_ chain: Chain) -> String {
    guard let first = chain.steps.first else { return "" }
    let steps = chain.steps.flatMap { step in
      step.through.map(change) + [
        step.isBuffer ? clause(OutcomeEffect(.buffers, step.to.concept)) : change(step.to)
      ]
    }
    return ([Self.capitalised(state(first.from))] + steps).joined(separator: " → ")
  }
}
