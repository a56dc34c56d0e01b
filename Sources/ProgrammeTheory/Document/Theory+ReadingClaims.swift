package import Documents

extension Telling {
  static let keys = [
    "id", "form", "place", "passage", "context", "conditions", "mechanism", "outcome", "sources", "bearing",
    "sameAs",
    "inverts",
    "refersTo", "note",
  ]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let id: ID? = map.ownIdentifier()
    let form: Form? = map.required("form", "Write prose, table or argued.")?.choice()
    let place = map.required("place", "Say where it stands: a section and paragraph, or a table and row.")?
      .place()
    let passage = map.optional("passage").flatMap { Quotation($0) }
    let context = map.list("context") { Told($0) { $0.literal() } }
    let conditions = map.list("conditions") { Told($0) { $0.literal() } }
    let mechanism = map.list("mechanism") { Told($0) { $0.literal() } }
    let outcome = map.list("outcome") { Told($0) { $0.effect() } }
    let sameAs: [ID] = map.identifiers("sameAs")
    let attribution = map.required("sources", "List the references, or write: not given, or: as linked.")
      .flatMap(Attribution.init)
    if map.filledSlots < 2 {
      node.fault(
        "fewer than two of context, mechanism and outcome are filled", "A telling links at least two.")
    }
    let bearing: Bearing? = map.optional("bearing")?.choice()
    let inverts: ID? = map.optional("inverts")?.identifier()
    let refersTo: [ID] = map.identifiers("refersTo")
    let note = map.optional("note")?.text()
    guard let id, let form, let place, let attribution else { return nil }
    self.init(
      id: id, form: form, place: place, passage: passage, context: context, conditions: conditions,
      mechanism: mechanism, outcome: outcome, attribution: attribution, bearing: bearing ?? .supports,
      sameAs: sameAs,
      inverts: inverts, refersTo: refersTo, note: note)
  }
}

extension Quotation {
  package init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["exact", "prefix", "suffix", "start", "end", "page", "text"]) else {
      return nil
    }
    let exact = map.required("exact", "Quote the very words.")?.verbatim()
    // What stands around the words may be nothing but spaces.
    let prefix = map.optional("prefix")?.verbatim()
    let suffix = map.optional("suffix")?.verbatim()
    let start = map.required("start", "Give the offset of the first code point.")?.wholeNumber(
      in: Self.offsets)
    let end = map.required("end", "Give the offset after the last code point.")?.wholeNumber(in: Self.offsets)
    let text = map.required("text", "Give the SHA-256 of the text, in 64 hexadecimal digits.")?.parsed(
      "A SHA-256 has 64 digits of 0-9 and a-f."
    ) { $0.wholeMatch(of: #/[0-9a-f]{64}/#).map { String($0.output) } }
    let page = map.optional("page")?.text()
    guard let exact, let start, let end, let text else { return nil }
    let length = exact.unicodeScalars.count
    guard length > 0 else {
      map.optional("exact")?.fault("no words are quoted", "Quote the very words.")
      return nil
    }
    guard end - start == length else {
      map.optional("exact")?.fault(
        "the words have \(length) code points, and start and end are \(end - start) apart",
        "Offsets count Unicode code points, and end is the one after the last.")
      return nil
    }
    self.init(
      exact: exact, prefix: prefix ?? "", suffix: suffix ?? "", start: start, end: end, page: page, text: text
    )
  }

  /// A text in a review has up to 64 MB.
  private static var offsets: ClosedRange<Int> { 0...100_000_000 }
}

extension DocumentMapping {
  /// How many of the three slots hold something, be it right or wrong.
  fileprivate var filledSlots: Int {
    ["context", "mechanism", "outcome"].filter { !(optional($0)?.isEmpty ?? true) }.count
  }
}

extension Told {
  init?(_ node: DocumentNode, claim read: (DocumentNode) -> Claim?) {
    guard let map = node.mapping(keys: ["is", "words", "inference"]) else { return nil }
    let words = map.optional("words")?.text()
    let inference: Inference = map.optional("inference").map { $0.choice() ?? .stated } ?? .stated
    guard let claim = map.required("is", "Write the literal or effect that this slot holds.").flatMap(read)
    else { return nil }
    self.init(claim, words: words, inference: inference)
  }
}

extension Telling.Attribution {
  package init?(_ node: DocumentNode) {
    if node.isSequence {
      if node.isEmpty { node.fault("no reference is listed", "List one, or write: not given.") }
      self = .works((node.sequence() ?? []).compactMap { $0.text() })
      return
    }
    switch node.text() {
    case "not given": self = .notGiven
    case "as linked": self = .asLinked
    case nil: return nil
    default:
      node.fault(
        "this is neither a list of references nor a known word",
        "Write [12, 47], or: not given, or: as linked.")
      return nil
    }
  }
}

