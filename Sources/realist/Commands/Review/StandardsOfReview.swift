import ArgumentParser
import Foundation
import Reporting
import Review

struct StandardsOfReview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rameses",
    abstract: "The 19 items that a report of a realist synthesis covers, filled from the file.",
    discussion: """
      Each item of the RAMESES publication standards (Wong et al. 2013) with what the file holds and what is missing.

        realist review rameses mine.realist
        realist review rameses mine.realist --format docx --output checklist.docx
      """)
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: WordPrinting

  func run() async throws {
    try printing.refuse(over: [file.review])
    let grounds = try file.use { try $0.standardsGrounds() }
    let checklist = RAMESESChecklist(grounds)
    let teller = RAMESESTeller(of: checklist, title: grounds.title, madeBy: RealistProgram.nameAndVersion)
    try await printing.take(teller.page, asDocument: teller.tablePage) {
      try Console.json(RAMESESRecord(checklist, madeBy: RealistProgram.nameAndVersion))
    }
  }
}

struct RefinementsOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refinements",
    abstract: "How the theory was refined: what was merged, split, put together, kept or dropped, and why.",
    discussion: """
        realist review refinements mine.realist

      To hold two states against each other: realist review compare.
      """)
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    let teller = try file.use { review in
      RefinementTeller(
        acts: try review.acts(RefinementTeller.kinds), undone: try review.undoneActs(),
        title: try review.title(),
        madeBy: RealistProgram.nameAndVersion)
    }
    try printing.take(teller.page) { try Console.json(teller.steps.map(\.logged)) }
  }
}
