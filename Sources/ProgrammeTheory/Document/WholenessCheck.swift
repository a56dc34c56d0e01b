internal import Bibliography
internal import Documents

/// Holds a theory that was read against itself: nothing is defined twice, and whatever is named is defined.
struct WholenessCheck {
  let read: LocatedTheory
  let hasReferences: Bool
  private let concepts: Set<String>
  private let tellings: Set<String>
  private let configurations: Set<String>
  private let phases: Set<String>
  private let groups: Set<String>
  private let references: Set<String>

  init(read: LocatedTheory, hasReferences: Bool) {
    self.read = read
    self.hasReferences = hasReferences
    concepts = Set(read.concepts.map(\.value.id.text))
    tellings = Set(read.tellings.map(\.value.id.text))
    configurations = Set(read.configurations.map(\.value.id.text))
    phases = Set(read.phases.map(\.value.id.text))
    groups = Set(read.groups.map(\.value.id))
    references = Set(read.references.map(\.id))
  }

  func run(citation: DocumentNode?) {
    duplicates()
    if read.concepts.count > Theory.mostConcepts, let last = read.concepts.last {
      last.node.fault(
        "there are \(read.concepts.count) concepts, and \(Theory.mostConcepts) are the most",
        "Merge concepts that stand for one thing.")
    }
    if let citation, let id = citation.text() { reference(id, citation) }
    for concept in read.concepts where !groups.isEmpty {
      known(concept.value.group, in: groups, "group", concept.node.at("group"))
    }
    read.tellings.forEach(check)
    read.configurations.forEach(check)
    read.rivalries.forEach(check)
    evidence()
    settings()
    dynamics()
  }

  // MARK: What is defined

  private func duplicates() {
    unique(read.phases) { $0.id.text }
    unique(read.groups) { $0.id }
    unique(read.concepts) { $0.id.text }
    unique(read.tellings) { $0.id.text }
    unique(read.configurations) { $0.id.text }
    unique(read.rivalries) { $0.id.text }
    unique(read.sources) { $0.id }
    unique(read.middleRangeTheories) { $0.id.text }
    unique(read.entryPoints) { $0.id.text }
    unique(read.arrangements) { $0.id.text }
    unique(read.flow) { $0.id.text }
    unique(read.statements) { $0.id.text }
    unique(read.patterns) { $0.id.text }
    unique(read.levers) { $0.id.text }
    unique(read.outlook) { $0.concept.text }
    unique(read.dynamics) { $0.id?.text }
  }

  private func unique<Value>(_ items: [Located<Value>], _ id: (Value) -> String?) {
    var lines: [String: Int?] = [:]
    for item in items {
      guard let text = id(item.value) else { continue }
      if let first = lines[text] {
        let at = first.map { " (line \($0))" } ?? ""
        item.node.fault("\u{201C}\(text)\u{201D} stands twice\(at)", "Give each its own identifier.")
      } else {
        lines[text] = item.node.line
      }
    }
  }

  // MARK: What is named

  private func known(_ id: String, in ids: Set<String>, _ kind: String, _ node: DocumentNode) {
    guard !ids.contains(id) else { return }
    let hint = id.nearest(among: ids.sorted()).map { "Did you mean \u{201C}\($0)\u{201D}?" }
    node.fault(
      "no \(kind) is called \u{201C}\(id)\u{201D}", hint ?? "Define it, or name one that is defined.")
  }

  private func concept(_ id: Concept.ID, _ node: DocumentNode) {
    known(id.text, in: concepts, "concept", node)
  }

  private func reference(_ id: Reference.ID, _ node: DocumentNode) {
    guard hasReferences || !id.isEmpty else { return }
    known(id, in: references, "reference", node)
  }

  private func references(_ ids: [Reference.ID], _ node: DocumentNode) {
    for (index, id) in ids.enumerated() { reference(id, node.at(.item(index))) }
  }

  private func phase(_ id: Phase.ID?, _ node: DocumentNode) {
    if let id { known(id.text, in: phases, "phase", node.at("phase")) }
  }

  // MARK: Claims

  private func check(_ telling: Located<Telling>) {
    let (value, node) = (telling.value, telling.node)
    for (key, slot) in [
      ("context", value.context), ("conditions", value.conditions), ("mechanism", value.mechanism),
    ] {
      for (index, told) in slot.enumerated() {
        concept(told.claim.concept, node.at(.key(key), .item(index), "is"))
      }
    }
    for (index, told) in value.outcome.enumerated() {
      concept(told.claim.concept, node.at("outcome", .item(index), "is"))
    }
    if case .works(let works) = value.attribution { references(works, node.at("sources")) }
    for (key, ids) in [("sameAs", value.sameAs), ("refersTo", value.refersTo)] {
      for (index, id) in ids.enumerated() {
        known(id.text, in: tellings, "telling", node.at(.key(key), .item(index)))
        if id == value.id {
          node.at(.key(key), .item(index)).fault(
            "a telling points to itself", "Name another, or leave it out.")
        }
      }
    }
    if let inverted = value.inverts { known(inverted.text, in: tellings, "telling", node.at("inverts")) }
    if value.attribution == .asLinked && !isLinked(value) {
      node.at("sources").fault(
        "the sources are said to be those of linked tellings, and none is linked",
        "Link one with sameAs, list the references, or write: not given.")
    }
  }

