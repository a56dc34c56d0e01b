import Bibliography
import Dynamics
import ProgrammeTheory
public import Reporting

/// Tells an advice: what could be done, in how many models it ends better for it, when, and on what that hangs.
public struct AdviceTeller: Teller, Sendable {
  let advice: Advice
  private let program: String
  let detail: Detail

  /// A teller of one advice.
  ///
  /// - Parameters:
  ///   - advice: the advice.
  ///   - program: name and version of the program, for the colophon.
  ///   - detail: how much of it to tell.
  public init(of advice: Advice, madeBy program: String, detail: Detail = .full) {
    self.advice = advice
    self.program = program
    self.detail = detail
  }

  var theory: Theory { advice.theory }
  var singles: OptionTrials { advice.singles }
  var rounds: Int { advice.settings.rounds }

  /// The page.
  public var page: Page {
    Page(
      title: "What may help: \(advice.subject.title)", subtitle: advice.subject.forewords,
      notice: theory.noticeBefore(
        "Shares are shares of models that the theory allows, and no probabilities."),
      story: story,
      parts: [options, helping, together, timing, others, findOut, making].compactMap(\.self)
        .map { $0.told(in: detail) },
      explanations: explanations, sources: sources,
      colophon:
        "\(program); theory \(theory.identity.id) \(theory.identity.version); case \(advice.subject.id), as of "
        + "\(advice.asOf.date?.description ?? "the start"); \(advice.settings.models) models, \(rounds) rounds, seed \(advice.settings.seed)."
    )
  }

  // MARK: What is ranked

  /// The actions, those that help most first, by their options.
  var ranked: [Int] { singles.ranked(advice.actions.indices.map { $0 + 1 }) }

  /// The actions of which models say something, by their options.
  func actions(that verdict: OptionVerdict) -> [Int] { ranked.filter { singles.verdict($0) == verdict } }

  func lever(_ option: Int) -> Lever { advice.actions[option - 1] }

  /// Actions as they stand inside a sentence.
  func names(_ levers: [Lever.ID]) -> String {
    Theory.list(levers.map { id in lowered(theory.levers.first { $0.id == id }?.name ?? id.text) })
  }

  // MARK: The story

  private var story: [Sentence] {
    [
      Sentence(advice.asOf.words, emphasis: .muted), counted, best, set, form, alone, ask,
    ].compactMap(\.self)
  }

  private var counted: Sentence {
    let counts = OptionVerdict.allCases.map { actions(that: $0).count }
    let clear = actions(that: .helps).count { singles.leastNet($0) >= 0.05 }
    return Sentence(
      "Of \(advice.actions.count) actions, each beside doing nothing more on the same models: \(counts[0]) help (\(clear) of them in at least 1 of 20 models on balance), \(counts[1]) harm, \(counts[2]) help or harm by the way of drawing, \(counts[3]) make no clear difference to the end."
    )
  }

  private var best: Sentence? {
    let helping = actions(that: .helps).prefix(3)
    guard let first = helping.first else {
      return Sentence(
        "No action ends better more often than worse in every way of drawing.", emphasis: .strong)
    }
    let others = helping.dropFirst().map { lowered(lever($0).name) }
    let then = others.isEmpty ? "" : " Next: \(others.joined(separator: "; "))."
    return Sentence(
      "What helps most by itself: \(lowered(lever(first).name)). It ends better \(singles.better(first).words), worse \(singles.worse(first).words).\(then)",
      emphasis: .strong)
  }

  private var set: Sentence? {
    guard let together = advice.together else { return nil }
    let sizes = [3, 2].compactMap { together.best(of: $0).first }
    guard let best = sizes.first else { return nil }
    let trials = together.trials
    return Sentence(
      "Of those put together, the best \(together.sets[best].count): \(names(together.sets[best])). It ends better \(trials.better(best + 1).words), worse \(trials.worse(best + 1).words)."
    )
  }

  private var form: Sentence? {
    guard let looser = advice.looser, let option = advice.looserOption else { return nil }
    return Sentence(
      "A looser arrangement (\(looser.name)) instead ends better \(singles.better(option).words), worse \(singles.worse(option).words)."
    )
  }

  private var alone: Sentence {
    let bad = ModelShare.adding([ModelEnd.Rank.parted, .shell, .poor].map { singles.ends(0, $0) })
    return Sentence(
      "Not to collaborate spares you what comes \(bad.words): parting, an empty shell, or working together badly. It forgoes what comes \(singles.ends(0, .good).words): working together well. The theory says nothing of what each would reach alone."
    )
  }

  private var ask: Sentence? {
    guard let first = turningFacts.first else { return nil }
    return Sentence("Find out before you act: \(first.question) What helps most depends on it.")
  }

  // MARK: The options that are always there

  private var options: Part {
    var rows: [[Cell]] = []
    func row(_ label: String, _ trials: OptionTrials, _ option: Int) {
      let isBase = option == 0
      rows.append(
        [
          Cell(label), Cell(isBase ? "" : trials.better(option).cell),
          Cell(isBase ? "" : trials.worse(option).cell),
          Cell(
            ModelShare.adding([ModelEnd.Rank.parted, .shell, .poor].map { trials.ends(option, $0) }).cell),
          Cell(trials.ends(option, .middling).cell), Cell(trials.ends(option, .good).cell),
        ])
    }
    row("Do nothing more", singles, 0)
    if let looser = advice.looser, let option = advice.looserOption {
      row("A looser arrangement: \(looser.name)", singles, option)
    }
    if let first = ranked.first { row(Theory.capitalised(lever(first).name), singles, first) }
    if let together = advice.together {
      for size in [2, 3] {
        if let best = together.best(of: size).first {
          row(Theory.capitalised(names(together.sets[best])), together.trials, best + 1)
        }
      }
    }
    rows.append([Cell("Do not collaborate")] + (0..<5).map { _ in Cell("–") })
    let columns = ["Option", "Better", "Worse", "Part, shell or badly", "Neither", "Well"]
    let noLooser =
      advice.looser == nil
      ? "No looser arrangement is run: the case's own isn't known, or is the loosest that the theory has. "
      : ""
    return Part(
      id: "options", title: "What you could do",
      blocks: [
        .paragraph([
          Sentence(
            "Of 10 models, so many. Better and worse are beside doing nothing more, on the same models; the rest is how they end. \(noLooser)The theory says nothing of organisations that don't collaborate."
          )
        ]),
        .table(Table(caption: "The options side by side", columns: columns, rows: rows)),
      ])
  }
}
