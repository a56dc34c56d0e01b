internal import Documents

extension Source {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "role", "characteristics"]) else { return nil }
    let id = map.words("id", "Name the reference.")
    let role: Role? = map.required("role", "Write included, middle-range or other.")?.choice()
    let characteristics = map.optional("characteristics")?.anyMapping().map(Self.characteristics)
    guard let id, let role else { return nil }
    self.init(id: id, role: role, characteristics: characteristics ?? [])
  }

  private static func characteristics(_ group: DocumentMapping) -> [Characteristic] {
    group.keys.compactMap { name in
      guard let value = group.optional(name) else { return nil }
      guard (1...mostLetters).contains(name.unicodeScalars.count) else {
        value.fault("a characteristic has a name of 1 to \(mostLetters) letters", "Shorten the key.")
        return nil
      }
      return value.text().map { Characteristic(name: name, value: $0) }
    }
  }

  /// The most letters of a characteristic's name: it heads a column.
  private static var mostLetters: Int { 80 }
}

extension MiddleRangeTheory {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name", "about", "sources", "explains", "place"]) else {
      return nil
    }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Name it.")
    let about = map.words("about", "Say what it explains.")
    let sources = map.references("sources")
    let explains: [Concept.ID] = map.identifiers("explains")
    let place = map.optional("place")?.place()
    guard let id, let name, let about else { return nil }
    self.init(id: id, name: name, about: about, sources: sources, explains: explains, place: place)
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
    let kind = Kind(word, map)
    guard let id, let kind, let place else { return nil }
    self.init(id: id, kind: kind, place: place)
  }
}

extension Statement.Kind {
  fileprivate init?(_ word: Statement.Word, _ map: DocumentMapping) {
    switch word {
    case .count, .tally: self.init(counting: word, map)
    case .page, .included, .quotation: self.init(citing: word, map)
    case .reference:
      let from: Telling.ID? = map.required("from", "Name the telling.")?.identifier()
      let to: Telling.ID? = map.required("to", "Name the telling.")?.identifier()
      guard let from, let to else { return nil }
      self = .reference(from: from, to: to)
    }
  }

  private init?(counting word: Statement.Word, _ map: DocumentMapping) {
    let of = map.words("of", "Say what is counted.")
    let stated = map.required("stated", "Give the number that is stated.")?
      .wholeNumber(in: 0...1_000_000_000)
    if word == .count {
      let listed = map.required("listed", "List the works that are given.")?.sequence()?
        .compactMap { $0.text() }
      guard let of, let stated, let listed else { return nil }
      self = .count(of: of, stated: stated, listed: listed)
    } else {
      let characteristic = map.words("characteristic", "Name the characteristic of sources.")
      let value = map.words("value", "Give the value that is counted.")
      guard let of, let stated, let characteristic, let value else { return nil }
      self = .tally(of: of, stated: stated, characteristic: characteristic, value: value)
    }
  }

  private init?(citing word: Statement.Word, _ map: DocumentMapping) {
    switch word {
    case .page:
      let work = map.words("work", "Name the reference.")
      let page = map.words("page", "Give the page.")
      guard let work, let page else { return nil }
      self = .page(work: work, page: page)
    case .included:
      let of = map.words("of", "Say what the works are called included for.")
      let works = map.references("works")
      guard let of else { return nil }
      self = .included(of: of, works: works)
    default:
      let introduced = map.words("introduced", "Name the work that introduces the quotation.")
      let closed = map.words("closed", "Name the work that closes it.")
      let page = map.optional("page")?.text()
      guard let introduced, let closed else { return nil }
      self = .quotation(introduced: introduced, closed: closed, page: page)
    }
  }
}

extension Citation {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["section", "paragraph", "works", "listing"]) else { return nil }
    let section = map.words("section", "Give the heading.")
    let paragraph = map.required("paragraph", "Count from 1.")?.wholeNumber(in: 1...10_000)
    let works = map.references("works")
    let isListing = map.optional("listing")?.yesOrNo() ?? false
    guard let section, let paragraph else { return nil }
    self.init(place: .paragraph(paragraph, section: section), works: works, isListing: isListing)
  }
}

extension FlowStep {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "what", "count", "unit", "from", "place"]) else { return nil }
    let id: ID? = map.ownIdentifier()
    let what = map.words("what", "Say what is counted.")
    let count = map.required("count", "Give the number.")?.wholeNumber(in: 0...1_000_000_000)
    let unit = map.words("unit", "Name the unit, such as records.")
    let from: [ID] = map.identifiers("from")
    let place = map.optional("place")?.place()
    guard let id, let what, let count, let unit else { return nil }
    self.init(id: id, what: what, count: count, unit: unit, from: from, place: place)
  }
}
