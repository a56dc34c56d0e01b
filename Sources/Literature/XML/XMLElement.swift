/// An element of XML with all that stands in it.
package struct XMLElement: Hashable, Sendable {
  package let name: String
  package let attributes: [XMLAttribute]
  /// The line on which its tag begins.
  package let line: Int
  package var children: [XMLNode] = []

  /// The value of an attribute.
  package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The elements in it, without the text between them.
  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element of a name in it.
  package func first(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// All the text in it, at any depth, in order: marks such as `<i>` or `<style>` leave their text.
  package var text: String {
    if children.count == 1, case .text(let text) = children[0] { return text }
    var text = ""
    addText(to: &text)
    return text
  }

  /// The depth is bounded by the tokenizer.
  private func addText(to text: inout String) {
    for child in children {
      switch child {
      case .text(let part): text += part
      case .element(let element): element.addText(to: &text)
      }
    }
  }

  /// Whether it has neither attributes nor elements in it but `<style>`, which only says how text looks.
  var isPlain: Bool {
    attributes.isEmpty
      && children.allSatisfy {
        switch $0 {
        case .text: true
        case .element(let element): element.name == "style" && element.elements.isEmpty
        }
      }
  }

  /// Whether nothing is said in it: no attribute and no text but white space.
  var isBlank: Bool {
    attributes.isEmpty
      && children.allSatisfy {
        switch $0 {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .element(let element): element.isBlank
        }
      }
  }

  /// What stands in it, as XML.
  var innerXML: String {
    var text = ""
    for child in children { child.write(to: &text) }
    return text
  }

  /// The element, as XML.
  var outerXML: String {
    var text = ""
    XMLNode.element(self).write(to: &text)
    return text
  }
}

/// What stands in an element.
package enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  case text(String)

  fileprivate func write(to text: inout String) {
    switch self {
    case .text(let part): text += XMLText.escaped(part)
    case .element(let element):
      text += "<" + element.name
      for attribute in element.attributes {
        text += " \(attribute.name)=\"\(XMLText.escaped(attribute.value))\""
      }
      guard !element.children.isEmpty else {
        text += "/>"
        return
      }
      text += ">"
      for child in element.children { child.write(to: &text) }
      text += "</\(element.name)>"
    }
  }
}

/// A named value in a tag.
package struct XMLAttribute: Hashable, Sendable {
  package let name: String
  package let value: String
}

/// Text as XML has it.
package enum XMLText {
  /// The text with the signs that XML would take for its own escaped.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"\r".utf8.contains($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#xD;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
