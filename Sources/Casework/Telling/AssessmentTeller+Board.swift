public import Bibliography
import ProgrammeTheory
public import Reporting

extension Assessment {
  /// The report for a board, as a page that prints on two sheets: what is most likely, three risks, three actions and when,
  /// what isn't known, and on what it rests.
  ///
  /// - Parameters:
  ///   - today: the day on which it is made; `nil` where that isn't known. Only dates of actions go by it.
  ///   - program: name and version of the program, for the colophon.
  public func boardPage(today: PartialDate?, madeBy program: String) -> Page {
    let teller = AssessmentTeller(assessment: self, detail: .brief)
    return Page(
      title: subject.title, subtitle: "Report to the board" + (today.map { ", \($0)" } ?? ""),
      notice: theory.assessmentNotice,
      story: teller.likely,
      parts: [teller.risks, teller.boardActions(today: today), teller.unknown, teller.restsOn].compactMap(
        \.self),
      explanations: teller.explanations, sources: teller.sources,
      colophon: "\(program); theory \(theory.identity.id) \(theory.identity.version); case \(subject.id).")
  }
}

extension AssessmentTeller {
  /// How many risks, actions and questions a board is told.
  private static let told = 3

  /// What is most likely: of the story, what follows first, what is torn, and what is contested.
  fileprivate var likely: [Sentence] {
    let story = briefStory.prefix(3)
    return story.map { Sentence($0.text, why: Array($0.why.prefix(1)), mark: $0.mark) }
  }

  /// The main things that go first the way that nobody wants, the nearest first.
  private var goingWrong: [(standing: Standing, direction: Direction, step: Int)] {
    mainThings.compactMap { prospect, standing in
      guard let wanted = prospect.wanted, standing.tendency.first == wanted.reversed,
        let step = standing.movedBy(wanted.reversed).first?.step
      else { return nil }
      return (standing, wanted.reversed, step)
    }.sorted { $0.step < $1.step }
  }

  fileprivate var risks: Part {
    let wrong = goingWrong.prefix(Self.told)
    let told = wrong.map { entry -> Sentence in
      let literal = Literal(entry.direction, entry.standing.concept)
      let strand = entailment.strands(to: literal, most: 1).first
      let sign = theory.concept(literal.concept)?.signs?.of(literal.direction).first
      return Sentence(
        "\(Theory.capitalised(theory.change(literal)))."
          + (strand.map { " How: \(theory.line($0))." } ?? "")
          + (sign.map { " What one would see: \(lowered($0.withoutFullStop))." } ?? ""),
        why: Array((strand.map(why) ?? []).suffix(1)))
    }
    return Part(
      id: "risks", title: "What is most likely to go wrong",
      blocks: told.isEmpty
        ? [
          .paragraph([
            Sentence("Of the main things, none goes first the way that nobody wants, by what is known.")
          ])
        ]
        : [.list(told, ordered: true)])
  }

  fileprivate func boardActions(today: PartialDate?) -> Part {
    let best = assessment.actions.filter(\.helps).prefix(Self.told)
    let until = assessment.subject.roundMonths.flatMap { today?.adding(months: $0) }
    let rows = best.map { action -> [Cell] in
      let phase = theory.phases.first { $0.id == action.lever.phase }?.name
      let date = until.map { "round 1, by \($0)" } ?? "round 1"
      return [
        Cell(
          Theory.capitalised(action.lever.name),
          why: action.throughWhich.prefix(1).map { why($0.id, $0.form) }),
        Cell([phase, date].compactMap(\.self).joined(separator: "; ")),
        Cell(names(action.balance.helped + action.balance.protected)),
      ]
    }
    return Part(
      id: "actions", title: "What to do, and when",
      blocks: rows.isEmpty
        ? [
          .paragraph([
            Sentence("None of the theory's actions turns more of it for you here than against you.")
          ])
        ]
        : [
          .table(
            Table(
              caption: "Three actions that help most", columns: ["Action", "When", "What it helps"],
              rows: rows))
        ])
  }

  fileprivate var unknown: Part? {
    let open = assessment.questions.filter { !$0.decides.isEmpty }.prefix(Self.told)
    let asks = open.map { question in
      Sentence(
        "\(question.concept.question?.ask ?? name(question.concept.id)) It decides how \(question.decides.count) of "
          + "\(theory.outlook.count) main things stand.", mark: .silent)
    }
    let silences = assessment.silences.prefix(2).map {
      Sentence("The theory is silent on this: \(clause($0.what)).", mark: .silent)
    }
    guard !asks.isEmpty || !silences.isEmpty else { return nil }
    return Part(id: "unknown", title: "What isn't known", blocks: [.list(asks + silences)])
  }

  fileprivate var restsOn: Part {
    let firing = entailment.firingConfigurations
    let works = Set(firing.flatMap { theory.evidence(for: $0).supporting })
    let included = works.filter { theory.role(of: $0) == .included }.count
    let known = now.facts.count
    return Part(
      id: "evidence", title: "On what this rests",
      blocks: [
        .paragraph([
          Sentence("Known here: \(known) of \(theory.concepts.count) things that the theory speaks of."),
          Sentence(
            "\(firing.count) of its \(theory.configurations.count) ways of working follow from them, on \(works.count) works, \(included) of them studies that the review included."
          ),
          Sentence("Each number in brackets leads to its reason below, and each reason to its sources."),
        ])
      ])
  }
}
