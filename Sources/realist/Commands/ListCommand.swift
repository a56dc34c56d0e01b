import ArgumentParser
import Casework
import ProgrammeTheory
import Reporting

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the theories and cases that are bundled.")

  func run() throws {
    let shelf = Shelf()
    let theories = try shelf.theories().map { theory in
      [
        Cell(theory.identity.id.text), Cell(theory.identity.title),
        Cell(
          "\(theory.configurations.count) configurations"
            + (theory.identity.extent.isPartial ? "; part of its work" : "")),
      ]
    }
    let cases = try shelf.cases().map { subject in
      [
        Cell(subject.id.text), Cell(subject.title),
        Cell(
          subject.kind == .illustration ? "illustration" : subject.fedTheory ? "real; fed the theory" : "real"
        ),
      ]
    }
    let page = Page(
      title: "What is bundled",
      notice: "Give an identifier to another command, or the path of a file of your own.",
      parts: [
        Part(
          id: "theories", title: "Theories",
          blocks: [
            .table(Table(caption: "Theories", columns: ["Identifier", "Title", "Size"], rows: theories))
          ]),
        Part(
          id: "cases", title: "Cases",
          blocks: [
            .table(Table(caption: "Cases", columns: ["Identifier", "Title", "Kind"], rows: cases))
          ]),
      ])
    Console.print(TerminalRenderer(colour: Console.wantsColour).render(page))
  }
}
