import ProgrammeTheory

/// The parameters of the blocks of dynamics. Ranges that a block gives carry the document's reason.
extension Parameter {
  private init(_ id: String, _ kind: Kind, _ range: DynamicsBlock.Range, meaning: String) {
    self.init(
      id, kind, .uniform(from: range.from, to: range.to), meaning: meaning, basis: .document,
      reason: range.reason)
  }

  private static let silent = "The theory gives the direction and no size."

  static func rest(of concept: Concept.ID, _ range: DynamicsBlock.Range) -> Parameter {
    Parameter("rest/\(concept)", .level, range, meaning: "the level to which \(concept) goes back")
  }

  // MARK: Blends

  static func strength(of blend: DynamicsBlock.Blend) -> Parameter {
    Parameter(
      "strength/blend/\(blend.into)", .strength, .strength,
      meaning: "how strongly the blend drives \(blend.into)",
      reason: silent)
  }

  static func share(of concept: Concept.ID, in blend: DynamicsBlock.Blend) -> Parameter {
    Parameter(
      "share/\(concept)/blend/\(blend.into)", .shape, .uniform(from: 0.25, to: 1),
      meaning: "how much \(concept) counts in the blend into \(blend.into), beside the others",
      reason: "The theory names them together and doesn't weigh them.")
  }

  static func steepness(of blend: DynamicsBlock.Blend) -> Parameter {
    Parameter(
      "steepness/blend/\(blend.into)", .shape, .logUniform(from: 0.5, to: 3),
      meaning: "whether \(blend.and) takes over early (below 1) or late (above 1)",
      reason: "The theory says that it takes over by degrees, and not how. \(blend.reason)")
  }

  static func top(of blend: DynamicsBlock.Blend) -> Parameter {
    Parameter(
      "top/blend/\(blend.into)", .shape, .uniform(from: 0.5, to: 1),
      meaning: "how far \(blend.and) takes over in the end (1: wholly)",
      reason: "The theory doesn't say whether anything of the others is left in the end.")
  }

  // MARK: Attempts

  static func strength(of attempts: DynamicsBlock.Attempts) -> Parameter {
    Parameter(
      "strength/attempts/\(attempts.achieves)", .strength, .strength,
      meaning: "how strongly a round's success or failure moves \(attempts.achieves)", reason: silent)
  }

  static func share(ofSupport concept: Concept.ID, in attempts: DynamicsBlock.Attempts) -> Parameter {
    Parameter(
      "share/\(concept)/attempts/\(attempts.achieves)", .shape, .uniform(from: 0.25, to: 1),
      meaning: "how much \(concept) counts for success, beside the others",
      reason: "The theory names what helps and doesn't weigh it.")
  }

  static func share(ofStepsIn attempts: DynamicsBlock.Attempts) -> Parameter {
    Parameter(
      "steps/attempts/\(attempts.achieves)", .shape, .uniform(from: 0.2, to: 0.8),
      meaning: "how far the next step, and not the aim in the end, is what a round tries",
      reason: "The theory tells of both and doesn't say how a round divides between them.")
  }

  static func weight(ofBurdenIn attempts: DynamicsBlock.Attempts) -> Parameter {
    Parameter(
      "burden/attempts/\(attempts.achieves)", .shape, .uniform(from: 0, to: 0.6),
      meaning: "which share of the effort the heaviest burden can take",
      reason: "The theory says that repair takes effort from the aims, and not how much.")
  }

  static func sharpness(of attempts: DynamicsBlock.Attempts) -> Parameter {
    Parameter(
      "sharpness/attempts/\(attempts.achieves)", .shape, .logUniform(from: 2, to: 8),
      meaning: "how sharply success turns on whether capacity meets demand",
      reason: "The theory doesn't say. From a gentle slope to nearly all or nothing.")
  }

  static func width(ofLuckIn attempts: DynamicsBlock.Attempts) -> Parameter {
    Parameter(
      "luck/attempts/\(attempts.achieves)", .shape, .uniform(from: 0, to: 0.5),
      meaning: "how far luck can make up for capacity, or cost it, in a round",
      reason: "What a theory doesn't name also decides. From nothing to as much as half the scale.")
  }

  // MARK: Endings, caps, labels

  static func threshold(of ending: DynamicsBlock.Ending) -> Parameter {
    Parameter(
      "threshold/\(ending.id)", .level, ending.limit.level, meaning: "the level at which \(ending.name)")
  }

  static func months(of ending: DynamicsBlock.Ending) -> Parameter {
    Parameter(
      "months/\(ending.id)", .pace, ending.months,
      meaning: "for how many months it has to last until \(ending.name)")
  }

  static func reach(of requirement: Concept.ID, on ending: DynamicsBlock.Ending) -> Parameter {
    Parameter(
      "reach/\(requirement)/\(ending.id)", .shape, .uniform(from: 0, to: 1),
      meaning: "how far \(requirement) shifts the level at which \(ending.name)", reason: silent)
  }

  static func shell(of ending: DynamicsBlock.Ending) -> Parameter {
    Parameter(
      "shell/\(ending.id)", .reading, .choice(of: 2),
      meaning: "whether the partners part (0) or go on as an empty shell (1) where \(ending.name)",
      reason: "Where they may not part, both readings are open. Each is run in half of the models.")
  }

  static func floor(of cap: DynamicsBlock.Cap) -> Parameter {
    Parameter(
      "floor/\(cap.of)", .level, cap.floor,
      meaning: "the level that \(cap.of) can reach without what it needs")
  }

  static func rounds(of label: DynamicsBlock.Label) -> Parameter {
    let range = label.rounds
    return Parameter(
      "rounds/\(label.id)", .pace, .uniform(from: range?.from ?? 0, to: range?.to ?? 0),
      meaning: "for how many rounds “\(label.name)” has to hold", basis: .document,
      reason: range?.reason ?? "")
  }
}
