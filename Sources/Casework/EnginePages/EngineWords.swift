import Dynamics
import ProgrammeTheory

extension Certificate {
  /// What is proved, in a few words.
  var words: String {
    switch self {
    case .noEffect: "no effect"
    case .neverLowers: "never lowers"
    case .neverRaises: "never raises"
    case .open: "open"
    }
  }
}

extension ModelEnd.Rank {
  /// The rank in plain words.
  var words: String {
    switch self {
    case .parted: "they part"
    case .shell: "an empty shell"
    case .poor: "together, and badly"
    case .middling: "together, neither well nor badly"
    case .good: "together, and well"
    }
  }
}

extension Ensemble.EndKind {
  /// What stands for it in data.
  var id: String {
    switch self {
    case .ended(let id, let isShell): isShell ? "shell/\(id)" : id.text
    case .standing(let id, _): id.text
    case .middling: "middling"
    }
  }

  /// What a reader is told.
  func name(in theory: Theory) -> String {
    switch self {
    case .ended(let id, let isShell): isShell ? "an empty shell, after: \(theory.says(id))" : theory.says(id)
    case .standing(let id, _): theory.says(id)
    case .middling: ModelEnd.Rank.middling.words
    }
  }
}

extension StartingPoint.Extent {
  /// Where, in plain words.
  var words: String {
    switch self {
    case .everywhere: "everywhere"
    case .at(.collaboration): "the collaboration"
    case .at(.partner(let number)): "partner \(number + 1)"
    case .at(.relation(let of, let towards)): "partner \(of + 1) towards \(towards + 1)"
    }
  }
}

extension Fact {
  /// The fact as it is written on the command line, without its concept.
  var words: String {
    switch self {
    case .lies(let direction, let isMuch): (isMuch ? "much " : "") + direction.rawValue
    case .neither: "neither"
    case .notApplicable: "not applicable"
    case .mixed: "mixed"
    }
  }
}

extension Theory {
  /// What a named block of dynamics says or is called.
  func says(_ id: DynamicsBlock.ID) -> String {
    for block in dynamics {
      switch block {
      case .ending(let ending) where ending.id == id: return ending.name
      case .label(let label) where label.id == id: return label.name
      case .order(let order) where order.id == id: return order.says
      default: continue
      }
    }
    return id.text
  }
}

extension ModelShare {
  /// In how many of the models, as a range over ways of drawing and never as one number: "in 6 to 9 of 10 models".
  var words: String {
    let all = models.reduce(0, +)
    switch frequency {
    case .always: return "in all \(all) models"
    case .never: return "in none of \(all) models"
    case .both:
      if range.upperBound < 0.05 { return "in fewer than 1 of 20 models" }
      if range.lowerBound > 0.95 { return "in more than 19 of 20 models" }
      let (low, high) = tenths
      return "in \(low) to \(high) of 10 models"
    }
  }

  /// The range in tenths: the nearest; where that would be one number, the tenths on both sides.
  private var tenths: (low: Int, high: Int) {
    let (low, high) = (range.lowerBound * 10, range.upperBound * 10)
    if low.rounded() < high.rounded() { return (Int(low.rounded()), Int(high.rounded())) }
    let (under, over) = (Int(low.rounded(.down)), Int(high.rounded(.up)))
    return under < over ? (under, over) : (max(0, under - 1), min(10, over + 1))
  }

  /// The range in tenths, as short as a cell of a table wants it: "6–9".
  var cell: String {
    switch frequency {
    case .always: return "all"
    case .never: return "none"
    case .both:
      if range.upperBound < 0.05 { return "under ½" }
      if range.lowerBound > 0.95 { return "over 9½" }
      return "\(tenths.low)–\(tenths.high)"
    }
  }

  /// How far chance alone may move one of the shares: half of the interval that holds 95 in 100, at its widest; from 0 to
  /// 1 (the normal approximation of the binomial).
  var chance: Double { models.map { $0 == 0 ? 1 : min(1, 0.98 / Double($0).squareRoot()) }.max() ?? 1 }

  /// The middle of the range.
  var middle: Double { (range.lowerBound + range.upperBound) / 2 }

  /// What was never seen may still be: in how many of the models of one way of drawing at most.
  var boundWords: String? {
    guard frequency == .never, let models = models.min(), models > 0 else { return nil }
    return "so it may be in up to 3 of \(models)"
  }
}

extension InfluenceSource {
  /// What a reader is told.
  func title(in theory: Theory) -> String {
    switch self {
    case .configuration(let id): theory.configuration(id)?.title ?? id.text
    case .blend(let concept): "what drives \(theory.concept(concept)?.name ?? concept.text) together"
    case .attempts(let concept): "success and failure in \(theory.concept(concept)?.name ?? concept.text)"
    case .lever(let id): "the action: \(theory.levers.first { $0.id == id }?.name ?? id.text)"
    case .rest: "the pull back to rest"
    }
  }

  /// The configuration, where it is one.
  var configuration: CMOConfiguration.ID? { if case .configuration(let id) = self { id } else { nil } }
}
