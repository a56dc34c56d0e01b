/// Finds the elements of an XML file that hold a record each, and gives them whole, one at a time.
struct XMLRecordScanner {
  /// What comes next in the file.
  enum Piece {
    case record(XMLElement, repairs: [XMLRepair])
    /// A record that begins on this line can't be read; the next piece is one behind it.
    case refused(line: Int, XMLFault)
    /// Something beside the records that isn't well-formed, or says something: what it is.
    case beside(line: Int, String)
  }

  private var tokenizer: XMLTokenizer
  var window: ByteWindow { tokenizer.window }
  private let names: Set<String>
  private let longestRecord: Int
  /// How many elements records stand in, once one was seen.
  private var depth: Int?
  /// The tag of a record that was met while another one was open.
  private var waiting: (tag: XMLElement, isEmpty: Bool)?

  /// Records are elements of these names.
  init(_ window: ByteWindow, records names: Set<String>, longestRecord: Int) {
    tokenizer = XMLTokenizer(window, longest: longestRecord)
    self.names = names
    self.longestRecord = longestRecord
  }

  /// The next piece; `nil` at the end of the file.
  ///
  /// - Throws: ``XMLFault`` where nothing more may be read, or what reading bytes throws.
  mutating func next() throws -> Piece? {
    if let (tag, isEmpty) = waiting {
      waiting = nil
      return try record(tag, isEmpty: isEmpty)
    }
    do {
      while let token = try tokenizer.next() {
        switch token {
        case .start(let tag, let isEmpty):
          if names.contains(tag.name) { return try record(tag, isEmpty: isEmpty) }
          let place = tokenizer.openNames.count - (isEmpty ? 0 : 1)
          if place == depth { return .beside(line: tag.line, "<\(XMLTokenizer.shortened(tag.name))>") }
        case .text(let text):
          let isBeside = tokenizer.openNames.count == (depth ?? 0)
          if isBeside, !text.allSatisfy(\.isWhitespace) {
            return .beside(line: tokenizer.window.line, "text between records")
          }
        case .end: break
        }
      }
      return nil
    } catch let fault as XMLFault where !fault.isFinal {
      return .beside(line: fault.line, fault.problem)
    }
  }

  // MARK: One record

  private mutating func record(_ tag: XMLElement, isEmpty: Bool) throws -> Piece {
    _ = tokenizer.takeRepairs()
    let outside = tokenizer.openNames.count - (isEmpty ? 0 : 1)
    depth = outside
    do {
      let element = isEmpty ? tag : try filled(tag, outside: outside)
      return .record(element, repairs: tokenizer.takeRepairs())
    } catch let fault as XMLFault where !fault.isFinal {
      if waiting == nil { _ = try tokenizer.resume(at: names, depth: outside) }
      return .refused(line: tag.line, fault)
    }
  }

  /// The element with all that stands in it.
  private mutating func filled(_ tag: XMLElement, outside: Int) throws -> XMLElement {
    var open = [tag]
    var size = 0
    while let token = try tokenizer.next() {
      switch token {
      case .text(let text):
        size += text.utf8.count
        open[open.count - 1].children.append(.text(text))
      case .start(let inner, let isEmpty):
        if names.contains(inner.name) {
          throw interrupted(tag, by: inner, isEmpty: isEmpty, outside: outside)
        }
        size += 64 + inner.attributes.reduce(0) { $0 + $1.value.utf8.count }
        if isEmpty {
          open[open.count - 1].children.append(.element(inner))
        } else {
          open.append(inner)
        }
      case .end:
        let element = open.removeLast()
        guard let last = open.indices.last else { return element }
        open[last].children.append(.element(element))
      }
      if size > longestRecord { throw XMLFault(line: tag.line, problem: "the record is too long") }
    }
    throw XMLFault(line: tag.line, problem: "the file ends within the record")
  }

  /// A record doesn't hold another one: the first has no end.
  private mutating func interrupted(_ tag: XMLElement, by inner: XMLElement, isEmpty: Bool, outside: Int)
    -> XMLFault
  {
    waiting = (inner, isEmpty)
    tokenizer.forget(to: outside, then: isEmpty ? nil : inner.name)
    return XMLFault(
      line: tag.line, problem: "the record has no end before the next one on line \(inner.line)")
  }
}
