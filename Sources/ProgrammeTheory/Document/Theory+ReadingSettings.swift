internal import Documents

extension Phase {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name"]) else { return nil }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Give the name on screen.")
    guard let id, let name else { return nil }
    self.init(id: id, name: name)
  }
}

extension ConceptGroup {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name", "phase"]) else { return nil }
    let id = map.words("id", "Give the word that concepts use.")
    let name = map.words("name", "Give the name on screen.")
    let phase: Phase.ID? = map.optional("phase")?.identifier()
    guard let id, let name else { return nil }
    self.init(id: id, name: name, phase: phase)
  }
}

extension EntryPoint {
  static let keys = ["id", "number", "name", "explanation", "sources", "sets", "place", "note"]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Name it.")
    let explanation = map.words("explanation", "Say what is meant.")
    let number = map.optional("number")?.wholeNumber(in: 0...1_000)
    let sources = map.references("sources")
    let sets = map.list("sets") { $0.literal() }
    let place = map.optional("place")?.place()
    let note = map.optional("note")?.text()
    guard let id, let name, let explanation else { return nil }
    self.init(
      id: id, number: number, name: name, explanation: explanation, sources: sources, sets: sets,
      place: place, note: note)
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
    let coveredBy = map.list("coveredBy") { $0.text() }
    let place = map.optional("place")?.place()
    let note = map.optional("note")?.text()
    guard let id, let name, let integration, let basis else { return nil }
    self.init(
      id: id, name: name, integration: integration, basis: basis, coveredBy: coveredBy, place: place,
      note: note)
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
    let phase: Phase.ID? = map.optional("phase")?.identifier()
    let phaseBasis: PhaseBasis? = map.optional("phaseBasis")?.choice()
    let place = map.optional("place")?.place()
    let sources = map.references("sources")
    let note = map.optional("note")?.text()
    guard let id, let name, let moves else { return nil }
    self.init(
      id: id, name: name, moves: moves, phase: phase, phaseBasis: phaseBasis ?? .inferred, place: place,
      sources: sources, note: note)
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
    let kind = Kind(word, map)
    let sources = map.references("sources")
    let place = map.optional("place")?.place()
    let note = map.optional("note")?.text()
    guard let id, let name, let kind, let status else { return nil }
    self.init(
      id: id, name: name, kind: kind, status: status, sources: sources, place: place, note: note)
  }
}

extension NamedPattern.Kind {
  fileprivate init?(_ word: NamedPattern.Word, _ map: DocumentMapping) {
    func concept(_ key: String) -> Concept.ID? { map.required(key, "Name a concept.")?.identifier() }
    switch word {
    case .loop:
      let sign: NamedPattern.Sign? = map.required("sign", "Write reinforcing, balancing or not fixed.")?
        .choice()
      let through: [Concept.ID] = map.identifiers("through")
      if map.optional("through")?.items.count ?? 0 < 2 {
        map.whole.fault(
          "a loop goes through at least two concepts", "List them under through, in their order.")
      }
      guard let sign else { return nil }
      self = .loop(through: through, sign: sign)
    case .scale:
      let (low, high) = (concept("low"), concept("high"))
      guard let low, let high else { return nil }
      self = .scale(low: low, high: high)
    case .threshold:
      let (of, leads) = (concept("of"), concept("leads"))
      guard let of, let leads else { return nil }
      self = .threshold(of: of, leads: leads)
    case .shift:
      let from: [Concept.ID]? = map.required("from", "List the concepts that give way.")?.sequence()?
        .compactMap { $0.identifier() }
      let (to, along) = (concept("to"), map.identifiers("along", of: Concept.self))
      guard let from, let to else { return nil }
      self = .shift(from: from, to: to, along: along)
    }
  }
}

extension Prospect {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["concept", "wanted"]) else { return nil }
    let concept: Concept.ID? = map.required("concept", "Name a concept.")?.identifier()
    let wanted: Direction? = map.optional("wanted")?.choice()
    guard let concept else { return nil }
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
