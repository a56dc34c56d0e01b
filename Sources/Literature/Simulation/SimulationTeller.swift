public import Reporting

/// Tells simulated screenings: how much work ranking would have saved, and when the stopping test would have ended it.
public struct SimulationTeller: Sendable {
  private let report: SimulationReport
  private let program: String

  /// A teller of a report.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - program: name and version of the program, for the colophon.
  public init(of report: SimulationReport, madeBy program: String) {
    (self.report, self.program) = (report, program)
  }

  /// The page.
  public var page: Page {
    Page(
      title: "What ranking would have saved", notice: RankingTeller.notice, story: story,
      parts: [measures, course, stopping, meaning].compactMap(\.self), colophon: program)
  }

  private var story: [Sentence] {
    guard let run = report.runs.first else { return [Sentence("Nothing was simulated.")] }
    var sentences = [
      Sentence(
        "\(PlainNumber.count(run.records, "record")), \(run.relevant) of them relevant, beside \(run.priors.count) known "
          + "from the start. They were ranked anew after each decision, for "
          + "\(PlainNumber.count(report.runs.count, "seed")).")
    ]
    if let saved = report.mean({ $0.workSaved(at: 0.95) }) {
      sentences.append(
        Sentence(
          "To find 95% of the relevant, \(PlainNumber.percent(saved)) of the records need not have been read that random "
            + "order would have asked for."))
    } else {
      sentences.append(
        Sentence("There was no relevant record to be found beside those known from the start."))
    }
    if report.titlesAlone > 0 {
      sentences.append(Sentence("\(report.titlesAlone) of the records have no abstract."))
    }
    if report.leftOut > 0 {
      sentences.append(
        Sentence(
          "\(PlainNumber.count(report.leftOut, "record")) left out, since their label decides nothing."))
    }
    return sentences
  }

  // MARK: Measures

  private var measures: Part? {
    guard !report.runs.isEmpty else { return nil }
    var rows = report.runs.map { run in row(String(run.seed), report.measures(of: run)) }
    rows.append(row("mean", report.means))
    return Part(
      id: "measures", title: "How much was saved",
      blocks: [
        .table(
          Table(
            caption: "Work saved and records found, by seed",
            columns: ["seed", "WSS@95", "WSS@100", "RRF@10", "ERF@10", "ATD"], rows: rows))
      ])
  }

  private func row(_ name: String, _ measures: SimulationReport.Measures) -> [Cell] {
    let shares = [measures.wss95, measures.wss100, measures.rrf10, measures.erf10]
    return [Cell(name, alignment: .trailing)]
      + shares.map { Cell(PlainNumber.fixed($0, places: 4), alignment: .trailing) }
      + [Cell(PlainNumber.fixed(measures.averageTimeToDiscovery, places: 1), alignment: .trailing)]
  }

  // MARK: The course

  private var course: Part? {
    guard let first = report.runs.first, first.records > 0, first.relevant > 0 else { return nil }
    let shares = stride(from: 0, through: 100, by: 5).map { Double($0) / 100 }
    let rows = shares.map { share in
      [Cell(PlainNumber.percent(share), alignment: .trailing)]
        + report.runs.map { run in
          Cell(
            PlainNumber.percent(run.recall(afterReading: share) ?? 0), alignment: .trailing)
        }
    }
    let series = report.runs.map { run in
      CourseChart.Series(
        name: "seed \(run.seed)",
        points: (0...200).map { step in
          let share = Double(step) / 200
          return CourseChart.Point(time: share * 100, middle: run.recall(afterReading: share) ?? 0)
        })
    }
    let ticks = stride(from: 0, through: 1, by: 0.25).map {
      CourseChart.Tick(at: $0, label: PlainNumber.percent($0))
    }
    let chart = CourseChart(
      panels: [CourseChart.Panel(title: "Relevant records found", series: series)],
      time: "records read, in %", span: 0...100, scale: 0...1, marks: ticks,
      ticks: stride(from: 0, through: 100, by: 20).map { CourseChart.Tick(at: Double($0), label: "\($0)%") })
    return Part(
      id: "course", title: "How quickly they were found",
      blocks: [
        .figure(
          Figure(
            id: "recall", title: "Recall by records read",
            description:
              "A line for each seed: how many of the relevant records are found when a share of all is read.",
            sentence: Sentence("The steeper a line rises, the earlier the relevant records were found."),
            picture: .courses(chart),
            table: Table(
              caption: "Relevant records found, by records read",
              columns: ["read"] + report.runs.map { "seed \($0.seed)" }, rows: rows)))
      ])
  }

  // MARK: Stopping

  private var stopping: Part? {
    let stopped = report.stopped
    guard !stopped.isEmpty else { return nil }
    let target = PlainNumber.percent(report.test.recall)
    let rows = stopped.map { run in
      [
        Cell(String(run.seed), alignment: .trailing),
        Cell(run.stop.map(String.init) ?? "–", alignment: .trailing),
        Cell(
          PlainNumber.percent(run.stop.map { 1 - Double($0) / Double(run.records) }), alignment: .trailing),
        Cell(PlainNumber.percent(run.recallAtStop), alignment: .trailing),
      ]
    }
    return Part(
      id: "stopping", title: "When the stopping test was met",
      blocks: [
        .paragraph([
          Sentence(
            "The test asks for a recall of \(target), and to be wrong at most \(PlainNumber.percent(report.test.level)) of the time. "
              + "It missed that in \(report.missed) of \(stopped.count) simulations.",
            emphasis: .strong)
        ]),
        .table(
          Table(
            caption: "The stop, by seed", columns: ["seed", "records read", "left unread", "recall"],
            rows: rows)),
        .note(
          Sentence(
            "Hypergeometric stopping test with ranked quasi-sampling: \(StoppingTest.citation). It is looked at after each "
              + "record, so that this isn't exact; the miss rate shows how it does on these records."
          )),
      ])
  }

  private var meaning: Part? {
    Part(
      id: "meaning", title: "What the measures mean",
      blocks: [
        .list([
          Sentence(
            "WSS@95, WSS@100: work saved over sampling at 95% and at all of the relevant (Cohen and others 2006, "
              + "doi:10.1197/jamia.M1929), counted as asreview-insights counts it."),
          Sentence("RRF@10: the share of the relevant that is found when 10% of the records are read."),
          Sentence("ERF@10: by how much that exceeds random order."),
          Sentence(
            "ATD: how many records are read on average until a relevant one is found (Ferdinands and others 2023, "
              + "doi:10.1186/s13643-023-02257-7)."),
          Sentence("The records known from the start count nowhere."),
        ])
      ])
  }
}
