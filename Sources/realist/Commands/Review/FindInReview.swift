import ArgumentParser
import Literature
import Reporting
import Review

struct FindInReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Look for words in the records of a review.",
    discussion: """
      Words must all be there; “collaborating” finds “collaboration”. Phrases, beginnings, fields, OR, NOT and NEAR:

        realist review find mine.realist 'merger hospital'
        realist review find mine.realist '"hospital merger" OR alliance*'
        realist review find mine.realist 'title:merger NOT patient'
        realist review find mine.realist 'NEAR(merger partner, 5)'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "What to look for.") var words: String
  @Option(help: "How many to list, from 0 to 10000.") var most: Int = 20
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    guard (0...10_000).contains(most) else { throw ValidationError("--most takes a number from 0 to 10000.") }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let search = try SearchWords(asked: words)
    try file.use { review in
      let found = try review.find(search, most: most)
      try printing.take(ReviewTeller().findings(found, looking: words)) {
        try Console.json(FoundRecords(count: found.count, records: found.records.map(ListedRecord.init)))
      }
    }
  }

  private struct FoundRecords: Encodable {
    let count: Int
    let records: [ListedRecord]
  }
}

extension SearchWords {
  /// What a person asks for.
  ///
  /// - Throws: ``Complaint`` with what can't be looked for.
  init(asked words: String) throws(Complaint) {
    do { self = try SearchWords(words) } catch { throw Complaint("What to look for: \(error.words)") }
  }
}

/// A record in a list, as data.
struct ListedRecord: Encodable {
  let record: Int
  let citation: String
  let title: String
  var stands: String?

  init(_ line: RecordLine) { (record, citation, title) = (line.id, line.citation, line.title) }

  init(_ work: WorkLine) {
    self.init(work.line)
    stands = work.duplicateOf.map { "duplicate of \($0)" } ?? work.place?.told
  }
}

struct ListReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List records by where they stand, or write them in another format.",
    discussion: """
        realist review list mine.realist --which included
        realist review list mine.realist --which excluded --stage full-text
        realist review list mine.realist --which included --to ris --output included.ris
      """)
  @OptionGroup var file: ReviewFile
  @Option(
    help: ArgumentHelp(
      "Which: \(WorkFilter.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "which"))
  var which: WorkFilter = .all
  @Option(
    help: ArgumentHelp(
      "At which stage: \(ScreeningStage.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "stage"))
  var stage: ScreeningStage?
  @Option(
    help: ArgumentHelp("Write the records in this format: \(ConvertRecords.words).", valueName: "format"))
  var to: String?
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    if let to, RecordFormat(word: to)?.writer == nil {
      throw ValidationError("--to: records can't be written as “\(to)”. Use one of \(ConvertRecords.words).")
    }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let works = try review.works(which, at: stage)
      guard let to, let writer = RecordFormat(word: to)?.writer else {
        let told = which.rawValue + (stage.map { " at \($0.name)" } ?? "")
        return try printing.take(ReviewTeller().list(works, told: told)) {
          try Console.json(works.map { ListedRecord($0) })
        }
      }
      try write(works.map(\.line.id), of: review, by: writer)
    }
  }

  private func write(_ numbers: [Int], of review: Review, by writer: any RecordWriter) throws {
    var writer = writer
    let output = try OutputFile(to: printing.output)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for start in stride(from: 0, to: numbers.count, by: 500) {
      for one in try review.records(Array(numbers[start..<min(start + 500, numbers.count)])) {
        writer.write(one.record, to: &bytes)
      }
      try output.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    writer.end(&bytes)
    try output.write(bytes)
    try output.finish()
  }
}

struct ShowRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one record whole, and where it stands.")
  @OptionGroup var file: ReviewFile
  @Argument(help: "The record's number.") var record: Int
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let shown = try review.record(record)
      let stands = try review.standing(of: record)
      let page = ReviewTeller().record(shown, stands: stands, notes: try review.notes(onWorkOf: record))
      try printing.take(page) { try Console.json(ListedRecord(stands)) }
    }
  }
}