extension CMOConfiguration {
  static let keys = [
    "id", "title", "context", "conditions", "mechanism", "outcome", "reverses", "phase", "status", "tellings",
    "note", "refines",
  ]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let id: ID? = map.ownIdentifier()
    let context = map.list("context") { $0.literal() }
    let conditions = map.list("conditions", Condition.init)
    let mechanism = map.optional("mechanism").map(Mechanism.init)
    let outcome = map.list("outcome") { $0.effect() }
    let reversibility = map.required(
      "reverses", "Write {answer: yes, because: …} or {answer: no, because: …}."
    )
    .flatMap(Reversibility.init)
    let tellings: [Telling.ID] = map.identifiers("tellings")
    if map.filledSlots < 2 {
      node.fault(
        "fewer than two of context, mechanism and outcome are filled", "A dyad is the least that is a claim.")
    }
    map.optional("context")?.checkSlot(context.map(\.concept))
    map.optional("mechanism")?.checkSlot((mechanism ?? nil)?.literals.map(\.concept) ?? [])
    let moved = outcome.filter { $0.direction != nil }.map(\.concept)
    map.optional("outcome")?.checkSlot(moved)
    if map.optional("tellings")?.isEmpty ?? true {
      node.fault("no telling makes this claim", "List at least one under tellings.")
    }
    let title = map.optional("title")?.text()
    let phase: Phase.ID? = map.optional("phase")?.identifier()
    let status: Status? = map.optional("status")?.choice()
    let note = map.optional("note")?.text()
    guard let id, let reversibility else { return nil }
    self.init(
      id: id, title: title, context: context, conditions: conditions, mechanism: mechanism ?? nil,
      outcome: outcome, reversibility: reversibility, phase: phase, status: status ?? .supported,
      tellings: tellings, note: note, refines: map.identifiers("refines"))
  }
}

extension DocumentNode {
  /// A slot speaks of a concept once: more and less of it at a time can't hold, and the same twice says nothing. Its
  /// size is bounded, since what is derived grows with every pair of slots.
  fileprivate func checkSlot(_ concepts: [Concept.ID]) {
    let count = (first("is") ?? self).items.count
    var seen: Set<Concept.ID> = []
    for concept in concepts where !seen.insert(concept).inserted {
      fault(
        "\u{201C}\(concept)\u{201D} stands twice in this slot",
        "Name each concept once; split the claim in two.")
    }
    if count > CMOConfiguration.mostLiterals {
      fault(
        "there are \(count) literals in this slot, and \(CMOConfiguration.mostLiterals) are the most",
        "Split the claim; a configuration that needs so many can't be checked by a reader.")
    }
  }
}

extension Condition {
  package init?(_ node: DocumentNode) {
    guard node.isMapping else {
      guard let literal = node.literal() else { return nil }
      self.init(anyOf: [literal])
      return
    }
    guard let map = node.mapping(keys: ["any"]) else { return nil }
    if map.optional("any")?.isEmpty ?? true {
      node.fault("no literal is given", "Write {any: [more a, more b]}, or one literal alone.")
    }
    self.init(anyOf: map.list("any") { $0.literal() })
  }
}

extension Mechanism {
  package init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["is", "kind", "resource", "reasoning"]) else { return nil }
    let items = map.required("is", "List the literals that say which way it works.")?.sequence()
    let literals = items?.compactMap { $0.literal() }
    let origin: Origin? = map.required("kind", "Write produced or chosen.")?.choice()
    if items?.isEmpty ?? false {
      node.fault("the mechanism names no literal", "List at least one under is.")
    }
    let resource = map.optional("resource")?.text()
    let reasoning = map.optional("reasoning")?.text()
    guard let literals, let origin else { return nil }
    self.init(literals, origin: origin, resource: resource, reasoning: reasoning)
  }
}

extension Reversibility {
  package init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["answer", "because"]) else { return nil }
    let answer = map.required("answer", "Write yes or no.")?.yesOrNo()
    let reason = map.words("because", "Say why.")
    guard let answer, let reason else { return nil }
    self.init(isAllowed: answer, reason: reason)
  }
}

extension Rivalry {
  package init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "about", "readings"]) else { return nil }
    let id: ID? = map.ownIdentifier()
    let about = map.words("about", "Say what the readings differ on.")
    let readings = map.list("readings", Reading.init)
    if map.optional("readings")?.items.count ?? 0 < 2 {
      node.fault("a rivalry has at least two readings", "Give each a name and its configurations.")
    }
    guard let id, let about else { return nil }
    self.init(id: id, about: about, readings: readings)
  }
}

extension Rivalry.Reading {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["name", "configurations"]) else { return nil }
    let name = map.words("name", "Say what this reading holds, in a few words.")
    let configurations: [CMOConfiguration.ID] = map.identifiers("configurations")
    if map.optional("configurations")?.isEmpty ?? true {
      node.fault("this reading names no configuration", "List those that hold under it.")
    }
    guard let name else { return nil }
    self.init(name: name, configurations: configurations)
  }
}
