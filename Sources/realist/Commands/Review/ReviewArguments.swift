public import ArgumentParser
import Documents
import Foundation
public import Review

/// The review that a command works on.
struct ReviewFile: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The review's file.", valueName: "review"), completion: .file(extensions: ["realist"]))
  var review: String

  /// Lets some work use the review, and closes it.
  func use<Value>(_ work: (Review) throws -> Value) throws -> Value {
    let review = try Review(path: review)
    defer { review.close() }
    return try work(review)
  }

  /// Adds an act to the review's log.
  ///
  /// - Throws: ``Complaint`` where nothing says who does it; `ReviewFault` where it can't be done.
  func append(_ act: Act, by author: Author) throws -> LoggedAct {
    let name = try author.name()
    return try use { try $0.append(act, by: name) }
  }

  /// Adds an act that goes on from what there is, looked at and written at once.
  ///
  /// - Throws: what `make` throws, besides.
  func append(by author: Author, _ make: (Synthesis) throws -> Act) throws -> LoggedAct {
    let name = try author.name()
    return try use { try $0.append(by: name, make) }
  }
}

/// Who does something.
struct Author: ParsableArguments {
  @Option(help: ArgumentHelp("Who you are; without it, what REALIST_REVIEWER says.", valueName: "name"))
  var by: String?

  /// The name, where it is known.
  var known: String? {
    if let by { return Review.tidied(by) }
    let name = Review.tidied(ProcessInfo.processInfo.environment["REALIST_REVIEWER", default: ""])
    return name.isEmpty ? nil : name
  }

  /// The name.
  ///
  /// - Throws: ``Complaint`` where nothing says who.
  func name() throws(Complaint) -> String {
    guard let known else {
      throw Complaint("Say who you are, since the log keeps it: --by 'Ann Lee', or set REALIST_REVIEWER.")
    }
    return known
  }
}

/// At which stage something is done.
struct StageChoice: ParsableArguments {
  @Option(help: ArgumentHelp("At which stage: title-abstract, full-text or relevance.", valueName: "stage"))
  var stage: ScreeningStage = .titleAndAbstract
}

/// The record that a verdict is about, and the reason where it is left out.
struct JudgedRecord: ParsableArguments {
  @Argument(help: "The record's number.") var record: Int
  @OptionGroup var at: StageChoice
  @Option(help: "Why it is left out.") var reason: String?

  /// The reason as the review's protocol has it.
  func exclusion(in review: Review) throws -> ExclusionReason? {
    guard let reason else { return nil }
    return try review.effectiveProtocol().reason(named: reason, at: at.stage)
  }
}

extension ScreeningStage: ExpressibleByArgument {}
extension Verdict: ExpressibleByArgument {}
extension Wave: ExpressibleByArgument {}
extension WorkFilter: ExpressibleByArgument {}
extension Act.Kind: ExpressibleByArgument {}
extension Judgement.Level: ExpressibleByArgument {}
extension TextForm: ExpressibleByArgument {}
extension ScreeningAgreement.Unsure: ExpressibleByArgument {}
extension CoderAgreement.Terms: ExpressibleByArgument {}

extension ReviewTeller {
  /// A teller of this program.
  init() { self.init(madeBy: RealistProgram.nameAndVersion) }
}

/// What a command says that did one thing: a sentence, or the act as data.
struct ActPrinting: ParsableArguments {
  @Option(help: "What to print: text or json.") var format: TextOrJSON = .text

  /// Says what was done, in a sentence of its own or in the log's.
  func tell(_ logged: LoggedAct, _ sentence: String? = nil) throws {
    switch format {
    case .text:
      let told = sentence ?? "Act \(logged.number), \(logged.by): \(logged.act.told)".withFullStop
      Console.print(told.onOneLine)
    case .json: Console.print(try Console.json(logged))
    }
  }
}

extension String {
  /// The text with a full stop, unless it ends with a sign that ends a sentence, be it within quotation marks.
  var withFullStop: String {
    last { $0 != "”" }.map { ".!?…".contains($0) } ?? true ? self : self + "."
  }
}
