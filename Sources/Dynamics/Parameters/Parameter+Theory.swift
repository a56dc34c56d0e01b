import ProgrammeTheory

/// The parameters of what the theory tells: how strong, how quick, which reading. Their ranges are assumptions of the
/// model, the same for every theory.
extension Parameter {
  private static let silent = "The theory gives the direction and no size."

  static func strength(ofMechanismOf configuration: CMOConfiguration) -> Parameter {
    Parameter(
      "strength/\(configuration.id)/mechanism", .strength, .strength,
      meaning:
        "how far the context of “\(configuration.title ?? configuration.id.text)” sets its mechanism off",
      reason: silent)
  }

  static func strength(of configuration: CMOConfiguration, _ effect: OutcomeEffect) -> Parameter {
    Parameter(
      "strength/\(configuration.id)/\(effect.change.rawValue)/\(effect.concept)", .strength, .strength,
      meaning: "how strongly “\(configuration.title ?? configuration.id.text)” \(effect)", reason: silent)
  }

  static func lag(of configuration: CMOConfiguration) -> Parameter {
    Parameter(
      "lag/\(configuration.id)", .pace, .logUniform(from: 0.25, to: 2),
      meaning:
        "how quickly the mechanism of “\(configuration.title ?? configuration.id.text)” follows what sets it off, in a step",
      reason: "The theory gives no time. From about 2 rounds to half a round until most of it is there.")
  }

  static func edge(of concept: Concept.ID) -> Parameter {
    Parameter(
      "edge/\(concept)", .level, .uniform(from: 0.2, to: 0.6),
      meaning: "how far from the middle (0 to 1) \(concept) has to lie to be very high or very low",
      reason: "The theory says very high and very low and gives no level.")
  }

  static func pace(of concept: Concept.ID, isState: Bool) -> Parameter {
    Parameter(
      "pace/\(concept)", .pace, isState ? .logUniform(from: 0.5, to: 2) : .logUniform(from: 0.2, to: 1),
      meaning: "how much of what bears on \(concept) tells in a round",
      reason: isState
        ? "The theory gives no time. States follow quickly."
        : "The theory gives no time. What remembers moves slowly.")
  }

  static func paceOfLoss(of concept: Concept.ID) -> Parameter {
    Parameter(
      "loss/\(concept)", .pace, .logUniform(from: 1 / 3.0, to: 3),
      meaning: "how much faster \(concept) is lost than won",
      reason: "The theory doesn't say whether it is lost faster than won, or slower.")
  }

  static func pull(of concept: Concept.ID) -> Parameter {
    Parameter(
      "pull/\(concept)", .strength, .logUniform(from: 0.25, to: 1),
      meaning: "how strongly \(concept) goes back to its rest point",
      reason: "The theory gives no time. It has to matter beside the influences, and not drown them.")
  }

  static func reading(of rivalry: Rivalry) -> Parameter {
    Parameter(
      "reading/\(rivalry.id)", .reading, .choice(of: rivalry.readings.count), meaning: rivalry.about,
      reason: "The theory holds rival readings. Each is run in as many models as the other.")
  }

  static func strength(of lever: Lever, _ effect: OutcomeEffect) -> Parameter {
    Parameter(
      "strength/action/\(lever.id)/\(effect.change.rawValue)/\(effect.concept)", .strength, .strength,
      meaning: "how strongly the action “\(lever.name)” \(effect)",
      reason: "The theory doesn't say how far an action takes hold.")
  }

  static var shareOfTheOther: Parameter {
    Parameter(
      "share-of-the-other", .shape, .uniform(from: 0, to: 1),
      meaning:
        "how far what one partner holds of another rests on the other's own situation, and not on its own",
      reason: "The theory tells of partners' situations and not of whose it is that counts.")
  }

  // MARK: What isn't known of a case

  static func known(_ concept: Concept, _ fact: Fact, at place: LevelPlace) -> Parameter {
    let levels = fact.levels(on: concept.scale)
    return Parameter(
      "start/\(concept.id)\(place.suffix)", .unknown,
      .uniform(from: levels.lowerBound, to: levels.upperBound),
      meaning: "the level that \(concept.name) starts from", basis: .situation,
      reason: "The case tells it in words, which stand for a range of levels.", of: concept.id, at: place)
  }

  static func unknown(_ concept: Concept, at place: LevelPlace) -> Parameter {
    Parameter(
      "start/\(concept.id)\(place.suffix)", .unknown,
      concept.scale == .binary ? .choice(of: 2) : .uniform(from: 0, to: 1),
      meaning: "the level that \(concept.name) starts from", basis: .situation,
      reason: "It isn't known, so it is drawn from the whole scale.", of: concept.id, at: place)
  }

  static func roundMonths(_ known: ClosedRange<Double>?) -> Parameter {
    let range = known ?? 1...12
    return Parameter(
      "round-months", .unknown, .uniform(from: range.lowerBound, to: range.upperBound),
      meaning: "how many months a round of work takes", basis: .situation,
      reason: known == nil
        ? "The theory gives no clock and the case no length of a round." : "The case tells it.")
  }
}
