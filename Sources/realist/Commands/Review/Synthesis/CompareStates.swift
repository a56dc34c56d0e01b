import ArgumentParser
import Bibliography
import Casework
import Documents
import ProgrammeTheory
import Reporting
import Review

struct CompareStates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Two states of a review: which concepts and candidates are new, gone or changed, and the theory.",
    discussion: """
      A state is as it was after an act, or at the end of a day (UTC); without a second one, it is that of now. Where both \
      states give a theory, the theories are compared as realist theory compare does.

        realist review compare mine.realist 120
        realist review compare mine.realist 2026-03-01 2026-05-31 --format json
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: ArgumentHelp("The earlier state: an act or a day.", valueName: "earlier")) var earlier:
    String
  @Argument(help: ArgumentHelp("The later state; without one, now.", valueName: "later")) var later: String?
  @OptionGroup var printing: RecordsPrinting

  /// What stands under `format` in the JSON.
  private struct Record: Encodable {
    let format = "realist-synthesis-comparison/1"
    let madeBy = RealistProgram.nameAndVersion
    /// The acts after which the two states are taken.
    let acts: [Int]
    let synthesis: SynthesisComparison
    let theory: TheoryComparison?
    /// Why the theories aren't compared.
    let withoutTheory: [String]
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let acts = [
        try moment(earlier, in: review), try later.map { try moment($0, in: review) } ?? last(of: review),
      ]
      guard acts[0].number <= acts[1].number else {
        throw Complaint("\(earlier) is later than \(later ?? "now"). Name the earlier state first.")
      }
      let states = try acts.map { try review.synthesis(asOf: $0.number) }
      let comparison = SynthesisComparison(of: states[0], with: states[1])
      let theories = try zip(acts, states).map { act, state in try theory(of: state, after: act, in: review) }
      let teller = self.teller(of: theories.compactMap(\.theory))
      let reasons = theories.compactMap(\.reason)
      var page = SynthesisComparisonTeller(
        of: comparison, between: acts.map { "act \($0.number) (\($0.at.prefix(10)))" },
        title: try review.title(), madeBy: RealistProgram.nameAndVersion
      ).page
      if let teller {
        append(teller.page, to: &page)
      } else {
        page.story += reasons.map { Sentence($0.onOneLine) }
      }
      let told = page
      try printing.take(told) {
        try Console.json(
          Record(
            acts: acts.map(\.number), synthesis: comparison, theory: teller?.comparison,
            withoutTheory: reasons))
      }
    }
  }

  /// The theory of a state, or why there is none.
  private enum Outcome {
    case theory(Theory)
    case missing(String)

    var theory: Theory? { if case .theory(let theory) = self { theory } else { nil } }
    var reason: String? { if case .missing(let words) = self { words } else { nil } }
  }

  private func theory(
    of state: Synthesis, after act: LoggedAct, in review: Review
  ) throws(ReviewFault) -> Outcome {
    do { return .theory(try review.theory(of: state).theory) } catch let fault as FaultyDocument {
      let first = fault.faults.first.map { "\($0.field): \($0.problem)" } ?? ""
      let more = fault.faults.count > 1 ? " (and \(fault.faults.count - 1) more)" : ""
      return .missing("As it was after act \(act.number), no theory comes out: \(first)\(more).")
    } catch let fault as ReviewFault { throw fault } catch { return .missing("\(error)") }
  }

  /// What compares the theories, where both states give one.
  private func teller(of theories: [Theory]) -> ComparisonTeller? {
    guard theories.count == 2 else { return nil }
    return ComparisonTeller(of: theories[0], with: theories[1], madeBy: RealistProgram.nameAndVersion)
  }

  private func append(_ told: Page, to page: inout Page) {
    page.story += told.story
    page.parts += told.parts.map {
      Part(id: "theory-\($0.id)", title: "The theory: \($0.title)", blocks: $0.blocks)
    }
    (page.explanations, page.sources) = (told.explanations, told.sources)
  }

  private func last(of review: Review) throws -> LoggedAct {
    guard let act = try review.acts(most: 1).last else { throw Complaint("Nothing has been done yet.") }
    return act
  }

  private func moment(_ text: String, in review: Review) throws -> LoggedAct {
    if let number = Int(text) { return try review.act(number) }
    guard PartialDate(iso: text)?.day != nil else {
      throw Complaint("“\(text.onOneLine)” is neither an act nor a day. Write 120, or 2026-03-01.")
    }
    return try review.lastAct(by: text)
  }
}
