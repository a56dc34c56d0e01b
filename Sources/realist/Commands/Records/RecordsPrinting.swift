import ArgumentParser
import Foundation
import Reporting

/// In which form a page about records is given, and where to.
struct RecordsPrinting: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }
  @Option(help: "What to print: text, markdown or json.") var format: Format = .text
  @Option(help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file")) var output:
    String?
  @OptionGroup var options: TheoryOptions

  /// Refuses to write over what is read.
  ///
  /// - Throws: ``Complaint`` where a file would take the place of another.
  func refuse(over sources: [String], and other: String? = nil) throws(Complaint) {
    for path in [output, other].compactMap(\.self) { try Console.refuse(toWrite: path, over: sources) }
    if let other, other == output { throw Complaint("\(other) is named twice, for two files. Name two.") }
  }

  /// A page in the form that was asked for.
  func text(
    _ page: @autoclosure () throws -> Page, toFile: Bool, json: () throws -> String
  ) throws -> String {
    switch format {
    case .text: options.text(try page(), toFile: toFile)
    case .markdown: MarkdownRenderer().render(try page())
    case .json: try json()
    }
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
  ) throws {
    let text = try text(
      format == .markdown ? document() ?? page() : page(), toFile: output != nil, json: json)
    guard let output else { return Console.print(text) }
    try Console.save(text, to: output)
  }
}
