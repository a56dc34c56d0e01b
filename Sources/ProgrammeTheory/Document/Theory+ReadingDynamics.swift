internal import Documents

extension DynamicsBlock {
  enum Word: String, CaseIterable {
    case stock, state, blend, initial, requirement, attempts, cap, aftermath, ending, label, order
  }

  /// A block is written as one key, the kind, with its fields under it.
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Word.allCases.map(\.rawValue)) else { return nil }
    let written = Word.allCases.compactMap { word in map.optional(word.rawValue).map { (word, $0) } }
    guard let (word, body) = written.first, written.count == 1 else {
      // A block of unknown kind has its fault already.
      if written.count > 1 || map.keys.isEmpty {
        node.fault("a block has exactly one kind", "Write each block as an item of its own.")
      }
      return nil
    }
    let block: DynamicsBlock? =
      switch word {
      case .stock, .state, .initial, .requirement, .aftermath: Self.simple(word, body)
      case .blend: Blend(body).map(Self.blend)
      case .attempts: Attempts(body).map(Self.attempts)
      case .cap: Cap(body).map(Self.cap)
      case .ending: Ending(body).map(Self.ending)
      case .label: Label(body).map(Self.label)
      case .order: Order(body).map(Self.order)
      }
    guard let block else { return nil }
    self = block
  }

  private static func simple(_ word: Word, _ body: DocumentNode) -> DynamicsBlock? {
    let keys: [String] =
      switch word {
      case .state: ["concept", "rest"]
      case .initial: ["concept", "sets"]
      case .requirement: ["concept", "shifts"]
      default: ["concept", "reason"]
      }
    guard let map = body.mapping(keys: keys) else { return nil }
    let concept: Concept.ID? = map.required("concept", "Name a concept.")?.identifier()
    guard let other = map.required(keys[1], "This kind of block needs it.") else { return nil }
    switch word {
    case .state:
      let rest = other.range(within: 0...1)
      return concept.flatMap { concept in rest.map { .state(concept: concept, rest: $0) } }
    case .initial:
      let sets: Concept.ID? = other.identifier()
      return concept.flatMap { concept in sets.map { .initial(concept: concept, sets: $0) } }
    case .requirement:
      let shifts: ID? = other.identifier()
      return concept.flatMap { concept in shifts.map { .requirement(concept: concept, shifts: $0) } }
    default:
      guard let reason = other.text(), let concept else { return nil }
      return word == .aftermath
        ? .aftermath(concept: concept, reason: reason) : .stock(concept: concept, reason: reason)
    }
  }
}

extension DynamicsBlock.Blend {
  fileprivate init?(_ body: DocumentNode) {
    guard let map = body.mapping(keys: ["of", "and", "by", "into", "reason"]) else { return nil }
    let of: [Concept.ID] = map.identifiers("of")
    let and: Concept.ID? = map.required("and", "Name the concept that takes over.")?.identifier()
    let by: [Concept.ID] = map.identifiers("by")
    let into: Concept.ID? = map.required("into", "Name the concept that they drive.")?.identifier()
    let reason = map.words("reason", "Say why.")
    guard let and, let into, let reason else { return nil }
    self.init(of: of, and: and, by: by, into: into, reason: reason)
  }
}

extension DynamicsBlock.Attempts {
  fileprivate init?(_ body: DocumentNode) {
    let keys = ["ambition", "steps", "complexity", "support", "burden", "achieves"]
    guard let map = body.mapping(keys: keys) else { return nil }
    let ambition: Concept.ID? = map.required("ambition", "Name a concept.")?.identifier()
    let steps: Concept.ID? = map.optional("steps")?.identifier()
    let complexity: Concept.ID? = map.required("complexity", "Name a concept.")?.identifier()
    let support: [Concept.ID] = map.identifiers("support")
    let burden: [Concept.ID] = map.identifiers("burden")
    let achieves: Concept.ID? = map.required("achieves", "Name a concept.")?.identifier()
    guard let ambition, let complexity, let achieves else { return nil }
    self.init(
      ambition: ambition, steps: steps, complexity: complexity, support: support, burden: burden,
      achieves: achieves)
  }
}

