import ProgrammeTheory
import Reporting

extension AssessmentTeller {
  /// How this works here: which configurations fire, which way and on what evidence; which don't apply, and which
  /// wait for a fact.
  var workings: Part {
    var blocks: [Block] = []
    let firing = entailment.firing.map { configuration, forms in
      forms.compactMap { firing in
        configuration.forms.first { $0.form == firing.form }.map { (form: $0, step: firing.step) }
      }
    }.flatMap(\.self).sorted { $0.step < $1.step }
    let direct = firing.filter { $0.step == 1 }
    let later = firing.filter { $0.step > 1 }
    blocks.append(
      .paragraph([
        Sentence(
          "\(direct.count) follow directly from what is known, \(later.count) from these in turn. Where chains of both "
            + "directions meet, a way of working and its reverse both stand here.")
      ]))
    if !direct.isEmpty { blocks.append(.table(table("What follows directly", direct))) }
    if !later.isEmpty {
      blocks.append(
        .details(
          summary: Sentence("What follows from these (\(later.count))"),
          blocks: [.table(table("In turn", later))]))
    }
    if let silent { blocks.append(silent) }
    if let inapplicable { blocks.append(inapplicable) }
    return Part(id: "workings", title: "How it works here", blocks: blocks)
  }

  private func table(_ caption: String, _ rows: [(form: CMOConfiguration, step: Int)]) -> Table {
    Table(
      caption: caption, columns: ["How it works", "Rests on", "Since"],
      rows: rows.map { row in
        let rests = row.form.form == .reversedByRule ? "reversed by rule" : evidenceWords(row.form.id)
        let decided = row.form.starts.map(theory.state) + row.form.conditions.map(theory.state)
        return [
          Cell(theory.sentence(row.form), why: [why(row.form.id, row.form.form)]), Cell(rests),
          Cell(Theory.list(decided)),
        ]
      })
  }

  private var silent: Block? {
    let waiting = theory.configurations.compactMap { configuration -> Sentence? in
      guard case .silent(let wanting)? = entailment.verdict(of: configuration.id) else { return nil }
      return Sentence(
        "\(title(configuration)). Not known: \(names(wanting)).", why: [why(configuration.id)],
        mark: .silent)
    }
    guard !waiting.isEmpty else { return nil }
    return .details(
      summary: Sentence("What stays silent for want of a fact (\(waiting.count))"), blocks: [.list(waiting)])
  }

  private var inapplicable: Block? {
    let failing = theory.configurations.compactMap { configuration -> Sentence? in
      guard case .doesNotApply(let reason)? = entailment.verdict(of: configuration.id) else { return nil }
      return Sentence("\(title(configuration)). \(words(reason)).", why: [why(configuration.id)])
    }
    guard !failing.isEmpty else { return nil }
    return .details(summary: Sentence("What doesn't apply here (\(failing.count))"), blocks: [.list(failing)])
  }

  private func words(_ reason: Verdict.Reason) -> String {
    switch reason {
    case .condition(let condition): "It applies only where there is \(theory.state(condition))"
    case .context(let literal): "It needs \(theory.state(literal))"
    case .mechanism(let literal): "Nobody brings \(theory.state(literal))"
    }
  }

  // MARK: Loops

  /// The loops that run on what fires.
  var loops: Part? {
    guard !assessment.loops.isEmpty else { return nil }
    return Part(
      id: "loops", title: "Circles in play",
      blocks: [
        .list(
          assessment.loops.prefix(detail == .full ? 5 : 3).map {
            Sentence(words($0), why: why($0), mark: mark($0))
          })
      ])
  }

  private func mark(_ loop: Loop) -> Mark? {
    guard loop.sign == .reinforcing, let wanted = wantedInLoop(loop) else { return nil }
    return wanted ? .rises : .falls
  }

  /// Whether a reinforcing loop carries a main thing the way it is wanted; `nil` where it carries none.
  private func wantedInLoop(_ loop: Loop) -> Bool? {
    for hop in loop.hops {
      if let wanted = theory.outlook.first(where: { $0.concept == hop.to.concept })?.wanted {
        return wanted == hop.to.direction
      }
    }
    return nil
  }

  private func words(_ loop: Loop) -> String {
    let hops = loop.hops.map { theory.change($0.to) }
    let start = loop.hops.first.map { theory.state($0.from) } ?? ""
    let kind: String =
      switch (loop.sign, wantedInLoop(loop)) {
      case (.balancing, _): "A circle that brings itself back"
      case (_, true?): "A circle that builds up"
      case (_, false?): "A circle that runs down"
      case (_, nil): "A circle that feeds itself"
      }
    return "\(kind): \(([start] + hops).joined(separator: " → ")).\(exit(loop))"
  }

  private func exit(_ loop: Loop) -> String {
    let outside = loop.entries.filter { entailment.verdict(of: $0)?.fires != true }.compactMap(
      theory.configuration)
    let helpful = outside.filter { configuration in
      configuration.outcome.contains { effect in
        loop.hops.contains { $0.to.concept == effect.concept && effect.literal == $0.to.reversed.plain }
      }
    }
    guard loop.sign == .reinforcing, !helpful.isEmpty else { return "" }
    let ways = helpful.prefix(2).map { lowered(title($0)) }
    let lead = wantedInLoop(loop) == true ? "What would break it" : "A way out"
    return
      " \(lead): \(ways.joined(separator: "; "))\(helpful.count > 2 ? ", and \(helpful.count - 2) more" : "")."
  }

  private func why(_ loop: Loop) -> [String] {
    loop.hops.compactMap { hop in
      hop.configurations.first.map { why($0, hop.isByRule ? .reversedByRule : .told) }
    }
  }

  // MARK: Readings

  /// Where the theory contradicts itself: what follows under each reading.
  var readings: Part? {
    guard !assessment.contests.isEmpty else { return nil }
    let blocks = assessment.contests.flatMap { contest -> [Block] in
      var blocks: [Block] = [.subheading("On \(contest.rivalry.about)")]
      blocks.append(
        .list(
          contest.rivalry.readings.map { reading in
            Sentence(
              "One reading: \(reading.name).", why: reading.configurations.map { why($0) }, mark: .contested)
          }))
      if contest.differOn.isEmpty {
        blocks.append(.paragraph([Sentence("Here it changes none of the main things.", emphasis: .muted)]))
      } else {
        blocks.append(.table(table(contest)))
      }
      return blocks
    }
    return Part(id: "readings", title: "Where the theory contradicts itself", blocks: blocks)
  }

  private func table(_ contest: Contest) -> Table {
    let positions = theory.outlook.enumerated().filter { contest.differOn.contains($0.element.concept) }
    return Table(
      caption: "What each reading gives", columns: ["What"] + contest.outcomes.map(\.reading.name),
      rows: positions.map { index, prospect in
        [Cell(Theory.capitalised(name(prospect.concept)))]
          + contest.outcomes.map { outcome in
            let standing = outcome.outlook[index].standing
            let guarded = standing.bufferedBy.isEmpty ? "" : ", with some protection"
            return Cell(afterMark(standing.tendency) + guarded, mark: mark(standing.tendency))
          }
      })
  }
}
