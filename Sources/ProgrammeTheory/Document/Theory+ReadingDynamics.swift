internal import Documents

extension DynamicsBlock {
  enum Word: String, CaseIterable {
    case stock, state, blend, initial, requirement, attempts, ending, label, order
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
    let block =
      switch word {
      case .stock, .state, .initial, .requirement: Self.simple(word, body)
      case .blend, .attempts: Self.work(word, body)
      case .ending: Self.ending(body)
      case .label, .order: Self.statement(word, body)
      }
    guard let block else { return nil }
    self = block
  }

  private static func simple(_ word: Word, _ body: DocumentNode) -> DynamicsBlock? {
    let keys: [String] =
      switch word {
      case .stock: ["concept", "reason"]
      case .state: ["concept", "rest"]
      case .initial: ["concept", "sets"]
      default: ["concept", "shifts"]
      }
    guard let map = body.mapping(keys: keys) else { return nil }
    let concept: Concept.ID? = map.required("concept", "Name a concept.")?.identifier()
    guard let other = map.required(keys[1], "This kind of block needs it.") else { return nil }
    switch word {
    case .stock:
      let reason = other.text()
      return concept.flatMap { concept in reason.map { .stock(concept: concept, reason: $0) } }
    case .state:
      let rest = other.range(within: 0...1)
      return concept.flatMap { concept in rest.map { .state(concept: concept, rest: $0) } }
    case .initial:
      let sets: Concept.ID? = other.identifier()
      return concept.flatMap { concept in sets.map { .initial(concept: concept, sets: $0) } }
    default:
      let shifts: ID? = other.identifier()
      return concept.flatMap { concept in shifts.map { .requirement(concept: concept, shifts: $0) } }
    }
  }

  private static func work(_ word: Word, _ body: DocumentNode) -> DynamicsBlock? {
    if word == .blend {
      guard let map = body.mapping(keys: ["of", "and", "by", "into", "reason"]) else { return nil }
      let of: [Concept.ID] = map.identifiers("of")
      let and: Concept.ID? = map.required("and", "Name the concept that takes over.")?.identifier()
      let by: [Concept.ID] = map.identifiers("by")
      let into: Concept.ID? = map.required("into", "Name the concept that they drive.")?.identifier()
      let reason = map.words("reason", "Say why.")
      guard let and, let into, let reason else { return nil }
      return .blend(of: of, and: and, by: by, into: into, reason: reason)
    }
    guard let map = body.mapping(keys: ["ambition", "complexity", "support", "achieves"]) else {
      return nil
    }
    let ambition: Concept.ID? = map.required("ambition", "Name a concept.")?.identifier()
    let complexity: Concept.ID? = map.required("complexity", "Name a concept.")?.identifier()
    let support: [Concept.ID] = map.identifiers("support")
    let achieves: Concept.ID? = map.required("achieves", "Name a concept.")?.identifier()
    guard let ambition, let complexity, let achieves else { return nil }
    return .attempts(ambition: ambition, complexity: complexity, support: support, achieves: achieves)
  }

  private static func ending(_ body: DocumentNode) -> DynamicsBlock? {
    guard let map = body.mapping(keys: ["id", "name", "of", "reach", "below", "months", "then"]) else {
      return nil
    }
    let id: ID? = map.ownIdentifier()
    let name = map.words("name", "Name the end.")
    let of: Concept.ID? = map.required("of", "Name a concept.")?.identifier()
    let reach: Reach? = map.required("reach", "Write weakest or strongest.")?.choice()
    let below = map.required("below", "Give the range of the level, from 0 to 1.")?.range(within: 0...1)
    let months = map.required("months", "Give the range of months.")?.range(within: 0...120)
    let then = map.required("then", "Write what holds then, such as: more x.")?.literal()
    guard let id, let name, let of, let reach, let below, let months, let then else { return nil }
    return .ending(id: id, name: name, of: of, reach: reach, below: below, months: months, then: then)
  }

  private static func statement(_ word: Word, _ body: DocumentNode) -> DynamicsBlock? {
    if word == .label {
      guard let map = body.mapping(keys: ["id", "name", "all"]) else { return nil }
      let id: ID? = map.ownIdentifier()
      let name = map.words("name", "Name the condition.")
      let all = map.list("all") { $0.literal() }
      guard let id, let name else { return nil }
      return .label(id: id, name: name, all: all)
    }
    guard let map = body.mapping(keys: ["id", "says", "given", "with", "than", "never"]) else { return nil }
    let id: ID? = map.ownIdentifier()
    let says = map.words("says", "Say it in words.")
    let never = map.required("never", "Write how the first must not end, such as: less x.")?.literal()
    let given = map.list("given") { $0.literal() }
    let with = map.list("with") { $0.literal() }
    let than = map.list("than") { $0.literal() }
    guard let id, let says, let never else { return nil }
    return .order(id: id, says: says, given: given, with: with, than: than, never: never)
  }
}
