import Bibliography
import Foundation
import TestSupport
import Testing

@testable import Literature

@Suite("Independent readers find the same")
struct TreePeerTests {
  private func found(_ kind: String, _ name: String) throws -> [JSONValue] {
    let path = Fixture.folder.appendingPathComponent("records/\(name)").path
    let answer = try Peers.run("read_trees.py", kind, path)
    #expect(answer.code == 0, "\(answer.err)")
    var parser = JSONParser(Array(answer.out.trimmed.utf8))
    guard case .array(let elements) = try parser.document().value else { return [] }
    return elements
  }

  private func oneLine(_ text: some StringProtocol) -> String {
    text.split { $0.isASCII && $0.isWhitespace }.joined(separator: " ")
  }

  @Test(
    "bibtexparser finds the same entries, keys and fields",
    arguments: ["zotero.bib", "mendeley.bib", "scopus.bib", "web-of-science.bib", "jabref.bib"])
  func bibtex(_ name: String) throws {
    var scanner = BibTeXScanner(
      ByteWindow(ByteSource(bytes: try TreeFixture.bytes(name), named: name)), limits: ReadingLimits())
    var mine: [JSONValue] = []
    while let piece = try scanner.next() {
      guard case .entry(let entry) = piece else { continue }
      let fields = entry.fields.map {
        JSONField($0.name, .string(oneLine(String(decoding: $0.value, as: UTF8.self))))
      }
      mine.append(
        .object([
          JSONField("fields", .object(fields.sorted { $0.name < $1.name }.map(shortened))),
          JSONField("key", .string(entry.key)), JSONField("type", .string(entry.type)),
        ]))
    }
    let theirs = try found("bibtex", name).map { entry -> JSONValue in
      guard case .object(var parts) = entry, case .object(let fields) = parts[0].value else { return entry }
      parts[0].value = .object(fields.map(shortened))
      return .object(parts)
    }
    #expect(mine == theirs)
  }

  /// bibtexparser puts the months' whole names in the place of their abbreviations.
  private func shortened(_ field: JSONField) -> JSONField {
    guard field.name == "month", case .string(let text) = field.value else { return field }
    let rest = text.drop(while: \.isLetter)
    return JSONField("month", .string(text.prefix(3).lowercased() + rest))
  }

  @Test("xml.etree finds the same texts in the same elements", arguments: ["endnote.xml", "pubmed.xml"])
  func xml(_ name: String) throws {
    var scanner = XMLRecordScanner(
      ByteWindow(ByteSource(bytes: try TreeFixture.bytes(name), named: name)),
      records: EndNoteRecord.recordNames.union(PubMedRecord.recordNames), longestRecord: 1_000_000)
    var mine: [JSONValue] = []
    while let piece = try scanner.next() {
      if case .record(let element, _) = piece { mine.append(.array(leaves(element, ""))) }
    }
    #expect(mine == (try found("xml", name)))
  }

  private func leaves(_ element: XMLElement, _ way: String) -> [JSONValue] {
    let way = way + "/" + element.name
    guard element.elements.isEmpty else { return element.elements.flatMap { leaves($0, way) } }
    let text = oneLine(element.text)
    return text.isEmpty ? [] : [.array([.string(way), .string(text)])]
  }

  @Test("Python's json finds the same values", arguments: ["csl.json", "openalex.json"])
  func json(_ name: String) throws {
    var scanner = JSONElementScanner(
      ByteWindow(ByteSource(bytes: try TreeFixture.bytes(name), named: name)), longestRecord: 1_000_000)
    var mine: [JSONValue] = []
    while let piece = try scanner.next() {
      guard case .element(let bytes, let line) = piece else { continue }
      var parser = JSONParser(bytes, line: line)
      mine.append(try parser.document().value.sorted)
    }
    #expect(mine == (try found("json", name)))
  }
}

extension JSONValue {
  /// The value with the fields of its objects in the order of their names.
  fileprivate var sorted: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let fields):
      .object(
        fields.map { JSONField($0.name, $0.value.sorted) }.sorted {
          $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        })
    default: self
    }
  }
}
