import ArgumentParser
import Foundation
import Reporting

/// In which form a page is given, a document for word processors among them, and where to.
struct WordPrinting: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, docx }
  @Option(help: "What to write: text, markdown, json or docx.") var format: Format = .text
  @Option(help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file")) var output:
    String?
  @OptionGroup var options: TheoryOptions

  func validate() throws {
    guard format != .docx || output != nil else {
      throw ValidationError("--format docx needs a file: --output FILE.docx")
    }
  }

  /// Refuses to write over what is read.
  ///
  /// - Throws: ``Complaint`` where the output would take the place of it.
  func refuse(over sources: [String]) throws(Complaint) {
    if let output { try Console.refuse(toWrite: output, over: sources) }
  }

  /// Prints or saves a page.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - document: the page as a document has it, where that is wider than a screen.
  ///   - json: what stands for it as JSON.
  func take(
    _ page: @autoclosure () throws -> Page, asDocument document: @autoclosure () throws -> Page? = nil,
    json: () throws -> String
  ) async throws {
    let text =
      switch format {
      case .text: options.text(try page(), toFile: output != nil)
      case .markdown: MarkdownRenderer().render(try document() ?? page())
      case .json: try json()
      case .docx: ""
      }
    guard let output else { return Console.print(text) }
    guard format == .docx else { return try Console.save(text, to: output) }
    try await Console.saveWord(try document() ?? page(), to: output)
  }
}

extension Console {
  /// Saves a page as a document for word processors.
  ///
  /// - Throws: ``Complaint`` where there is no Pandoc, or it fails, or the file can't be written.
  static func saveWord(_ page: Page, to path: String) async throws(Complaint) {
    let bytes: Foundation.Data
    do { bytes = try await WordDocument().bytes(of: page) } catch {
      throw Complaint("\(path): \(error.description)")
    }
    try save(Array(bytes), to: path)
  }
}
