import ProgrammeTheory
public import Reporting

extension TheoryTeller {
  /// Where the theory rests on little, and what to search for next.
  public var gaps: Page {
    let gaps = theory.gaps
    guard !gaps.isEmpty else {
      return page(
        "Gaps", story: [Sentence("Nothing in this theory rests on less than two works.")], parts: [])
    }
    let kinds = Gap.Kind.allCases.map { kind in (kind, gaps.filter { $0.kind == kind }) }
      .filter { !$0.1.isEmpty }
    let counts = kinds.map { "\($0.1.count) of “\($0.0.rawValue)”" }
    return page(
      "Gaps",
      story: [
        Sentence("There are \(gaps.count): \(Theory.list(counts)).", emphasis: .strong),
        Sentence(
          "Each has the terms of a next search. They are the theory's own phrases: look at them first."),
      ],
      parts: kinds.map { kind, gaps in
        Part(
          id: kind.rawValue.replacing(" ", with: "-"), title: Theory.capitalised(kind.rawValue),
          blocks: [.paragraph([Sentence(kind.meaning)]), .table(table(of: gaps, kind))])
      })
  }

  private func table(of gaps: [Gap], _ kind: Gap.Kind) -> Table {
    Table(
      caption: "\(Theory.capitalised(kind.rawValue)), with the next search",
      columns: ["What", "In words", "Search"],
      rows: gaps.map { gap in
        [
          Cell(gap.subject.id, why: reasons(gap.subject)), Cell(gap.sentence),
          Cell(gap.search.isEmpty ? "no phrase is known" : gap.search),
        ]
      })
  }

  private func reasons(_ subject: Finding.Subject) -> [Explanation.ID] {
    if case .configuration(let id) = subject { [why(id)] } else { [] }
  }

  // MARK: By mechanism

  /// The configurations by the mechanism through which they work.
  public var clusters: Page {
    let clusters = theory.mechanismClusters
    let named = clusters.filter { $0.mechanism != nil }
    let without = clusters.first { $0.mechanism == nil }?.configurations.count ?? 0
    let story =
      clusters.isEmpty
      ? "This theory has no configurations."
      : "The configurations work through \(named.count) \(named.count == 1 ? "mechanism" : "mechanisms")"
        + (without == 0 ? "." : "; for \(without) no mechanism is told.")
    return page(
      "Clusters by mechanism", story: [Sentence(story, emphasis: .strong)],
      parts: clusters.map { cluster in
        Part(
          id: cluster.mechanism?.text ?? "none",
          title: Theory.capitalised(cluster.mechanism.map(name) ?? "no mechanism told"),
          blocks: [.paragraph([Sentence(summary(cluster))]), .table(table(of: cluster))])
      })
  }

  private func summary(_ cluster: MechanismCluster) -> String {
    let contexts = Theory.list(cluster.contexts.map(theory.state))
    let outcomes = Theory.list(cluster.outcomes.map(theory.clause))
    let start = contexts.isEmpty ? "" : "Set off by \(contexts). "
    return outcomes.isEmpty ? start + "No outcome is told." : start + "It brings about: \(outcomes)."
  }

  private func table(of cluster: MechanismCluster) -> Table {
    Table(
      caption: "Configurations of this cluster", columns: ["Configuration", "In words", "Rests on"],
      rows: cluster.configurations.map { configuration in
        [
          Cell(configuration.id.text, why: [why(configuration.id)]), Cell(theory.sentence(configuration)),
          Cell(evidenceWords(configuration.id)),
        ]
      })
  }
}
