import Bibliography
import OrderedCollections

/// How findings are worded: out of the theory's own names and phrases.
extension TheoryCheck {
  /// One end of a concept as a noun phrase, such as "little x".
  func end(_ literal: Literal) -> String {
    guard let wording = concepts[literal.concept]?.wording else { return literal.description }
    return literal.degree == .much ? wording.farEnd(literal.direction) : wording.end(literal.direction)
  }

  /// Ends as one phrase.
  func ends(_ literals: [Literal]) -> String { literals.map(end).listed }

  /// A change as a clause, such as "x grows".
  func change(_ effect: OutcomeEffect) -> String {
    guard let concept = concepts[effect.concept] else { return effect.description }
    switch effect.change {
    case .raises: return concept.wording.rises
    case .lowers: return concept.wording.falls
    case .buffers: return "a loss of \(concept.name) is smaller"
    case .exposes: return "a loss of \(concept.name) is not made smaller"
    }
  }

  /// Changes as one clause.
  func changes(_ effects: [OutcomeEffect]) -> String { effects.map(change).listed }

  /// A literal as the effect that brings it about.
  func effect(_ literal: Literal) -> OutcomeEffect {
    OutcomeEffect(literal.direction == .more ? .raises : .lowers, literal.concept)
  }

  /// The names of concepts, each once.
  func names(_ ids: [Concept.ID]) -> String { OrderedSet(ids.map(name)).elements.listed }

  /// The name of a concept.
  func name(_ id: Concept.ID) -> String { concepts[id]?.name ?? id.text }

  /// A work as the source calls it, with who wrote it.
  func work(_ id: Reference.ID) -> String {
    references[id].map { "[\(id)] \($0.shortCitation)" } ?? "[\(id)]"
  }

  /// What a configuration is called on screen.
  func title(_ configuration: CMOConfiguration) -> String { configuration.title ?? configuration.id.text }

  /// Where two tellings stand, in two or three words that tell them apart.
  func places(_ one: Telling, _ other: Telling) -> (one: String, other: String) {
    let words = [one, other].map { telling in
      switch telling.place {
      case .paragraph: "the prose"
      case .row(_, let table, _, _): "Table \(table)"
      }
    }
    return words[0] == words[1] ? ("one place", "another") : (words[0], words[1])
  }
}

extension [String] {
  /// "a", "a and b", "a, b and c".
  var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// The text with a capital at its start.
  var asSentence: String { prefix(1).uppercased() + dropFirst() }
}

extension Int {
  /// The number with its noun: "1 telling", "2 tellings".
  func of(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) " + (self == 1 ? noun : plural ?? noun + "s")
  }
}
