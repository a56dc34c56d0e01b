import ArgumentParser
import Casework
import Foundation
import Reporting

/// In which form a page is given, and where to.
struct PagePrinting: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }
  @Option(help: "What to print: text, markdown or json.") var format: Format = .text
  @Option(help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file")) var output:
    String?
  @Option(help: ArgumentHelp("Also write it as a page that stands alone, to this file.", valueName: "file"))
  var html: String?
  @Flag(help: "Print all of it as text.") var full = false
  @OptionGroup var options: TheoryOptions

  /// Refuses files that would take the place of documents, before any work is done.
  ///
  /// - Throws: ``Complaint`` where one would.
  func refuse(over sources: [String], and other: String? = nil) throws(Complaint) {
    for path in [html, output, other].compactMap(\.self) {
      try Console.refuse(toWrite: path, over: sources)
    }
    if let html, html == output {
      throw Complaint("--html and --output name the same file. Name two.")
    }
    if let other, [html, output].contains(other) {
      throw Complaint("\(other) is named twice, for two files. Name two.")
    }
  }

  /// Gives a page in the form that was asked for.
  ///
  /// - Parameters:
  ///   - page: the page, told briefly or in full.
  ///   - json: the same as data.
  func take(_ page: (Detail) -> Page, json: () throws -> String) async throws {
    if let html {
      let page = page(.full)
      try Console.save(HTMLRenderer().render(page, pictures: await PictureStudio().draw(page)), to: html)
    }
    let text =
      switch format {
      case .text: options.text(page(full ? .full : .brief), toFile: output != nil)
      case .markdown: MarkdownRenderer().render(page(.full))
      case .json: try json()
      }
    guard let output else { return Console.print(text) }
    try Console.save(text, to: output)
  }
}
