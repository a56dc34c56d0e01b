import Bibliography
import OrderedCollections
import ProgrammeTheory

/// The units of two codings: each concept in each place of which either coder speaks.
///
/// A fact that names no partner is said of all, and so holds in each place of which the same coder says nothing narrower.
struct UnitComparison {
  typealias Place = CodingComparison.Place
  typealias Code = CodingComparison.Code

  private(set) var units: [CodingComparison.Unit] = []
  private(set) var later: [CodingComparison.LaterUnit] = []
  private let partners: Set<Partner.ID>

  init(_ first: Case, _ second: Case, _ theory: Theory, _ pairing: PartnerPairing) {
    partners = Set(first.partners.map(\.id) + pairing.onlySecond.map(\.id))
    let firsts = Dictionary(grouping: first.facts, by: \.concept)
    let seconds = Dictionary(grouping: second.facts, by: \.concept)
    for concept in theory.concepts {
      let sides = (
        Side(firsts[concept.id] ?? [], of: first, at: concept.scope) { $0 },
        Side(seconds[concept.id] ?? [], of: second, at: concept.scope, named: pairing.first)
      )
      add(concept, sides.0, sides.1)
    }
  }

  private mutating func add(_ concept: Concept, _ first: Side, _ second: Side) {
    let own = (first.start.keys, second.start.keys)
    let places = OrderedSet(Array(own.0) + Array(own.1)).sorted()
    var told: Set<Place> = []
    for place in places where own.0.contains(place) && own.1.contains(place) || !isSplit(place, into: places)
    {
      let unit = CodingComparison.Unit(
        concept: concept.id, place: place, first: first.code(at: place), second: second.code(at: place))
      units.append(unit)
      if unit.relation == .time { told.insert(place) }
    }
    for place in OrderedSet(Array(first.later.keys) + Array(second.later.keys)).sorted()
    where !told.contains(place) {
      let (one, other) = (first.later[place] ?? [], second.later[place] ?? [])
      for index in 0..<max(one.count, other.count) {
        later.append(
          CodingComparison.LaterUnit(
            concept: concept.id, place: place, first: index < one.count ? one[index] : nil,
            second: index < other.count ? other[index] : nil))
      }
    }
  }

  /// Whether narrower places leave nothing over of a wider one, so that it is told by its parts.
  private func isSplit(_ place: Place, into places: [Place]) -> Bool {
    guard place.towards == nil else { return false }
    let narrower = places.filter { $0 != place && (place.of == nil || $0.of == place.of) }
    guard !narrower.isEmpty else { return false }
    // Whoever is said of all others is said of each of them; of relations, only these are left to be counted.
    let areRelations = places.contains { $0.towards != nil }
    var reached: [Partner.ID: Set<Partner.ID>] = [:]
    for place in narrower {
      guard let of = place.of else { continue }
      let others = place.towards.map { [$0] } ?? partners
      reached[of, default: []].formUnion(others.subtracting([of]))
    }
    let owners = place.of.map { [$0] } ?? partners
    return owners.allSatisfy { owner in
      guard let others = reached[owner] else { return false }
      return !areRelations || others.count >= partners.count - 1
    }
  }

  /// What one coding says of one concept.
  private struct Side {
    private(set) var start: OrderedDictionary<Place, [StatedLevel]> = [:]
    private(set) var later: OrderedDictionary<Place, [Code]> = [:]

    init(
      _ facts: [StatedFact], of subject: Case, at scope: Concept.Scope,
      named name: (Partner.ID) -> Partner.ID
    ) {
      var dated: OrderedDictionary<Place, [StatedFact]> = [:]
      for fact in facts {
        let place = Place(
          of: scope == .collaboration ? nil : fact.of.map(name),
          towards: scope == .relation ? fact.towards.map(name) : nil)
        if subject.isStartFact(fact) {
          start[place, default: []].append(fact.level)
        } else {
          dated[place, default: []].append(fact)
        }
      }
      later = dated.mapValues(Self.codes)
    }

    /// The facts that became known later, those of one date put together, by date.
    private static func codes(_ facts: [StatedFact]) -> [Code] {
      let byDate = OrderedDictionary(grouping: facts, by: \.since)
      let dates = byDate.keys.compactMap(\.self).sorted {
        $0.latest == $1.latest ? $0.description < $1.description : $0.latest < $1.latest
      }
      return dates.map { date in
        let levels = byDate[date]?.map(\.level) ?? []
        return Code(
          level: CodedLevel(Fact(puttingTogether: levels)), isStated: true, since: date.description)
      }
    }

    /// What is said of a place: there, or else of a wider place that holds it.
    func code(at place: Place) -> Code {
      let wider = [place, Place(of: place.of, towards: nil), .everywhere]
      if let levels = wider.lazy.compactMap({ start[$0] }).first {
        return Code(level: CodedLevel(Fact(puttingTogether: levels)), isStated: true, since: nil)
      }
      let since = wider.lazy.compactMap { later[$0]?.first?.since }.first
      return Code(level: .open, isStated: false, since: since)
    }
  }
}

extension CodingComparison.Place: Comparable {
  /// The wider before the narrower, then by name.
  public static func < (one: Self, other: Self) -> Bool {
    func key(_ place: Self) -> [String] { [place.of?.text ?? "", place.towards?.text ?? ""] }
    return key(one).lexicographicallyPrecedes(key(other))
  }
}
