/// The account of one stage: what came to it, and what the entries say became of it.
struct StageAccount {
  let stage: Flow.Stage
  let contradictions: [Flow.Contradiction]

  init(_ stage: ScreeningStage, fromBefore: Int?, in ledger: FlowLedger) {
    let counts = ledger.counts(at: stage)
    let stated = Self.stated(counts)
    let open = ledger.gate(at: .stage(stage))
    let gate = stated.map { open.settled(total: max(0, $0 - (fromBefore ?? 0))) } ?? open
    let came = Self.came(fromBefore, gate)
    let outcome = Outcome(counts, stated: stated, came: came)
    self.stage = Flow.Stage(
      stage: stage, fromBefore: fromBefore, gate: gate, screened: outcome.screened, kept: outcome.kept,
      excluded: outcome.excluded, notRetrieved: outcome.notRetrieved, awaiting: outcome.awaiting,
      left: max(0, outcome.screened - outcome.told), surplus: max(0, outcome.told - outcome.screened))
    contradictions = gate.contradictions(at: .stage(stage)) + outcome.contradictions(at: stage, came: came)
  }

  /// How many were screened, where each entry says so.
  private static func stated(_ counts: [ScreenedCount]) -> Int? {
    let known = counts.compactMap(\.screened)
    return !counts.isEmpty && known.count == counts.count ? known.reduce(0, +) : nil
  }

  /// How many came to the stage; `nil` where that can't be told.
  private static func came(_ before: Int?, _ gate: Flow.Gate) -> Int? {
    if gate.arrivals.isEmpty { return before.map { max(0, $0 - gate.removedInAll) } }
    return gate.entered.map { $0 + (before ?? 0) }
  }
}

/// What the entries of a stage say together.
private struct Outcome {
  let screened: Int
  let kept: Int
  let excluded: [ScreenedCount.Exclusion]
  let notRetrieved: Int
  let awaiting: Int

  init(_ counts: [ScreenedCount], stated: Int?, came: Int?) {
    excluded = Self.merged(counts.flatMap(\.excluded))
    notRetrieved = counts.reduce(0) { $0 + $1.notRetrieved }
    let waiting = counts.reduce(0) { $0 + $1.awaiting }
    let out = excluded.reduce(0) { $0 + $1.count } + notRetrieved + waiting
    let kept = counts.compactMap(\.kept)
    let knownKept = kept.reduce(0, +)
    let parts = counts.reduce(0) { sum, count in
      sum + (count.screened ?? (count.kept ?? 0) + Self.out(count))
    }
    screened = stated ?? came ?? parts
    // A stage to which records came, and of which no entry tells: all of them wait.
    awaiting = counts.isEmpty ? screened : waiting
    self.kept =
      counts.isEmpty || kept.count == counts.count
      ? knownKept : knownKept + max(0, screened - knownKept - out)
  }

  /// All that the entries tell of.
  var told: Int { kept + excluded.reduce(0) { $0 + $1.count } + notRetrieved + awaiting }

  func contradictions(at stage: ScreeningStage, came: Int?) -> [Flow.Contradiction] {
    var found: [Flow.Contradiction] = []
    if let came, came > screened {
      found.append(.fewerScreenedThanCame(stage, came: came, screened: screened))
    } else if let came, came < screened {
      found.append(.moreScreenedThanCame(stage, came: came, screened: screened))
    }
    if told > screened { found.append(.moreToldThanScreened(stage, screened: screened, told: told)) }
    return found
  }

  private static func out(_ count: ScreenedCount) -> Int {
    count.excluded.reduce(0) { $0 + $1.count } + count.notRetrieved + count.awaiting
  }

  /// Exclusions with each reason once, in the order in which the reasons first come.
  private static func merged(_ exclusions: [ScreenedCount.Exclusion]) -> [ScreenedCount.Exclusion] {
    var places: [String: Int] = [:]
    var merged: [ScreenedCount.Exclusion] = []
    for exclusion in exclusions {
      if let place = places[exclusion.reason] {
        merged[place] = ScreenedCount.Exclusion(
          reason: exclusion.reason, count: merged[place].count + exclusion.count)
      } else {
        places[exclusion.reason] = merged.count
        merged.append(exclusion)
      }
    }
    return merged
  }
}
