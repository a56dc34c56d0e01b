import ArgumentParser
import Documents
import Literature
import ProgrammeTheory
import Reporting
import Review

struct SynthesiseReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesise",
    abstract: "Take codings, concepts, candidates, steps and judgements from a document, all or nothing.",
    discussion: """
      The document is YAML or JSON; docs/synthesis-document.md describes it. Every fault is told at once, with line and \
      field, and nothing is written then.

        realist review synthesise mine.realist codings.yaml --by 'Ann Lee'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: ArgumentHelp("The document.", valueName: "file"), completion: .file()) var document: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let by = try author.name()
    let document = try DocumentFile(path: document)
    let acts = try file.use { try $0.take(document, by: by) }
    switch printing.format {
    case .json: Console.print(try Console.json(acts))
    case .text:
      let numbers = (acts.prefix(1) + acts.dropFirst().suffix(1)).map { String($0.number) }
      Console.print(
        "Took in \(acts.made): act\(acts.count == 1 ? "" : "s") \(numbers.joined(separator: " to ")).")
    }
  }
}

struct FrameTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Set all of the theory that doesn't come from codings.",
    discussion: """
      The frame is written as a theory document is, without concepts, tellings, configurations and rivals: who and what \
      the theory is, phases, groups, theories of the middle range, levers, dynamics. Without one, a small one is made.

        realist review frame mine.realist frame.yaml --by 'Ann Lee'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: ArgumentHelp("The frame: a file or a folder.", valueName: "path"), completion: .file())
  var frame: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let frame = try TheoryFrame(path: frame)
    try printing.tell(try file.append(.theoryFramed(frame), by: author))
  }
}

struct TheoryOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theory",
    abstract: "Write the theory that follows from the codings and the kept candidates.",
    discussion: """
      It is a theory document as theory check, assess and forecast take it; each telling carries its passage. What isn't in \
      it is told, and why.

        realist review theory mine.realist --output theory
        realist assess --theory theory case.yaml
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("The folder to write; a theory that is there is replaced.", valueName: "folder"))
  var output: String

  func run() throws {
    let outcome = try file.use { try $0.theory() }
    try TheoryDocument.write(outcome.theory, to: output)
    let theory = outcome.theory
    Console.print(
      "Wrote \(output): \(PlainNumber.count(theory.concepts.count, "concept")), "
        + "\(PlainNumber.count(theory.tellings.count, "telling")), "
        + "\(PlainNumber.count(theory.configurations.count, "configuration")).")
    for sentence in outcome.leftOut { Console.print("Left out: \(sentence.onOneLine)") }
  }
}

struct BeginReviewFromTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "begin-from", abstract: "Begin a review from a theory document.",
    discussion: """
      Its tellings become codings over the places that it names, its concepts concepts with their codes, its \
      configurations kept candidates, all else the frame. Its theory is the same theory again.

        realist review begin-from aunger-2021 mine.realist --by 'Ann Lee'
      """)
  @Argument(help: "A bundled theory, or the path of one.", completion: .theories) var theory: String
  @Argument(help: ArgumentHelp("The file to make.", valueName: "review")) var review: String
  @OptionGroup var author: Author

  func run() throws {
    let by = try author.name()
    let theory = try Shelf().theoryOrFirst(theory)
    try Review.begin(review, from: theory, by: by).close()
    Console.print(
      "Began “\(theory.identity.title.onOneLine)” in \(review): \(theory.tellings.count) codings, "
        + "\(theory.concepts.count) concepts, \(theory.configurations.count) candidates.")
  }
}
