import ArgumentParser
import Reporting
import Review

struct ThemesOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "What stays thematic: points of entry and themes, each with its codings, works and passages.",
    discussion: """
      A theme stands by the phase of the configurations that the same passages tell; points of entry come first.

        realist review themes mine.realist
        realist review themes mine.realist --format markdown --output themes.md
      """)
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  /// What stands under `format` in the JSON.
  private struct Record: Encodable {
    let format = "realist-themes/1"
    let madeBy = RealistProgram.nameAndVersion
    let themes: [Theme]
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let themes = try file.use { try $0.synthesis() }.themes()
    try printing.take(ReviewTeller().themes(themes)) { try Console.json(Record(themes: themes)) }
  }
}
