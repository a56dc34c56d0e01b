import Dynamics
import ProgrammeTheory
import Reporting

extension Teller {
  func name(_ lever: Lever.ID) -> String { theory.levers.first { $0.id == lever }?.name ?? lever.text }

  func name(_ target: ModelRun.Target) -> String {
    switch target {
    case .concept(let id): name(id)
    case .ending(let id): "how far off this is: \(theory.says(id))"
    }
  }

  /// What is proved of actions, as a part of a page; `nil` where nothing was asked.
  func certain(_ proofs: [ModelRun.Proof]) -> Part? {
    guard !proofs.isEmpty else { return nil }
    let still = proofs.count { $0.certificate == .noEffect }
    let signed = proofs.filter { $0.certificate == .neverLowers || $0.certificate == .neverRaises }
    var blocks: [Block] = []
    if signed.isEmpty {
      blocks.append(
        .paragraph([Sentence("Of no action is it certain here which way it moves a main thing.")]))
    } else {
      blocks += listed(signed.map(sentence), open: 6, "more actions whose direction is certain")
    }
    blocks.append(
      .paragraph([
        Sentence(
          "Asked of \(proofs.count) pairs of an action and a thing: \(signed.count) have a certain direction, in \(still) the action can't move it, \(proofs.count - signed.count - still) stay open. Each holds while the partners stay together. Tell more facts, and more is certain.",
          emphasis: .muted)
      ]))
    return Part(id: "certain", title: "Certain, whatever the strengths", blocks: blocks)
  }

  private func sentence(_ proof: ModelRun.Proof) -> Sentence {
    let ways = (proof.way?.sources ?? []).compactMap(\.configuration).compactMap(theory.configuration)
    let does = proof.certificate == .neverLowers ? "never lowers" : "never raises"
    let steps = ways.map { "“\(title($0))”" }
    let goes =
      steps.isEmpty
      ? " All that follows from it agrees."
      : " Every way agrees; the shortest goes by \(steps.joined(separator: ", then ")) (or its reverse)."
    return Sentence(
      "\(Theory.capitalised(name(proof.lever))): \(does) \(name(proof.target)).\(goes)",
      why: ways.map { why($0.id) })
  }
}
