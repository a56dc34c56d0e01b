import ArgumentParser
import Bibliography
import Documents
import ProgrammeTheory
import Reporting
import Review

struct SourceOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source", abstract: "Name a work as a source of the synthesis, or describe it anew.",
    discussion: """
      A source has a key of your own, such as auschra2018, by which texts, codings and the theory name it. It is a record of \
      this review, or a work from a list in CSL-JSON.

        realist review source mine.realist auschra2018 --record 12
        realist review source mine.realist wenger1998 --csl theories.json --role middle-range
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "Its key: letters a to z, digits and hyphens.") var key: String
  @Option(help: ArgumentHelp("The record of this review that it is.", valueName: "number")) var record: Int?
  @Option(
    help: ArgumentHelp(
      "Take it from this list in CSL-JSON: the work of this id, or the only one.", valueName: "file"),
    completion: .file())
  var csl: String?
  @Option(
    help: ArgumentHelp(
      "Its part: \(Source.Role.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "role"))
  var role: Source.Role?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func validate() throws {
    if record != nil, csl != nil {
      throw ValidationError("--record and --csl both say which work it is. Use one.")
    }
  }

  func run() throws {
    let name = try author.name()
    try file.use { review in
      let held = try review.material().source(key)
      let (reference, record) = try work(held, of: review)
      let source = ReviewSource(
        key: key, record: record, reference: reference, role: role ?? held?.role ?? .included)
      try printing.tell(try review.append(.sourceDescribed(source), by: name))
    }
  }

  private func work(_ held: ReviewSource?, of review: Review) throws -> (Reference, Int?) {
    if let record { return (try review.referenceOfRecord(record), record) }
    if let csl {
      let list = try ReferenceList.read(csl: try DocumentFile(path: csl).text.utf8, file: csl)
      guard let found = list[key] ?? (list.references.count == 1 ? list.references[0] : nil) else {
        throw Complaint("\(csl): no work has the id \(key). Give it that id, or a list of one work.")
      }
      return (found, nil)
    }
    guard let held else {
      throw Complaint("Say which work \(key) is: --record NUMBER, or --csl FILE.")
    }
    return (held.reference, held.record)
  }
}

struct SourcesOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "The sources of the synthesis, with their appraisals, texts and passages.")
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let material = try review.material()
      try printing.take(ReviewTeller().sources(material)) {
        try Console.json(material.sources.map { SourceFields($0, material.appraisals[$0.key]) })
      }
    }
  }

  private struct SourceFields: Encodable {
    let source: ReviewSource
    let relevance: Judgement?
    let rigour: Judgement?

    init(_ source: ReviewSource, _ appraisal: Appraisal?) {
      (self.source, relevance, rigour) = (source, appraisal?.relevance, appraisal?.rigour)
    }
  }
}

struct AppraiseSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise", abstract: "Judge how relevant or how rigorous a source is, and say why.",
    discussion: """
        realist review appraise mine.realist auschra2018 --rigour high --because 'two rounds of interviews, checked'
        realist review appraise mine.realist auschra2018 --relevance low --because 'about staff, not partners'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The source's key.") var source: String
  @Option(help: ArgumentHelp("Whether it adds to the theory: high, moderate or low.", valueName: "level"))
  var relevance: Judgement.Level?
  @Option(help: ArgumentHelp("Whether it can be believed: high, moderate or low.", valueName: "level"))
  var rigour: Judgement.Level?
  @Option(help: ArgumentHelp("Why it is judged so.", valueName: "words")) var because: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let appraisal = Appraisal(
      source: source, relevance: relevance.map { Judgement(level: $0, words: because) },
      rigour: rigour.map { Judgement(level: $0, words: because) })
    try printing.tell(try file.append(.sourceAppraised(appraisal), by: author))
  }
}
