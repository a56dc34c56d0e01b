import ProgrammeTheory

/// Which partner of one coding is which of another: those with one identifier, then those with one name.
struct PartnerPairing {
  /// The second coding's identifiers, each with the one that the first has for the same partner.
  private let firstNames: [Partner.ID: Partner.ID]
  /// Partners that the second coding lacks.
  let onlyFirst: [Partner]
  /// Partners that the first coding lacks.
  let onlySecond: [Partner]

  init(_ first: Case, _ second: Case) {
    var names: [Partner.ID: Partner.ID] = [:]
    let shared = Set(first.partners.map(\.id)).intersection(second.partners.map(\.id))
    for id in shared { names[id] = id }
    let restOfFirst = Dictionary(
      grouping: first.partners.filter { !shared.contains($0.id) }, by: Self.key)
    let restOfSecond = Dictionary(
      grouping: second.partners.filter { !shared.contains($0.id) }, by: Self.key)
    for (name, partners) in restOfSecond {
      // A name that stands twice tells nobody apart.
      guard partners.count == 1, let same = restOfFirst[name], same.count == 1 else { continue }
      names[partners[0].id] = same[0].id
    }
    let paired = Set(names.values)
    onlyFirst = first.partners.filter { !paired.contains($0.id) }
    onlySecond = second.partners.filter { names[$0.id] == nil }
    firstNames = names
  }

  private static func key(_ partner: Partner) -> String {
    partner.name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The partner of the second coding as the first calls it.
  func first(_ second: Partner.ID) -> Partner.ID { firstNames[second] ?? second }
}
