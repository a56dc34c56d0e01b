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
    case .cap: .cap
    case .aftermath: .aftermath
    case .ending: .ending
    case .label: .label
    case .order: .order
    }
  }

  private var body: DocumentValue {
    switch self {
    case .stock(let concept, let reason), .aftermath(let concept, let reason):
      .inlineFields(.name("concept", concept), .text("reason", reason))
    case .state(let concept, let rest): .inlineFields(.name("concept", concept), .range("rest", rest))
    case .blend(let blend): blend.document
    case .initial(let concept, let sets): .inlineFields(.name("concept", concept), .name("sets", sets))
    case .requirement(let concept, let shifts):
      .inlineFields(.name("concept", concept), .name("shifts", shifts))
    case .attempts(let attempts): attempts.document
    case .cap(let cap): cap.document
    case .ending(let ending): ending.document
    case .label(let label): label.document
    case .order(let order): order.document
    }
  }
}

extension DynamicsBlock.Blend {
  fileprivate var document: DocumentValue {
    .inlineFields(
      .names("of", of), .name("and", and), .names("by", by), .name("into", into), .text("reason", reason))
  }
}

extension DynamicsBlock.Attempts {
  fileprivate var document: DocumentValue {
    .inlineFields(
      .name("ambition", ambition), .name("steps", steps), .name("complexity", complexity),
      .names("support", support), .names("burden", burden), .name("achieves", achieves))
  }
}

extension DynamicsBlock.Cap {
  fileprivate var document: DocumentValue {
    .inlineFields(.name("of", of), .names("by", by), .range("floor", floor), .text("reason", reason))
  }
}

extension DynamicsBlock.Ending {
  fileprivate var document: DocumentValue {
    .fields(
      .name("id", id), .text("name", name), .name("of", of), .word("reach", reach),
      .word("watches", watches, unless: .alone), limitPair, .range("months", months),
      hollowUnder.map { DocumentValue.Pair("hollowUnder", .claim($0)) },
      DocumentValue.Pair("then", .claim(then)))
  }

  private var limitPair: DocumentValue.Pair? {
    switch limit {
    case .below(let level): .range("below", level)
    case .above(let level): .range("above", level)
    }
  }
}

extension DynamicsBlock.Label {
  fileprivate var document: DocumentValue {
    .fields(
      .name("id", id), .text("name", name), .claims("all", all), .range("rounds", rounds),
      standing.flatMap { .word("standing", $0) })
  }
}

extension DynamicsBlock.Order {
  fileprivate var document: DocumentValue {
    .fields(
      .name("id", id), .text("says", says), .claims("given", given), .claims("with", with),
      .claims("than", than), DocumentValue.Pair("never", .claim(never)), .number("after", after))
  }
}
