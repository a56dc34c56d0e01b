public import ProgrammeTheory
public import Reporting

extension TheoryTeller {
  /// What each further work adds: the curve, and work by work.
  ///
  /// - Parameter saturation: the theory's own, in the order that was asked for.
  public func page(of saturation: Saturation) -> Page {
    guard !saturation.steps.isEmpty else {
      return page("Saturation", story: [Sentence("No work tells anything in this theory yet.")], parts: [])
    }
    return page(
      "Saturation", story: [Sentence(summary(saturation), emphasis: .strong)] + caution(saturation),
      parts: [
        Part(
          id: "saturation", title: "What each further work adds", blocks: [.figure(figure(of: saturation))])
      ] + untold(saturation))
  }

  /// The saturation curve with its sentence and its table.
  public func figure(of saturation: Saturation) -> Figure {
    let last = saturation.steps.last
    let (concepts, claims) = (last?.conceptsSoFar ?? 0, last?.configurationsSoFar ?? 0)
    return Figure(
      id: "saturation", title: "Concepts and configurations by number of works",
      description:
        "Two lines that only rise: after \(works(saturation.steps.count)), \(concepts) concepts and \(claims) configurations.",
      sentence: Sentence(summary(saturation)), picture: .courses(chart(saturation)),
      table: table(of: saturation))
  }

  private func chart(_ saturation: Saturation) -> CourseChart {
    func series(_ name: String, _ value: (Saturation.Step) -> Int) -> CourseChart.Series {
      let points = saturation.steps.enumerated().map {
        CourseChart.Point(time: Double($0 + 1), middle: Double(value($1)))
      }
      return CourseChart.Series(name: name, points: [.init(time: 0, middle: 0)] + points)
    }
    let most = saturation.steps.map { max($0.conceptsSoFar, $0.configurationsSoFar) }.max() ?? 1
    let top = max(1, most)
    return CourseChart(
      panels: [
        .init(
          title: "Told so far",
          series: [series("concepts", \.conceptsSoFar), series("configurations", \.configurationsSoFar)])
      ],
      time: "work", span: 0...Double(max(1, saturation.steps.count)), scale: 0...Double(top),
      marks: Array(Set([0, top / 2, top])).sorted().map { .init(at: Double($0), label: "\($0)") })
  }

  private func table(of saturation: Saturation) -> Table {
    func number(_ value: Int) -> Cell { Cell("\(value)", alignment: .trailing) }
    return Table(
      caption: "What each work adds, \(words(saturation.order))",
      columns: [
        "Number", "Work", "New concepts", "Concepts so far", "New CMOCs", "CMOCs so far",
      ],
      rows: saturation.steps.enumerated().map { place, step in
        [
          number(place + 1), Cell(cited([step.source])),
          Cell(step.concepts.map(name).joined(separator: "; ")),
          number(step.conceptsSoFar),
          Cell(
            step.configurations.map(\.text).joined(separator: "; "), why: step.configurations.map { why($0) }),
          number(step.configurationsSoFar),
        ]
      })
  }

  // MARK: Words

  private func works(_ count: Int) -> String { count == 1 ? "1 work" : "\(count) works" }

  private func words(_ order: Saturation.Order) -> String {
    switch order {
    case .mention: "in the order in which the document first tells of them"
    case .publication: "in the order in which they were published"
    }
  }

  private func summary(_ saturation: Saturation) -> String {
    let count = saturation.steps.count
    let quiet = saturation.quietAtEnd
    let start = "Of \(works(count)) that tell something, "
    if quiet == 0 { return start + "the last still adds something new." }
    let last = quiet == 1 ? "the last adds" : "the last \(quiet) add"
    return start + "\(last) no concept and no configuration."
  }

  private func caution(_ saturation: Saturation) -> [Sentence] {
    [
      Sentence("The works are taken \(words(saturation.order)); another order gives another curve."),
      Sentence(
        "A flat end says that works of this kind add nothing new, not that there is nothing else to be found."
      ),
    ]
  }

  private func untold(_ saturation: Saturation) -> [Part] {
    let concepts = saturation.untoldConcepts.map {
      Sentence("\(Theory.capitalised(name($0))): no work tells of it.", mark: .silent)
    }
    let claims = saturation.unsupported.compactMap(theory.configuration).map {
      Sentence("\(title($0)): no work is given.", why: [why($0.id)], mark: .silent)
    }
    guard !(concepts + claims).isEmpty else { return [] }
    return [
      Part(
        id: "untold", title: "What no work stands behind",
        blocks: listed(concepts + claims, open: 12, "more"))
    ]
  }
}
