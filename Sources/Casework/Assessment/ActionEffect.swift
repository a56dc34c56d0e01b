public import ProgrammeTheory

/// What an action would change in what the theory says of a case.
public struct ActionEffect: Sendable {
  /// The action.
  public let lever: Lever
  /// The concepts of the outlook that it moves itself, and not against what is wanted: what it is for, and so no finding.
  public let movesItself: [Concept.ID]
  /// What would follow from it in the outlook.
  public let balance: Balance
  /// The configurations that would fire and start from what the action moves, each in the form in which it does; those
  /// that are told first. None of them moves a main thing against what is wanted.
  public let throughWhich: [CMOConfiguration]
  /// The others of these: ways in which the action also works against what is wanted.
  public let against: [CMOConfiguration]
  /// How many works support what is told of ``throughWhich``, or speak of the action. A reversal is no evidence.
  public let works: Int
  /// Whether all that it moves lies that way already.
  public let isInPlace: Bool

  /// The actions of a theory in a situation. First those after which most of the outlook is better off, less what is
  /// worse off, as ``Balance`` counts; then those that work in ways on which there is more evidence.
  static func all(in situation: Situation) -> [ActionEffect] {
    let before = situation.entailment
    let outlook = before.outlook
    let effects = before.theory.levers.map {
      ActionEffect($0, in: situation, before: before, outlook: outlook)
    }
    return effects.enumerated().sorted { one, other in
      let (a, b) = (one.element.rank, other.element.rank)
      return a == b ? one.offset < other.offset : b.lexicographicallyPrecedes(a)
    }.map(\.element)
  }

  private init(
    _ lever: Lever, in situation: Situation, before: Entailment,
    outlook: [(prospect: Prospect, standing: Standing)]
  ) {
    self.lever = lever
    isInPlace = lever.isInPlace(in: situation.facts)
    let after = isInPlace ? before : before.entailment(of: situation.facts.moved(by: lever))
    let moved = Set(lever.moves.compactMap(\.literal))
    let ways = after.firing.flatMap { configuration, forms in
      configuration.forms.filter { form in
        forms.contains { $0.form == form.form } && form.starts.contains { moved.contains($0.plain) }
      }
    }
    let balance = Balance(
      from: outlook, to: isInPlace ? outlook : after.outlook, byMoving: Set(moved.map(\.concept)),
      through: isInPlace ? [] : ways)
    self.balance = balance
    movesItself = after.theory.outlook.map(\.concept).filter { concept in
      moved.contains { $0.concept == concept } && !balance.harmed.contains(concept)
    }
    let unwanted = Set(
      after.theory.outlook.compactMap { prospect in
        prospect.wanted.map { Literal($0.reversed, prospect.concept) }
      })
    let helpful = ways.filter { unwanted.isDisjoint(with: $0.brings) }
    throughWhich = helpful.filter { $0.form == .told } + helpful.filter { $0.form != .told }
    against = ways.filter { !unwanted.isDisjoint(with: $0.brings) }
    works = after.works(supporting: helpful.filter { $0.form == .told }.map(\.id), and: lever.sources)
  }

  private var rank: [Int] { [isInPlace ? 0 : 1, balance.net, works, throughWhich.count] }

  /// Whether it helps at all.
  public var helps: Bool {
    !isInPlace && balance.net > 0
  }
}

extension OutcomeEffect {
  /// Whether the concept is known to lie already where the effect would move it.
  func lies(in facts: Facts) -> Bool {
    guard let direction, case .lies(direction, _)? = facts[concept] else { return false }
    return true
  }
}

extension Facts {
  /// The facts once an action has been taken. What lies that way already stays as far out as it is.
  fileprivate func moved(by lever: Lever) -> Facts {
    var facts = self
    for move in lever.moves where !move.lies(in: self) {
      if let direction = move.direction { facts[move.concept] = .lies(direction, much: false) }
    }
    return facts
  }
}
