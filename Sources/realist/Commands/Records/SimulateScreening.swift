import ArgumentParser
import Literature
import Reporting

struct SimulateScreening: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Screen labelled records again, ranked anew after each, and measure what ranking saves.",
    discussion: """
      For records of which it is known whether they were included. A simulation begins with a few of them, drawn by \
      its seed as asreview simulate draws them by --prior-seed, and reads on in the order of the ranking.

        realist records simulate labelled.csv --seeds 1,2,3
        realist records simulate labelled.csv --label label_abstract_screening --html curve.html
      """)
  @OptionGroup var sources: RecordSources
  @Option(help: "What the records known from the start are drawn by.") var seed: UInt32 = 1
  @Option(help: ArgumentHelp("Simulate for each of these, at most 100.", valueName: "1,2,3")) var seeds:
    String?
  @Option(
    help: ArgumentHelp("How many included and excluded records are known from the start.", valueName: "n+m"))
  var priors: String = "1+1"
  @Option(
    help: ArgumentHelp(
      "When to stop: relevant (the last relevant one is found), criterion (and the stopping test is met), or all.",
      valueName: "when"))
  var stop: Stop = .criterion
  @Option(help: ArgumentHelp("The label that decides, by its name in the file.", valueName: "name"))
  var label: String?
  @Option(
    help: ArgumentHelp("Also write it as a page that stands alone, with the curve.", valueName: "file"))
  var html: String?
  @OptionGroup var printing: RecordsPrinting

  enum Stop: String, ExpressibleByArgument, CaseIterable {
    case relevant, criterion, all

    var end: ScreeningSimulation.End {
      switch self {
      case .relevant: .relevant
      case .criterion: .criterion
      case .all: .all
      }
    }
  }

  func validate() throws {
    _ = try chosenSeeds()
    _ = try counts()
  }

  private func chosenSeeds() throws -> [UInt32] {
    guard let seeds else { return [seed] }
    let numbers = seeds.split(separator: ",", omittingEmptySubsequences: false).map {
      UInt32($0.filter { $0 != " " })
    }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, (1...100).contains(known.count), Set(known).count == known.count
    else {
      throw ValidationError("--seeds takes up to 100 different numbers, such as 1,2,3.")
    }
    return known
  }

  private func counts() throws -> PriorCounts {
    let numbers = priors.split(separator: "+", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard numbers.count == 2, numbers.allSatisfy({ (1...1_000_000).contains($0) }) else {
      throw ValidationError("--priors takes two numbers from 1, such as 1+1: included, then excluded.")
    }
    return PriorCounts(included: numbers[0], excluded: numbers[1])
  }

  func run() async throws {
    try printing.refuse(over: sources.files, and: html)
    let all = try sources.all()
    try LabelName.check(label, among: all)
    let labelled = all.filter { $0.isIncluded(by: label) != nil }
    let texts = labelled.map(ScreeningText.init(of:))
    let simulation = ScreeningSimulation(texts, labels: labelled.map { $0.isIncluded(by: label) == true })
    let runs: [ScreeningRun]
    do {
      runs = try await simulation.run(seeds: try chosenSeeds(), priors: try counts(), until: stop.end)
    } catch let error as SimulationError {
      let known = all.decidingLabels
      let list =
        known.isEmpty
        ? "No label of the files decides on a record."
        : "Labels that decide: \(known.joined(separator: ", "))."
      throw Complaint("\(sources.files.joined(separator: ", ")): \(error) \(list)")
    }
    let report = SimulationReport(
      runs, titlesAlone: texts.count { $0.abstract.isEmpty }, leftOut: all.count - labelled.count)
    let page = SimulationTeller(of: report, madeBy: RealistProgram.nameAndVersion).page
    if let html {
      try Console.save(HTMLRenderer().render(page, pictures: await PictureStudio().draw(page)), to: html)
    }
    try printing.take(page) { try Console.json(report.account(madeBy: RealistProgram.nameAndVersion)) }
  }
}
