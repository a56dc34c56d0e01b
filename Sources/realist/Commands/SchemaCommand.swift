import ArgumentParser
import BundledKnowledge
import Documents
import Foundation

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of document, for editors and other programs.",
    discussion: """
        realist schema case > case.schema.json
        realist schema theory-file --path

      An editor that knows YAML then completes the keys and marks what is wrong. Put this line at the top of a case, \
      with the path that --path prints:

        # yaml-language-server: $schema=PATH

      theory-file is for one file of a theory's folder; theory is for the whole of it as one file.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case theory, theoryFile = "theory-file"
    case `case`, assessment, plan
  }

  @Argument(help: "The kind of document: theory, theory-file, case, plan or assessment.") var kind: Kind
  @Flag(help: "Print where the schema stands on this machine instead.") var path = false

  func run() throws {
    let file = try KnowledgeFolder.locate().schemasPath + "/\(kind.rawValue).schema.json"
    guard FileManager.default.fileExists(atPath: file) else {
      throw Complaint("\(file) is missing. Install realist anew, or unset REALIST_HOME.")
    }
    Console.print(path ? file : try DocumentFile(path: file).text)
  }
}
