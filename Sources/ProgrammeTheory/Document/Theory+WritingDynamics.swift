internal import Documents

extension DynamicsBlock {
  /// A block is written as one key, the kind, with its fields under it.
  var document: DocumentValue {
    .group([DocumentValue.Pair(word.rawValue, body)])
  }

  private var word: Word {
    switch self {
    case .stock: .stock
    case .state: .state
    case .blend: .blend
    case .initial: .initial
    case .requirement: .requirement
    case .attempts: .attempts
    case .ending: .ending
    case .label: .label
    case .order: .order
    }
  }

  private var body: DocumentValue {
    switch self {
    case .stock(let concept, let reason):
      .inlineFields(.name("concept", concept), .text("reason", reason))
    case .state(let concept, let rest):
      .inlineFields(.name("concept", concept), DocumentValue.Pair("rest", .range(rest)))
    case .blend(let of, let and, let by, let into, let reason):
      .inlineFields(
        .names("of", of), .name("and", and), .names("by", by), .name("into", into), .text("reason", reason))
    case .initial(let concept, let sets): .inlineFields(.name("concept", concept), .name("sets", sets))
    case .requirement(let concept, let shifts):
      .inlineFields(.name("concept", concept), .name("shifts", shifts))
    case .attempts(let ambition, let complexity, let support, let achieves):
      .inlineFields(
        .name("ambition", ambition), .name("complexity", complexity), .names("support", support),
        .name("achieves", achieves))
    case .ending, .label, .order: namedBody
    }
  }

  private var namedBody: DocumentValue {
    switch self {
    case .ending(let id, let name, let of, let reach, let below, let months, let then):
      .fields(
        .name("id", id), .text("name", name), .name("of", of), .word("reach", reach),
        DocumentValue.Pair("below", .range(below)), DocumentValue.Pair("months", .range(months)),
        DocumentValue.Pair("then", .claim(then)))
    case .label(let id, let name, let all):
      .fields(.name("id", id), .text("name", name), .claims("all", all))
    case .order(let id, let says, let given, let with, let than, let never):
      .fields(
        .name("id", id), .text("says", says), .claims("given", given), .claims("with", with),
        .claims("than", than), DocumentValue.Pair("never", .claim(never)))
    default: .group([])
    }
  }
}
