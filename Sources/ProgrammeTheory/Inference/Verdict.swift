/// A form of a configuration that fires, and when.
public struct Firing: Sendable, Hashable, Codable {
  /// As told, or reversed by rule.
  public let form: CMOConfiguration.Form
  /// How many configurations lie between the facts and this one, it included; from 1. It counts steps of the theory,
  /// which are not a measure of time.
  public let step: Int
}

/// What a configuration does in a case: the three values of the inference.
public enum Verdict: Sendable, Hashable {
  /// It fires, in these forms: as told, reversed by rule, or both where its context is pulled both ways; the earlier
  /// first.
  case fires([Firing])
  /// It stays silent, because these concepts aren't known (or not how far they reach).
  case silent(wanting: [Concept.ID])
  /// It doesn't apply, for this reason.
  case doesNotApply(Reason)

  /// Why a configuration doesn't apply.
  public enum Reason: Sendable, Hashable {
    /// A condition fails: none of its literals holds.
    case condition(Condition)
    /// The context isn't what the configuration needs.
    case context(Literal)
    /// The mechanism that people would have to bring isn't there.
    case mechanism(Literal)
  }

  /// Whether it fires.
  public var fires: Bool {
    if case .fires = self { return true }
    return false
  }
}

/// What brought a literal about.
public struct Ground: Sendable, Hashable {
  /// The configuration.
  public let configuration: CMOConfiguration.ID
  /// As told, or reversed by rule.
  public let form: CMOConfiguration.Form
  /// The step at which it fires; see ``Firing/step``.
  public let step: Int

  /// What comes first: the shorter chain, and of those as long what is told before what holds only by rule, since a
  /// reversal is a hypothesis.
  var precedence: Int { 2 * step + (form == .told ? 0 : 1) }
}

/// What the theory says of one concept in a case.
public struct Standing: Sendable, Hashable {
  /// Which way the concept is moved.
  public enum Tendency: Sendable, Hashable {
    /// Nothing that fires moves it.
    case still
    /// All that moves it moves it this way.
    case turns(Direction)
    /// It is moved this way, and the other way by chains that are longer, or as long and only reversed by rule.
    case turnsFirst(Direction)
    /// It is moved both ways by chains of the same length and kind.
    case pulledBothWays

    /// The direction that comes first, if one does.
    public var first: Direction? {
      switch self {
      case .turns(let direction), .turnsFirst(let direction): direction
      case .still, .pulledBothWays: nil
      }
    }

    /// Whether chains of both directions reach the concept.
    public var isContested: Bool {
      switch self {
      case .turnsFirst, .pulledBothWays: true
      case .still, .turns: false
      }
    }
  }

  /// The concept.
  public let concept: Concept.ID
  /// What is known of it.
  public let fact: Fact?
  /// What moves it up, without help of its own; shortest first.
  public let raisedBy: [Ground]
  /// What moves it down, without help of its own; shortest first.
  public let loweredBy: [Ground]
  /// What makes a loss of it smaller.
  public let bufferedBy: [Ground]

  /// What moves it one way.
  public func movedBy(_ direction: Direction) -> [Ground] { direction == .more ? raisedBy : loweredBy }

  /// Which way it is moved.
  public var tendency: Tendency {
    switch (raisedBy.first?.step, loweredBy.first?.step) {
    case (nil, nil): .still
    case (_?, nil): .turns(.more)
    case (nil, _?): .turns(.less)
    case (let up?, let down?) where up != down: .turnsFirst(up < down ? .more : .less)
    case (let step?, _): tendency(atOnce: step)
    }
  }

  /// Which way comes first where chains of one length reach the concept from both sides: what is told before what holds
  /// only by rule. A configuration that fires both ways, since its own context is contested, is left out of it: which of
  /// its forms is the told one is only how its authors put it.
  private func tendency(atOnce step: Int) -> Tendency {
    let (up, down) = (raisedBy.filter { $0.step == step }, loweredBy.filter { $0.step == step })
    let torn = Set(up.map(\.configuration)).intersection(down.map(\.configuration))
    func isTold(_ grounds: [Ground]) -> Bool? {
      let rest = grounds.filter { !torn.contains($0.configuration) }
      return rest.isEmpty ? nil : rest.contains { $0.form == .told }
    }
    switch (isTold(up), isTold(down)) {
    case (_?, nil), (true, false): return .turnsFirst(.more)
    case (nil, _?), (false, true): return .turnsFirst(.less)
    default: return .pulledBothWays
    }
  }
}
