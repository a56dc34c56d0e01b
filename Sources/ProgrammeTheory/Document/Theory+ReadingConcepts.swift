package import Documents

extension Concept {
  static let keys = [
    "id", "name", "definition", "phrases", "scope", "scale", "low", "high", "falls", "rises", "veryLow",
    "veryHigh",
    "group",
    "question",
    "signs",
    "coding", "refines",
  ]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    // Every field is taken before any is judged, so that one reading names all that is missing.
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Give the name that stands on screen.")
    let definition = map.words("definition", "Say what is meant.")
    let scope: Scope? = map.required("scope", "Write collaboration, partner or relation.")?.choice()
    let scale: Scale? = map.required("scale", "Write binary, ordered or continuous.")?.choice()
    let low = map.words("low", "Give the low end as a noun phrase.")
    let high = map.words("high", "Give the high end as a noun phrase.")
    let falls = map.words("falls", "Give a clause that says that it becomes less.")
    let rises = map.words("rises", "Give a clause that says that it becomes more.")
    let veryLow = map.optional("veryLow")?.text()
    let veryHigh = map.optional("veryHigh")?.text()
    let group = map.words("group", "Name the group under which it is listed.")
    let phrases = map.list("phrases") { $0.text() }
    let question = map.optional("question").map(Question.init)
    let signs = map.optional("signs").map(Signs.init)
    let coding = map.optional("coding").map(Coding.init)
    let refines: [ID] = map.identifiers("refines")
    guard let id, let name, let definition, let scope, let scale, let low, let high, let falls, let rises,
      let group
    else { return nil }
    self.init(
      id: id, name: name, definition: definition, phrases: phrases, scope: scope, scale: scale,
      wording: Wording(
        low: low, high: high, falls: falls, rises: rises, veryLow: veryLow, veryHigh: veryHigh), group: group,
      question: question ?? nil, signs: signs ?? nil, coding: coding ?? nil, refines: refines)
  }
}

extension Concept.Question {
  package init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["ask", "because"]) else { return nil }
    let ask = map.words("ask", "Write the question in plain words.")
    let because = map.optional("because")?.text()
    guard let ask else { return nil }
    self.init(ask: ask, because: because)
  }
}

extension Concept.Signs {
  package init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["more", "less"]) else { return nil }
    self.init(more: map.list("more") { $0.text() }, less: map.list("less") { $0.text() })
  }
}

extension Concept.Coding {
  package init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["include", "exclude"]) else { return nil }
    self.init(include: map.list("include") { $0.text() }, exclude: map.list("exclude", Exclusion.init))
  }
}

extension Concept.Coding.Exclusion {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["what", "instead"]) else { return nil }
    let what = map.words("what", "Say what isn't coded here.")
    let instead: Concept.ID? = map.optional("instead")?.identifier()
    guard let what else { return nil }
    self.init(what: what, instead: instead)
  }
}
