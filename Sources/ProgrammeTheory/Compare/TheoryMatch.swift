import Bibliography

/// Two theories with what is the same in them: what every difference is found from.
struct TheoryMatch {
  let old: Theory
  let new: Theory
  let concepts: Correspondence<Concept>
  let names: SharedNames
  let claims: Correspondence<CMOConfiguration>
  let rivalries: Correspondence<Rivalry>
  let levers: Correspondence<Lever>
  let works: Correspondence<Reference>
  let tellings: Correspondence<Telling>
  private let oldShapes: [CMOConfiguration.ID: ClaimShape]
  private let newShapes: [CMOConfiguration.ID: ClaimShape]

  /// Whether both documents encode one work, so that a place or a number means the same in both.
  let encodeOneWork: Bool

  init(_ old: Theory, _ new: Theory) {
    (self.old, self.new) = (old, new)
    encodeOneWork = Self.encodeOneWork(old, new)
    concepts = Self.concepts(old, new)
    let names = SharedNames(concepts)
    self.names = names
    let (oldShapes, newShapes) = (Self.shapes(old, names, .old), Self.shapes(new, names, .new))
    (self.oldShapes, self.newShapes) = (oldShapes, newShapes)
    claims = Self.claims(old, new, oldShapes, newShapes)
    rivalries = Self.rivalries(old, new, claims)
    levers = Self.levers(old, new, names)
    works = Self.works(old, new, areNumberedAlike: encodeOneWork)
    tellings = Self.tellings(old, new, encodeOneWork: encodeOneWork)
  }

  func theory(_ side: ComparedSide) -> Theory { side == .old ? old : new }

  func shape(_ id: CMOConfiguration.ID, _ side: ComparedSide) -> ClaimShape? {
    side == .old ? oldShapes[id] : newShapes[id]
  }

  // MARK: What is the same

  private static func encodeOneWork(_ old: Theory, _ new: Theory) -> Bool {
    func work(_ theory: Theory) -> Reference? { theory.identity.citation.flatMap(theory.reference) }
    if let one = work(old), let other = work(new) { return one.sameWork(as: other) || one == other }
    return old.identity.citation == nil && new.identity.citation == nil && old.identity.id == new.identity.id
  }

  private static func concepts(_ old: Theory, _ new: Theory) -> Correspondence<Concept> {
    var match = Correspondence(old.concepts, new.concepts)
    match.pair(by: .identifier) { $0.id }
    match.pair(by: .name) { $0.name.lowercased() }
    match.pair(by: .content) { $0.definition }
    match.pairWhatShares(by: .phrases) { $0.phrases.map { $0.lowercased() } }
    return match
  }

  private static func shapes(
    _ theory: Theory, _ names: SharedNames, _ side: ComparedSide
  ) -> [CMOConfiguration.ID: ClaimShape] {
    Dictionary(
      theory.configurations.map { ($0.id, ClaimShape($0, names, side)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func claims(
    _ old: Theory, _ new: Theory, _ oldShapes: [CMOConfiguration.ID: ClaimShape],
    _ newShapes: [CMOConfiguration.ID: ClaimShape]
  ) -> Correspondence<CMOConfiguration> {
    var match = Correspondence(old.configurations, new.configurations)
    match.pair(by: .identifier) { $0.id }
    match.pair(by: .content, old: { oldShapes[$0.id] }, new: { newShapes[$0.id] })
    match.pair(by: .slots, old: { oldShapes[$0.id]?.slots }, new: { newShapes[$0.id]?.slots })
    match.pair(by: .concepts, old: { oldShapes[$0.id]?.concepts }, new: { newShapes[$0.id]?.concepts })
    return match
  }

  private static func rivalries(
    _ old: Theory, _ new: Theory, _ claims: Correspondence<CMOConfiguration>
  ) -> Correspondence<Rivalry> {
    var match = Correspondence(old.rivalries, new.rivalries)
    let newOf = claims.newOf
    match.pair(by: .identifier) { $0.id }
    match.pair(
      by: .content,
      old: { rivalry -> Set<Set<CMOConfiguration.ID>>? in
        let readings = rivalry.readings.map { $0.configurations.map { newOf[$0] } }
        // A reading with a claim that the new theory doesn't have is no reading of the new theory's.
        return readings.contains { $0.contains(nil) } ? nil : Set(readings.map { Set($0.compactMap(\.self)) })
      },
      new: { Set($0.readings.map { Set($0.configurations) }) })
    match.pair(by: .name) { $0.about.lowercased() }
    return match
  }

  private static func levers(_ old: Theory, _ new: Theory, _ names: SharedNames) -> Correspondence<Lever> {
    var match = Correspondence(old.levers, new.levers)
    match.pair(by: .identifier) { $0.id }
    match.pair(by: .name) { $0.name.lowercased() }
    match.pair(
      by: .content, old: { Set($0.moves.map { names.effect($0, .old) }) },
      new: { Set($0.moves.map { names.effect($0, .new) }) })
    return match
  }

  private static func works(
    _ old: Theory, _ new: Theory, areNumberedAlike: Bool
  ) -> Correspondence<Reference> {
    var match = Correspondence(old.references, new.references)
    match.pair(by: .work) { $0.workDOI }
    match.pair(by: .work, where: { $0.sameWork(as: $1) }) { $0.titleYearAuthor }
    if areNumberedAlike { match.pair(by: .identifier) { $0.id } }
    return match
  }
}
