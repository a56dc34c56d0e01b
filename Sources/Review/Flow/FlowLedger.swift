/// The entries of a flow, sorted by where they belong.
struct FlowLedger {
  private var found: [FlowPlace: [FoundCount]] = [:]
  private var removed: [FlowPlace: [RemovedCount]] = [:]
  private var screened: [ScreeningStage: [ScreenedCount]] = [:]

  init(_ entries: [FlowEntry]) {
    for entry in entries {
      switch entry {
      case .found(let count): found[count.entering, default: []].append(count)
      case .removed(let count): removed[count.entering, default: []].append(count)
      case .screened(let count): screened[count.stage, default: []].append(count)
      }
    }
  }

  /// Whether a stage is part of this flow.
  func tells(of stage: ScreeningStage) -> Bool {
    screened[stage] != nil || found[.stage(stage)] != nil || removed[.stage(stage)] != nil
  }

  /// What became of records at a stage.
  func counts(at stage: ScreeningStage) -> [ScreenedCount] { screened[stage] ?? [] }

  /// What came in at a place.
  func gate(at place: FlowPlace) -> Flow.Gate {
    let (found, removed) = (found[place] ?? [], removed[place] ?? [])
    var ways: [[Wave]] = []
    for waves in found.map(\.waves) + removed.map(\.waves) where !waves.isEmpty && !ways.contains(waves) {
      ways.append(waves)
    }
    // Sources of which nobody says by which way: a way of their own, without a name.
    if found.contains(where: \.waves.isEmpty) { ways.append([]) }
    let arrivals = ways.map { Self.arrival($0, found, removed) }
    let reasons = removed.reduce(into: [RemovedCount.Reason: Int]()) { $0[$1.reason, default: 0] += $1.count }
    let all = Self.sum(arrivals.map(\.found))
    let out = reasons.values.reduce(0, +)
    return Flow.Gate(
      arrivals: arrivals, removed: reasons, found: found.isEmpty ? nil : all,
      entered: all.map { max(0, $0 - out) })
  }

  private static func arrival(_ waves: [Wave], _ found: [FoundCount], _ removed: [RemovedCount])
    -> Flow.Arrival
  {
    let sources = found.filter { $0.waves == waves }
    // What was taken out without a word by which way it came can't be told apart here, only at the gate.
    let out = waves.isEmpty ? 0 : removed.filter { $0.waves == waves }.reduce(0) { $0 + $1.count }
    let all = sources.isEmpty ? nil : sum(sources.map(\.count))
    return Flow.Arrival(
      waves: waves, sources: sources, found: all, removed: out, entered: all.map { max(0, $0 - out) })
  }

  /// The sum of counts; `nil` where one isn't known.
  private static func sum(_ counts: [Int?]) -> Int? {
    let known = counts.compactMap(\.self)
    return known.count == counts.count ? known.reduce(0, +) : nil
  }
}

extension Flow.Gate {
  /// The same gate where it is known from elsewhere how many came in: the one way of which nobody says how many were found
  /// brought what is left.
  ///
  /// - Parameter total: how many came in by all ways.
  func settled(total: Int) -> Flow.Gate {
    let unknown = arrivals.indices.filter { arrivals[$0].entered == nil }
    guard entered == nil, !unknown.isEmpty else { return self }
    let known = arrivals.compactMap(\.entered).reduce(0, +)
    var settled = arrivals
    if unknown.count == 1 { settled[unknown[0]].entered = max(0, total - known) }
    return Flow.Gate(arrivals: settled, removed: removed, found: found, entered: max(total, known))
  }
}
