public import ProgrammeTheory

/// What a person says of a concept. What isn't said stays as it was, or is made from the name.
public struct ConceptWords: Sendable, Hashable {
  /// The name on screen.
  public var name: String?
  /// What is meant.
  public var definition: String?
  /// The phrases that stand for it; `nil` where nothing is said of them.
  public var phrases: [String]?
  /// Where it has its levels.
  public var scope: Concept.Scope?
  /// What kind of more and less it has.
  public var scale: Concept.Scale?
  /// The low end as a noun phrase.
  public var low: String?
  /// The high end as a noun phrase.
  public var high: String?
  /// A clause that says that it becomes less.
  public var falls: String?
  /// A clause that says that it becomes more.
  public var rises: String?
  /// The far low end, where it has a name of its own.
  public var veryLow: String?
  /// The far high end, where it has a name of its own.
  public var veryHigh: String?
  /// The group under which it is listed.
  public var group: String?
  /// What to ask people, so that it becomes a known fact.
  public var question: Concept.Question?
  /// What one would see.
  public var signs: Concept.Signs?
  /// How a coder tells it.
  public var coding: Concept.Coding?
  /// The concepts of an earlier theory whose part it takes over; none where nothing is said of them.
  public var refines: [Concept.ID] = []

  /// Nothing said.
  public init() {}

  /// The concept that is meant; `nil` where nobody has said what it means.
  ///
  /// - Parameters:
  ///   - id: its identifier.
  ///   - former: the concept as it was.
  public func concept(_ id: Concept.ID, formerly former: Concept? = nil) -> Concept? {
    guard let definition = definition ?? former?.definition else { return nil }
    let usual = former ?? Concept.plain(id, name: name, definition: definition)
    return Concept(
      id: id, name: name ?? usual.name, definition: definition,
      phrases: phrases ?? usual.phrases, scope: scope ?? usual.scope,
      scale: scale ?? usual.scale,
      wording: Concept.Wording(
        low: low ?? usual.wording.low, high: high ?? usual.wording.high, falls: falls ?? usual.wording.falls,
        rises: rises ?? usual.wording.rises, veryLow: veryLow ?? usual.wording.veryLow,
        veryHigh: veryHigh ?? usual.wording.veryHigh), group: group ?? usual.group,
      question: question ?? usual.question, signs: signs ?? usual.signs, coding: coding ?? usual.coding,
      refines: refines.isEmpty ? usual.refines : refines)
  }
}
