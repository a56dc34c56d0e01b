import ArgumentParser
import Review

struct ScreenReview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Screen on the terminal with single keys.",
    discussion: """
      Criteria stay in view; every decision is kept at once, and can be taken back. The order is that of import, or that \
      of a ranking, which learns from your decisions in the background and decides nothing.

        realist review screen mine.realist
        realist review screen mine.realist --stage full-text
        realist review screen mine.realist --ranked --like 'merger network hospital'
        realist review screen mine.realist --list 20          what comes next, without a terminal
      """)
  @OptionGroup var file: ReviewFile
  @OptionGroup var at: StageChoice
  @Flag(help: "The likeliest first.") var ranked = false
  @Option(help: ArgumentHelp("Rank by likeness to these words, while none is included.", valueName: "words"))
  var like: String?
  @Option(help: ArgumentHelp("Only list so many of those that come next.", valueName: "count")) var list: Int?
  @OptionGroup var author: Author
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    if like != nil, !ranked { throw ValidationError("--like says by what --ranked ranks. Use both.") }
    if let list, !(1...10_000).contains(list) {
      throw ValidationError("--list takes a number from 1 to 10000.")
    }
  }

  func run() async throws {
    try printing.refuse(over: [file.review])
    let name = try author.name()
    let review = try Review(path: file.review)
    defer { review.close() }
    let count = ranked ? try review.recordCount() : 0
    if count > 5_000 {
      Console.complain(
        "Weighing the words of \(count) records before the first is shown. With so many this takes a while.")
    }
    let desk = try ReviewDesk(
      review, at: at.stage, for: name, order: ranked ? .ranked(like: like) : .imported)
    guard let list else { return try await ScreeningSitting.screen(desk) }
    let lines = try review.works(numbers: await desk.waiting(list))
    try printing.take(ReviewTeller().list(lines, told: "next at \(at.stage.name) for \(name)")) {
      try Console.json(lines.map { ListedRecord($0) })
    }
  }
}
