import ArgumentParser
import Casework
import ProgrammeTheory
import Reporting

struct CompareTheories: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "How one theory stands to another: what is new, explained anew, changed, turned round, or not told.",
    discussion: """
      Reads as a log of refinement: the earlier theory first, then the later one. What a document of only a part of its \
      work leaves out counts as not told, never as dropped.

        realist theory compare aunger-2021 aunger-2021-refined
        realist theory compare before/ after/ --html refinement.html
        realist theory compare before/ after/ --format json | jq '.comparison.turns'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @OptionGroup var options: TheoryOptions
  @Argument(help: "The theory to compare with: a bundled one, or the path of one.") var old: String
  @Argument(help: "The theory to compare: a bundled one, or the path of one.") var new: String
  @Option(help: "What to print: text, markdown or json.") var format: Format = .text
  @Option(help: "Also write the comparison as a page that stands alone, to this file.") var html: String?
  @Flag(help: "Print all of it as text, long lists too.") var full = false

  /// What stands under `format` in the JSON.
  private struct Record: Encodable {
    let format = "realist-comparison/1"
    let madeBy = RealistProgram.nameAndVersion
    let isEmpty: Bool
    let comparison: TheoryComparison
  }

  func run() async throws {
    let shelf = Shelf()
    let (before, after) = (try shelf.theory(old), try shelf.theory(new))
    func teller(_ detail: ComparisonTeller.Detail) -> ComparisonTeller {
      ComparisonTeller(of: before, with: after, madeBy: RealistProgram.nameAndVersion, detail: detail)
    }
    if let html {
      let page = teller(.full).page
      try Console.save(HTMLRenderer().render(page, pictures: await PictureStudio().draw(page)), to: html)
    }
    switch format {
    case .text:
      let teller = teller(full ? .full : .brief)
      // Where nothing differs, there is no page to tell: one sentence says so.
      if teller.comparison.isEmpty {
        Console.print(teller.page.story.map(\.text).joined(separator: " "))
      } else {
        options.print(teller.page)
      }
    case .markdown: Console.print(MarkdownRenderer().render(teller(.full).page))
    case .json:
      let comparison = TheoryComparison(of: before, with: after)
      Console.print(try Console.json(Record(isEmpty: comparison.isEmpty, comparison: comparison)))
    }
  }
}
