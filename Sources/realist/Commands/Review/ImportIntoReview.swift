import ArgumentParser
import Documents
import Literature
import Reporting
import Review

struct SearchForReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Note a search that was made, so that others can make it again.",
    discussion: """
        realist review search mine.realist --source MEDLINE --strategy-file medline.txt \\
          --date 2020-02-20 --limits '1990 onwards' --hits 1310
        realist review search mine.realist --source 'Google Scholar' --wave google-scholar \\
          --strategy 'theory organisational collaboration' --hits 426000 --read 'first 40 pages'
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: "Where: a database, a website, a list of references.") var source: String
  @Option(
    help: ArgumentHelp(
      "By which way: \(Wave.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "wave"))
  var wave: Wave = .database
  @Option(help: ArgumentHelp("The strategy, as it was typed.", valueName: "text")) var strategy: String?
  @Option(help: ArgumentHelp("Take the strategy from this file.", valueName: "file"), completion: .file())
  var strategyFile: String?
  @Option(help: ArgumentHelp("When: 2020-02, 2020-02-20, or 2020-02-20/2020-03-04.", valueName: "date"))
  var date: String?
  @Option(help: "Limits, in words.") var limits: String?
  @Option(help: "How many hits it had.") var hits: Int?
  @Option(help: ArgumentHelp("Which part of the hits was read, in words.", valueName: "words")) var read:
    String?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func validate() throws {
    if strategy != nil, strategyFile != nil {
      throw ValidationError("--strategy and --strategy-file are the same. Use one.")
    }
    if let date, !Self.isDate(date) {
      throw ValidationError("--date takes 2020, 2020-02, 2020-02-20, or two of these with / between them.")
    }
    if let hits, hits < 0 { throw ValidationError("--hits takes a number from 0.") }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy {
        $0.wholeMatch(of: #/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/#) != nil
      }
  }

  func run() throws {
    let text = try strategyFile.map { try DocumentFile(path: $0).text } ?? strategy
    let search = Search(
      source: source, wave: wave, strategy: text, date: date, limits: limits, hits: hits, read: read)
    let logged = try file.append(.searchNoted(search), by: author)
    try printing.tell(
      logged,
      "Noted the search of \(source) as act \(logged.number). Its records come in with: realist review import "
        + "\(file.review) FILE --search \(logged.number)")
  }
}

struct ImportIntoReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring the records of exports into a review: each file wholly or not at all.",
    discussion: """
      All formats of realist records read. What became of everything in a file is kept with the import.

        realist review import mine.realist medline.nbib --search 3
        realist review import mine.realist extra.ris --wave suggestions --entering full-text
        realist review import mine.realist theories.ris --wave middle-range-theories --entering included
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: ArgumentHelp("Exports of records, of any format.", valueName: "file"), completion: .file())
  var files: [String]
  @Option(
    help: ArgumentHelp("The format of all files. Without it, the content of each tells.", valueName: "format")
  )
  var inputFormat: String?
  @Option(help: ArgumentHelp("The act that notes the search which found them.", valueName: "act")) var search:
    Int?
  @Option(
    help: ArgumentHelp(
      "By which way: \(Wave.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "wave"))
  var wave: Wave?
  @Option(help: "Where they are from, in words.") var source: String?
  @Option(
    help: ArgumentHelp(
      "Where they come in: title-abstract, full-text, relevance, or included, past all stages.",
      valueName: "place"))
  var entering: String = "title-abstract"
  @Flag(help: "Bring in a file that was imported before once more.") var again = false
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func validate() throws {
    if let inputFormat, RecordFormat(word: inputFormat) == nil {
      let known = RecordFormat.allCases.map(\.word).joined(separator: ", ")
      throw ValidationError("--input-format: there is no format “\(inputFormat)”. Use one of \(known).")
    }
    guard FlowPlace(word: entering) != nil else {
      throw ValidationError("--entering takes title-abstract, full-text, relevance or included.")
    }
  }

  func run() throws {
    let name = try author.name()
    let place = FlowPlace(word: entering) ?? .stage(.titleAndAbstract)
    try file.use { review in
      for path in files {
        let order = ImportOrder(
          path: path, format: inputFormat.flatMap(RecordFormat.init(word:)), wave: wave, source: source,
          search: search, entering: place, again: again)
        let logged = try review.importRecords(order, by: name)
        guard case .imported(let brought) = logged.act else { continue }
        try printing.tell(logged, Self.told(brought, logged.number))
      }
    }
  }

  private static func told(_ file: ImportedFile, _ act: Int) -> String {
    let range = file.records
    let numbers =
      range.isEmpty
      ? ""
      : range.count == 1
        ? ": record \(range.lowerBound)" : ": records \(range.lowerBound) to \(range.upperBound - 1)"
    let report = file.report
    return "Imported \(file.file) as act \(act)\(numbers). \(file.format.name): \(file.count) read, "
      + "\(report.repaired.count) mended, \(report.refusedRecords) refused."
  }
}
