import ArgumentParser
import Literature
import Reporting

struct ConvertRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write the records of exports in another format, and lose nothing.",
    discussion: """
      What the other format has no place for goes into a note of it, so that reading it gives the same records. What \
      became of everything is said on standard error, or in a file.

        realist records convert scopus.ris pubmed.nbib --to csv --output all.csv
        realist records convert rayyan.csv --to ris --report losses.txt > rayyan.ris
      """)
  @OptionGroup var sources: RecordSources
  @Option(help: ArgumentHelp("The format to write: \(words).", valueName: "format")) var to: String
  @OptionGroup var options: TheoryOptions
  @Option(help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file")) var output:
    String?
  @Option(
    help: ArgumentHelp(
      "Write what became of everything to this file; as JSON where it ends in .json.", valueName: "file"))
  var report: String?

  static var words: String {
    RecordFormat.allCases.filter { $0.writer != nil }.map(\.word).joined(separator: ", ")
  }

  func validate() throws {
    guard RecordFormat(word: to)?.writer != nil else {
      throw ValidationError("--to: records can't be written as “\(to)”. Use one of \(Self.words).")
    }
  }

  func run() throws {
    guard var writer = RecordFormat(word: to)?.writer else { return }
    for path in [output, report].compactMap(\.self) {
      try Console.refuse(toWrite: path, over: sources.files)
    }
    if let report, report == output { throw Complaint("--report and --output name the same file. Name two.") }
    let file = try OutputFile(to: output)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    let reports = try sources.read { record in
      writer.write(record, to: &bytes)
      if bytes.count > 256 * 1024 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    writer.end(&bytes)
    try file.write(bytes)
    try tell(reports)
    try file.finish()
  }

  private func tell(_ reports: [LossReport]) throws {
    let page = LossReport.page(of: reports, madeBy: RealistProgram.nameAndVersion)
    guard let report else { return Console.complain(options.text(page, toFile: true)) }
    let isJSON = report.lowercased().hasSuffix(".json")
    try Console.save(isJSON ? try Console.json(reports) : options.text(page, toFile: true), to: report)
  }
}