extension DynamicsBlock.Cap {
  fileprivate init?(_ body: DocumentNode) {
    guard let map = body.mapping(keys: ["of", "by", "floor", "reason"]) else { return nil }
    let of: Concept.ID? = map.required("of", "Name the concept that is held down.")?.identifier()
    let allowing = map.required("by", "List the concepts that let it rise.")
    let by: [Concept.ID] = map.identifiers("by")
    if let allowing, allowing.isSequence, allowing.items.isEmpty {
      allowing.fault("nothing lets the concept rise", "List one concept or more.")
    }
    let floor = map.required(
      "floor", "Give the range of the level that it can reach without them, from 0 to 1.")?
      .range(within: 0...1)
    let reason = map.words("reason", "Say why.")
    guard let of, let floor, let reason else { return nil }
    self.init(of: of, by: by, floor: floor, reason: reason)
  }
}

extension DynamicsBlock.Ending {
  fileprivate init?(_ body: DocumentNode) {
    let keys = [
      "id", "name", "of", "reach", "watches", "below", "above", "months", "hollowUnder", "then",
    ]
    guard let map = body.mapping(keys: keys) else { return nil }
    let id: DynamicsBlock.ID? = map.ownIdentifier()
    let name = map.words("name", "Name the end.")
    let of: Concept.ID? = map.required("of", "Name a concept.")?.identifier()
    let reach: Reach? = map.required("reach", "Write weakest or strongest.")?.choice()
    let watches: Watch = map.optional("watches")?.choice() ?? .alone
    let limit = Limit(map, body)
    let months = map.required("months", "Give the range of months.")?.range(within: 0...120)
    let hollowUnder = map.optional("hollowUnder")?.literal()
    let then = map.required("then", "Write what holds then, such as: more x.")?.literal()
    guard let id, let name, let of, let reach, let limit, let months, let then else { return nil }
    self.init(
      id: id, name: name, of: of, reach: reach, watches: watches, limit: limit, months: months,
      hollowUnder: hollowUnder, then: then)
  }
}

extension DynamicsBlock.Ending.Limit {
  /// Exactly one of the two sides is given.
  fileprivate init?(_ map: DocumentMapping, _ body: DocumentNode) {
    let below = map.optional("below")
    let above = map.optional("above")
    switch (below, above) {
    case (nil, nil):
      body.fault(
        "neither \u{201C}below\u{201D} nor \u{201C}above\u{201D} is given",
        "Give one of them: the range of the level, from 0 to 1.")
      return nil
    case (_?, let above?):
      above.fault(
        "the end lies both below a level and above one", "Keep one of them, or write two endings.")
      return nil
    case (let below?, nil):
      guard let range = below.range(within: 0...1) else { return nil }
      self = .below(range)
    case (nil, let above?):
      guard let range = above.range(within: 0...1) else { return nil }
      self = .above(range)
    }
  }
}

extension DynamicsBlock.Label {
  fileprivate init?(_ body: DocumentNode) {
    guard let map = body.mapping(keys: ["id", "name", "all", "rounds", "standing"]) else { return nil }
    let id: DynamicsBlock.ID? = map.ownIdentifier()
    let name = map.words("name", "Name the condition.")
    let all = map.list("all") { $0.literal() }
    let rounds = map.optional("rounds")?.range(within: 0...100)
    let standing: Standing? = map.optional("standing")?.choice()
    guard let id, let name else { return nil }
    self.init(id: id, name: name, all: all, rounds: rounds, standing: standing)
  }
}

extension DynamicsBlock.Order {
  fileprivate init?(_ body: DocumentNode) {
    let keys = ["id", "says", "given", "with", "than", "never", "after"]
    guard let map = body.mapping(keys: keys) else { return nil }
    let id: DynamicsBlock.ID? = map.ownIdentifier()
    let says = map.words("says", "Say it in words.")
    let never = map.required("never", "Write how the first must not end, such as: less x.")?.literal()
    let given = map.list("given") { $0.literal() }
    let with = map.list("with") { $0.literal() }
    let than = map.list("than") { $0.literal() }
    let after = map.optional("after")?.wholeNumber(in: 1...100)
    guard let id, let says, let never else { return nil }
    self.init(id: id, says: says, given: given, with: with, than: than, never: never, after: after)
  }
}
