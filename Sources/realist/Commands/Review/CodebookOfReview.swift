import ArgumentParser
import Documents
import Foundation
import Reporting
import Literature
import Review

struct CodebookOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Write the codes as a REFI-QDA codebook (.qdc), or bring in those of another program.",
    discussion: """
        realist review codebook mine.realist --output codes.qdc
        realist review codebook mine.realist --from nvivo.qdc --by 'Ann Lee'

      NVivo, ATLAS.ti, MAXQDA, QualCoder and others read and write such codebooks. Each concept is a set of its codes.
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("Bring in the codes of this codebook.", valueName: "file"), completion: .file())
  var from: String?
  @Option(help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file")) var output:
    String?
  @OptionGroup var author: Author
  @Option(help: "With --from, what to print: text or json.") var format: TextOrJSON = .text

  func validate() throws {
    guard from == nil || output == nil else { throw ValidationError("Give --from or --output, not both.") }
  }

  func run() throws {
    if let from { return try bring(from) }
    if let output { try Console.refuse(toWrite: output, over: [file.review]) }
    let synthesis = try file.use { try $0.synthesis() }
    let codebook = QDACodebook(synthesis, madeBy: RealistProgram.nameAndVersion)
    guard !codebook.codes.isEmpty else {
      throw Complaint("There is no code yet. Code a passage: realist review code \(file.review) --help")
    }
    guard let output else { return Console.print(codebook.xml) }
    try Console.save(codebook.xml, to: output)
  }

  private func bring(_ path: String) throws {
    _ = try author.name()
    let reading = try QDACodebook.read(path: path)
    let file = URL(fileURLWithPath: path).lastPathComponent
    var told: [String] = []
    let logged = try self.file.append(by: author) { synthesis in
      let brought = reading.codebook.brought(from: file, into: synthesis)
      told = brought.told
      return .codesBrought(brought.act)
    }
    guard case .codesBrought(let act) = logged.act else { return }
    for sentence in reading.mended + told { Console.complain("\(path): \(sentence)".onOneLine) }
    switch format {
    case .text:
      let sets = act.sets.isEmpty ? "" : ", and \(PlainNumber.count(act.sets.count, "set"))"
      Console.print("Brought in \(PlainNumber.count(act.codes.count, "code"))\(sets) (act \(logged.number)).")
    case .json: Console.print(try Console.json(logged))
    }
  }
}
