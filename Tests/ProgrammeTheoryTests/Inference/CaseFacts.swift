import ProgrammeTheory
import Testing

/// Facts as a test writes them: `more heat`, `much less heat`, `mixed heat`, `neither heat`, `inapplicable heat`.
func facts(_ words: [String]) throws -> Facts {
  var facts: Facts = [:]
  for text in words {
    if let literal = Literal(text) {
      facts[literal.concept] = .lies(literal.direction, much: literal.degree == .much)
      continue
    }
    let parts = text.split(separator: " ").map(String.init)
    let kinds: [String: Fact] = ["mixed": .mixed, "neither": .neither, "inapplicable": .notApplicable]
    let kind: Fact = try #require(kinds[parts.first ?? ""])
    facts[try concept(parts.last ?? "")] = kind
  }
  return facts
}

extension Verdict {
  /// The verdict in words that a test compares.
  var words: String {
    switch self {
    case .fires(let firings):
      "fires " + firings.map { "\($0.form.rawValue) at \($0.step)" }.joined(separator: ", ")
    case .silent(let wanting): "silent, wanting " + wanting.map(\.text).joined(separator: ", ")
    case .doesNotApply(.condition(let condition)):
      "condition fails: " + condition.anyOf.map(\.description).joined(separator: " or ")
    case .doesNotApply(.context(let literal)): "context fails: \(literal)"
    case .doesNotApply(.mechanism(let literal)): "nobody brings: \(literal)"
    }
  }
}

extension Entailment {
  /// The verdict of a configuration, in words.
  func words(_ id: String) throws -> String {
    try #require(verdict(of: try configuration(id)), "no configuration \(id)").words
  }

  /// How a concept stands.
  func standing(_ id: String) throws -> Standing { standing(of: try concept(id)) }

  /// Every form that fires, and when: what two entailments are compared by.
  var firings: Set<String> {
    Set(firing.flatMap { claim, forms in forms.map { "\(claim.id) \($0.form.rawValue) at \($0.step)" } })
  }

  /// Every form that fires.
  var firingForms: Set<String> {
    Set(firing.flatMap { claim, forms in forms.map { "\(claim.id) \($0.form.rawValue)" } })
  }
}

extension Standing {
  /// What brings it about either way, in words.
  var raisers: [String] { raisedBy.map(\.configuration.text) }
  var lowerers: [String] { loweredBy.map(\.configuration.text) }
}
