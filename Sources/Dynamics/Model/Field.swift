import ProgrammeTheory

/// A value in each place of a scope: the level of a concept, or how strongly a configuration fires.
struct Field {
  let scope: Concept.Scope
  /// One line for each place, in the order of ``Partners/places(of:)``.
  var terms: [Term]
}

/// How a value that partners have is read for what one of them holds of another.
enum Reading {
  /// From both partners, in a mixture that is drawn: the theory doesn't say whose it is.
  case ofBoth
  /// From the partner that holds it.
  case ofTheFirst
}

/// Who still works together, as lines of a program: 1 for together, 0 for parted.
struct Togetherness {
  /// For each pair, in the order of ``Partners/pairs``: 1 once it has parted.
  var parted: [Term]
  /// For each pair, in the order of ``Partners/pairs``.
  var pairs: [Term]
  /// For each partner: whether it still has somebody to work with.
  var partners: [Term]
  /// For the collaboration.
  var whole: Term
  /// 1 once it is over.
  var over: Term
}

extension ModelCompiler {
  /// Whether a place is still part of the collaboration: 1 or 0.
  func isTogether(_ place: LevelPlace) -> Term {
    switch place {
    case .collaboration: together.whole
    case .partner(let number): together.partners[number]
    case .relation(let of, let towards): together.pairs[partners.index(ofPair: of, towards)]
    }
  }

  /// A field as it is read at a place of any scope: the value there; of something coarser, the value that includes it;
  /// of something finer, the mean over what is still together.
  mutating func read(_ field: Field, at place: LevelPlace, _ reading: Reading = .ofBoth) -> Term {
    switch (field.scope, place) {
    case (.collaboration, _): return field.terms[0]
    case (.partner, .partner(let number)): return field.terms[number]
    case (.partner, .relation(let of, let towards)):
      let (first, second) = (field.terms[of], field.terms[towards])
      return reading == .ofTheFirst || first == second ? first : mixture(of: first, and: second)
    case (.relation, .relation): return field.terms[partners.index(of: place)]
    case (.partner, .collaboration), (.relation, .collaboration):
      return mean(of: field, at: partners.places(of: field.scope), for: place)
    case (.relation, .partner(let number)):
      return mean(
        of: field,
        at: (0..<partners.count).filter { $0 != number }.map { .relation(of: number, towards: $0) },
        for: place)
    }
  }

  private mutating func mixture(of first: Term, and second: Term) -> Term {
    let share = builder.parameter(.shareOfTheOther)
    let (own, others) = (builder.complement(share), share)
    return builder.add(builder.multiply(own, first), builder.multiply(others, second))
  }

  private mutating func mean(of field: Field, at places: [LevelPlace], for reader: LevelPlace) -> Term {
    let terms = places.map { field.terms[partners.index(of: $0)] }
    // With two partners, whoever is together is all of them. Once the reader itself has parted, all of them count.
    let hasParted = builder.complement(isTogether(reader))
    let weights =
      partners.count == 2
      ? places.map { _ in builder.constant(1) } : places.map { builder.maximum(isTogether($0), hasParted) }
    return builder.mean(terms, weights: weights)
  }

  // MARK: Literals

  /// How far a literal holds or its reverse does, from −1 to 1; 0 for neither more nor less. A far end counts from an edge
  /// on, which is drawn.
  mutating func lean(of literal: Literal, at place: LevelPlace, _ reading: Reading = .ofBoth) -> Term {
    guard let field = levels[literal.concept] else { return builder.constant(0) }
    let level = read(field, at: place, reading)
    let up = builder.subtract(builder.multiply(builder.constant(2), level), builder.constant(1))
    let lean = literal.direction == .more ? up : builder.negative(up)
    guard literal.degree == .much else { return lean }
    let edge = builder.parameter(.edge(of: literal.concept))
    let room = builder.complement(edge)
    let beyond = builder.divide(builder.positivePart(builder.subtract(lean, edge)), room)
    let below = builder.divide(builder.negativePart(builder.add(lean, edge)), room)
    return builder.add(beyond, below)
  }

  /// How far a literal holds, from 0 to 1: 0 at neither more nor less, and on the other side.
  mutating func membership(of literal: Literal, at place: LevelPlace) -> Term {
    builder.positivePart(lean(of: literal, at: place))
  }

  /// How far the conditions of a configuration hold, from 0 to 1: the least of them, and of alternatives the greatest.
  mutating func gate(_ conditions: [Condition], at place: LevelPlace) -> Term {
    var memberships: [Term] = []
    for condition in conditions {
      let anyOf = condition.anyOf.map { membership(of: $0, at: place) }
      memberships.append(builder.greatest(anyOf) ?? builder.constant(0))
    }
    return builder.least(memberships) ?? builder.constant(1)
  }
}
