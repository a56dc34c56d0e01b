import Literature
import Reporting

/// The boxes of a flow.
struct FlowChart {
  let flow: Flow

  private static let identification = "Identification"
  private static let screening = "Screening"
  private static let included = "Included"

  var chart: StepChart { StepChart(steps: opening + flow.stages.map(step) + closing) }

  // MARK: What was found

  /// What came in before the first stage. Without any entry of it, that is said.
  private var opening: [StepChart.Step] {
    guard let first = flow.stages.first else { return [] }
    let gate = first.gate
    let lines = gate.arrivals.flatMap { arrival -> [String] in
      let sources = arrival.sources.filter { $0.count != nil || $0.hits != nil || !$0.source.isEmpty }
      let sum = FlowWords.ways(arrival.waves) + (arrival.found.map { ": " + PlainNumber.grouped($0) } ?? "")
      return [sum] + sources.map(FlowWords.source)
    }
    let main = StepChart.Box("Records found: \(FlowWords.count(gate.found))", lines: lines, tone: .step)
    return [
      StepChart.Step(
        phase: Self.identification, main: main,
        leaving: removed(gate) + doubts(flow.contradictions.filter { $0.isAboutGate(of: first.stage) }))
    ]
  }

  private func removed(_ gate: Flow.Gate) -> [StepChart.Box] {
    let reasons = RemovedCount.Reason.allCases.compactMap { reason in
      gate.removed[reason].map { "\(reason.name): \(PlainNumber.grouped($0))" }
    }
    guard !reasons.isEmpty else { return [] }
    return [
      StepChart.Box("Taken out before screening: \(PlainNumber.grouped(gate.removedInAll))", lines: reasons)
    ]
  }

  // MARK: A stage

  private func step(_ stage: Flow.Stage) -> StepChart.Step {
    let isFirst = stage.stage == flow.stages.first?.stage
    var lines: [String] = []
    if let before = stage.fromBefore, !stage.gate.arrivals.isEmpty {
      let joined = stage.gate.arrivals.map { FlowWords.count($0.entered) }.joined(separator: " + ")
      lines.append("\(PlainNumber.grouped(before)) + \(joined)")
    }
    lines.append("kept: \(PlainNumber.grouped(stage.kept))")
    let contradictions = flow.contradictions.filter {
      $0.isAbout(stage.stage) && !(isFirst && $0.isAboutGate(of: stage.stage))
    }
    return StepChart.Step(
      phase: Self.screening,
      main: StepChart.Box(
        "\(FlowWords.stage(stage.stage)): \(PlainNumber.grouped(stage.screened)) screened", lines: lines,
        tone: .step),
      joining: isFirst ? [] : joining(stage.gate),
      leaving: (isFirst ? [] : removed(stage.gate)) + leaving(stage) + doubts(contradictions))
  }

  private func leaving(_ stage: Flow.Stage) -> [StepChart.Box] {
    var boxes: [StepChart.Box] = []
    let out = stage.excludedInAll + stage.left
    if out > 0 {
      let reasons = stage.excluded.filter { $0.count > 0 }.map(FlowWords.exclusion)
      let left = stage.left > 0 ? ["\(FlowWords.left): \(PlainNumber.grouped(stage.left))"] : []
      boxes.append(
        StepChart.Box(
          "Left out: \(PlainNumber.grouped(out))", lines: reasons + left,
          tone: stage.left > 0 ? .doubt : .aside))
    }
    if stage.notRetrieved > 0 {
      boxes.append(StepChart.Box("Not to be had: \(PlainNumber.grouped(stage.notRetrieved))"))
    }
    if stage.awaiting > 0 {
      boxes.append(
        StepChart.Box("Waiting for a decision: \(PlainNumber.grouped(stage.awaiting))", tone: .doubt))
    }
    return boxes
  }

  private func joining(_ gate: Flow.Gate) -> [StepChart.Box] { gate.arrivals.map(joining) }

  private func joining(_ arrival: Flow.Arrival) -> StepChart.Box {
    // One source whose count is the title's already adds only what is known of its hits.
    let sources = arrival.sources.filter { arrival.sources.count > 1 || $0.hits != nil || $0.read != nil }
    let removed = arrival.removed > 0 ? ["taken out before: \(PlainNumber.grouped(arrival.removed))"] : []
    return StepChart.Box(
      "+ \(FlowWords.count(arrival.entered)) by \(FlowWords.ways(arrival.waves))",
      lines: sources.map(FlowWords.source) + removed)
  }

  private func doubts(_ contradictions: [Flow.Contradiction]) -> [StepChart.Box] {
    contradictions.map {
      StepChart.Box("These counts don't add up", lines: [FlowWords.contradiction($0)], tone: .doubt)
    }
  }

  // MARK: What is included

  /// One step for each way by which documents joined after the last stage, with the sum so far; the last is the end.
  private var closing: [StepChart.Step] {
    var sum = flow.stages.last?.kept ?? 0
    let ways = flow.joined.arrivals
    var steps = ways.enumerated().map { number, arrival in
      sum += arrival.entered ?? 0
      let isLast = number == ways.count - 1
      let main = isLast ? end : StepChart.Box(Self.documents(sum), tone: .step)
      return StepChart.Step(phase: Self.included, main: main, joining: [joining(arrival)])
    }
    if steps.isEmpty { steps = [StepChart.Step(phase: Self.included, main: end)] }
    let last = steps.count - 1
    steps[last].leaving =
      removed(flow.joined) + doubts(flow.contradictions.filter { $0.isAboutJoined })
    return steps
  }

  private static func documents(_ count: Int) -> String {
    "\(PlainNumber.grouped(count)) \(count == 1 ? "document" : "documents")"
  }

  private var end: StepChart.Box {
    StepChart.Box(
      "Included: \(PlainNumber.grouped(flow.included))", lines: flow.awaiting > 0 ? ["so far"] : [],
      tone: .end)
  }
}

extension Flow.Contradiction {
  /// Whether it is about what became of records at a stage, or came to it.
  func isAbout(_ stage: ScreeningStage) -> Bool {
    switch self {
    case .moreRemovedThanFound(let place, _, _): place == .stage(stage)
    case .moreToldThanScreened(let own, _, _), .fewerScreenedThanCame(let own, _, _),
      .moreScreenedThanCame(let own, _, _):
      own == stage
    }
  }

  /// Whether it is about what came in before a stage.
  func isAboutGate(of stage: ScreeningStage) -> Bool {
    if case .moreRemovedThanFound(let place, _, _) = self { return place == .stage(stage) }
    return false
  }

  /// Whether it is about what joined after the last stage.
  var isAboutJoined: Bool {
    if case .moreRemovedThanFound(.included, _, _) = self { return true }
    return false
  }
}
