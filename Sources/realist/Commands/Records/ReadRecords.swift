import ArgumentParser
import Literature
import Reporting

struct ReadRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read exports, and say what became of everything in them.",
    discussion: """
      For each file: how many records, which fields had a place, which were only kept as they are, what was mended, and \
      what was refused, with lines. The format is told by the content.

        realist records read export.ris
        realist records read *.ris --format json
        cat export.nbib | realist records read -
      """)
  @OptionGroup var sources: RecordSources
  @OptionGroup var options: TheoryOptions
  @OptionGroup var destination: Destination

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }
  @Option(help: "What to print: text, markdown or json.") var format: Format = .text

  func run() throws {
    if let output = destination.output { try Console.refuse(toWrite: output, over: sources.files) }
    let reports = try sources.read { _ in }
    let page = LossReport.page(of: reports, madeBy: RealistProgram.nameAndVersion)
    let text =
      switch format {
      case .text: options.text(page, toFile: destination.output != nil)
      case .markdown: MarkdownRenderer().render(page)
      case .json: try Console.json(reports)
      }
    try destination.take(text, madeFrom: nil)
  }
}
