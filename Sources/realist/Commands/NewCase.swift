import ArgumentParser
import Casework
import Documents
import Foundation
import ProgrammeTheory

struct NewCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Describe a collaboration: one question at a time, or in a file to fill in.",
    discussion: """
      The questions come from the theory. On a terminal they are asked one by one; each answer is saved at once. \
      Leave with q and go on later with the same command. In a pipe, or with --template, it writes a case to fill \
      in with an editor, with every question in it.

        realist case new mine.yaml
        realist case new mine.yaml --said-by staff
        realist case new mine.yaml --template
        realist case new - --template | less
      """)

  @Argument(help: "The file to write, or to go on with; - for standard output (template only).")
  var file: String

  @Option(
    help: "A bundled theory, or the path of one. Without it, the case's own, or the first that is bundled.")
  var theory: String?

  @Flag(help: "Write a case to fill in, and ask nothing.") var template = false

  @Option(help: "Who answers, such as staff. What others said is then asked again, beside their answers.")
  var saidBy: String?

  @Option(help: "How many columns the text may take, from 40 to 200. Without it, as wide as the terminal.")
  var width: Int?

  func validate() throws {
    if let width, !(40...200).contains(width) {
      throw ValidationError("--width takes a number from 40 to 200.")
    }
    if let saidBy, saidBy.allSatisfy(\.isWhitespace) || saidBy.count > 200 {
      throw ValidationError("--said-by takes a word or a few.")
    }
    if file.isEmpty { throw ValidationError("Name a file.") }
  }

  func run() throws {
    if template || file == "-" || !Console.isConversation {
      try writeTemplate()
    } else {
      try converse()
    }
  }

  private func writeTemplate() throws {
    let isFile = file != "-"
    if isFile, CaseFile.exists(file) {
      throw Complaint(
        "\(file): there is a file of this name already, and it stays as it is. Name another"
          + (template ? "." : ", or run this on a terminal to go on with it."))
    }
    let theory = try Shelf().theoryOrFirst(theory)
    let text = CaseTemplate(of: theory, id: try identifier()).text
    // What can't be read back mustn't be handed out.
    _ = try CaseDocument.read(DocumentFile(name: file, text: text))
    guard isFile else {
      Console.print(text)
      return
    }
    try Console.save(text, to: file)
    Console.print("Written: \(file). Fill it in with an editor, then run: realist case check \(file)")
  }

  private func converse() throws {
    let shelf = Shelf()
    let begun = CaseFile.exists(file) ? try CaseDocument.read(path: file) : nil
    let theory = try begun.map { try shelf.theory(self.theory, for: $0) } ?? shelf.theoryOrFirst(self.theory)
    let draft = try begun ?? CaseInterview.blank(id: identifier(), theory: theory.identity.id)
    if begun == nil { try checkFolder() }
    var interview = TerminalInterview(
      CaseInterview(theory: theory, draft: draft, saidBy: saidBy), file: CaseFile(path: file, read: begun),
      width: width ?? Console.columns, theoryOption: self.theory)
    interview.run()
  }

  /// The identifier of a case, from the name of its file.
  private func identifier() throws(Complaint) -> Case.ID {
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    guard let id = Case.ID.named(after: file == "-" ? "" : name, or: "my-case") else {
      throw Complaint("\(file): no identifier can be made from this name. Name the file otherwise.")
    }
    return id
  }

  /// It would be a pity to find out after the first answer.
  private func checkFolder() throws(Complaint) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Complaint(
        "\(file): you can't write there. Check that the folder exists and that you may write in it.")
    }
  }
}
