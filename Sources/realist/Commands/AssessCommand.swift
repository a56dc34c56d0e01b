import ArgumentParser
import Bibliography
import Casework
import Foundation
import ProgrammeTheory
import Reporting

struct AssessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Say what a theory says of a case.",
    discussion: """
      Tells which ways of working a case sets off, which way and on what evidence; where they lead; where the \
      theory contradicts itself; what to do, what to find out, and what to watch. By signs alone: it says \
      which way, never how much.

        realist assess enforced-merger
        realist assess my-case.yaml --html assessment.html
        realist assess access-aco --beside collaborative-aco
        realist assess my-case.yaml --as-of 2016-06
        realist assess my-case.yaml --format json | jq '.outlook'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(
    help: ArgumentHelp("A bundled case, or the path of a case document.", valueName: "case"),
    completion: .cases)
  var subject: String

  @Option(
    help: "A bundled theory, or the path of one. Without it, the theory that the case names.",
    completion: .theories)
  var theory: String?

  @Option(help: "Set another case beside this one. May be given several times.", completion: .cases)
  var beside: [String] = []

  @Option(help: "Leave out what happened or became known after this date (2016, 2016-06, 2016-06-30).")
  var asOf: String?

  @Option(help: "What to print: text, markdown or json.")
  var format: Format = .text

  @Option(help: "Also write the assessment as a page that stands alone, to this file.")
  var html: String?

  @Flag(help: "Print all of it as text: every configuration, action and question.")
  var full = false

  @Flag(help: "Tell what may come too, from models that are run (realist forecast).") var forecast = false
  @OptionGroup var models: ModelOptions
  @Option(help: "How many models --forecast runs in all.") var draws: Int = 10_000

  @Option(help: "How many columns the text may take, from 40 to 200.")
  var width: Int = 80

  func validate() throws {
    if let asOf, PartialDate(iso: asOf) == nil {
      throw ValidationError("--as-of “\(asOf)” is no date. Write it as 2016, 2016-06 or 2016-06-30.")
    }
    try ModelOptions.check(draws: draws)
    guard !forecast || format != .json else {
      throw ValidationError("--forecast tells its story in words. For data: realist forecast --format json.")
    }
    guard (40...200).contains(width) else { throw ValidationError("--width takes a number from 40 to 200.") }
  }

  func run() async throws {
    let shelf = Shelf()
    let path = try shelf.casePath(subject)
    let subject = try CaseDocument.read(path: path)
    let others = try others(subject, at: path, shelf)
    if let html { try Console.refuse(toWrite: html, over: [path] + others) }
    let theory = try shelf.theory(theory, for: subject)
    let assessment = Assessment(
      of: subject, by: theory, asOf: asOf.flatMap { PartialDate(iso: $0) },
      beside: try others.map { try CaseDocument.read(path: $0) })
    let implied = forecast ? try await forecast(of: subject, by: theory) : nil
    func page(_ detail: Detail) -> Page {
      let page = assessment.page(madeBy: RealistProgram.nameAndVersion, detail: detail)
      return implied.map {
        ForecastTeller(of: $0, madeBy: RealistProgram.nameAndVersion, detail: detail).added(to: page)
      } ?? page
    }
    if let html {
      let page = page(.full)
      try Console.save(HTMLRenderer().render(page, pictures: await PictureStudio().draw(page)), to: html)
    }
    switch format {
    case .text:
      Console.print(
        TerminalRenderer(width: width, colour: Console.wantsColour).render(page(full ? .full : .brief)))
    case .markdown: Console.print(MarkdownRenderer().render(page(.full)))
    case .json:
      Console.print(try Console.json(AssessmentRecord(assessment, madeBy: RealistProgram.nameAndVersion)))
    }
  }

  private func forecast(of subject: Case, by theory: Theory) async throws -> Forecast {
    let progress = Progress()
    defer { progress.finish() }
    return try await Forecast(
      of: subject, by: theory, asOf: asOf.flatMap { PartialDate(iso: $0) }, models.settings(models: draws),
      orders: models.orders(of: theory), progress: progress.tell)
  }

  /// Where the cases stand that are set beside it: those asked for, or those that the case itself names.
  private func others(_ subject: Case, at path: String, _ shelf: Shelf) throws -> [String] {
    beside.isEmpty
      ? try subject.beside.map { try shelf.casePath($0, from: path) }
      : try beside.map { try shelf.casePath($0) }
  }
}
