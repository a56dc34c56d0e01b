import OrderedCollections

/// The causal webs of two theories, held against each other.
struct WebComparison {
  /// An arrow whoever names its concepts.
  struct Key: Hashable {
    let from: Int
    let to: Int
    let sign: SignedGraph.Sign
  }

  /// One of the two webs.
  struct Web {
    var arrows: OrderedDictionary<Key, ComparedArrow> = [:]
    /// Where arrows lead that move what they lead to, and in which signs.
    var next: [Int: OrderedDictionary<Int, Set<SignedGraph.Sign>>] = [:]
    /// The ends of the claims that lead straight from one concept to another and tell nothing else: not the legs of a claim
    /// that runs through a mechanism.
    var straight: OrderedSet<Key> = []
    /// The ways that one claim tells through a mechanism of its own, by their ends.
    var told: OrderedDictionary<Key, OrderedDictionary<[Int], OrderedSet<CMOConfiguration.ID>>> = [:]
    let name: [Int: Concept.ID]

    init(_ match: TheoryMatch, _ side: ComparedSide) {
      let theory = match.theory(side)
      func number(_ id: Concept.ID) -> Int { match.names.number(id, side) }
      name = Dictionary(
        theory.concepts.map { (number($0.id), $0.id) }, uniquingKeysWith: { first, _ in first })
      for arrow in SignedGraph(theory).arrows {
        let key = Key(from: number(arrow.from), to: number(arrow.to), sign: arrow.sign)
        var sketch =
          arrows[key] ?? ComparedArrow(from: arrow.from, to: arrow.to, sign: arrow.sign, configurations: [])
        if sketch.configurations.last != arrow.configuration {
          sketch.configurations.append(arrow.configuration)
        }
        arrows[key] = sketch
        if arrow.sign != .buffers { next[key.from, default: [:]][key.to, default: []].insert(arrow.sign) }
      }
      for configuration in theory.configurations {
        guard let mechanism = configuration.mechanism, mechanism.origin == .produced,
          !configuration.context.isEmpty,
          !configuration.outcome.isEmpty
        else {
          for arrow in SignedGraph.arrows(of: configuration)
          where arrow.sign != .buffers && arrow.from != arrow.to {
            straight.append(Key(from: number(arrow.from), to: number(arrow.to), sign: arrow.sign))
          }
          continue
        }
        let mechanisms = mechanism.literals.map { number($0.concept) }
        for link in configuration.links where link.leg == .contextToOutcome && !link.isBuffer {
          let sign: SignedGraph.Sign = link.from.direction == link.to.direction ? .same : .opposite
          let (from, to) = (number(link.from.concept), number(link.to.concept))
          for mechanism in mechanisms where mechanism != from && mechanism != to && from != to {
            told[Key(from: from, to: to, sign: sign), default: [:]][[from, mechanism, to], default: []]
              .append(
                configuration.id)
          }
        }
      }
    }
  }

  let old: Web
  let new: Web
  private let names: SharedNames

  init(_ match: TheoryMatch) {
    names = match.names
    (old, new) = (Web(match, .old), Web(match, .new))
  }

  // MARK: Arrows

  func arrows(carriedBy successions: [Succession<Concept.ID>]) -> ArrowChanges {
    let turned = old.arrows.compactMap { key, arrow -> (Key, Key, ArrowPair)? in
      guard let other = key.turned, let pair = new.arrows[other], new.arrows[key] == nil,
        old.arrows[other] == nil
      else { return nil }
      return (key, other, ArrowPair(old: arrow, new: pair))
    }
    let (gone, come) = (Set(turned.map(\.0)), Set(turned.map(\.1)))
    let lost = old.arrows.filter { new.arrows[$0.key] == nil && !gone.contains($0.key) }
    let gained = new.arrows.filter { old.arrows[$0.key] == nil && !come.contains($0.key) }
    return ArrowChanges(
      lost: Array(lost.values), gained: Array(gained.values), turned: turned.map(\.2).inOrder,
      carried: carried(lost, gained, successions))
  }

  private func carried(
    _ lost: OrderedDictionary<Key, ComparedArrow>, _ gained: OrderedDictionary<Key, ComparedArrow>,
    _ successions: [Succession<Concept.ID>]
  ) -> [ArrowPair] {
    var successors: [Int: OrderedSet<Int>] = [:]
    for succession in successions {
      successors[names.number(succession.old, .old), default: []].append(names.number(succession.new, .new))
    }
    var pairs: OrderedSet<ArrowPair> = []
    for (key, arrow) in lost {
      let starts = [key.from] + (successors[key.from] ?? [])
      let ends = [key.to] + (successors[key.to] ?? [])
      for start in starts {
        for end in ends {
          if let now = gained[Key(from: start, to: end, sign: key.sign)] {
            pairs.append(ArrowPair(old: arrow, new: now))
          }
        }
      }
    }
    return Array(pairs).inOrder
  }
}

