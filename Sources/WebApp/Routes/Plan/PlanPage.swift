import Bibliography
import Casework
import ProgrammeTheory

/// Where planning begins.
struct PlanPage: PageModel {
  static let template = "plan"

  struct Saved: Sendable, Hashable {
    let id: String
    let title: String
    let address: String
    let changed: String
    let isChosen: Bool
  }

  let head: PageHead
  let base: String
  let isBundled: Bool
  let refusal: String?
  let plans: [Saved]
  let hasPlans: Bool
  let canCompare: Bool

  init(_ subject: Subject, plans: [StoredPlan], chosen: [String] = [], refusal: String? = nil) {
    var head = PageHead(title: "Plan", of: subject, at: .plan)
    head.isRefused = refusal != nil
    self.head = head
    base = subject.base
    isBundled = subject.isBundled
    self.refusal = refusal
    self.plans = plans.map {
      Saved(
        id: $0.id, title: $0.title, address: "\(subject.base)/plan/saved/\($0.id)",
        changed: "Saved \(Moment(seconds: $0.changed).words), for \($0.rounds) rounds",
        isChosen: chosen.contains($0.id))
    }
    hasPlans = !plans.isEmpty
    canCompare = plans.count > 1
  }
}

/// Where actions are chosen, and when.
struct PlanFormPage: PageModel {
  static let template = "plan-form"

  struct Action: Sendable, Hashable {
    let id: String
    let name: String
    let note: String?
    let isChosen: Bool
    let from: String
    let until: String
    let fault: String?
  }

  struct Group: Sendable, Hashable {
    let title: String
    let actions: [Action]
  }

  struct Choice: Sendable, Hashable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  struct Trouble: Sendable, Hashable {
    let field: String
    let words: String
  }

  let head: PageHead
  let formToken: String
  let heading: String
  let action: String
  let revision: Int
  let deletion: String?
  let document: String?
  let troubles: [Trouble]
  let isRefused: Bool
  let title: String
  let rounds: String
  let roundWords: String
  let mayBeSaved: Bool
  let arrangements: [Choice]
  let hasArrangements: Bool
  let groups: [Group]

  init(
    _ draft: PlanDraft, of subject: Subject, saved: StoredPlan?, refusal: PlanRefusal?, formToken: String
  ) {
    heading = saved == nil ? "Choose actions, and when" : "Change the plan"
    var head = PageHead(title: heading, of: subject, at: .plan)
    head.back = .init(
      words: "Back", address: "\(subject.base)/plan" + (saved.map { "/saved/\($0.id)" } ?? ""))
    head.isRefused = refusal != nil
    self.head = head
    self.formToken = formToken
    let own = saved.map { "\(subject.base)/plan/saved/\($0.id)" }
    action = own.map { "\($0)/change" } ?? "\(subject.base)/plan/new"
    (deletion, document) = (own.map { "\($0)/delete" }, own.map { "\($0)/plan.yaml" })
    revision = saved?.revision ?? 0
    let told = refusal?.troubles ?? []
    troubles = told.map { Trouble(field: $0.field, words: $0.words) }
    isRefused = !told.isEmpty
    (title, rounds) = (draft.title, draft.rounds)
    roundWords = Self.roundWords(subject)
    mayBeSaved = !subject.isBundled
    let forms = subject.theory.caseFields.integration == nil ? [] : subject.theory.arrangements
    arrangements =
      [Choice(value: "", words: "As it is", isChosen: draft.arrangement.isEmpty)]
      + forms.map {
        Choice(value: $0.id.text, words: $0.name.capitalisedFirst, isChosen: draft.arrangement == $0.id.text)
      }
    hasArrangements = !forms.isEmpty
    groups = Self.groups(subject.theory, draft, told)
  }

  /// What a round is here.
  private static func roundWords(_ subject: Subject) -> String {
    let setting = PlanComparison.setting(of: subject.subject, by: subject.theory, asOf: nil, rounds: 100)
    guard let months = subject.subject.roundMonths, let start = setting.from,
      let second = subject.subject.date(ofRound: 2, from: start)
    else {
      return
        "A round is one turn of working together: doing something, and seeing what comes of it. This case doesn’t say how long one takes, so write the number of a round, such as 3."
    }
    let length =
      months == 1 ? "a month" : "\(months == months.rounded() ? "\(Int(months))" : "\(months)") months"
    return
      "A round is one turn of working together; here it takes \(length). Round 1 begins \(start), round 2 \(second). Write the number of a round, such as 3, or a month, such as \(second)."
  }

  /// The theory's actions by the phases of a collaboration's life, in its order; those of no phase last.
  private static func groups(
    _ theory: Theory, _ draft: PlanDraft, _ troubles: [PlanRefusal.Trouble]
  ) -> [Group] {
    let phases: [(id: Phase.ID?, title: String)] =
      theory.phases.map { ($0.id, $0.name.capitalisedFirst) } + [(nil, "At any time")]
    let known = Set(theory.phases.map(\.id))
    return phases.map { phase in
      let levers = theory.levers.filter { lever in
        phase.id == nil ? lever.phase.map { !known.contains($0) } ?? true : lever.phase == phase.id
      }
      return Group(title: phase.title, actions: levers.map { action($0, draft, troubles) })
    }.filter { !$0.actions.isEmpty }
  }

  private static func action(_ lever: Lever, _ draft: PlanDraft, _ troubles: [PlanRefusal.Trouble]) -> Action
  {
    let step = draft.steps.first { $0.action == lever.id.text }
    let own = ["do", "from", "until"].map { "\($0)-\(lever.id)" }
    return Action(
      id: lever.id.text, name: lever.name.capitalisedFirst, note: lever.note, isChosen: step != nil,
      from: step?.from ?? "", until: step?.until ?? "",
      fault: troubles.first { own.contains($0.field) }?.words)
  }
}

/// Whether a plan is really to be deleted.
struct PlanDeletePage: PageModel {
  static let template = "plan-delete"
  let head: PageHead
  let formToken: String
  let heading: String
  let address: String

  init(_ plan: StoredPlan, of subject: Subject, formToken: String) {
    heading = "Delete the plan “\(plan.title)”?"
    address = "\(subject.base)/plan/saved/\(plan.id)"
    head = PageHead(title: heading, back: .init(words: "Back", address: address))
    self.formToken = formToken
  }
}

extension String {
  /// With its first letter as a sentence begins.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
