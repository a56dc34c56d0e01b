import ArgumentParser
import Foundation
import Reporting
import Review

struct FlowOfReview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract: "The flow of records from what was found to what is included, as PRISMA 2020 has it.",
    discussion: """
      It is computed from the log, never drawn by hand. Counts without records, as from a paper, are noted with counts.

        realist review flow mine.realist
        realist review flow mine.realist --svg flow.svg --html flow.html
        realist review flow mine.realist --prisma flow.csv       for the R package PRISMA2020
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("Also draw it, to this file.", valueName: "file")) var svg: String?
  @Option(help: ArgumentHelp("Also write it as a page that stands alone, to this file.", valueName: "file"))
  var html: String?
  @Option(help: ArgumentHelp("Also write the CSV of PRISMA2020, to this file.", valueName: "file"))
  var prisma: String?
  @Option(help: ArgumentHelp("As it was after this act.", valueName: "act")) var asOf: Int?
  @OptionGroup var printing: RecordsPrinting

  func run() async throws {
    let files = [svg, html, prisma].compactMap(\.self)
    for path in files { try printing.refuse(over: [file.review], and: path) }
    if Set(files).count < files.count { throw Complaint("--svg, --html and --prisma name one file twice.") }
    try printing.refuse(over: [file.review])
    let (entries, title) = try file.use { review in
      (try (try asOf.map { try review.state(asOf: $0) } ?? review).flowEntries(), try review.title())
    }
    let flow = Flow(entries)
    let teller = FlowTeller(of: flow, title: title, madeBy: RealistProgram.nameAndVersion)
    let page = teller.page
    if let svg { try Console.save(try await picture(teller.figure), to: svg) }
    if let html {
      try Console.save(HTMLRenderer().render(page, pictures: await PictureStudio().draw(page)), to: html)
    }
    if let prisma {
      let csv = PRISMACSV(flow)
      try Console.save(csv.text, to: prisma)
      for sentence in csv.withoutRow { Console.complain("\(prisma): \(sentence)") }
    }
    try printing.take(page) { try Console.json(FlowRecord(flow, madeBy: RealistProgram.nameAndVersion)) }
  }

  private func picture(_ figure: Figure) async throws(Complaint) -> String {
    switch await PictureStudio().draw(figure) {
    case .drawn(let svg): return svg.markup + "\n"
    case .unavailable: throw Complaint("There is nothing to draw yet: no record has come into this review.")
    }
  }
}

struct CountsOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts", abstract: "Note counts without records, as a paper reports them, for the flow.",
    discussion: """
      The file holds a list of counts as JSON; docs/review-file.md describes it.

        realist review counts mine.realist paper.json --by 'Ann Lee'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: ArgumentHelp("The counts, as JSON.", valueName: "file"), completion: .file()) var counts:
    String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let name = try author.name()
    let entries = try FlowCountsDocument.read(path: counts)
    let logged = try file.use { try $0.append(.countsNoted(CountsNote(entries: entries)), by: name) }
    try printing.tell(logged)
  }
}
