/// One configuration at work between two literals: where the first holds, the second comes about (or is buffered).
///
/// A link is what a ripple effect is made of: the outcome of one configuration is the context of the next. Links are
/// derived from configurations and from nothing else.
public struct RippleLink: Sendable, Hashable {
  /// The slots between which a link runs.
  public enum Leg: String, Sendable, Hashable, Codable, CaseIterable {
    /// The context sets the mechanism off.
    case contextToMechanism = "context to mechanism"
    /// The context brings the outcome about, through the mechanism where there is one.
    case contextToOutcome = "context to outcome"
    /// A mechanism that people bring makes the outcome, in that context.
    case mechanismToOutcome = "mechanism to outcome"
  }

  /// What the configuration starts from here: a literal of its context, or a mechanism that people bring.
  public let from: Literal
  /// What comes about.
  public let to: Literal
  /// Whether it comes about, or a loss of it is only made smaller.
  public let isBuffer: Bool
  /// The configuration.
  public let configuration: CMOConfiguration.ID
  /// Whether it works as told or reversed by rule.
  public let form: CMOConfiguration.Form
  /// The slots.
  public let leg: Leg
  /// The mechanism that it runs through on its way to an outcome.
  public let through: [Literal]
  /// The other literals of the context, which have to hold as well.
  public let together: [Literal]
}

extension CMOConfiguration {
  /// The links that the configuration makes in the form that it has.
  public var links: [RippleLink] {
    let mechanisms = mechanism?.literals ?? []
    let isChosen = mechanism?.origin == .chosen
    var links: [RippleLink] = []
    func add(
      _ from: Literal, _ to: Literal, _ leg: RippleLink.Leg, buffers: Bool = false, through: [Literal] = []
    ) {
      links.append(
        RippleLink(
          from: from, to: to, isBuffer: buffers, configuration: id, form: form, leg: leg, through: through,
          together: context.filter { $0 != from }))
    }
    for literal in context {
      if !isChosen { for mechanism in mechanisms { add(literal, mechanism, .contextToMechanism) } }
      for effect in outcome {
        add(literal, effect.reached, .contextToOutcome, buffers: effect.direction == nil, through: mechanisms)
      }
    }
    // A mechanism that people bring is a start of its own; so is any mechanism where no context is told.
    if isChosen || context.isEmpty {
      for literal in mechanisms {
        for effect in outcome {
          add(literal, effect.reached, .mechanismToOutcome, buffers: effect.direction == nil)
        }
      }
    }
    return links
  }
}

extension OutcomeEffect {
  /// The literal towards which the effect works: a buffer works towards more of what it protects.
  var reached: Literal {
    switch change {
    case .raises, .buffers: Literal(.more, concept)
    case .lowers, .exposes: Literal(.less, concept)
    }
  }
}

extension Theory {
  /// Every link of the theory, of the configurations as told and, where they reverse, turned round; in the order of
  /// the document.
  public var links: [RippleLink] {
    configurations.flatMap { $0.forms.flatMap(\.links) }
  }
}
