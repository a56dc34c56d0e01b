internal import Documents

extension Source {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "role", "characteristics"]) else { return nil }
    let id = map.words("id", "Name the reference.")
    let role: Role? = map.required("role", "Write included, middle-range or other.")?.choice()
    let characteristics = map.optional("characteristics")?.anyMapping().map { group in
      group.keys.compactMap { name in
        group.optional(name)?.text().map { Characteristic(name: name, value: $0) }
      }
    }
    guard let id, let role else { return nil }
    self.init(id: id, role: role, characteristics: characteristics ?? [])
  }
}

extension MiddleRangeTheory {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name", "about", "sources", "explains", "place"]) else {
      return nil
    }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Name it.")
    let about = map.words("about", "Say what it explains.")
    guard let id, let name, let about else { return nil }
    self.init(
      id: id, name: name, about: about, sources: map.references("sources"),
      explains: map.identifiers("explains"),
      place: map.optional("place")?.place())
  }
}

extension Statement {
  enum Word: String, CaseIterable { case count, tally, page, included, quotation, reference }

  static let keys: [Word: [String]] = [
    .count: ["of", "stated", "listed"], .tally: ["of", "stated", "characteristic", "value"],
    .page: ["work", "page"], .included: ["of", "works"], .quotation: ["introduced", "closed", "page"],
    .reference: ["from", "to"],
  ]

  init?(_ node: DocumentNode) {
    guard let word: Word = node.anyMapping()?.required("kind", "Say what kind of statement it is.")?.choice(),
      let map = node.mapping(keys: ["id", "kind", "place"] + (Self.keys[word] ?? []))
    else { return nil }
    let id: ID? = map.ownIdentifier()
    let place = map.required("place", "Say where it stands.")?.place()
    guard let kind = Kind(word, map), let id, let place else { return nil }
    self.init(id: id, kind: kind, place: place)
  }
}

extension Statement.Kind {
  fileprivate init?(_ word: Statement.Word, _ map: DocumentMapping) {
    let counts = 0...1_000_000_000
    switch word {
    case .count:
      let listed = map.required("listed", "List the works that are given.")?.sequence()?.compactMap {
        $0.text()
      }
      guard let of = map.words("of", "Say what is counted."),
        let stated = map.required("stated", "Give the number that is stated.")?.wholeNumber(in: counts),
        let listed
      else { return nil }
      self = .count(of: of, stated: stated, listed: listed)
    case .tally:
      guard let of = map.words("of", "Say what is counted."),
        let stated = map.required("stated", "Give the number that is stated.")?.wholeNumber(in: counts),
        let characteristic = map.words("characteristic", "Name the characteristic of sources."),
        let value = map.words("value", "Give the value that is counted.")
      else { return nil }
      self = .tally(of: of, stated: stated, characteristic: characteristic, value: value)
    case .page:
      guard let work = map.words("work", "Name the reference."),
        let page = map.words("page", "Give the page.")
      else { return nil }
      self = .page(work: work, page: page)
    case .included:
      guard let of = map.words("of", "Say what the works are called included for.") else { return nil }
      self = .included(of: of, works: map.references("works"))
    case .quotation:
      guard let introduced = map.words("introduced", "Name the work that introduces the quotation."),
        let closed = map.words("closed", "Name the work that closes it.")
      else { return nil }
      self = .quotation(introduced: introduced, closed: closed, page: map.optional("page")?.text())
    case .reference:
      guard let from: Telling.ID = map.required("from", "Name the telling.")?.identifier(),
        let to: Telling.ID = map.required("to", "Name the telling.")?.identifier()
      else { return nil }
      self = .reference(from: from, to: to)
    }
  }
}

extension Citation {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["section", "paragraph", "works", "listing"]),
      let section = map.words("section", "Give the heading."),
      let paragraph = map.required("paragraph", "Count from 1.")?.wholeNumber(in: 1...10_000)
    else { return nil }
    self.init(
      place: .paragraph(paragraph, section: section), works: map.references("works"),
      isListing: map.optional("listing")?.yesOrNo() ?? false)
  }
}

extension FlowStep {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "what", "count", "unit", "from", "place"]) else { return nil }
    let id: ID? = map.ownIdentifier()
    let what = map.words("what", "Say what is counted.")
    let count = map.required("count", "Give the number.")?.wholeNumber(in: 0...1_000_000_000)
    let unit = map.words("unit", "Name the unit, such as records.")
    guard let id, let what, let count, let unit else { return nil }
    self.init(
      id: id, what: what, count: count, unit: unit, from: map.identifiers("from"),
      place: map.optional("place")?.place())
  }
}
