import Bibliography
import Dynamics
import ProgrammeTheory
public import Reporting

/// Tells a forecast: what to compare first, then what is certain, then what always, never or sometimes comes, then why,
/// and what it hinges on.
public struct ForecastTeller: EnsembleTeller, Sendable {
  let forecast: Forecast
  private let program: String
  let detail: Detail
  /// What moved concepts through ``early``.
  private(set) var driving: [Driver] = []

  /// A teller of one forecast.
  ///
  /// - Parameters:
  ///   - forecast: the forecast.
  ///   - program: name and version of the program, for the colophon.
  ///   - detail: how much of it to tell.
  public init(of forecast: Forecast, madeBy program: String, detail: Detail = .full) {
    self.forecast = forecast
    self.program = program
    self.detail = detail
    driving = drivers(through: early)
  }

  var theory: Theory { forecast.theory }
  var ensemble: Ensemble { forecast.ensemble }
  var rounds: Int { forecast.settings.rounds }

  /// The page.
  public var page: Page {
    Page(
      title: "What may come: \(forecast.subject.title)", subtitle: forecast.subject.forewords,
      notice: theory.noticeBefore(
        "Shares are shares of models that the theory allows, and no probabilities."),
      story: story, parts: parts, explanations: explanations, sources: sources,
      colophon:
        "\(program); theory \(theory.identity.id) \(theory.identity.version); case \(forecast.subject.id), as of "
        + "\(forecast.asOf.date?.description ?? "the start"); \(forecast.settings.models) models, \(rounds) rounds, seed \(forecast.settings.seed)."
    )
  }

  /// The parts, in the order of honesty: proofs before counts, comparisons before shares.
  var parts: [Part] {
    [compared, certain, ends, courses, why, places, history, besides, hinges, making].compactMap(\.self)
      .map { $0.told(in: detail) }
  }

  /// An assessment's page with what may come told in the same story.
  public func added(to page: Page) -> Page {
    var page = page
    page.notice = theory.noticeBefore(
      "The theory gives directions, not sizes and no clock. Shares are shares of models that it allows: nothing here is a probability."
    )
    page.story += [besideNeutral, sinceStart, mostOften, main, contested].compactMap(\.self)
    // How it was worked out stays last.
    let last = page.parts.firstIndex { $0.id == "workings" } ?? page.parts.endIndex
    page.parts.insert(
      contentsOf: parts.map {
        Part(id: "forecast-\($0.id)", title: "What may come: \(lowered($0.title))", blocks: $0.blocks)
      },
      at: last)
    return page
  }

  // MARK: The story

  /// The whole in a few sentences.
  var story: [Sentence] {
    [
      Sentence(forecast.asOf.words, emphasis: .muted), known, besideNeutral, sinceStart, mostOften, main,
      alike,
      contested, findOut, faults,
    ].compactMap(\.self)
  }

  private var known: Sentence {
    let facts = Set(forecast.now.start.known.map(\.concept)).count
    let open = forecast.now.unknown(in: theory).count
    return Sentence(
      "Known here: \(facts) of \(theory.concepts.count) things that the theory speaks of. The other \(open) are drawn from all that they may be, so the answer is wide."
    )
  }

  private var besideNeutral: Sentence {
    let trials = forecast.besideNeutral
    return Sentence(
      "Beside a collaboration of which nothing leans either way, this one ends better \(trials.better(1).words) "
        + "and worse \(trials.worse(1).words).", emphasis: .strong)
  }

  private var sinceStart: Sentence? {
    guard let history = forecast.history else { return nil }
    let last = history.trials.options.count - 1
    let (better, worse) = (history.trials.better(last), history.trials.worse(last))
    guard better.frequency != .never || worse.frequency != .never else {
      return Sentence("What has happened since the start changes the end of no model.")
    }
    let since =
      history.turns.startIndex > 0
      ? "Of the last \(history.turns.count) things that happened" : "What has happened since the start"
    return Sentence("\(since): the end is better \(better.words) and worse \(worse.words).")
  }

  private var mostOften: Sentence? {
    let seen = ensemble.ranks.filter { $0.share.frequency != .never }
      .sorted { $0.share.middle > $1.share.middle }.prefix(2)
    guard !seen.isEmpty else { return nil }
    let told = seen.map { "\($0.rank.words) \($0.share.words)" }
    return Sentence(
      "After \(rounds) rounds of work, most often: \(told.joined(separator: "; ")). How often depends on what is drawn: go by the comparisons."
    )
  }

  private var main: Sentence? {
    let turning = turning.prefix(5)
    guard !turning.isEmpty else { return nil }
    let changes = turning.map { theory.change(Literal($0.direction, $0.concept)) }
    return Sentence(
      "In more than half of the models, whatever the way of drawing: \(Theory.list(changes)).",
      why: turning.flatMap { leading($0.concept, $0.direction).prefix(1).flatMap(why) })
  }

  /// The main things that go one way in more than half of the models of every way of drawing.
  var turning: [(concept: Concept.ID, direction: Direction)] {
    forecast.mainThings.compactMap { concept in
      guard let changes = ensemble.changes(of: concept, by: rounds) else { return nil }
      if changes.risen.range.lowerBound > 0.5 { return (concept, .more) }
      return changes.fallen.range.lowerBound > 0.5 ? (concept, .less) : nil
    }
  }

  private var alike: Sentence? {
    let same = forecast.besides.filter(\.isAlikeAtStart)
    guard let first = same.first else { return nil }
    let apart = first.trials.better(4).frequency != .never || first.trials.worse(4).frequency != .never
    return Sentence(
      "At the start this case can't be told apart from “\(first.other.title)”."
        + (apart ? " What happened since parts them." : ""))
  }

  private var contested: Sentence? {
    let deciding = readings.filter(\.decides)
    guard let first = deciding.first else { return nil }
    let more = deciding.count > 1 ? " (and on \(deciding.count - 1) more)" : ""
    return Sentence(
      "The end depends on which of the theory's readings holds on \(first.about)\(more).",
      mark: .contested)
  }

  private var findOut: Sentence? {
    guard let first = openFacts.first, first.difference >= 0.05 else { return nil }
    return Sentence("Find out first: \(first.question) The end hangs on it more than on any other open fact.")
  }

  private var faults: Sentence? {
    guard ensemble.faults > 0 else { return nil }
    return Sentence(
      "\(ensemble.faults) levels were no number. That is a fault of the program: please report it.",
      emphasis: .strong)
  }
}

extension Case {
  /// What a reader should know of a case before anything is said of it.
  var forewords: String {
    let kind = kind == .illustration ? "An illustration, not a real case. " : ""
    let fed =
      fedTheory
      ? "This case is among the studies that the theory was made from: it can't test it. " : ""
    return kind + fed + summary
  }
}

extension Forecast.Beside {
  /// Whether no model tells the two apart at the start.
  var isAlikeAtStart: Bool {
    isSameAtStart || (trials.better(1).frequency == .never && trials.worse(1).frequency == .never)
  }
}
