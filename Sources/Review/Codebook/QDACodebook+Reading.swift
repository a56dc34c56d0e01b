public import Documents
internal import Literature

extension QDACodebook {
  /// A codebook as it was read, and what was mended on the way.
  public struct Reading: Sendable, Hashable {
    /// The codebook.
    public let codebook: QDACodebook
    /// What was mended or passed over, in sentences.
    public let mended: [String]
  }

  /// How many codes, and how many sets, a codebook may have.
  public static let mostCodes = 20_000

  /// Reads a codebook.
  ///
  /// - Parameter path: the file.
  /// - Throws: `FaultyDocument` where it is no codebook, or one that can't be used.
  public static func read(path: String) throws(FaultyDocument) -> Reading {
    try read(DocumentFile(path: path))
  }

  /// Reads a codebook whose text is at hand.
  ///
  /// - Throws: `FaultyDocument` where it is no codebook, or one that can't be used.
  public static func read(_ file: DocumentFile) throws(FaultyDocument) -> Reading {
    let root: XMLElement
    do { root = try XMLDocument.root(of: file.text) } catch {
      throw QDACodebookReader.fault(
        error.problem, line: error.line, "Export the codebook again, as REFI-QDA.", in: file.name)
    }
    var reader = QDACodebookReader(file: file.name)
    let codebook = try reader.codebook(root)
    return Reading(codebook: codebook, mended: reader.mended)
  }
}

/// What the elements of a codebook say.
struct QDACodebookReader {
  let file: String
  private(set) var mended: [String] = []
  private var guids: [String: Int] = [:]
  private var guidOfName: [String: String] = [:]
  private var passed: Set<String> = []

  init(file: String) { self.file = file }

  static func fault(_ problem: String, line: Int, _ remedy: String, in file: String) -> FaultyDocument {
    FaultyDocument(faults: [Fault(file: file, line: line, field: "", problem: problem, remedy: remedy)])
  }

  private func fault(_ problem: String, _ element: XMLElement, _ remedy: String) -> FaultyDocument {
    Self.fault(problem, line: element.line, remedy, in: file)
  }

  /// Keeps at most so many: a hostile file could need millions.
  private mutating func mend(_ told: @autoclosure () -> String, _ element: XMLElement) {
    if mended.count < 100 { mended.append("line \(element.line): \(told())") }
  }

  mutating func codebook(_ root: XMLElement) throws(FaultyDocument) -> QDACodebook {
    let book = root.localName == "Project" ? root.elements.first { $0.localName == "CodeBook" } : root
    guard let book, book.localName == "CodeBook" else {
      throw fault(
        "this is no REFI-QDA codebook (its root is <\(root.name.clipped)>)", root,
        "Export the codes as a codebook; such files end in .qdc.")
    }
    var codes: [QDACodebook.Code] = []
    var sets: [QDACodebook.CodeSet] = []
    for part in book.elements where part.localName == "Codes" { codes += try self.codes(in: part) }
    for part in book.elements {
      switch part.localName {
      case "Codes": continue
      case "Sets":
        for element in part.elements {
          if element.localName == "Set" { sets.append(try set(element)) } else { pass(element) }
        }
      default: pass(part)
      }
    }
    guard !codes.isEmpty else {
      throw fault("there is no code in this codebook", book, "Export one that has codes.")
    }
    return QDACodebook(origin: book.attribute("origin"), codes: codes, sets: sets)
  }

  private mutating func pass(_ element: XMLElement) {
    let name = element.localName.clipped
    if passed.count < 100, passed.insert(name).inserted {
      mend("<\(name)> is passed over, here and wherever it stands", element)
    }
  }

  private mutating func codes(in parent: XMLElement) throws(FaultyDocument) -> [QDACodebook.Code] {
    var codes: [QDACodebook.Code] = []
    for element in parent.elements {
      switch element.localName {
      case "Code": codes.append(try code(element))
      case "Description": continue
      default: pass(element)
      }
    }
    return codes
  }

  private mutating func code(_ element: XMLElement) throws(FaultyDocument) -> QDACodebook.Code {
    let name = try name(of: element)
    let guid = try guid(of: element, name: name, "")
    return QDACodebook.Code(
      guid: guid, name: name, description: description(of: element), colour: colour(of: element),
      isCodable: isCodable(element), children: try codes(in: element))
  }

  private mutating func set(_ element: XMLElement) throws(FaultyDocument) -> QDACodebook.CodeSet {
    let name = try name(of: element)
    let guid = try guid(of: element, name: name, "set: ")
    var members: [String] = []
    var known: Set<String> = []
    for member in element.elements where member.localName != "Description" {
      let named = member.attribute("guid") ?? ""
      guard member.localName == "MemberCode" else {
        pass(member)
        continue
      }
      guard let code = guidOfName[named] ?? QDAGuid.read(named).flatMap({ guids[$0] == nil ? nil : $0 })
      else {
        mend("the set “\(name.clipped)” names a code that isn't there; it is left out", member)
        continue
      }
      if known.insert(code).inserted { members.append(code) }
    }
    return QDACodebook.CodeSet(
      guid: guid, name: name, description: description(of: element), members: members)
  }

  // MARK: What a code says of itself

  private func name(of element: XMLElement) throws(FaultyDocument) -> String {
    let name = (element.attribute("name") ?? "").onALine
    guard !name.isEmpty else {
      throw fault("a code or set has no name", element, "Give it one, and export again.")
    }
    guard name.utf8.count <= 1_000 else {
      throw fault("a name is longer than 1,000 bytes", element, "Shorten it, and export again.")
    }
    return name
  }

  private mutating func guid(of element: XMLElement, name: String, _ prefix: String)
    throws(FaultyDocument) -> String
  {
    let given = element.attribute("guid") ?? ""
    let read = QDAGuid.read(given)
    let guid = read ?? QDAGuid.derived(from: prefix + (given.isEmpty ? name : given))
    if read == nil {
      mend("“\(given.clipped)” is no GUID; one was derived for “\(name.clipped)”", element)
      if !given.isEmpty, guids.count < QDACodebook.mostCodes { guidOfName[given] = guid }
    }
    if let line = guids.updateValue(element.line, forKey: guid) {
      throw fault(
        "the GUID \(guid) stands here and on line \(line)", element,
        "Give each code its own, and export again.")
    }
    guard guids.count <= QDACodebook.mostCodes else {
      throw fault("there are more than 20,000 codes and sets", element, "Split the codebook.")
    }
    return guid
  }

  private func description(of element: XMLElement) -> String? {
    let texts = element.elements.filter { $0.localName == "Description" }.map(\.text)
    let text = texts.joined(separator: "\n")
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private mutating func colour(of element: XMLElement) -> String? {
    guard let text = element.attribute("color"), !text.isEmpty else { return nil }
    let digits = text.dropFirst().lowercased()
    let isColour = text.hasPrefix("#") && digits.utf8.count == digits.count && digits.allSatisfy(\.isHexDigit)
    switch (isColour, digits.count) {
    case (true, 6): return "#" + digits
    case (true, 3): return "#" + digits.map { "\($0)\($0)" }.joined()
    default:
      mend("“\(text.clipped)” is no colour; it is left out", element)
      return nil
    }
  }

  private mutating func isCodable(_ element: XMLElement) -> Bool {
    switch element.attribute("isCodable") {
    case "true", "1", nil: return true
    case "false", "0": return false
    case .some(let text):
      mend("isCodable is “\(text.clipped)”; it is taken for true", element)
      return true
    }
  }
}

extension XMLElement {
  /// Its name without the prefix of a name space.
  fileprivate var localName: String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
