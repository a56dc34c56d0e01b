public import Bibliography
public import Documents
public import Dynamics
public import ProgrammeTheory

/// Actions that people mean to take in a case, and when.
public struct ActionPlan: Sendable, Hashable, Identifiable {
  /// What a plan is called by.
  public typealias ID = Identifier<ActionPlan>

  /// The identifier.
  public let id: ID
  /// Its title.
  public let title: String
  /// The actions, with their rounds.
  public let plan: Plan
  /// Another form than the case's own; `nil` where that stays.
  public let arrangement: Arrangement?
}

/// A plan as a person writes it: one YAML file.
public enum PlanDocument {
  /// What stands under `format` in documents that this version reads.
  public static let format = "realist-plan/1"

  /// How many actions a plan may have.
  static let mostActions = 200

  /// What a plan is read for: its actions, rounds and dates are checked against it.
  public struct Setting: Sendable {
    let theory: Theory
    let subject: Case
    /// When the first round begins; `nil` where that isn't known.
    public let from: PartialDate?
    let rounds: Int

    /// A setting.
    ///
    /// - Parameters:
    ///   - theory: the theory whose actions are meant.
    ///   - subject: the case.
    ///   - date: when the first round begins; `nil` where that isn't known.
    ///   - rounds: how many rounds are run.
    public init(_ theory: Theory, _ subject: Case, from date: PartialDate?, rounds: Int) {
      (self.theory, self.subject, self.rounds) = (theory, subject, rounds)
      from = date
    }

    /// The round in which a date falls; `nil` where the case doesn't say how long a round is, or when the first begins.
    func round(of date: PartialDate) -> Int? {
      guard let months = subject.roundMonths, let start = from else { return nil }
      let between = (date.year - start.year) * 12 + (date.month ?? 1) - (start.month ?? 12)
      return max(1, Int((Double(between) / months).rounded(.down)) + 1)
    }
  }

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - path: the YAML file.
  ///   - setting: what it is read for.
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of the file.
  public static func read(path: String, for setting: Setting) throws(FaultyDocument) -> ActionPlan {
    try read(DocumentFile(path: path), for: setting)
  }

  /// Reads a plan whose text is already at hand.
  ///
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of the file.
  public static func read(_ file: DocumentFile, for setting: Setting) throws(FaultyDocument) -> ActionPlan {
    try YAMLDocument.read(
      file, "plan", remedy: "See the description of the plan document."
    ) { ActionPlan($0, setting) }
  }
}

extension Case {
  /// When a round of work begins.
  ///
  /// - Parameters:
  ///   - round: the round, from 1.
  ///   - date: when the first begins.
  /// - Returns: the month; `nil` where the case doesn't say how long a round is, or no date is known.
  public func date(ofRound round: Int, from date: PartialDate?) -> PartialDate? {
    guard let months = roundMonths else { return nil }
    return date?.adding(months: Double(round - 1) * months)
  }
}

extension ActionPlan {
  static let keys = ["format", "id", "title", "arrangement", "actions"]

  init?(_ node: DocumentNode, _ setting: PlanDocument.Setting) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let format = map.required("format", "Write format: \(PlanDocument.format).")
    if let word = format?.text(), word != PlanDocument.format {
      format?.fault(
        "this version doesn't know the format \u{201C}\(word)\u{201D}", "It reads \(PlanDocument.format).")
    }
    let id: ID? = map.required("id", "Give the plan an identifier.")?.identifier()
    let title = map.required("title", "Give the plan a title.")?.text()
    let form = map.optional("arrangement")
    let arrangement = form.flatMap { Self.arrangement($0, setting) }
    let actions = map.optional("actions")
    if map.list("actions").count > PlanDocument.mostActions {
      actions?.fault("there are more than \(PlanDocument.mostActions) actions", "Leave some out.")
      return nil
    }
    let steps = map.list("actions") { Self.step($0, setting) }
    if map.list("actions").isEmpty, form == nil {
      (actions ?? node).fault(
        "the plan names no action", "Name at least one under actions, or another arrangement.")
    }
    guard let id, let title else { return nil }
    self.init(id: id, title: title, plan: Plan(steps), arrangement: arrangement)
  }

  private static func arrangement(_ node: DocumentNode, _ setting: PlanDocument.Setting) -> Arrangement? {
    guard let word = node.text() else { return nil }
    if let form = setting.theory.arrangements.first(where: { $0.id.text == word }) { return form }
    let known = setting.theory.arrangements.map(\.id.text)
    let nearest = word.nearest(among: known).map { "Did you mean \($0)? " } ?? ""
    node.fault(
      "the theory knows no arrangement \u{201C}\(word)\u{201D}",
      nearest + (known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", "))."))
    return nil
  }

  private static func step(_ node: DocumentNode, _ setting: PlanDocument.Setting) -> Plan.Step? {
    guard let map = node.mapping(keys: ["do", "from", "until"]) else { return nil }
    let action = map.required("do", "Name an action of the theory.")
    let from = map.optional("from").map { moment($0, setting) } ?? .some(1)
    let until = map.optional("until")
    let last = until.flatMap { moment($0, setting) }
    guard let action, let word = action.text() else { return nil }
    guard let lever = setting.theory.levers.first(where: { $0.id.text == word }) else {
      let nearest =
        word.nearest(among: setting.theory.levers.map(\.id.text)).map { "Did you mean \($0)? " } ?? ""
      action.fault(
        "the theory has no action \u{201C}\(word)\u{201D}",
        nearest + "realist theory show --format json lists its actions.")
      return nil
    }
    guard let from else { return nil }
    if let last, last < from {
      until?.fault("it ends before it begins", "Write a later round or date, or leave it out.")
      return nil
    }
    return Plan.Step(lever.id, from: from, through: last)
  }

  /// A round, by its number or by a date.
  private static func moment(_ node: DocumentNode, _ setting: PlanDocument.Setting) -> Int? {
    let word = node.glimpse ?? ""
    guard word.count >= 4, let date = PartialDate(iso: word) else {
      return node.wholeNumber(in: 1...setting.rounds)
    }
    guard let round = setting.round(of: date) else {
      node.fault(
        "a date can't be turned into a round here",
        "Write the number of a round, or say in the case when it started and how long a round is (start, roundMonths)."
      )
      return nil
    }
    guard round <= setting.rounds else {
      node.fault(
        "this lies beyond the \(setting.rounds) rounds that are run",
        "Begin and end sooner, or run more rounds.")
      return nil
    }
    return round
  }
}
