import ArgumentParser
import BundledKnowledge
import Documents
import Foundation
import ProgrammeTheory

struct NewTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a theory of your own from a template.",
    discussion: """
      Writes a small theory that is whole as it stands, with a note at each key. Nothing that is there already is \
      overwritten.

        realist theory new my-theory
        realist theory new my-theory --title "Why some libraries last"
        realist theory new my-theory --single-file      writes my-theory.yaml
      """)

  @Argument(help: "The folder to make. The theory is called after it.") var folder: String
  @Option(help: "What people call the theory. Without it, the folder's name.") var title: String?
  @Flag(help: "Write one file instead of a folder.") var singleFile = false

  func run() throws {
    let name = URL(fileURLWithPath: folder).lastPathComponent
    let bare = name.hasSuffix(".yaml") ? String(name.dropLast(".yaml".count)) : name
    guard let id = Theory.ID.made(of: bare) else {
      throw Complaint("“\(folder)” makes no identifier. Give a name with letters a to z or digits in it.")
    }
    let title = self.title ?? bare
    guard !title.allSatisfy(\.isWhitespace) else {
      throw Complaint("--title is empty. Give the theory a title.")
    }
    let template = try TheoryTemplate(path: KnowledgeFolder.locate().templatesPath + "/theory")
    let path = target(bare)
    try refuse(toOverwrite: path)
    if singleFile {
      let file = try template.theory(id, title: title, inOneFile: path)
      try Console.save(file.map(\.text).joined(), to: path)
    } else {
      let place = DocumentFolder(path: path, mainFile: TheoryDocument.mainFile) { _ in false }
      try place.write(try template.theory(id, title: title))
    }
    Console.print(advice(path, id))
  }

  /// Where it goes: the folder as it was typed, or a file of that name.
  private func target(_ bare: String) -> String {
    let typed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return singleFile && !typed.hasSuffix(".yaml") ? typed + ".yaml" : typed
  }

  /// - Throws: ``Complaint`` where something stands at the path already, be it only a link that leads nowhere; an empty
  ///   folder may be filled.
  private func refuse(toOverwrite path: String) throws(Complaint) {
    let files = FileManager.default
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard files.fileExists(atPath: parent) else {
      throw Complaint("\(path): there is no folder \(parent). Make it first.")
    }
    guard let kind = try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType else { return }
    let isEmptyFolder =
      !singleFile && kind == .typeDirectory
      && ((try? files.contentsOfDirectory(atPath: path)) ?? ["?"]).isEmpty
    guard isEmptyFolder else {
      throw Complaint(
        "\(path): something of this name is there already, and stays as it is. Give another name.")
    }
  }

  private func advice(_ path: String, _ id: Theory.ID) -> String {
    let bare = path.contains("/") || path.hasSuffix(".yaml") ? path : "\(path)/"
    // A shell takes a name with a space or a sign in it for several words.
    let isPlain = bare.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0)
    }
    let name = isPlain ? bare : bare.quotedForShell
    let written =
      singleFile
      ? "Wrote \(path): a small theory, “\(id)”, with a note at each key."
      : "Wrote \(name): a small theory, “\(id)”, in four files with a note at each key."
    return """
      \(written)

      What to do next:
        1. Put your concepts in the place of the example's: what can be more or less.
        2. Write down what your source reports, and where: the tellings.
        3. Make claims out of them: the configurations.
        4. See what the reader says:  realist theory check \(name)
        5. See it as a page:          realist theory show \(name)
        6. Hold a case against it:    realist assess CASE --theory \(name)
      """
  }
}
