/// A whole XML document of a vocabulary that is written by programs, read strictly: what is mended in exports of records is
/// a fault here.
package enum XMLDocument {
  /// The document's root with all that stands in it.
  ///
  /// - Parameter text: the document.
  /// - Throws: ``XMLFault`` where it isn't well-formed, declares entities, or is nested too deep.
  package static func root(of text: String) throws(XMLFault) -> XMLElement {
    var pieces = [Array(text.utf8)]
    let window = ByteWindow { pieces.popLast() ?? [] }
    var tokenizer = XMLTokenizer(window, longest: text.utf8.count)
    do { return try root(of: &tokenizer) } catch let fault as XMLFault { throw fault } catch {
      throw XMLFault(line: tokenizer.window.line, problem: "the text can't be read")
    }
  }

  private static func root(of tokenizer: inout XMLTokenizer) throws -> XMLElement {
    var open: [XMLElement] = []
    var root: XMLElement?
    while let token = try tokenizer.next() {
      if let repair = tokenizer.takeRepairs().first {
        throw XMLFault(line: repair.line, problem: "this isn't well-formed XML (\(repair.told))")
      }
      switch token {
      case .start(let tag, let isEmpty):
        guard root == nil else { throw XMLFault(line: tag.line, problem: "a second root begins here") }
        guard isEmpty else {
          open.append(tag)
          continue
        }
        close(tag, &open, &root)
      case .end: if let tag = open.popLast() { close(tag, &open, &root) }
      case .text(let text):
        if let last = open.indices.last {
          open[last].children.append(.text(text))
        } else if !text.allSatisfy(\.isWhitespace) {
          throw XMLFault(line: tokenizer.window.line, problem: "text stands outside the root")
        }
      }
    }
    if let tag = open.last {
      throw XMLFault(line: tag.line, problem: "<\(XMLTokenizer.shortened(tag.name))> has no end")
    }
    guard let root else { throw XMLFault(line: 1, problem: "there is no element") }
    return root
  }

  private static func close(_ tag: XMLElement, _ open: inout [XMLElement], _ root: inout XMLElement?) {
    if let last = open.indices.last {
      open[last].children.append(.element(tag))
    } else {
      root = tag
    }
  }
}
