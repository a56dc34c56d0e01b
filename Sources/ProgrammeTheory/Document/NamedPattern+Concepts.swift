extension NamedPattern.Kind {
  /// The concepts that the pattern names, in its order.
  public var concepts: [Concept.ID] {
    switch self {
    case .loop(let through, _): through
    case .scale(let low, let high): [low, high]
    case .threshold(let of, let leads): [of, leads]
    case .shift(let from, let to, let along): from + [to] + along
    }
  }
}
