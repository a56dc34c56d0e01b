import Bibliography
import OrderedCollections

extension TheoryMatch {
  // MARK: Turned round

  var turns: [Turn] {
    claims.pairs.compactMap { pair in
      turn(pair.old, pair.new).map { Turn(old: pair.old.id, new: pair.new.id, kind: $0) }
    }.inOrder
  }

  private func turn(_ old: CMOConfiguration, _ new: CMOConfiguration) -> Turn.Kind? {
    guard let before = shape(old.id, .old), let after = shape(new.id, .new), before != after else {
      return nil
    }
    var turned = before.reversed
    turned.conditions = after.conditions
    if turned == after { return .mirrored }
    let (then, now) = (signs(of: old, .old), signs(of: new, .new))
    let isOpposed = then.contains { ends, signs in now[ends].map { $0.isDisjoint(with: signs) } ?? false }
    return isOpposed ? .opposed : nil
  }

  private struct Ends: Hashable {
    let from: Int
    let to: Int
  }

  /// The signs of a configuration's own arrows; a buffer moves nothing, so it has no opposite.
  private func signs(of configuration: CMOConfiguration, _ side: ComparedSide) -> [Ends: Set<
    SignedGraph.Sign
  >] {
    var signs: [Ends: Set<SignedGraph.Sign>] = [:]
    for arrow in SignedGraph.arrows(of: configuration) where arrow.sign != .buffers {
      let ends = Ends(from: names.number(arrow.from, side), to: names.number(arrow.to, side))
      signs[ends, default: []].insert(arrow.sign)
    }
    return signs
  }

  // MARK: Evidence

  var evidence: [EvidenceChange] {
    let newOf = works.newOf
    let oldOf = Dictionary(newOf.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return claims.pairs.compactMap { pair in
      let (then, now) = (grounds(pair.old, old), grounds(pair.new, new))
      let (before, after) = (Set(then.works), Set(now.works))
      let lost = then.works.filter { work in
        newOf[work.work].map { !after.contains(BearingWork(work: $0, bearing: work.bearing)) } ?? true
      }
      let gained = now.works.filter { work in
        oldOf[work.work].map { !before.contains(BearingWork(work: $0, bearing: work.bearing)) } ?? true
      }
      let lostPlaces = encodeOneWork ? then.places.filter { !now.places.contains($0) } : then.places
      let gainedPlaces = encodeOneWork ? now.places.filter { !then.places.contains($0) } : now.places
      guard !(lost.isEmpty && gained.isEmpty && lostPlaces.isEmpty && gainedPlaces.isEmpty) else {
        return nil
      }
      return EvidenceChange(
        old: pair.old.id, new: pair.new.id, lostWorks: lost, gainedWorks: gained, lostPlaces: lostPlaces,
        gainedPlaces: gainedPlaces)
    }.inOrder
  }

  private func grounds(
    _ configuration: CMOConfiguration, _ theory: Theory
  ) -> (works: [BearingWork], places: [Place]) {
    let evidence = theory.evidence(for: configuration.id)
    let works = [
      (Bearing.supports, evidence.supporting), (.against, evidence.against), (.null, evidence.null),
    ]
    return (
      works.flatMap { bearing, works in works.map { BearingWork(work: $0, bearing: bearing) } },
      Array(OrderedSet(evidence.places))
    )
  }

  // MARK: Where concepts stand

  var stances: [Stance] {
    let (then, now) = (Self.slots(of: old), Self.slots(of: new))
    return concepts.pairs.compactMap { pair in
      let (before, after) = (then[pair.old.id] ?? [], now[pair.new.id] ?? [])
      guard before != after else { return nil }
      return Stance(
        old: pair.old.id, new: pair.new.id, oldSlots: ConfigurationSlot.allCases.filter(before.contains),
        newSlots: ConfigurationSlot.allCases.filter(after.contains))
    }.inOrder
  }

  private static func slots(of theory: Theory) -> [Concept.ID: Set<ConfigurationSlot>] {
    var slots: [Concept.ID: Set<ConfigurationSlot>] = [:]
    for configuration in theory.configurations {
      for literal in configuration.context { slots[literal.concept, default: []].insert(.context) }
      for literal in configuration.conditions.flatMap(\.anyOf) {
        slots[literal.concept, default: []].insert(.condition)
      }
      for literal in configuration.mechanism?.literals ?? [] {
        slots[literal.concept, default: []].insert(.mechanism)
      }
      for effect in configuration.outcome { slots[effect.concept, default: []].insert(.outcome) }
    }
    return slots
  }

  // MARK: Rivalries

  /// What became of the rivalries that only one theory has.
  func shifts(_ side: ComparedSide) -> [RivalryShift] {
    let kept = Set(claims.pairs.map { side == .old ? $0.old.id : $0.new.id })
    return (side == .old ? rivalries.onlyOld : rivalries.onlyNew).map { rivalry in
      let standing = rivalry.readings.filter { $0.configurations.contains(where: kept.contains) }
      let kind: RivalryShift.Kind =
        standing.isEmpty ? .absent : standing.count == rivalry.readings.count ? .unnamed : .decided
      return RivalryShift(rivalry: rivalry.id, kind: kind, kept: standing.map(\.name))
    }
  }

  // MARK: What continues what

  func successions<Part: Identifiable, Name>(
    _ olds: [Part], _ news: [Part], _ refines: (Part) -> [Identifier<Name>]
  ) -> [Succession<Identifier<Name>>] where Part.ID == Identifier<Name> {
    let (here, there) = (Set(olds.map(\.id)), Set(news.map(\.id)))
    var all: OrderedSet<Succession<Identifier<Name>>> = []
    if new.identity.refines == old.identity.id {
      for part in news {
        for id in refines(part) where here.contains(id) {
          all.append(Succession(old: id, new: part.id, saidBy: .new))
        }
      }
    }
    if old.identity.refines == new.identity.id {
      for part in olds {
        for id in refines(part) where there.contains(id) {
          all.append(Succession(old: part.id, new: id, saidBy: .old))
        }
      }
    }
    return Array(all).inOrder
  }

  var strays: [Stray] {
    ComparedSide.allCases.flatMap { side -> [Stray] in
      let (later, earlier) = (theory(side), theory(side.other))
      guard later.identity.refines == earlier.identity.id else { return [] }
      let (concepts, claims) = (Set(earlier.concepts.map(\.id)), Set(earlier.configurations.map(\.id)))
      return later.concepts.flatMap { part in
        part.refines.filter { !concepts.contains($0) }.map {
          Stray(saidBy: side, section: "concepts", part: part.id.text, name: $0.text)
        }
      }
        + later.configurations.flatMap { part in
          part.refines.filter { !claims.contains($0) }.map {
            Stray(saidBy: side, section: "configurations", part: part.id.text, name: $0.text)
          }
        }
    }.sorted()
  }
}
