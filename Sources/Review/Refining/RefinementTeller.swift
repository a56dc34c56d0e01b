import Literature
import ProgrammeTheory
public import Reporting

/// Tells how a theory was refined: what was merged, split, put together, kept or dropped, by whom and why, as the log has it.
///
/// A realist synthesis reports how its theory changed on the way (Wong et al. 2013, doi:10.1186/1741-7015-11-21, items 5 and
/// 11). To hold two states against each other, there is ``SynthesisComparison``.
public struct RefinementTeller: Sendable {
  /// A change of what the theory is made of.
  public struct Step: Sendable, Hashable {
    /// The act.
    public let logged: LoggedAct
    /// The act that took it back; `nil` where it stands.
    public let undoneBy: Int?
  }

  /// The changes, in their order.
  public let steps: [Step]
  private let title: String
  private let program: String

  /// The line that says what such a page isn't about.
  public static let notice = "This is how the theory came about, not how well it holds."

  /// The kinds of act that may refine a theory.
  public static let kinds: [Act.Kind] = [
    .codesMerged, .codeSplit, .conceptFormed, .conceptsMerged, .candidateDrafted, .synthesised,
    .candidateJudged, .rivalsNoted,
  ]

  /// A teller.
  ///
  /// - Parameters:
  ///   - acts: the acts of these ``kinds``, in their order; those that refine nothing are passed over.
  ///   - undone: the acts that were taken back, each with the act that did it.
  ///   - title: what the review is called.
  ///   - program: name and version of the program, for the colophon.
  public init(acts: [LoggedAct], undone: [Int: Int], title: String, madeBy program: String) {
    var known: Set<String> = []
    steps = acts.filter { logged in
      switch logged.act {
      case .codesMerged, .codeSplit, .conceptsMerged, .synthesised, .candidateJudged, .rivalsNoted: true
      // What is formed or drafted for the first time is no refinement yet.
      case .conceptFormed(let formation): !known.insert("concept \(formation.concept.id)").inserted
      case .candidateDrafted(let draft): !known.insert("candidate \(draft.id)").inserted
      default: false
      }
    }.map { Step(logged: $0, undoneBy: undone[$0.number]) }
    (self.title, self.program) = (title, program)
  }

  /// The page.
  public var page: Page {
    Page(
      title: "How the theory was refined", subtitle: title, notice: Self.notice, story: story,
      parts: steps.isEmpty ? [] : [Part(id: "steps", title: "Step by step", blocks: [.table(table)])],
      colophon: program)
  }

  private var story: [Sentence] {
    guard !steps.isEmpty else {
      return [Sentence("Nothing was merged, split, drafted anew or judged yet.", emphasis: .strong)]
    }
    let standing = steps.filter { $0.undoneBy == nil }.map(\.logged.act)
    let kept = standing.count {
      if case .candidateJudged(let judgement) = $0 { judgement.fate == .kept } else { false }
    }
    let judged = standing.count { $0.kind == .candidateJudged }
    let made = standing.count { $0.kind == .synthesised }
    let back = steps.count - standing.count
    let takenBack = back == 0 ? "" : ", of which \(back) \(back == 1 ? "was" : "were") taken back"
    return [
      Sentence(
        "\(PlainNumber.count(steps.count, "step"))\(takenBack): \(PlainNumber.count(judged, "judgement")) of candidates, "
          + "of which \(kept) \(kept == 1 ? "keeps" : "keep") one, and \(PlainNumber.count(made, "step")) of synthesis.",
        emphasis: .strong)
    ]
  }

  private var table: Table {
    Table(
      caption: "What changed, by whom and why", columns: ["Act", "Who", "What"],
      rows: steps.map { step in
        let undone = step.undoneBy.map { " (taken back by act \($0))" } ?? ""
        return [
          Cell("\(step.logged.number)", alignment: .trailing), Cell(step.logged.by),
          Cell(step.logged.act.told + undone),
        ]
      })
  }
}
