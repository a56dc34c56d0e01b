import ArgumentParser
import Literature
import Reporting

struct DedupeRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Find records of the same work, and merge those that are surely one.",
    discussion: """
      Versions of one article, a DOI that was registered anew and updates of a review are one work. A paper at a \
      conference and its journal version, several reports of one study, and a notice about an article are not. What \
      isn't sure is listed for you to decide; your decisions go ahead of everything else.

        realist records dedupe ovid.ris scopus.csv --output all.ris
        realist records dedupe *.ris --groups groups.csv --doubtful look.csv
        realist records dedupe *.ris --same same.csv --keep-apart apart.csv --output all.ris

      Files of groups have a column merged_ids, with ids parted by semicolons. Groups that were found take their merges \
      back when they are given as those to keep apart.
      """)
  @OptionGroup var sources: RecordSources
  @OptionGroup var options: TheoryOptions
  @OptionGroup var results: DedupeResults
  @OptionGroup var decisions: DedupeDecisions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }
  @Option(help: "What to print: text, markdown or json.") var format: Format = .text

  func run() throws {
    let writer = try results.checked(against: sources.files + decisions.files)
    var records: [Record] = []
    _ = try sources.read { records.append($0) }
    let names = RecordNames(records)
    let known = try decisions.truth.map { try GroupTable.read(ByteSource(path: $0), names) }
    let deduplication = Deduplication(records, decisions: try decisions.read(names))
    let report = DeduplicationReport(deduplication, names: names, known: known)
    try results.save(report, writer)
    switch format {
    case .text: options.print(report.page(madeBy: RealistProgram.nameAndVersion))
    case .markdown:
      Console.print(MarkdownRenderer().render(report.page(madeBy: RealistProgram.nameAndVersion)))
    case .json: Console.print(try Console.json(report))
    }
  }
}

/// What people have decided, and what is known.
struct DedupeDecisions: ParsableArguments {
  @Option(help: ArgumentHelp("Groups that a person found to be the same work.", valueName: "file"))
  var same: String?
  @Option(help: ArgumentHelp("Groups that a person found to be different works.", valueName: "file"))
  var keepApart: String?
  @Option(help: ArgumentHelp("Groups that are known, to measure against.", valueName: "file"))
  var truth: String?

  var files: [String] { [same, keepApart, truth].compactMap(\.self) }

  /// Reads the decisions.
  ///
  /// - Throws: `RecordFileError` where a file can't be used, ``Complaint`` where decisions contradict each other.
  func read(_ names: RecordNames) throws -> DuplicateDecisions {
    let decisions = DuplicateDecisions(
      same: try same.map { try GroupTable.read(ByteSource(path: $0), names) } ?? [],
      apart: try keepApart.map { try GroupTable.read(ByteSource(path: $0), names) } ?? [])
    if let pair = decisions.contradiction {
      throw Complaint(
        "\(names.names[pair.first]) and \(names.names[pair.second]) are the same by --same and different by --keep-apart. "
          + "Take them out of one of the files.")
    }
    return decisions
  }
}

/// Where what was found is written to.
struct DedupeResults: ParsableArguments {
  @Option(help: ArgumentHelp("Write the records without duplicates to this file.", valueName: "file"))
  var output: String?
  @Option(
    help: ArgumentHelp("The format of that file. Without it, the file's ending tells.", valueName: "format"))
  var to: String?
  @Option(help: ArgumentHelp("Write the groups to this CSV.", valueName: "file"))
  var groups: String?
  @Option(help: ArgumentHelp("Write the pairs that a person decides to this CSV.", valueName: "file"))
  var doubtful: String?

  /// Refuses what can't be written before any work is done.
  ///
  /// - Returns: what writes the records, where they are asked for.
  /// - Throws: ``Complaint`` where a file is also read, named twice, or of a format that isn't written.
  func checked(against sources: [String]) throws(Complaint) -> (any RecordWriter)? {
    let files = [output, groups, doubtful].compactMap(\.self)
    if Set(files).count < files.count {
      throw Complaint("--output, --groups and --doubtful name one file twice.")
    }
    for file in files { try Console.refuse(toWrite: file, over: sources) }
    guard let output else {
      if to != nil {
        throw Complaint("--to says in which format --output is written. Name a file with --output.")
      }
      return nil
    }
    let format = to.map { RecordFormat(word: $0) } ?? Self.format(of: output)
    guard let format, let writer = format.writer else {
      let known = RecordFormat.allCases.filter { $0.writer != nil }.map(\.word).joined(separator: ", ")
      throw Complaint("\(output): records aren't written in this format. Use --to with one of: \(known).")
    }
    return writer
  }

  private static func format(of file: String) -> RecordFormat? {
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return RecordFormat.allCases.first { $0.extensions.first == ending && $0.writer != nil }
  }

  /// Writes what was asked for.
  ///
  /// - Throws: ``Complaint`` where a file can't be written.
  func save(_ report: DeduplicationReport, _ writer: (any RecordWriter)?) throws(Complaint) {
    if let output, var writer {
      var bytes: [UInt8] = []
      writer.begin(&bytes)
      for record in report.deduplication.distinctRecords { writer.write(record, to: &bytes) }
      writer.end(&bytes)
      try Console.save(bytes, to: output)
    }
    if let groups { try Console.save(CSVRenderer().render(report.groupTable), to: groups) }
    if let doubtful { try Console.save(CSVRenderer().render(report.doubtfulTable), to: doubtful) }
  }
}
