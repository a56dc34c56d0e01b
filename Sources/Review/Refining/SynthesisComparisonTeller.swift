import Literature
public import Reporting

/// Tells how a synthesis differs from how it was.
public struct SynthesisComparisonTeller: Sendable {
  private let comparison: SynthesisComparison
  private let moments: [String]
  private let title: String
  private let program: String

  /// A teller.
  ///
  /// - Parameters:
  ///   - comparison: the comparison.
  ///   - moments: the earlier and the later state in words, such as “act 12 (2026-01-02)”.
  ///   - title: what the review is called.
  ///   - program: name and version of the program, for the colophon.
  public init(
    of comparison: SynthesisComparison, between moments: [String], title: String, madeBy program: String
  ) {
    (self.comparison, self.moments, self.title, self.program) = (comparison, moments, title, program)
  }

  /// The page.
  public var page: Page {
    Page(
      title: "How the synthesis changed", subtitle: title, notice: RefinementTeller.notice, story: story,
      parts: [
        part("concepts", "Concepts", comparison.concepts),
        part("candidates", "Candidates", comparison.candidates), steps,
        part("rivals", "Rivals", comparison.rivals),
      ].compactMap(\.self), colophon: program)
  }

  private var story: [Sentence] {
    let when = "From \(moments.joined(separator: " to "))"
    guard !comparison.isEmpty else {
      return [Sentence("\(when), no concept, candidate or rival changed.", emphasis: .strong), codings]
    }
    let told = [
      told(comparison.concepts, "concepts"), told(comparison.candidates, "candidates"),
      steps(.new).isEmpty ? nil : PlainNumber.count(steps(.new).count, "step") + " of synthesis",
      steps(.gone).isEmpty
        ? nil : PlainNumber.count(steps(.gone).count, "step") + " of synthesis taken back",
      told(comparison.rivals, "rivals"),
    ].compactMap(\.self)
    return [Sentence("\(when): \(told.joined(separator: "; ")).", emphasis: .strong), codings]
  }

  private var codings: Sentence {
    Sentence("Codings: \(comparison.codings.map(PlainNumber.grouped).joined(separator: " before, ")) after.")
  }

  private func told(_ changes: [SynthesisComparison.Change], _ nouns: String) -> String? {
    guard !changes.isEmpty else { return nil }
    let counts = SynthesisComparison.Fate.allCases.compactMap { fate -> String? in
      let count = changes.count { $0.fate == fate }
      return count == 0 ? nil : "\(PlainNumber.grouped(count)) \(fate.rawValue)"
    }
    return "\(nouns): \(counts.joined(separator: ", "))"
  }

  private func part(_ id: String, _ title: String, _ changes: [SynthesisComparison.Change]) -> Part? {
    guard !changes.isEmpty else { return nil }
    let blocks = changes.flatMap { change -> [Block] in
      let into = change.into.map { " into \($0)" } ?? ""
      return [
        .subheading("\(change.id): \(change.fate.rawValue)\(into)"),
        .list(shown(change).map(sentence(change.fate))),
      ]
    }
    return Part(id: id, title: title, blocks: blocks)
  }

  /// All that changed; of what is new or gone, what it is rather than all that is said of it.
  private func shown(_ change: SynthesisComparison.Change) -> [SynthesisComparison.Field] {
    let main: Set = [
      "name", "definition", "codes", "parts of codings", "says", "codings", "within", "judged", "about",
      "readings",
    ]
    return change.fate == .changed ? change.fields : change.fields.filter { main.contains($0.name) }
  }

  private func sentence(_ fate: SynthesisComparison.Fate) -> (SynthesisComparison.Field) -> Sentence {
    { field in
      guard fate == .changed else { return Sentence("\(field.name): \(field.after ?? field.before ?? "")") }
      return Sentence("\(field.name): was \(Self.quoted(field.before)), is \(Self.quoted(field.after))")
    }
  }

  private static func quoted(_ words: String?) -> String { words.map { "“\($0)”" } ?? "nothing" }

  private func steps(_ fate: SynthesisComparison.Fate) -> [SynthesisComparison.Step] {
    comparison.steps.filter { $0.fate == fate }
  }

  private var steps: Part? {
    guard !comparison.steps.isEmpty else { return nil }
    return Part(
      id: "steps", title: "Steps",
      blocks: [
        .list(
          comparison.steps.map {
            Sentence("Act \($0.act)\($0.fate == .gone ? ", taken back" : ""), \($0.step.told)")
          })
      ])
  }
}
