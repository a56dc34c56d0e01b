import Literature
public import Reporting

/// Tells the flow of records through a review: in a few sentences, as a picture, and in a table with the same numbers.
public struct FlowTeller: Sendable {
  private let flow: Flow
  private let title: String?
  private let program: String

  /// The line that says what such a page isn't about.
  public static let notice =
    "This counts records and documents. It says nothing of what stands in them, or how good they are."

  /// A teller.
  ///
  /// - Parameters:
  ///   - flow: the flow.
  ///   - title: what the review is called.
  ///   - program: name and version of the program, for the colophon.
  public init(of flow: Flow, title: String? = nil, madeBy program: String) {
    (self.flow, self.title, self.program) = (flow, title, program)
  }

  /// The page.
  public var page: Page {
    Page(
      title: "From records found to documents included", subtitle: title, notice: Self.notice, story: story,
      parts: [Part(id: "flow", title: "The flow of records", blocks: [.figure(figure)])] + parts,
      colophon: program)
  }

  /// The flow diagram with its sentence and its table.
  public var figure: Figure {
    let chart = FlowChart(flow: flow).chart
    let steps = chart.steps.map { step in
      ([step.main] + step.joining + step.leaving).map { box in
        ([box.title] + box.lines).joined(separator: "; ")
      }.joined(separator: ". ")
    }
    return Figure(
      id: "flow", title: "Flow of records", description: steps.joined(separator: ". ") + ".",
      sentence: Sentence(summary),
      picture: .steps(chart), table: FlowTable(flow: flow).table)
  }

  private var summary: String {
    let so = flow.awaiting > 0 ? " so far" : ""
    let end =
      "\(PlainNumber.count(flow.included, "document")) \(flow.included == 1 ? "is" : "are") included\(so)."
    guard let first = flow.stages.first else { return end }
    return
      "\(PlainNumber.grouped(first.screened)) \(first.screened == 1 ? "record was" : "records were") screened; \(end)"
  }

  private var story: [Sentence] {
    guard !flow.stages.isEmpty || !flow.joined.arrivals.isEmpty else {
      return [Sentence("No record has come into this review yet.", emphasis: .strong)]
    }
    var sentences = [Sentence(summary, emphasis: .strong)]
    if flow.awaiting > 0 {
      let count = PlainNumber.grouped(flow.awaiting)
      let waiting = flow.awaiting == 1 ? "1 record waits" : "\(count) records wait"
      sentences.append(Sentence("\(waiting) for a decision."))
    }
    return sentences
  }

  /// What isn't known, and what can't be right.
  private var parts: [Part] {
    let left = flow.stages.filter { $0.left > 0 }.map {
      Sentence(
        "At \($0.stage.name), of \(PlainNumber.grouped($0.left)) of \(PlainNumber.grouped($0.screened)) it isn't "
          + "said why they were left out, or whether. They are what is left.", mark: .silent)
    }
    let wrong = flow.contradictions.map { Sentence(FlowWords.contradiction($0), mark: .contested) }
    guard !(left + wrong).isEmpty else { return [] }
    return [Part(id: "open", title: "What isn't said or doesn't add up", blocks: [.list(wrong + left)])]
  }
}

/// The table of a flow: each number with where it belongs.
struct FlowTable {
  let flow: Flow

  var table: Table {
    Table(
      caption: "The flow of records in numbers", columns: ["Where", "What", "Records"],
      rows: flow.stages.flatMap(rows) + rows(flow.joined, at: .included)
        + [row("end", flow.awaiting > 0 ? "included so far" : "included", flow.included)])
  }

  private func row(_ place: String, _ what: String, _ count: Int?) -> [Cell] {
    [Cell(place), Cell(what), Cell(FlowWords.count(count), alignment: .trailing)]
  }

  private func rows(_ stage: Flow.Stage) -> [[Cell]] {
    let name = stage.stage.name
    var told = rows(stage.gate, at: .stage(stage.stage))
    told.append(row(name, "screened", stage.screened))
    told += stage.excluded.filter { $0.count > 0 }.map {
      row(name, "left out: \(FlowWords.reason($0))", $0.count)
    }
    if stage.left > 0 { told.append(row(name, "left out: \(FlowWords.left)", stage.left)) }
    if stage.notRetrieved > 0 { told.append(row(name, "not to be had", stage.notRetrieved)) }
    if stage.awaiting > 0 { told.append(row(name, "waiting for a decision", stage.awaiting)) }
    told.append(row(name, "kept", stage.kept))
    if stage.surplus > 0 { told.append(row(name, "told of beyond those screened", stage.surplus)) }
    return told
  }

  private func rows(_ gate: Flow.Gate, at place: FlowPlace) -> [[Cell]] {
    let name = FlowWords.place(place)
    let found = gate.arrivals.flatMap { arrival in
      arrival.sources.map {
        row(name, "found by \(FlowWords.ways(arrival.waves)): \(FlowWords.name($0))", $0.count)
      }
    }
    let removed = RemovedCount.Reason.allCases.compactMap { reason in
      gate.removed[reason].map { row(name, "taken out: \(reason.name)", $0) }
    }
    return found + removed
  }
}
