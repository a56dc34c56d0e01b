extension FlowPlace: Comparable {
  /// The word by which a person names the place, and by which it stands in the file: a stage's, or `included`.
  public var word: String {
    switch self {
    case .stage(let stage): stage.rawValue
    case .included: "included"
    }
  }

  /// The place that a word names.
  public init?(word: String) {
    if let stage = ScreeningStage(rawValue: word) {
      self = .stage(stage)
    } else if word == "included" {
      self = .included
    } else {
      return nil
    }
  }

  /// How far along the place is.
  var order: Int {
    switch self {
    case .stage(let stage): stage.order
    case .included: ScreeningStage.allCases.count
    }
  }

  /// Whether records that come in at one place pass more stages than those that come in at the other.
  public static func < (one: FlowPlace, other: FlowPlace) -> Bool { one.order < other.order }
}

extension ScreeningStage {
  /// How far along the stage is: 0 for the first.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
