import ArgumentParser
import Literature
import Reporting

struct RankRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Put the records that nobody has decided on in the order in which to read them.",
    discussion: """
      The order follows from the decisions in the files, as in ASReview. It decides nothing: no record is left out. \
      Begin with at least one record that is to be included and one that isn't; or with words, while there is none.

        realist records rank screening.csv --top 20
        realist records rank screening.csv --to csv --output ranked.csv
        realist records rank new.ris --like 'nurses nudges hospital'
        realist records rank screening.csv --sample 300 --seed 1 --to csv --output sample.csv

      The last draws a random sample of the unread, from which it is told whether one may stop.
      """)
  @OptionGroup var sources: RecordSources
  @Option(help: "How many records to list, from 0 to 10000.") var top: Int = 20
  @Option(help: ArgumentHelp("The label that decides, by its name in the file.", valueName: "name"))
  var label: String?
  @Option(
    help: ArgumentHelp("Rank by likeness to these words, while no record is included.", valueName: "words"))
  var like: String?
  @Option(help: ArgumentHelp("Draw so many of the unread at random instead.", valueName: "count"))
  var sample: Int?
  @Option(help: "What a sample is drawn by. The ranking itself needs none.") var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp(
      "Write the records in this format, in their new order: \(ConvertRecords.words).", valueName: "format"))
  var to: String?
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    guard (0...10_000).contains(top) else { throw ValidationError("--top takes a number from 0 to 10000.") }
    guard (sample ?? 1) > 0 else { throw ValidationError("--sample takes a number from 1.") }
    if let to, RecordFormat(word: to)?.writer == nil {
      throw ValidationError("--to: records can't be written as “\(to)”. Use one of \(ConvertRecords.words).")
    }
  }

  func run() throws {
    try printing.refuse(over: sources.files)
    let records = try sources.all()
    try LabelName.check(label, among: records)
    let ranking = RecordRanking(of: records, by: label, like: like)
    let shown = sample.map { ranking.sampled($0, seed: seed) } ?? ranking
    if sample == nil { try refuseNothing(ranking) }
    let teller = RankingTeller(of: shown, top: top, madeBy: RealistProgram.nameAndVersion)
    guard let to, var writer = RecordFormat(word: to)?.writer else {
      return try printing.take(teller.page) { try Console.json(teller.account) }
    }
    let file = try OutputFile(to: printing.output)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for record in shown.ordered { writer.write(record, to: &bytes) }
    writer.end(&bytes)
    try file.write(bytes)
    let text = try printing.text(teller.page, toFile: true) { try Console.json(teller.account) }
    if printing.output == nil { Console.complain(text) } else { Console.print(text) }
    try file.finish()
  }

  private func refuseNothing(_ ranking: RecordRanking) throws(Complaint) {
    guard ranking.basis == .nothing, ranking.unread > 0 else { return }
    throw Complaint(
      "No record is included yet, so there is nothing to rank by. Mark at least one record as included and one as "
        + "excluded, in a column label_included (1 or 0) or as your screening program does; or say what you look for: "
        + "--like 'words of the question'.")
  }
}

/// The name of a label that a person typed.
enum LabelName {
  /// Refuses a name that no record has.
  ///
  /// - Throws: ``Complaint`` that lists those that there are.
  static func check(_ name: String?, among records: [Record]) throws(Complaint) {
    guard let name else { return }
    let known = records.decidingLabels
    guard !known.contains(name) else { return }
    let list = known.isEmpty ? "there is none" : "there are \(known.joined(separator: ", "))"
    throw Complaint("--label: no label “\(name)” decides on a record; \(list).")
  }
}

extension RecordSources {
  /// All records of the files; how many couldn't be read is said on standard error.
  func all() throws -> [Record] {
    var records: [Record] = []
    let reports = try read { records.append($0) }
    for report in reports where report.refusedRecords > 0 {
      Console.complain(
        "\(report.file): \(report.refusedRecords) records could not be read. See why: realist records read")
    }
    return records
  }
}
