import Bibliography

extension TheoryComparison {
  /// Compares two theories.
  ///
  /// Concepts are matched by identifier, then by name, by definition, and by a phrase of the source that no other shares;
  /// configurations by identifier, then by saying the same, by the same concepts in the same slots, and by the same
  /// concepts in whatever slots; works by being the same work, and by their number where both theories encode one work;
  /// tellings by identifier, and only there.
  ///
  /// - Parameters:
  ///   - old: the theory to compare with.
  ///   - new: the theory to compare.
  public init(of old: Theory, with new: Theory) {
    let match = TheoryMatch(old, new)
    let (concepts, claims) = (match.concepts, match.claims)
    let web = WebComparison(match)
    (self.old, self.new) = (Party(old), Party(new))
    encodeOneWork = match.encodeOneWork
    self.concepts = concepts.changes(match.slots)
    configurations = claims.changes(match.slots)
    rivalries = match.rivalries.changes(match.slots)
    levers = match.levers.changes(match.slots)
    works = match.works.changes(match.slots)
    tellings = match.tellings.changes(match.slots)
    others = OtherChange.all(old, new)
    conceptSuccessions = match.successions(old.concepts, new.concepts, \.refines)
    claimSuccessions = match.successions(old.configurations, new.configurations, \.refines)
    strays = match.strays
    turns = match.turns
    evidence = match.evidence
    stances = match.stances
    (settled, opened) = (match.shifts(.old), match.shifts(.new))
    arrows = web.arrows(carriedBy: conceptSuccessions)
    reroutings = web.reroutings
    grounds = Grounds(old: [], new: [])
    grounds = Grounds(
      old: old.grounds(
        of: configurations.onlyInOld + configurations.changed.map(\.old) + evidence.map(\.old)),
      new: new.grounds(of: configurations.onlyInNew + configurations.changed.map(\.new) + evidence.map(\.new))
    )
  }
}

extension Theory {
  /// What some of the configurations rest on, in the theory's order.
  fileprivate func grounds(of claims: [CMOConfiguration.ID]) -> [Grounds.Claim] {
    let wanted = Set(claims)
    return configurations.filter { wanted.contains($0.id) }.map { configuration in
      Grounds.Claim(
        configuration: configuration.id,
        tellings: configuration.tellings.compactMap(telling).map { telling in
          Grounds.Ground(
            telling: telling.id, place: telling.place, works: works(of: telling), bearing: telling.bearing)
        })
    }
  }
}

extension OtherChange {
  /// The parts that are compared by name alone.
  static func all(_ old: Theory, _ new: Theory) -> [OtherChange] {
    [
      identity(old.identity, new.identity), of("phases", old.phases, new.phases),
      of("groups", old.groups, new.groups),
      of("middleRangeTheories", old.middleRangeTheories, new.middleRangeTheories),
      of("entryPoints", old.entryPoints, new.entryPoints),
      of("arrangements", old.arrangements, new.arrangements),
      of("flow", old.flow, new.flow), of("statements", old.statements, new.statements),
      of("loops", old.patterns, new.patterns),
      whole("citations", old.citations, new.citations, none: []),
      whole("outlook", old.outlook, new.outlook, none: []),
      whole("caseFields", old.caseFields, new.caseFields, none: CaseFields()),
      whole("dynamics", old.dynamics, new.dynamics, none: []),
    ].filter { !$0.isEmpty }
  }

  private static func of<Part: Identifiable & Equatable>(
    _ section: String, _ old: [Part], _ new: [Part]
  ) -> OtherChange where Part.ID: CustomStringConvertible {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return OtherChange(
      section: section, onlyInOld: old.filter { after[$0.id] == nil }.map(\.id.description),
      onlyInNew: new.filter { before[$0.id] == nil }.map(\.id.description),
      changed: old.filter { part in after[part.id].map { $0 != part } ?? false }.map(\.id.description)
        .sorted())
  }

  private static func whole<Value: Equatable>(
    _ section: String, _ old: Value, _ new: Value, none: Value
  ) -> OtherChange {
    let isSame = old == new
    return OtherChange(
      section: section, onlyInOld: !isSame && new == none ? [section] : [],
      onlyInNew: !isSame && old == none ? [section] : [],
      changed: isSame || old == none || new == none ? [] : [section])
  }

  private static func identity(_ old: Theory.Identity, _ new: Theory.Identity) -> OtherChange {
    let keys: [(String, Bool)] = [
      ("citation", old.citation != new.citation), ("extent", old.extent != new.extent),
      ("id", old.id != new.id),
      ("language", old.language != new.language), ("licence", old.licence != new.licence),
      ("notes", old.notes != new.notes), ("notice", old.notice != new.notice),
      ("refines", old.refines != new.refines),
      ("summary", old.summary != new.summary), ("title", old.title != new.title),
      ("version", old.version != new.version),
    ]
    return OtherChange(
      section: "theory.yaml", onlyInOld: [], onlyInNew: [], changed: keys.filter(\.1).map(\.0))
  }
}
