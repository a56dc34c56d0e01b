import ArgumentParser
import Casework
import Documents
import ProgrammeTheory
import Reporting

struct CodebookOfTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "How each concept of a theory is coded, so that a second coder can repeat it.",
    discussion: """
      Give it to whoever codes a case, and to whoever codes it again.

        realist theory codebook aunger-2021 --html codebook.html
        realist theory codebook aunger-2021 --group conflict
        realist theory codebook my-theory --format markdown
        realist theory codebook --format json | jq '.groups[].entries[].id'
      """)
  @OptionGroup var options: TheoryOptions
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }
  @Option(help: "What to print: text, markdown or json.") var format: Format = .text
  @Option(help: "Only the concepts of this group.") var group: String?
  @Option(help: "Also write the codebook as a page that stands alone, to this file.") var html: String?

  func run() throws {
    let theory = try Shelf().theoryOrFirst(theory)
    let whole = Codebook(of: theory)
    let codebook = try group.map { try Self.group($0, of: whole) } ?? whole
    let page = TheoryTeller(theory).page(of: codebook)
    if let html { try Console.save(HTMLRenderer().render(page), to: html) }
    switch format {
    case .text: options.print(page)
    case .markdown: Console.print(MarkdownRenderer().render(page))
    case .json: Console.print(try Console.json(codebook))
    }
  }

  private static func group(_ name: String, of codebook: Codebook) throws(Complaint) -> Codebook {
    if let found = codebook.only(name) { return found }
    let known = codebook.groups.map(\.id)
    let nearest = name.nearest(among: known).map { " Did you mean \($0)?" } ?? ""
    throw Complaint(
      "The theory has no group “\(name)”.\(nearest) Its groups are \(known.joined(separator: ", ")).")
  }
}
