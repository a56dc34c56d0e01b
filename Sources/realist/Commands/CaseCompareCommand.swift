import ArgumentParser
import Casework
import ProgrammeTheory
import Reporting

struct CompareCodings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Where two codings of one case agree, and whether it matters where they don't.",
    discussion: """
      Two people code one case, each alone and by the codebook (realist theory codebook). This says what they \
      agree on, concept by concept and event by event, how far beyond chance, and which answers of the theory hang \
      on the difference. A difference doesn't make the command fail.

        realist case compare mine.yaml second.yaml
        realist case compare mine.yaml second.yaml --html agreement.html
        realist case compare mine.yaml second.yaml --format json | jq '.overCoded'
      """)
  @OptionGroup var options: TheoryOptions
  @Argument(
    help: ArgumentHelp("The first coding: a bundled case, or the path of one.", valueName: "first"),
    completion: .cases)
  var first: String
  @Argument(help: ArgumentHelp("The second coding.", valueName: "second"), completion: .cases)
  var second: String
  @Option(
    help: "A bundled theory, or the path of one. Without it, the theory that the cases name.",
    completion: .theories)
  var theory: String?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }
  @Option(help: "What to print: text, markdown or json.") var format: Format = .text
  @Flag(help: "Compare how the case ended too. Leave it out where a coder wasn't to know.")
  var includeEnds = false
  @Option(help: "Also write the comparison as a page that stands alone, to this file.") var html: String?

  func run() throws {
    let shelf = Shelf()
    let (first, second) = (try shelf.caseDocument(first), try shelf.caseDocument(second))
    let comparison = CodingComparison(
      of: first, and: second, in: try sharedTheory(first, second, shelf), includingEnds: includeEnds)
    let page = comparison.page(madeBy: RealistProgram.nameAndVersion)
    if let html { try Console.save(HTMLRenderer().render(page), to: html) }
    switch format {
    case .text: options.print(page)
    case .markdown: Console.print(MarkdownRenderer().render(page))
    case .json:
      Console.print(
        try Console.json(CodingComparisonRecord(comparison, madeBy: RealistProgram.nameAndVersion)))
    }
  }

  /// The theory that was asked for, or the one that either case names.
  private func sharedTheory(_ first: Case, _ second: Case, _ shelf: Shelf) throws -> Theory {
    if theory == nil, let one = first.theory, let other = second.theory, one != other {
      throw Complaint(
        "The codings name different theories (\(one) and \(other)). Say by which to compare them, with --theory."
      )
    }
    return try shelf.theory(theory, for: first.theory == nil ? second : first)
  }
}
