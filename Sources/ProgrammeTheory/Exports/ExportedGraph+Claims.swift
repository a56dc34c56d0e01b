extension ExportedGraph {
  /// An edge for each arrow of each configuration.
  static func arrows(of theory: Theory) -> [Edge] {
    var counts: [CMOConfiguration.ID: Int] = [:]
    let claims = Dictionary(
      theory.configurations.map { claim in (claim.id, attributes { describe(claim, of: theory, in: &$0) }) },
      uniquingKeysWith: { first, _ in first })
    return SignedGraph(theory).arrows.map { arrow in
      let number = counts[arrow.configuration, default: 0] + 1
      counts[arrow.configuration] = number
      return Edge(
        id: "arrow-\(arrow.configuration)-\(number)", from: id(arrow.from), to: id(arrow.to),
        attributes: attributes {
          $0.add("label", sign(arrow.sign))
          $0.add("sign", arrow.sign.rawValue)
          $0.add("configuration", arrow.configuration.text)
          $0.add("told", arrow.told.rawValue)
          $0.add("form", arrow.isOneSided ? "told" : "told, and reversed by rule")
        } + (claims[arrow.configuration] ?? []))
    }
  }

  static func sign(_ sign: SignedGraph.Sign) -> String {
    switch sign {
    case .same: "+"
    case .opposite: "−"
    case .buffers: "protects"
    }
  }

  /// What an edge or a node says of its configuration in either view.
  private static func describe(
    _ configuration: CMOConfiguration, of theory: Theory, in list: inout AttributeList
  ) {
    let evidence = theory.evidence(for: configuration.id)
    list.add("sentence", theory.sentence(configuration))
    list.add("conditions", configuration.conditions.map(theory.state))
    list.add("phase", configuration.phase.map { id in theory.phases.first { $0.id == id }?.name ?? id.text })
    list.add("status", configuration.status.rawValue)
    list.add("contested", !theory.rivalries(of: configuration.id).isEmpty)
    list.add("tellings", configuration.tellings.count)
    list.add("sources", evidence.supporting)
    list.add("against", evidence.against)
    list.add("null", evidence.null)
  }

  static func node(_ configuration: CMOConfiguration, in theory: Theory) -> Node {
    Node(
      id: id(configuration.id), kind: .configuration,
      attributes: attributes {
        $0.add("kind", Node.Kind.configuration.rawValue)
        $0.add("configuration", configuration.id.text)
        $0.add("label", theory.title(configuration))
        $0.add("title", configuration.title)
        describe(configuration, of: theory, in: &$0)
        $0.add("phaseId", configuration.phase?.text)
        $0.add("mechanismKind", configuration.mechanism?.origin.rawValue)
        $0.add("resource", configuration.mechanism?.resource)
        $0.add("reasoning", configuration.mechanism?.reasoning)
        $0.add("reverses", configuration.reversibility.isAllowed)
        $0.add("reversesBecause", configuration.reversibility.reason)
        $0.add("toldBy", configuration.tellings.map(\.text))
        $0.add("places", configuration.tellings.compactMap { theory.telling($0)?.place.words })
        $0.add("rivalries", theory.rivalries(of: configuration.id).map(\.id.text))
        $0.add("note", configuration.note)
      })
  }

  /// An edge for each literal and effect of a configuration's slots. What the configuration starts from leads to it:
  /// contexts, conditions, and mechanisms that people bring. What it sets off is led to: produced mechanisms, outcomes.
  static func slots(of configuration: CMOConfiguration) -> [Edge] {
    var edges: [Edge] = []
    func add(
      _ slot: String, _ concept: Concept.ID, claim: String, isStart: Bool, place: Int,
      _ more: (inout AttributeList) -> Void
    ) {
      let (one, other) = (id(concept), id(configuration.id))
      edges.append(
        Edge(
          id: "slot-\(configuration.id)-\(edges.count + 1)", from: isStart ? one : other,
          to: isStart ? other : one,
          attributes: attributes {
            $0.add("label", claim.split(separator: " ").dropLast().joined(separator: " "))
            $0.add("slot", slot)
            $0.add("claim", claim)
            $0.add("configuration", configuration.id.text)
            $0.add("place", place)
            more(&$0)
          }))
    }
    func add(_ slot: String, _ literals: [Literal], isStart: Bool, condition: Int? = nil) {
      for (place, literal) in literals.enumerated() {
        add(slot, literal.concept, claim: literal.description, isStart: isStart, place: place + 1) {
          $0.add("way", literal.direction.rawValue)
          if let condition { $0.add("condition", condition) }
        }
      }
    }
    add("context", configuration.context, isStart: true)
    for (number, condition) in configuration.conditions.enumerated() {
      add("condition", condition.anyOf, isStart: true, condition: number + 1)
    }
    if let mechanism = configuration.mechanism {
      add("mechanism", mechanism.literals, isStart: mechanism.origin == .chosen)
    }
    for (place, effect) in configuration.outcome.enumerated() {
      add("outcome", effect.concept, claim: effect.description, isStart: false, place: place + 1) {
        $0.add("way", effect.direction?.rawValue)
      }
    }
    return edges
  }
}
