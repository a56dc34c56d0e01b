internal import Documents

extension Phase {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name"]), let id: ID = map.ownIdentifier(),
      let name = map.words("name", "Give the name on screen.")
    else { return nil }
    self.init(id: id, name: name)
  }
}

extension ConceptGroup {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name"]),
      let id = map.words("id", "Give the word that concepts use."),
      let name = map.words("name", "Give the name on screen.")
    else { return nil }
    self.init(id: id, name: name)
  }
}

extension EntryPoint {
  static let keys = ["id", "number", "name", "explanation", "sources", "sets", "place", "note"]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Name it.")
    let explanation = map.words("explanation", "Say what is meant.")
    guard let id, let name, let explanation else { return nil }
    self.init(
      id: id, number: map.optional("number")?.wholeNumber(in: 0...1_000), name: name,
      explanation: explanation,
      sources: map.references("sources"), sets: map.list("sets") { $0.literal() },
      place: map.optional("place")?.place(), note: map.optional("note")?.text())
  }
}

extension Arrangement {
  static let keys = ["id", "name", "integration", "basis", "coveredBy", "place", "note"]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Name it.")
    let integration = map.required("integration", "Give a step from 1, loosest, to 5, closest.")?
      .wholeNumber(in: Self.integrationSteps)
    let basis: Basis? = map.required("basis", "Write stated or ours.")?.choice()
    guard let id, let name, let integration, let basis else { return nil }
    self.init(
      id: id, name: name, integration: integration, basis: basis,
      coveredBy: map.list("coveredBy") { $0.text() },
      place: map.optional("place")?.place(), note: map.optional("note")?.text())
  }
}

extension Lever {
  static let keys = ["id", "name", "moves", "phase", "phaseBasis", "place", "sources", "note"]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Say what to do.")
    let moves = map.required("moves", "List the effects, such as [raises x].")?.sequence()?.compactMap {
      $0.effect()
    }
    guard let id, let name, let moves else { return nil }
    self.init(
      id: id, name: name, moves: moves, phase: map.optional("phase")?.identifier(),
      phaseBasis: map.optional("phaseBasis").map { $0.choice() ?? .inferred } ?? .inferred,
      place: map.optional("place")?.place(), sources: map.references("sources"),
      note: map.optional("note")?.text())
  }
}

extension NamedPattern {
  enum Word: String, CaseIterable { case loop, scale, threshold, shift }

  static let keys: [Word: [String]] = [
    .loop: ["through", "sign"], .scale: ["low", "high"], .threshold: ["of", "leads"],
    .shift: ["from", "to", "along"],
  ]

  init?(_ node: DocumentNode) {
    guard
      let word: Word = node.anyMapping()?.required("kind", "Write loop, scale, threshold or shift.")?
        .choice(),
      let map = node.mapping(
        keys: ["id", "name", "kind", "status", "sources", "place", "note"] + (Self.keys[word] ?? []))
    else { return nil }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Name it.")
    let status: Status? = map.required("status", "Write stated, possible or hypothesised.")?.choice()
    guard let kind = Kind(word, map), let id, let name, let status else { return nil }
    self.init(
      id: id, name: name, kind: kind, status: status, sources: map.references("sources"),
      place: map.optional("place")?.place(), note: map.optional("note")?.text())
  }
}

extension NamedPattern.Kind {
  fileprivate init?(_ word: NamedPattern.Word, _ map: DocumentMapping) {
    func concept(_ key: String) -> Concept.ID? { map.required(key, "Name a concept.")?.identifier() }
    switch word {
    case .loop:
      guard
        let sign: NamedPattern.Sign = map.required("sign", "Write reinforcing, balancing or not fixed.")?
          .choice()
      else { return nil }
      self = .loop(through: map.identifiers("through"), sign: sign)
    case .scale:
      guard let low = concept("low"), let high = concept("high") else { return nil }
      self = .scale(low: low, high: high)
    case .threshold:
      guard let of = concept("of"), let leads = concept("leads") else { return nil }
      self = .threshold(of: of, leads: leads)
    case .shift:
      guard let from = map.required("from", "List the concepts that give way.")?.sequence(),
        let to = concept("to")
      else { return nil }
      self = .shift(from: from.compactMap { $0.identifier() }, to: to, along: map.identifiers("along"))
    }
  }
}

extension Prospect {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["concept", "wanted"]) else { return nil }
    let concept: Concept.ID? = map.required("concept", "Name a concept.")?.identifier()
    let wanted: Direction? = map.required("wanted", "Write more or less.")?.choice()
    guard let concept, let wanted else { return nil }
    self.init(concept: concept, wanted: wanted)
  }
}

extension CaseFields {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["mandated", "integration", "ambition"]) else { return nil }
    self.init(
      mandated: map.optional("mandated")?.identifier(),
      integration: map.optional("integration")?.identifier(),
      ambition: map.optional("ambition")?.identifier())
  }
}
