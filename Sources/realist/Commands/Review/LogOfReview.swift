import ArgumentParser
import Reporting
import Review

struct LogOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "All that was done, by whom and when.",
    discussion: """
      At blinded stages the verdicts of others are hidden as long as a record waits for another reviewer; with --by, your \
      own are shown, and those of others once you have decided.

        realist review log mine.realist --last 20
        realist review log mine.realist --kind imported --format json
      """)
  @OptionGroup var file: ReviewFile
  @Option(
    help: ArgumentHelp(
      "Acts of this kind alone: \(Act.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: [Act.Kind] = []
  @Option(help: "Only the last acts, so many.") var last: Int?
  @OptionGroup var author: Author
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last takes a number from 1.") }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let acts = try review.acts(kind, most: last)
      let hidden = try review.hiddenDecisions(from: author.known, among: acts)
      let page = ReviewTeller().log(acts, undone: try review.undoneActs(), hidden: hidden)
      try printing.take(page) {
        try Console.json(acts.filter { !hidden.contains($0.number) })
      }
    }
  }
}

struct ArchiveReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Write all of a review into a zip of open formats.",
    discussion: "  realist review archive mine.realist --output mine.zip")
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("The zip to write.", valueName: "file")) var output: String

  func run() throws {
    try Console.refuse(toWrite: output, over: [file.review])
    let counts = try file.use { try $0.archive(to: output) }
    Console.print("Archived \(counts.acts) acts and \(counts.records) records in \(output).")
  }
}

struct RestoreReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make a review's file out of an archive.",
    discussion: "  realist review restore mine.zip again.realist")
  @Argument(help: ArgumentHelp("The zip.", valueName: "archive"), completion: .file(extensions: ["zip"]))
  var archive: String
  @Argument(help: ArgumentHelp("The file to make.", valueName: "review")) var review: String

  func run() throws {
    let made = try Review.restore(archive, to: review)
    defer { made.close() }
    let counts = try made.counts()
    Console.print("Restored \(review): \(counts.act) acts, \(counts.records) records.")
  }
}
