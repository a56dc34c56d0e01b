public import Documents
import Dynamics
import ProgrammeTheory

extension PlanDocument {
  /// A plan in canonical form: what holds without being written is left out, and equal plans give the same bytes.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - name: what the file is called.
  public static func write(_ plan: ActionPlan, named name: String = "plan.yaml") -> DocumentFile {
    var pairs: [DocumentValue.Pair] = [
      .init("format", .text(format)), .init("id", .text(plan.id.text)), .init("title", .text(plan.title)),
    ]
    if let form = plan.arrangement { pairs.append(.init("arrangement", .text(form.id.text))) }
    if !plan.plan.steps.isEmpty { pairs.append(.init("actions", .list(plan.plan.steps.map(\.document)))) }
    return DocumentFile(name: name, text: DocumentValue.group(pairs).yaml())
  }
}

extension Plan.Step {
  fileprivate var document: DocumentValue {
    var pairs: [DocumentValue.Pair] = [.init("do", .text(lever.text))]
    if rounds.lowerBound > 1 { pairs.append(.init("from", .whole(rounds.lowerBound))) }
    if rounds.upperBound < .max { pairs.append(.init("until", .whole(rounds.upperBound))) }
    return .inlineGroup(pairs)
  }
}
