import Foundation
import FoundationXML

/// What an XML parser finds in a document: a second opinion, which knows nothing of how it was written.
final class WellFormedXML: NSObject, XMLParserDelegate {
  struct Element: Hashable {
    var name: String
    var attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""
  private(set) var fault: String?

  /// Reads a document. A `<!DOCTYPE html>` is dropped before, as it is no XML declaration of a grammar.
  init(_ markup: String) {
    super.init()
    let body = markup.hasPrefix("<!DOCTYPE html>") ? String(markup.dropFirst(15)) : markup
    let parser = XMLParser(data: Data(body.utf8))
    parser.delegate = self
    if !parser.parse() {
      fault = "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "?")"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }
}