extension WebComparison.Key {
  /// The same arrow with the other sign; `nil` for a buffer, which has none.
  var turned: Self? {
    switch sign {
    case .same: Self(from: from, to: to, sign: .opposite)
    case .opposite: Self(from: from, to: to, sign: .same)
    case .buffers: nil
    }
  }
}

extension WebComparison {
  // MARK: Reroutings

  /// How many steps the search for ways of several claims may take: many times what theories of the bundled kind take,
  /// and few enough that a web in which everything leads to everything can't hold a person up.
  static let mostSteps = 2_000_000

  /// Pairs of concepts that at least one of the theories connects by one claim, and that the two explain by different
  /// steps, none of which the other has.
  var reroutings: [Rerouting] {
    var ends: OrderedSet<Key> = []
    for web in [old, new] {
      for key in Array(web.told.keys) + web.straight where names.isShared(key.from) && names.isShared(key.to)
      {
        ends.append(key)
      }
    }
    var budget = (old: Self.mostSteps, new: Self.mostSteps)
    return ends.compactMap { key -> Rerouting? in
      let then = old.routes(key, &budget.old)
      let now = new.routes(key, &budget.new)
      guard !then.isEmpty, !now.isEmpty, !then.contains(where: { new.has($0, key.sign) }),
        !now.contains(where: { old.has($0, key.sign) })
      else { return nil }
      return Rerouting(
        sign: key.sign, old: then.map { old.route($0, key) }, new: now.map { new.route($0, key) })
    }.inOrder
  }
}

extension WebComparison.Web {
  typealias Key = WebComparison.Key

  /// How the theory leads from one concept to another: as its claims tell it through a mechanism, else straight, else by
  /// the shortest chains of two or three arrows.
  func routes(_ key: Key, _ budget: inout Int) -> [[Int]] {
    if let told = told[key] { return Array(told.keys) }
    if arrows[key] != nil { return [[key.from, key.to]] }
    let out = next[key.from] ?? [:]
    var two: [[Int]] = []
    for (middle, signs) in out where middle != key.to && middle != key.from {
      budget -= 1
      guard budget > 0 else { return [] }
      if joins(signs, next[middle]?[key.to], key.sign) { two.append([key.from, middle, key.to]) }
    }
    if !two.isEmpty { return two }
    var three: [[Int]] = []
    for (first, signs) in out where first != key.to && first != key.from {
      for (second, more) in next[first] ?? [:] where second != key.to && second != key.from && second != first
      {
        budget -= 1
        guard budget > 0 else { return [] }
        let both = Self.product(signs, more)
        if joins(both, next[second]?[key.to], key.sign) { three.append([key.from, first, second, key.to]) }
      }
    }
    return three
  }

  /// Whether the web has every step of a way, with the given sign in the end.
  func has(_ way: [Int], _ sign: SignedGraph.Sign) -> Bool {
    var signs: Set<SignedGraph.Sign> = [.same]
    for (from, to) in zip(way, way.dropFirst()) {
      guard let step = next[from]?[to] else { return false }
      signs = Self.product(signs, step)
    }
    return signs.contains(sign)
  }

  /// A way with the names and the claims of this theory.
  func route(_ way: [Int], _ key: Key) -> CausalRoute {
    if let tellers = told[key]?[way] {
      return CausalRoute(
        concepts: way.compactMap { name[$0] }, steps: way.dropFirst().map { _ in Array(tellers) })
    }
    let steps = zip(way, way.dropFirst()).map { from, to -> [CMOConfiguration.ID] in
      let makers = [SignedGraph.Sign.same, .opposite].flatMap {
        arrows[Key(from: from, to: to, sign: $0)]?.configurations ?? []
      }
      return Array(OrderedSet(makers))
    }
    return CausalRoute(concepts: way.compactMap { name[$0] }, steps: steps)
  }

  private func joins(
    _ one: Set<SignedGraph.Sign>, _ other: Set<SignedGraph.Sign>?, _ sign: SignedGraph.Sign
  ) -> Bool {
    other.map { Self.product(one, $0).contains(sign) } ?? false
  }

  private static func product(
    _ one: Set<SignedGraph.Sign>, _ other: Set<SignedGraph.Sign>
  ) -> Set<SignedGraph.Sign> {
    var product: Set<SignedGraph.Sign> = []
    for here in one { for there in other { product.insert(here == there ? .same : .opposite) } }
    return product
  }
}
