import Bibliography
import OrderedCollections

/// How well evidenced the claims are.
extension TheoryCheck {
  /// What was found against claims, claims with little or no support, and forms that no study covers.
  func evidence() -> [Finding] {
    theory.tellings.compactMap(against) + theory.configurations.flatMap(support)
      + theory.arrangements.compactMap(arrangement)
  }

  private func against(_ telling: Telling) -> Finding? {
    guard telling.bearing != .supports else { return nil }
    let claims = claims[telling.id] ?? []
    let works = works(of: telling)
    let slots = ToldSlots(telling)
    let what =
      (slots.context.isEmpty ? "" : "\(ends(slots.context)): ")
      + changes(slots.outcome.isEmpty ? slots.mechanism.map(effect) : slots.outcome)
    let found = telling.bearing == .null ? "little or no such effect" : "otherwise"
    let numbers = works.map { "[\($0)]" }.listed
    let verdict = telling.bearing == .null ? "little or no effect" : "told otherwise"
    return Finding(
      kind: .evidenceAgainst,
      subjects: [.telling(telling.id)] + claims.map { .configuration($0.id) } + works.map { .source($0) },
      places: [.text(telling.place)],
      sentence: works.isEmpty
        ? "\(what.asSentence): the source also argues \(found)."
        : "\(what.asSentence): \(works.map(work).listed) found \(found).",
      short: "\(what): \(verdict)" + (works.isEmpty ? "" : " in \(numbers)"))
  }

  // MARK: Support

  /// The works behind a telling: its own, or those of the tellings that it is linked with.
  func works(of telling: Telling) -> [Reference.ID] {
    switch telling.attribution {
    case .works(let ids): return ids
    case .notGiven: return []
    case .asLinked:
      let group = linked.first { $0.contains { $0.id == telling.id } } ?? []
      return Array(
        OrderedSet(
          group.flatMap { other -> [Reference.ID] in
            guard case .works(let ids) = other.attribution else { return [] }
            return ids
          }))
    }
  }

  /// The works that support a claim, each once whatever it is listed as. The authors' own reversal of a claim is told,
  /// and is no further evidence.
  func supportingWorks(_ configuration: CMOConfiguration) -> [Reference.ID] {
    let told = configuration.tellings.compactMap { tellings[$0] }
    let speaking = told.filter { $0.bearing == .supports && $0.inverts == nil }
    return Array(OrderedSet(speaking.flatMap(works).map(canonical)))
  }

  private func support(_ configuration: CMOConfiguration) -> [Finding] {
    let works = supportingWorks(configuration)
    let places = configuration.tellings.compactMap { tellings[$0] }.map { Finding.Spot.text($0.place) }
    func finding(_ kind: Finding.Kind, _ sentence: String) -> Finding {
      Finding(
        kind: kind, subjects: [.configuration(configuration.id)] + works.map { .source($0) },
        places: places, sentence: sentence, short: self.title(configuration))
    }
    let title = self.title(configuration).asSentence
    if works.isEmpty { return [finding(.noSource, "\(title): the source names no work for it.")] }
    var findings: [Finding] = []
    if works.allSatisfy({ roles[$0] == .middleRange }) {
      findings.append(
        finding(
          .middleRangeOnly,
          "\(title): only middle-range theory supports it, \(works.map(work).listed)."))
    }
    if works.count == 1 {
      findings.append(finding(.singleSource, "\(title): \(work(works[0])) alone supports it."))
    }
    return findings
  }

  private func arrangement(_ arrangement: Arrangement) -> Finding? {
    let kinds = Set(arrangement.coveredBy)
    let covering = theory.sources.filter { source in
      source.role == .included && source.characteristics.contains { kinds.contains($0.value) }
    }
    guard covering.isEmpty else { return nil }
    return Finding(
      kind: .arrangementWithoutEvidence, subjects: [.arrangement(arrangement.id)],
      places: arrangement.place.map { [.text($0)] } ?? [],
      sentence: "No included study is about this form: \(arrangement.name).", short: arrangement.name)
  }
}
