import Bibliography
import Dynamics
import ProgrammeTheory
import Reporting

extension AdviceTeller {
  // MARK: What helps

  /// The actions that help, ranked.
  var helping: Part {
    let helping = actions(that: .helps)
    guard !helping.isEmpty else {
      return Part(
        id: "helps", title: "What helps",
        blocks: [
          .paragraph([
            Sentence("No action of the theory helps here in every way of drawing, beyond what chance gives.")
          ])
        ])
    }
    let rows = helping.enumerated().map { place, option in
      [
        Cell("\(place + 1). \(Theory.capitalised(lever(option).name))"), Cell(singles.better(option).cell),
        Cell(singles.worse(option).cell), Cell(singles.regret(option).cell), Cell(when(lever(option).id)),
      ]
    }
    return Part(
      id: "helps", title: "What helps",
      blocks: [
        .paragraph([
          Sentence(
            "Each action by itself, begun in the first round and kept up, beside doing nothing more on the same models. Ranked by how much oftener it ends better than worse in the way of drawing that is least kind to it, then by how seldom another option would have ended better."
          )
        ]),
        detail.block(
          rankingFigure(
            Table(
              caption: "Of 10 models, so many",
              columns: ["Action", "Better", "Worse", "Another is better", "Helps if begun"], rows: rows))),
      ] + listed(helping.map(sentence), open: 6, "more actions that help"))
  }

  /// In which rounds an action can begin and helps.
  private func when(_ lever: Lever.ID) -> String {
    guard let place = advice.timing.levers.firstIndex(of: lever) else { return "from round 1" }
    guard let window = advice.timing.window(place) else { return "not clear" }
    let isLate = window.upperBound == advice.timing.rounds.last
    let until = isLate ? "at any time" : "up to round \(window.upperBound)\(dated(window.upperBound))"
    return window.lowerBound == 1
      ? until : "from round \(window.lowerBound)\(dated(window.lowerBound)), \(until)"
  }

  /// When a round begins, where the case says how long one is and the date is known.
  private func dated(_ round: Int) -> String {
    advice.subject.date(ofRound: round, from: advice.asOf.date).map { " (\($0))" } ?? ""
  }

  /// What an action does, through what, to which end, and on what that hangs.
  func sentence(_ option: Int) -> Sentence {
    let own = lever(option)
    let turn = singles.mainTurn(option, isBetter: true).map {
      " Most often it turns “\($0.from.words)” into “\($0.to.words)”."
    }
    let worse = singles.verdict(option) == .harms ? singles.mainTurn(option, isBetter: false) : nil
    let harm = worse.map { " Most often it turns “\($0.from.words)” into “\($0.to.words)”." }
    let note = own.note.map { " \($0.closed)" } ?? ""
    let ways = theory.configurations.filter { configuration in
      configuration.forms.contains { form in
        form.starts.contains { start in own.moves.contains { $0.literal?.plain == start.plain } }
      }
    }
    let place = own.place.map { " (\($0.words))" } ?? ""
    return Sentence(
      "\(Theory.capitalised(own.name))\(place): better \(singles.better(option).words), worse \(singles.worse(option).words)."
        + ((harm ?? turn) ?? "") + hinge(option) + proof(own.id) + note,
      why: ways.prefix(6).map { why($0.id) })
  }

  /// What is certain of an action, in a few words.
  private func proof(_ lever: Lever.ID) -> String {
    let signed = advice.proofs.filter {
      $0.lever == lever && ($0.certificate == .neverLowers || $0.certificate == .neverRaises)
    }
    guard !signed.isEmpty else { return "" }
    let told = signed.prefix(2).map { proof in
      let what: String =
        switch proof.target {
        case .concept(let id): name(id)
        case .ending(let id): "how far off this is: \(theory.says(id))"
        }
      return "\(proof.certificate.words) \(what)"
    }
    return " Certain, whatever the strengths: it \(Theory.list(told))."
  }

  // MARK: On what it hangs

  /// On what it hangs most that an action helps: the number by which it helps at one end and doesn't at the other.
  private func hinge(_ option: Int) -> String {
    let turning = singles.hinges.indices.compactMap { hinge -> (words: String, spread: Double)? in
      let (low, high) = nets(option, hinge)
      let parameter = singles.hinges[hinge]
      let spread = abs((low.lowerBound + low.upperBound) - (high.lowerBound + high.upperBound)) / 2
      guard spread >= 0.05 else { return nil }
      if low.lowerBound > 0.02, high.upperBound <= 0 { return (words(parameter, isHigh: false), spread) }
      if high.lowerBound > 0.02, low.upperBound <= 0 { return (words(parameter, isHigh: true), spread) }
      return nil
    }
    guard let most = turning.max(by: { $0.spread < $1.spread }) else { return "" }
    return " Works only if \(most.words)."
  }

  /// By how much an option ends better oftener than worse where a hinge lies low and where it lies high.
  func nets(_ option: Int, _ hinge: Int) -> (low: ClosedRange<Double>, high: ClosedRange<Double>) {
    let isReading = singles.hinges[hinge].kind == .reading
    return (
      ModelShare.net(singles.effect(option, where: hinge, lies: .low)),
      ModelShare.net(singles.effect(option, where: hinge, lies: isReading ? .middle : .high))
    )
  }

  /// What a hinge says at one of its ends, as a clause.
  func words(_ parameter: Parameter, isHigh: Bool) -> String {
    if parameter.kind == .reading {
      let rivalry = theory.rivalries.first { "reading/\($0.id)" == parameter.id }
      let place = isHigh ? 1 : 0
      let name = rivalry.flatMap { $0.readings.indices.contains(place) ? $0.readings[place].name : nil }
      return "this reading holds: \(clause(name ?? parameter.meaning))"
    }
    guard let concept = parameter.concept else { return parameter.meaning }
    return "there is \(theory.state(Literal(isHigh ? .more : .less, concept)))\(whose(parameter))"
  }

  private func whose(_ parameter: Parameter) -> String {
    guard let place = parameter.place, place != .collaboration else { return "" }
    return " (\(advice.subject.words(place)))"
  }

  /// A fact on which it hangs which action helps most.
  struct TurningFact {
    let question: String
    let ifLow: Lever
    let ifHigh: Lever
    let spread: Double
  }

  /// The facts on which it hangs which action helps most, those that matter most first.
  var turningFacts: [TurningFact] {
    let options = Array(ranked.prefix(8))
    return singles.hinges.indices.compactMap { hinge -> TurningFact? in
      let parameter = singles.hinges[hinge]
      guard parameter.isOpenFact, let concept = parameter.concept.flatMap(theory.concept) else { return nil }
      let all = options.map { (option: $0, nets: nets($0, hinge)) }
      guard let low = all.max(by: { $0.nets.low.lowerBound < $1.nets.low.lowerBound }),
        let high = all.max(by: { $0.nets.high.lowerBound < $1.nets.high.lowerBound }),
        low.option != high.option
      else { return nil }
      // What is lost at each end by taking the other end's best.
      let spread = min(
        low.nets.low.lowerBound - high.nets.low.lowerBound,
        high.nets.high.lowerBound - low.nets.high.lowerBound)
      guard spread >= 0.02 else { return nil }
      return TurningFact(
        question: concept.question.map { "“\($0.ask)”\(whose(parameter))" }
          ?? "\(concept.name)\(whose(parameter)).",
        ifLow: lever(low.option), ifHigh: lever(high.option), spread: spread)
    }.sorted { $0.spread > $1.spread }
  }
}
