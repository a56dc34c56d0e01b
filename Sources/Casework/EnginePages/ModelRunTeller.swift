import Dynamics
import ProgrammeTheory
public import Reporting

/// Tells a run of models: what is certain first, then what was seen always or never, then shares with their ranges, then
/// what they hinge on.
public struct ModelRunTeller: EnsembleTeller, Sendable {
  let run: ModelRun
  private let program: String

  /// A teller of one run.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - program: name and version of the program, for the colophon.
  public init(of run: ModelRun, madeBy program: String) {
    self.run = run
    self.program = program
  }

  var theory: Theory { run.theory }
  var ensemble: Ensemble { run.ensemble }
  var settings: EnsembleSettings { ensemble.settings }

  /// The page.
  public var page: Page {
    Page(
      title: "What the models of a theory have in common", subtitle: theory.identity.title,
      notice: theory.noticeBefore("Shares are shares of models, and no probabilities."),
      story: story, parts: [gaps, proofs, orders, ends, levels, drivers, hinges, making].compactMap(\.self),
      explanations: explanations, sources: sources,
      colophon: "\(program); theory \(theory.identity.id) \(theory.identity.version); seed \(settings.seed).")
  }

  // MARK: The story

  private var story: [Sentence] {
    let count = ensemble.models.reduce(0, +)
    let partners = ensemble.model.start.partners.count
    var sentences = [
      Sentence(
        "\(count) models of the theory were run for \(partners) partners over \(settings.rounds) rounds of work: "
          + "\(settings.draws) for each of \(settings.priors.count) ways of drawing strengths.")
    ]
    let namesEnds =
      !ensemble.model.endings.isEmpty || ensemble.model.labels.contains { $0.label.standing != nil }
    if !namesEnds {
      sentences.append(
        Sentence("The theory's document names no ends and no standings, so every model just goes on."))
    } else if let best = ensemble.ranks.last, let worst = ensemble.ranks.first {
      sentences.append(
        Sentence(
          "They end \(best.rank.words) \(best.share.words); \(worst.rank.words) \(worst.share.words)."))
    }
    let proved = run.proofs.count { if case .open = $0.certificate { false } else { true } }
    if !run.proofs.isEmpty {
      sentences.append(
        Sentence(
          "Of \(run.proofs.count) things asked of the actions, \(proved) are certain whatever the strengths."
        ))
    }
    sentences.append(
      Sentence(
        "Believe comparisons on the same models, not the counts: how often any start ends well is an artefact of what is drawn."
      ))
    if ensemble.faults > 0 {
      sentences.append(
        Sentence(
          "\(ensemble.faults) levels were no number. That is a fault of the program: please report it.",
          emphasis: .strong))
    }
    return sentences
  }

  // MARK: What can't be run

  private var gaps: Part? {
    guard !ensemble.model.gaps.isEmpty else { return nil }
    let sentences = ensemble.model.gaps.map { gap in
      let places = gap.tellings.compactMap(theory.telling).map(\.place.words)
      return Sentence(
        "\(theory.configuration(gap.configuration)?.title ?? gap.configuration.text): \(gap.why) (\(places.joined(separator: "; "))).",
        why: [why(gap.configuration)])
    }
    return Part(id: "gaps", title: "What can't be run", blocks: [.list(sentences)])
  }

  // MARK: What is certain

  private var proofs: Part? {
    guard !run.proofs.isEmpty else { return nil }
    let certain = run.proofs.filter { if case .open = $0.certificate { false } else { true } }
    let moving = certain.filter { $0.certificate != .noEffect }
    var blocks: [Block] = []
    if moving.isEmpty {
      blocks.append(.paragraph([Sentence("Of no action is a sign certain whatever the strengths.")]))
    } else {
      let rows = moving.map { [Cell(name($0.lever)), Cell($0.certificate.words), Cell(name($0.target))] }
      blocks.append(
        .table(
          Table(
            caption: "Certain whatever the strengths, while the partners stay together",
            columns: ["The action", "", "What"], rows: rows)))
    }
    let still = certain.count - moving.count
    if still > 0 { blocks.append(.paragraph([Sentence("\(still) times the action can't move it at all.")])) }
    blocks += openings
    return Part(id: "certain", title: "Certain, whatever the strengths", blocks: blocks)
  }

  /// What keeps signs open: for a plan, thing by thing; for all actions, what stands in the way most often.
  private var openings: [Block] {
    let open = run.proofs.compactMap { proof -> (ModelRun.Proof, Certificate.Opening)? in
      if case .open(let opening) = proof.certificate { (proof, opening) } else { nil }
    }
    guard !open.isEmpty else { return [] }
    if !ensemble.plan.steps.isEmpty {
      return [.subheading("What keeps signs open"), .list(open.map { sentence($0.0, $0.1) })]
    }
    var counts: [InfluenceSource: Int] = [:]
    for source in open.flatMap({ $0.1.spoilers ?? [] }) { counts[source, default: 0] += 1 }
    let most = counts.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }.prefix(8)
    let rows = most.map { source, count in
      [Cell(source.title(in: theory), why: source.configuration.map { [why($0)] } ?? []), number(count)]
    }
    let intro = Sentence(
      "\(open.count) signs are open. Without these, more would be certain: how often each is in the smallest set that stands in the way."
    )
    return [
      .subheading("What keeps signs open"), .paragraph([intro]),
      .table(
        Table(
          caption: "What stands in the way", columns: ["How it works", "Of \(open.count)"], rows: Array(rows))
      ),
    ]
  }

  private func sentence(_ proof: ModelRun.Proof, _ opening: Certificate.Opening) -> Sentence {
    let what = "\(name(proof.lever)), on \(name(proof.target))"
    guard let spoilers = opening.spoilers else {
      return Sentence("\(what): its own way works in both directions.")
    }
    let names = spoilers.map { "“\($0.title(in: theory))”" }
    let certain = opening.without == .more ? "never lowers it" : "never raises it"
    let bound = opening.isSmallest ? "" : " At least \(opening.atLeast) stand in the way."
    return Sentence(
      "\(what): without \(Theory.list(names)) it would be certain that it \(certain).\(bound)",
      why: spoilers.compactMap(\.configuration).map { why($0) })
  }

  // MARK: Orders

  private var orders: Part? {
    guard let trials = run.orders, !trials.orders.isEmpty else { return nil }
    let rows = trials.orders.enumerated().map { index, id in
      let scores = trials.scores.map { $0[index] }
      let told = ModelShare(counts: scores.map(\.met), models: scores.map { $0.met + $0.failed })
      let open = ModelShare(counts: scores.map(\.open), models: scores.map { $0.met + $0.failed + $0.open })
      return [
        Cell(theory.says(id)), Cell(told.models.contains { $0 > 0 } ? told.words : "can't be told"),
        Cell(open.frequency == .never ? "" : open.words),
      ]
    }
    let meeting = ModelShare(
      counts: settings.priors.indices.map { trials.meetingAll(prior: $0) },
      models: settings.priors.map { _ in settings.draws })
    return Part(
      id: "orders", title: "What the theory says in words, held against its models",
      blocks: [
        .paragraph([
          Sentence(
            "All else is drawn, the same for both starts. No statement is failed \(meeting.words).")
        ]),
        .table(
          Table(
            caption: "Statements of order",
            columns: ["Statement", "Met", "Can't be told, since one has ended"],
            rows: rows)),
      ])
  }
}
