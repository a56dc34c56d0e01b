import Dynamics
import ProgrammeTheory
import Reporting

/// A fact that nobody knows, and how the ends differ with it.
struct OpenFact {
  let parameter: Parameter
  /// What to ask, as a sentence.
  let question: String
  /// In how many models they are together at the end, and not badly, where the fact lies low, and where it lies high.
  let low: ModelShare
  let high: ModelShare

  /// By how much the shares differ, at the least over the ways of drawing; 0 where ways of drawing differ on the
  /// direction.
  var difference: Double {
    let differences = zip(low.shares, high.shares).map { $1 - $0 }
    guard let least = differences.min(), let most = differences.max(), least * most > 0 else { return 0 }
    return Swift.min(abs(least), abs(most))
  }
}

/// A point on which the theory contradicts itself, and how the ends differ by reading.
struct ReadingOutcome {
  let about: String
  /// What each reading says, and in how many models they are together at the end, and not badly, where it holds.
  let readings: [(says: String, share: ModelShare)]

  /// Whether the readings differ by more than 1 of 20 models, the same way in every way of drawing.
  var decides: Bool {
    guard let first = readings.first?.share else { return false }
    return readings.dropFirst().contains { other in
      let differences = zip(first.shares, other.share.shares).map { $1 - $0 }
      return differences.allSatisfy { $0 > 0.05 } || differences.allSatisfy { $0 < -0.05 }
    }
  }
}

extension ForecastTeller {
  private func holding(where parameter: Int, lies parts: Range<Int>) -> ModelShare {
    ModelShare.adding(
      ensemble.ranks(where: parameter, lies: parts).filter { $0.rank >= .middling }.map(\.share))
  }

  /// The facts that nobody knows, those on which the end hangs most first.
  var openFacts: [OpenFact] {
    let facts = ensemble.model.program.parameters.enumerated().compactMap { index, parameter -> OpenFact? in
      guard parameter.isOpenFact, let id = parameter.concept, let concept = theory.concept(id) else {
        return nil
      }
      let isBinary = if case .choice = parameter.distribution { true } else { false }
      let whose =
        parameter.place == .collaboration || parameter.place == nil
        ? "" : " (\(parameter.place.map(forecast.subject.words) ?? ""))"
      return OpenFact(
        parameter: parameter,
        question: concept.question.map { "“\($0.ask)”\(whose)" } ?? "\(concept.name)\(whose).",
        low: holding(where: index, lies: isBinary ? 0..<1 : 0..<3),
        high: holding(where: index, lies: isBinary ? 1..<2 : 7..<10))
    }
    return facts.enumerated().sorted {
      $0.element.difference != $1.element.difference
        ? $0.element.difference > $1.element.difference : $0.offset < $1.offset
    }.map(\.element)
  }

  /// The theory's contradictions, and how the ends differ by reading.
  var readings: [ReadingOutcome] {
    ensemble.model.program.parameters.enumerated().compactMap { index, parameter -> ReadingOutcome? in
      guard parameter.kind == .reading, parameter.distribution.single == nil else { return nil }
      let rivalry = theory.rivalries.first { "reading/\($0.id)" == parameter.id }
      let count = Int(parameter.distribution.bounds.upperBound) + 1
      return ReadingOutcome(
        about: rivalry?.about ?? parameter.meaning,
        readings: (0..<count).map { choice in
          let says = rivalry.flatMap { $0.readings.indices.contains(choice) ? $0.readings[choice].name : nil }
          return (says ?? "reading \(choice + 1)", holding(where: index, lies: choice..<choice + 1))
        })
    }
  }

  /// What the end hangs on: readings, facts to find out, and the other numbers.
  var hinges: Part? {
    var blocks: [Block] = []
    let (deciding, idle) = (readings.filter(\.decides), readings.filter { !$0.decides })
    for reading in deciding {
      blocks.append(.subheading("Contested: \(reading.about)"))
      blocks.append(
        .list(
          reading.readings.map {
            Sentence(
              "\(Theory.capitalised($0.says.withoutFullStop)): together and not badly \($0.share.words).")
          }))
    }
    if !idle.isEmpty {
      blocks.append(
        .paragraph([
          Sentence(
            "On \(idle.count) \(deciding.isEmpty ? "" : "other ")\(idle.count == 1 ? "point" : "points") the theory contradicts itself too, and the end hardly depends on which reading holds.",
            emphasis: .muted)
        ]))
    }
    let facts = openFacts.filter { $0.difference >= 0.02 }.prefix(20)
    if !facts.isEmpty {
      func table(_ facts: ArraySlice<OpenFact>) -> Block {
        .table(
          Table(
            caption: "Of 10 models, so many are together and not badly, if the answer lies low or high",
            columns: ["Question", "If low", "If high"],
            rows: facts.map { [Cell($0.question), Cell($0.low.cell), Cell($0.high.cell)] }))
      }
      blocks += [.subheading("What to find out"), table(facts.prefix(6))]
      if facts.count > 6 {
        blocks.append(
          .details(
            summary: Sentence("\(facts.count - 6) more facts on which the end hangs less"),
            blocks: [table(facts.dropFirst(6))]))
      }
    }
    guard !blocks.isEmpty else { return nil }
    return Part(id: "hinges", title: "What the end hinges on", blocks: blocks)
  }

  // MARK: How it was made

  /// What was run, and what is assumed.
  var making: Part {
    let settings = forecast.settings
    var sentences = [
      Sentence(
        "\(settings.drawsForEach) models for each of \(ensemble.settings.priors.count) ways of drawing strengths, over \(rounds) rounds of work, in single precision, from seed \(settings.seed). A neutral start, places, events and other cases are compared on up to \(settings.beside.draws) of each, and what moved what is kept in as many."
      ),
      Sentence(
        "Drawn for each model: \(ensemble.model.program.parameters.count) numbers that the theory doesn't give. realist theory parameters lists them."
      ),
    ]
    sentences += forecast.now.assumptions.map { Sentence($0) }
    let facts = forecast.now.start.known.map { known in
      let place: String =
        if case .at(let place) = known.extent { " (\(forecast.subject.words(place)))" } else { "" }
      return "\(words(known.fact, of: known.concept))\(place)"
    }
    if !facts.isEmpty { sentences.append(Sentence("Known: \(facts.joined(separator: "; ")).")) }
    let gaps = ensemble.model.gaps.map {
      theory.configuration($0.configuration).map(title) ?? $0.configuration.text
    }
    if !gaps.isEmpty { sentences.append(Sentence("Can't be run: \(Theory.list(gaps)).")) }
    return Part(id: "making", title: "How this was made", blocks: [.list(sentences)])
  }
}
