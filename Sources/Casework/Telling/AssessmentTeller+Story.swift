import ProgrammeTheory
import Reporting

extension AssessmentTeller {
  /// The whole in a few sentences: what applies, what comes first, where it leads, what helps, what to find out.
  var story: [Sentence] {
    [
      date, scope, first, byReversal, further, torn, against, sinceStart, contradiction, help, findOut,
    ].compactMap(\.self)
  }

  /// The story for somebody who reads nothing else: up to five sentences, of each kind the one that says most.
  var briefStory: [Sentence] {
    [
      first ?? byReversal ?? scope, torn ?? further ?? sinceStart, against ?? contradiction ?? sinceStart,
      help,
      findOut,
    ].compactMap(\.self)
  }

  /// As of when the assessment holds.
  private var date: Sentence { Sentence(assessment.asOf.words, emphasis: .muted) }

  private var scope: Sentence {
    let firing = entailment.firingConfigurations.count
    let waiting = theory.configurations.filter { configuration in
      if case .silent? = entailment.verdict(of: configuration.id) { true } else { false }
    }.count
    return Sentence(
      "Of \(theory.configurations.count) ways in which this theory says that things work, \(firing) "
        + "\(firing == 1 ? "follows" : "follow") from what is known here; \(waiting) "
        + "\(waiting == 1 ? "waits" : "wait") for facts.")
  }

  private typealias Entry = (concept: Concept.ID, direction: Direction, standing: Standing)

  /// The main things of which one direction comes first. What is known to lie at the other end isn't told as if it
  /// moved: a fact stands against what is inferred.
  private var settled: [Entry] { turning.filter { !isRefuted($0) } }

  private var turning: [Entry] {
    mainThings.compactMap { prospect, standing in
      standing.tendency.first.map { (prospect.concept, $0, standing) }
    }
  }

  private func isRefuted(_ entry: Entry) -> Bool {
    guard case .lies(let direction, _)? = entry.standing.fact else { return false }
    return direction != entry.direction
  }

  /// Where what is known lies at the other end of what the theory would expect: a fact that the theory has to explain.
  private var against: Sentence? {
    let refuted = turning.filter(isRefuted)
    guard !refuted.isEmpty else { return nil }
    let told = refuted.map { entry in
      let fact = entry.standing.fact.map { words($0, of: entry.concept) } ?? name(entry.concept)
      return
        "\(fact), where the theory by itself would say that \(theory.change(Literal(entry.direction, entry.concept)))"
    }
    return Sentence(
      "What is known lies the other way: \(told.joined(separator: "; ")). The fact stands.",
      why: why(refuted.compactMap(ground)))
  }

  private func step(_ entry: Entry) -> Int {
    entry.standing.movedBy(entry.direction).first?.step ?? 0
  }

  private var first: Sentence? {
    let soon = settled.filter { step($0) == 1 && ground($0)?.form == .told }.prefix(5)
    guard !soon.isEmpty else { return nil }
    let changes = soon.map { theory.change(Literal($0.direction, $0.concept)) }
    return Sentence(
      "From what is known follows first: \(Theory.list(changes)).\(caveat(soon))",
      why: why(soon.compactMap(ground)), emphasis: .strong)
  }

  private var byReversal: Sentence? {
    let soon = settled.filter { step($0) == 1 && ground($0)?.form == .reversedByRule }.prefix(4)
    guard !soon.isEmpty else { return nil }
    let changes = soon.map { theory.change(Literal($0.direction, $0.concept)) }
    return Sentence(
      "By turning round what the theory tells, which is a hypothesis: \(Theory.list(changes)).",
      why: why(soon.compactMap(ground)), emphasis: .muted)
  }

  /// Which of these are reached from the other side too.
  private func caveat(
    _ entries: some Sequence<Entry>
  ) -> String {
    let opposed = entries.filter(\.standing.tendency.isContested).map { name($0.concept) }
    return opposed.isEmpty
      ? "" : " Longer or weaker-founded chains pull \(Theory.list(opposed)) the other way."
  }

  private func ground(_ entry: Entry) -> Ground? {
    entry.standing.movedBy(entry.direction).first
  }

  private var further: Sentence? {
    let later = settled.filter { step($0) > 1 }.sorted { step($0) < step($1) }.prefix(4)
    guard !later.isEmpty else { return nil }
    let changes = later.map { theory.change(Literal($0.direction, $0.concept)) }
    return Sentence(
      "From there, \(Theory.list(changes)).\(caveat(later))", why: why(later.compactMap(ground)))
  }

  private var torn: Sentence? {
    let both = mainThings.filter { $0.standing.tendency == .pulledBothWays && $0.standing.fact == nil }
    guard !both.isEmpty else { return nil }
    let grounds = both.flatMap { $0.standing.raisedBy.prefix(1) + $0.standing.loweredBy.prefix(1) }
    return Sentence(
      "Pulled both ways from the first, so that the theory alone can't tell: \(names(both.map(\.prospect.concept))).",
      why: why(grounds), mark: .contested)
  }

  private var sinceStart: Sentence? {
    let most = assessment.turns.enumerated().max { $0.element.shifts.count < $1.element.shifts.count }
    guard let (place, turn) = most, !turn.shifts.isEmpty else { return nil }
    let told = turn.shifts.prefix(3)
    let changes = told.map { shift in
      guard shift.isGiven, let fact = turn.after.entailment.standing(of: shift.concept).fact,
        case .lies = fact
      else { return brief(shift.after, of: shift.concept) }
      return "there is \(words(fact, of: shift.concept))"
    }
    let later = assessment.turns[(place + 1)...].flatMap(\.shifts).map(\.concept)
    let isPast = told.contains { later.contains($0.concept) }
    return Sentence(
      "Of what happened since the start, this changed most (\(turn.date)): \(clause(turn.title)). After it, "
        + "\(Theory.list(changes)).\(isPast ? " Later things changed some of this again." : "")")
  }

  /// A tendency as one of several in a sentence: which way comes first.
  private func brief(_ tendency: Standing.Tendency, of concept: Concept.ID) -> String {
    switch tendency {
    case .turnsFirst(let direction): "\(theory.change(Literal(direction, concept))) at first"
    default: words(tendency, of: concept)
    }
  }

  private var contradiction: Sentence? {
    let contests = assessment.contests.filter { !$0.differOn.isEmpty }
    guard let contest = contests.first else { return nil }
    let more = contests.count > 1 ? " (and on \(contests.count - 1) more)" : ""
    return Sentence(
      "The theory contradicts itself on \(contest.rivalry.about)\(more); both readings are kept.",
      why: contest.rivalry.readings.flatMap { $0.configurations.map { why($0) } }, mark: .contested)
  }

  private var help: Sentence? {
    let best = assessment.actions.filter(\.helps).prefix(3)
    // Where nothing is known there is nothing to turn yet, only something to find out.
    guard !best.isEmpty, !entailment.firingConfigurations.isEmpty else { return nil }
    return Sentence(
      "What turns most of it the way you want: \(best.map { lowered($0.lever.name) }.joined(separator: "; ")).",
      why: best.flatMap { $0.throughWhich.prefix(1).map { why($0.id, $0.form) } }, emphasis: .strong)
  }

  private var findOut: Sentence? {
    guard let question = assessment.questions.first(where: { !$0.decides.isEmpty }),
      let ask = question.concept.question?.ask
    else { return nil }
    return Sentence(
      "Find out first: “\(ask)” The answer decides how \(question.decides.count) of "
        + "\(theory.outlook.count) main things \(question.decides.count == 1 ? "stands" : "stand").")
  }
}
