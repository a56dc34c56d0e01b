public import ArgumentParser
import Casework
public import ProgrammeTheory
import Reporting

struct SaturationOfTheory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saturation",
    abstract: "What each further work adds to a theory: new concepts, new configurations.",
    discussion: """
        realist theory saturation my-theory/
        realist theory saturation my-theory/ --order publication --svg saturation.svg

      The curve depends on the order of works: mention is the order in which the document first tells of them, \
      publication that of their years.
      """)
  @OptionGroup var printing: PagePrinting
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?
  @Option(help: "In which order works are taken: mention or publication.") var order: Saturation.Order =
    .mention
  @Option(help: ArgumentHelp("Also draw the curve, to this file.", valueName: "file")) var svg: String?

  func run() async throws {
    try printing.refuse(over: Console.documents(of: theory), and: svg)
    let theory = try Shelf().theoryOrFirst(self.theory)
    let (teller, saturation) = (TheoryTeller(theory), theory.saturation(in: order))
    if let svg {
      guard !saturation.steps.isEmpty,
        case .drawn(let drawing) = await PictureStudio().draw(teller.figure(of: saturation))
      else { throw Complaint("There is nothing to draw: no work tells anything in this theory yet.") }
      try Console.save(drawing.markup + "\n", to: svg)
    }
    try await printing.take { _ in
      teller.page(of: saturation)
    } json: {
      try Console.json(
        SaturationRecord(saturation, of: theory.identity.id, madeBy: RealistProgram.nameAndVersion))
    }
  }
}

extension Saturation.Order: ExpressibleByArgument {}

struct GapsOfTheory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "Where a theory rests on little, each with the terms of the next search.",
    discussion: """
        realist theory gaps my-theory/
        realist theory gaps my-theory/ --format json | jq -r '.gaps[].search'
      """)
  @OptionGroup var printing: PagePrinting
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  func run() async throws {
    try printing.refuse(over: Console.documents(of: theory))
    let theory = try Shelf().theoryOrFirst(self.theory)
    try await printing.take { _ in
      TheoryTeller(theory).gaps
    } json: {
      try Console.json(GapsRecord(of: theory, madeBy: RealistProgram.nameAndVersion))
    }
  }
}

struct ClustersOfTheory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "The configurations of a theory, by the mechanism that they work through.",
    discussion: "  realist theory clusters my-theory/ --format markdown")
  @OptionGroup var options: TheoryOptions
  @OptionGroup var destination: Destination
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }
  @Option(help: "What to write: text or markdown.") var format: Format = .text

  func run() async throws {
    let page = TheoryTeller(try Shelf().theoryOrFirst(theory)).clusters
    let text =
      format == .text
      ? options.text(page, toFile: destination.output != nil) : MarkdownRenderer().render(page)
    try destination.take(text, madeFrom: theory)
  }
}
