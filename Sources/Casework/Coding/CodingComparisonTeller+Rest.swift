import Bibliography
import ProgrammeTheory
import Reporting

extension CodingComparisonTeller {
  // MARK: Fields and events

  var fixed: Part? {
    Part(
      id: "fields", title: "The fixed fields",
      blocks: [
        .table(
          Table(
            caption: "What every case document has",
            columns: ["Field", "First coding", "Second coding", "How"],
            rows: comparison.fields.map {
              [
                Cell(Theory.capitalised($0.name)), Cell($0.first), Cell($0.second),
                Cell($0.agrees ? "agree" : "differ"),
              ]
            }))
      ])
  }

  var events: Part? {
    let pairs = comparison.events
    guard !pairs.isEmpty else { return nil }
    let (shared, alike) = (pairs.count(where: \.isShared), pairs.count(where: \.agrees))
    return Part(
      id: "events", title: "Events",
      blocks: [
        .paragraph([
          Sentence(
            "Of \(pairs.count) events, \(shared) stand in both codings. Alike in date, kind and what they moved: "
              + "\(alike). Which event is which is told from these three; words aren't compared.")
        ]),
        .table(
          Table(
            caption: "Events, by date", columns: ["First coding", "Second coding", "How"],
            rows: pairs.map { [Cell(words($0.first)), Cell(words($0.second)), Cell(how($0))] })),
      ])
  }

  private func words(_ event: Event?) -> String {
    guard let event else { return "left out" }
    let moves = event.moves.map { "\($0.change.rawValue) \(name($0.concept))" }
    return "\(event.date): \(clause(event.what)) (\(event.kind.rawValue); "
      + "\(moves.isEmpty ? "moves nothing" : Theory.list(moves)))"
  }

  private func how(_ pair: CodingComparison.EventPair) -> String {
    guard pair.isShared else { return "only one has it" }
    let apart = [
      pair.agreesOnDate ? nil : "date", pair.agreesOnKind ? nil : "kind",
      pair.agreesOnMoves ? nil : "what it moved",
    ].compactMap(\.self)
    return apart.isEmpty ? "agree" : "differ in \(Theory.list(apart))"
  }

  // MARK: What it leads to

  var consequences: Part? {
    guard !comparison.outlook.isEmpty else { return nil }
    let apart = comparison.outlook.filter { !$0.isSameAtStart || !$0.isSameNow }
    var blocks: [Block] = []
    if apart.isEmpty {
      blocks.append(
        .paragraph([
          Sentence(
            "At the start and after all that has happened, the theory says the same of all "
              + "\(comparison.outlook.count) main things, whichever coding is taken.")
        ]))
    } else {
      blocks.append(.table(table(of: apart)))
    }
    if !comparison.stakes.isEmpty { blocks += stakes }
    return Part(id: "consequences", title: "Whether it matters", blocks: blocks)
  }

  private func table(of prospects: [CodingComparison.Prospects]) -> Table {
    let rows = prospects.flatMap { prospect -> [[Cell]] in
      let name = Theory.capitalised(name(prospect.prospect.concept))
      let start = prospect.isSameAtStart ? nil : row("\(name), at the start", prospect.start)
      let now = prospect.isSameNow ? nil : row("\(name), after all", prospect.now)
      return [start, now].compactMap(\.self)
    }
    return Table(
      caption: "Main things on which the codings lead to different answers",
      columns: ["What", "By the first coding", "By the second coding"], rows: rows)
  }

  private func row(_ what: String, _ pair: (Standing, Standing)) -> [Cell] {
    [Cell(what), cell(pair.0), cell(pair.1)]
  }

  private func cell(_ standing: Standing) -> Cell {
    let moved = standing.tendency == .still ? "not moved" : standing.tendency.words
    let known = standing.fact.map { "known: \(CodedLevel($0).rawValue); " } ?? ""
    return Cell(
      known + moved,
      why: why(standing.raisedBy.prefix(1) + standing.loweredBy.prefix(1)))
  }

  private var stakes: [Block] {
    let ranked = comparison.stakes.enumerated().sorted { one, other in
      let (a, b) = (one.element.decides.count, other.element.decides.count)
      return a == b ? one.offset < other.offset : a > b
    }.map(\.element)
    let sentences = ranked.map { stake in
      let isMain = comparison.theory.outlook.contains { $0.concept == stake.concept }
      let lead =
        "\(Theory.capitalised(name(stake.concept))) (\(stake.first.rawValue); \(stake.second.rawValue)): "
      let changes =
        stake.decides.isEmpty
        ? "by itself it changes none of the \(isMain ? "other " : "")main things."
        : "by itself it changes \(names(stake.decides))."
      return Sentence(lead + (isMain ? "a main thing itself; " : "") + changes)
    }
    return [
      .subheading("What hangs on each difference at the start"),
      .paragraph([
        Sentence(
          "Each coding is given the other's word on this concept alone, with what follows from the fixed fields."
        )
      ]),
      .list(sentences),
    ]
  }

  // MARK: What isn't compared

  var leftOut: Part? {
    var sentences: [Sentence] = []
    let (first, second) = comparison.partners
    if !first.isEmpty {
      sentences.append(Sentence("Partners only in the first coding: \(Theory.list(first))."))
    }
    if !second.isEmpty {
      sentences.append(Sentence("Partners only in the second coding: \(Theory.list(second))."))
    }
    if !comparison.unknown.isEmpty {
      let names = comparison.unknown.map(\.text)
      sentences.append(
        Sentence("Concepts that the theory doesn't have, and so not compared: \(Theory.list(names))."))
    }
    if !comparison.unanswered.isEmpty {
      sentences.append(
        Sentence(
          "Questions that neither answered (\(comparison.unanswered.count)): \(names(comparison.unanswered))."
        ))
    }
    let further = (comparison.first.further.count, comparison.second.further.count)
    if further != (0, 0) {
      sentences.append(
        Sentence(
          "Things under further: \(further.0) in the first coding, \(further.1) in the second. "
            + "Words aren't compared: read them side by side."))
    }
    return sentences.isEmpty
      ? nil : Part(id: "left-out", title: "What isn't compared", blocks: [.list(sentences)])
  }
}
