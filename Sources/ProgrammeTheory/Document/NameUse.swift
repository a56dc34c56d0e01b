internal import Documents

/// Where a theory document names what another part of it defines.
struct NameUse {
  /// What is named there, and how it is written.
  enum Kind {
    case concept, literal, effect, telling, configuration, phase, group, reference, step, block
  }

  /// The way to the name from an item of the section.
  let path: DocumentPath
  let kind: Kind

  init(_ kind: Kind, _ path: DocumentPath) {
    self.path = path
    self.kind = kind
  }

  /// The concept that a text names in this use; `nil` where it names none.
  func concept(in text: String) -> Concept.ID? {
    switch kind {
    case .concept: Concept.ID(text)
    case .literal: Literal(text)?.concept
    case .effect: OutcomeEffect(text)?.concept
    default: nil
    }
  }

  private static func uses(_ kind: Kind, _ paths: DocumentPath...) -> [NameUse] {
    paths.map { NameUse(kind, $0) }
  }

  /// The uses of each section whose value is a list; `caseFields` is a group and is taken as a list of one.
  static let bySection: [(section: String, uses: [NameUse])] = [
    ("groups", uses(.phase, "phase")),
    ("concepts", uses(.group, "group") + uses(.concept, "coding.exclude[].instead")),
    (
      "tellings",
      uses(.literal, "context[].is", "conditions[].is", "mechanism[].is") + uses(.effect, "outcome[].is")
        + uses(.reference, "sources[]") + uses(.telling, "sameAs[]", "refersTo[]", "inverts")
    ),
    (
      "configurations",
      uses(.literal, "context[]", "conditions[]", "conditions[].any[]", "mechanism.is[]")
        + uses(.effect, "outcome[]") + uses(.telling, "tellings[]") + uses(.phase, "phase")
    ),
    ("rivals", uses(.configuration, "readings[].configurations[]")),
    ("sources", uses(.reference, "id")),
    ("middleRangeTheories", uses(.reference, "sources[]") + uses(.concept, "explains[]")),
    ("entryPoints", uses(.reference, "sources[]") + uses(.literal, "sets[]")),
    ("flow", uses(.step, "from[]")),
    (
      "statements",
      uses(.reference, "listed[]", "works[]", "work", "introduced", "closed") + uses(.telling, "from", "to")
    ),
    ("citations", uses(.reference, "works[]")),
    (
      "loops",
      uses(.concept, "through[]", "from[]", "along[]", "low", "high", "of", "leads", "to")
        + uses(.reference, "sources[]")
    ),
    ("levers", uses(.effect, "moves[]") + uses(.phase, "phase") + uses(.reference, "sources[]")),
    ("outlook", uses(.concept, "concept")),
    ("caseFields", uses(.concept, "mandated", "integration", "ambition")),
    ("dynamics", dynamics),
  ]

  private static let dynamics =
    uses(
      .concept, "stock.concept", "state.concept", "blend.of[]", "blend.and", "blend.by[]", "blend.into",
      "initial.concept", "initial.sets", "requirement.concept", "attempts.ambition", "attempts.steps",
      "attempts.complexity", "attempts.support[]", "attempts.burden[]", "attempts.achieves", "cap.of",
      "cap.by[]", "aftermath.concept", "ending.of")
    + uses(
      .literal, "ending.hollowUnder", "ending.then", "label.all[]", "order.given[]", "order.with[]",
      "order.than[]",
      "order.never")
    + uses(.block, "requirement.shifts")
}