  private func isLinked(_ telling: Telling) -> Bool {
    !telling.sameAs.isEmpty || read.tellings.contains { $0.value.sameAs.contains(telling.id) }
  }

  private func check(_ configuration: Located<CMOConfiguration>) {
    let (value, node) = (configuration.value, configuration.node)
    for (index, literal) in value.context.enumerated() {
      concept(literal.concept, node.at("context", .item(index)))
    }
    for (index, condition) in value.conditions.enumerated() {
      for literal in condition.anyOf { concept(literal.concept, node.at("conditions", .item(index))) }
    }
    for (index, literal) in (value.mechanism?.literals ?? []).enumerated() {
      concept(literal.concept, node.at("mechanism", "is", .item(index)))
    }
    for (index, effect) in value.outcome.enumerated() {
      concept(effect.concept, node.at("outcome", .item(index)))
    }
    for (index, id) in value.tellings.enumerated() {
      known(id.text, in: tellings, "telling", node.at("tellings", .item(index)))
    }
    phase(value.phase, node)
  }

  private func check(_ rivalry: Located<Rivalry>) {
    for (index, reading) in rivalry.value.readings.enumerated() {
      for (place, id) in reading.configurations.enumerated() {
        known(
          id.text, in: configurations, "configuration",
          rivalry.node.at("readings", .item(index), "configurations", .item(place)))
      }
    }
  }
}

extension WholenessCheck {
  // MARK: Evidence

  private func evidence() {
    for source in read.sources { reference(source.value.id, source.node.at("id")) }
    for mrt in read.middleRangeTheories {
      references(mrt.value.sources, mrt.node.at("sources"))
      for (index, id) in mrt.value.explains.enumerated() {
        concept(id, mrt.node.at("explains", .item(index)))
      }
    }
    for citation in read.citations { references(citation.value.works, citation.node.at("works")) }
    let steps = Set(read.flow.map(\.value.id.text))
    for step in read.flow {
      for (index, id) in step.value.from.enumerated() {
        known(id.text, in: steps, "step of the flow", step.node.at("from", .item(index)))
      }
    }
    read.statements.forEach(check)
  }

  private func check(_ statement: Located<Statement>) {
    let node = statement.node
    switch statement.value.kind {
    case .count(_, _, let listed): references(listed, node.at("listed"))
    case .tally: break
    case .page(let work, _): reference(work, node.at("work"))
    case .included(_, let works): references(works, node.at("works"))
    case .quotation(let introduced, let closed, _):
      reference(introduced, node.at("introduced"))
      reference(closed, node.at("closed"))
    case .reference(let from, let to):
      known(from.text, in: tellings, "telling", node.at("from"))
      known(to.text, in: tellings, "telling", node.at("to"))
    }
  }

  // MARK: Settings

  private func settings() {
    for entry in read.entryPoints {
      references(entry.value.sources, entry.node.at("sources"))
      for (index, literal) in entry.value.sets.enumerated() {
        concept(literal.concept, entry.node.at("sets", .item(index)))
      }
    }
    for lever in read.levers {
      references(lever.value.sources, lever.node.at("sources"))
      for (index, effect) in lever.value.moves.enumerated() {
        concept(effect.concept, lever.node.at("moves", .item(index)))
      }
      phase(lever.value.phase, lever.node)
    }
    for prospect in read.outlook { concept(prospect.value.concept, prospect.node.at("concept")) }
    for pattern in read.patterns {
      references(pattern.value.sources, pattern.node.at("sources"))
      for id in pattern.value.kind.concepts { concept(id, pattern.node) }
    }
    if let fields = read.caseFields {
      let named = [
        ("mandated", fields.value.mandated), ("integration", fields.value.integration),
        ("ambition", fields.value.ambition),
      ]
      for (key, id) in named { if let id { concept(id, fields.node.at(.key(key))) } }
    }
  }

  private func dynamics() {
    let names = Set(read.dynamics.compactMap { $0.value.id?.text })
    for block in read.dynamics {
      for id in block.value.concepts { concept(id, block.node) }
      if case .requirement(_, let shifts) = block.value {
        known(shifts.text, in: names, "block", block.node.at("requirement", "shifts"))
      }
    }
  }
}

extension NamedPattern.Kind {
  /// The concepts that the pattern names, in its order.
  public var concepts: [Concept.ID] {
    switch self {
    case .loop(let through, _): through
    case .scale(let low, let high): [low, high]
    case .threshold(let of, let leads): [of, leads]
    case .shift(let from, let to, let along): from + [to] + along
    }
  }
}
