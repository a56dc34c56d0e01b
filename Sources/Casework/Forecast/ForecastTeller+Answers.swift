import Dynamics
import ProgrammeTheory
import Reporting

extension ForecastTeller {
  // MARK: What to compare

  /// The ends beside those of a neutral collaboration, on the same models.
  var compared: Part {
    let trials = forecast.besideNeutral
    let meeting = ensemble.ranksWhereOrdersHold
    var columns = ["From worst to best", "This case", "Where nothing leans either way"]
    if !meeting.isEmpty { columns.append("This case, where no statement of the theory fails") }
    let rows = ensemble.ranks.enumerated().map { index, rank in
      [
        Cell(Theory.capitalised(rank.rank.words)), Cell(rank.share.words),
        Cell(trials.ends(0, rank.rank).words),
      ] + (meeting.isEmpty ? [] : [Cell(meeting[index].share.words)])
    }
    let chance = [trials.better(1), ensemble.goingOn(after: 0)].map { Int(($0.chance * 100).rounded(.up)) }
    return Part(
      id: "compared", title: "Compare before you count",
      blocks: [
        .paragraph([
          Sentence(
            "How often any start ends well is an artefact of what is drawn. What can be used is the difference on the same models: it ends better than the neutral one \(trials.better(1).words), worse \(trials.worse(1).words), the same \(trials.same(1).words)."
          ),
          Sentence(
            "A range spans the \(ensemble.settings.priors.count) ways of drawing strengths. Chance alone moves the shares of this case by up to \(chance[1]) of 100 models, and comparisons by up to \(chance[0])."
          ),
        ]),
        .table(Table(caption: "How it ends, on the same models", columns: columns, rows: rows)),
      ])
  }

  // MARK: What is certain

  /// What is proved of the theory's actions here.
  var certain: Part? { certain(forecast.proofs) }

  // MARK: Always, never, both

  /// What was seen in the models: in all, in none, or in some.
  var ends: Part {
    Part(
      id: "ends", title: "How it may end: always, never, or in some models",
      blocks: endBlocks + [.figure(endFigure)])
  }

  // MARK: Where things go

  /// In how many models each of the main things rises and falls.
  var courses: Part {
    let told = [1, 4].filter { $0 < rounds } + [rounds]
    let rows = forecast.mainThings.map { concept in
      [Cell(Theory.capitalised(name(concept)))]
        + told.map { round in
          let changes = ensemble.changes(of: concept, by: round)
          return Cell(changes.map { "up \($0.risen.cell), down \($0.fallen.cell)" } ?? "–")
        }
    }
    let columns = told.map { "By round \($0)" }
    return Part(
      id: "courses", title: "Where the main things go",
      blocks: [
        .paragraph([
          Sentence(
            "In how many of 10 models each visibly rises or falls from where it starts; the others stay. Where a model has ended, what it ended with counts."
          )
        ]),
        .table(
          Table(caption: "Of 10 models, so many", columns: ["Main thing"] + columns, rows: rows)),
        .figure(fan),
      ])
  }

  // MARK: Partner by partner

  /// The main things that lie in partners or between them, place by place.
  var places: Part? {
    guard let own = forecast.placeCourses else { return nil }
    return Part(
      id: "places", title: "Partner by partner",
      blocks: [
        .paragraph([
          Sentence(
            "What one partner holds of another may differ from what the other holds of it. Of each, the level that half of the models lie below and half above."
          )
        ])
      ] + placeFigures(own).prefix(detail == .full ? .max : 1).map(detail.block))
  }
}

extension Case {
  /// A place by the names that the case gives its partners.
  func words(_ place: LevelPlace) -> String {
    func name(_ number: Int) -> String {
      partners.indices.contains(number) ? partners[number].name : "partner \(number + 1)"
    }
    return switch place {
    case .collaboration: "the collaboration"
    case .partner(let number): name(number)
    case .relation(let of, let towards): "\(name(of)) towards \(name(towards))"
    }
  }
}
