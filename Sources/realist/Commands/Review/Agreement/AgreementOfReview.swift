import ArgumentParser
import Documents
import Reporting
import Review

/// The two people whose work is held against each other.
struct ComparedPair: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The two people; without them, the only two that there are.", valueName: "name"))
  var people: [String] = []

  func validate() throws {
    guard people.isEmpty || people.count == 2 && Review.tidied(people[0]) != Review.tidied(people[1]) else {
      throw ValidationError("Name two people, or none.")
    }
  }

  /// The two.
  ///
  /// - Parameters:
  ///   - known: all of those who did it.
  ///   - deed: what they did, as in “Ann has decided”.
  /// - Throws: ``Complaint`` where one of the two didn't, or it isn't clear which two are meant.
  func pair(among known: [String], who deed: String) throws(Complaint) -> (first: String, second: String) {
    let all = known.isEmpty ? "Nobody has \(deed) yet." : "Those who have: \(known.joined(separator: ", "))."
    let people = people.map(Review.tidied)
    for name in people where !known.contains(name) {
      throw Complaint("\(name.onOneLine) hasn't \(deed) yet. \(all.onOneLine)")
    }
    let pair = people.isEmpty ? known : people
    guard pair.count == 2 else { throw Complaint("Name the two people to compare. \(all.onOneLine)") }
    return (pair[0], pair[1])
  }
}

struct AgreementOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "How far two reviewers agree: per cent, kappa, PABAK.",
    discussion: "  realist review agreement mine.realist 'Ann Lee' 'Ben Roe'")
  @OptionGroup var file: ReviewFile
  @OptionGroup var compared: ComparedPair
  @Option(help: "What “unsure” counts as: own or include.") var unsure: ScreeningAgreement.Unsure = .own
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let pair = try compared.pair(among: try review.decidingReviewers(), who: "decided")
      let agreement = try review.agreement(of: pair.first, and: pair.second, unsure: unsure)
      let page = ScreeningAgreementTeller(of: agreement, madeBy: RealistProgram.nameAndVersion).page
      try printing.take(page) {
        try Console.json(ScreeningAgreementRecord(agreement, madeBy: RealistProgram.nameAndVersion))
      }
    }
  }
}

struct CodersOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coders",
    abstract: "How far two coders agree, slot by slot and code by code, and where they don't.",
    discussion: """
      Compared are the places that both coded: the same passage or cited place, or two passages of a text that overlap by \
      at least half of what they cover together. What only one coded is listed. The places at which the two differ come \
      with their words, so that they can be talked through.

        realist review coders mine.realist 'Ann Lee' 'Ben Roe'
        realist review coders mine.realist --overlap 90 --compare concepts
      """)
  @OptionGroup var file: ReviewFile
  @OptionGroup var compared: ComparedPair
  @Option(help: "What counts as saying the same: codes or concepts.")
  var compare: CoderAgreement.Terms = .codes
  @Option(help: ArgumentHelp("From how much overlap on two passages are one place.", valueName: "per cent"))
  var overlap: Int = 50
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    guard (1...100).contains(overlap) else {
      throw ValidationError("--overlap takes a number from 1 to 100.")
    }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let synthesis = try file.use { try $0.synthesis() }
    let pair = try compared.pair(among: synthesis.coders, who: "coded")
    let agreement = CoderAgreement(
      synthesis, first: pair.first, second: pair.second, terms: compare, overlap: overlap)
    let page = CoderAgreementTeller(of: agreement, madeBy: RealistProgram.nameAndVersion).page
    try printing.take(page) {
      try Console.json(CoderAgreementRecord(agreement, madeBy: RealistProgram.nameAndVersion))
    }
  }
}
