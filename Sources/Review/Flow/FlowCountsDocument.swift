import Bibliography
public import Documents
import Foundation

/// Counts for a flow as a person writes them down: a list of ``FlowEntry`` as JSON.
public enum FlowCountsDocument {
  /// Reads counts.
  ///
  /// - Parameter path: the file.
  /// - Throws: `FaultyDocument` with what is wrong and where.
  public static func read(path: String) throws(FaultyDocument) -> [FlowEntry] {
    try read(DocumentFile(path: path))
  }

  /// Reads counts whose text is at hand.
  ///
  /// - Throws: `FaultyDocument` with what is wrong and where.
  public static func read(_ file: DocumentFile) throws(FaultyDocument) -> [FlowEntry] {
    let text = Foundation.Data(file.text.utf8)
    let faults: [Fault]
    do {
      let entries = try JSONDecoder().decode([FlowEntry].self, from: text)
      faults = try unknownFields(text).map { fault(file, $0, $1) }
      if faults.isEmpty { return entries }
    } catch {
      let (field, problem) = told(error)
      let line = field.isEmpty ? lineOfBreak(text) : nil
      throw FaultyDocument(faults: [fault(file, field, problem, line: line)])
    }
    throw FaultyDocument(faults: faults)
  }

  private static func fault(
    _ file: DocumentFile, _ field: String, _ problem: String, line: Int? = nil
  ) -> Fault {
    Fault(
      file: file.name, line: line, field: field, problem: problem,
      remedy: "docs/review-file.md describes counts.")
  }

  // MARK: Fields that nobody reads

  /// Fields that no entry has: a misspelt one would leave a count open without a word.
  private static func unknownFields(_ text: Foundation.Data) throws -> [(field: String, problem: String)] {
    try JSONDecoder().decode([EntryFields].self, from: text).enumerated().flatMap { place, entry in
      entry.unknown.map { name in
        let nearest = name.nearest(among: entry.known).map { "; is it \u{201C}\($0)\u{201D}?" } ?? ""
        return ("[\(place)].\(name.clipped)", "there is no such field\(nearest)")
      }
    }
  }

  private struct EntryFields: Decodable {
    let known: [String]
    let unknown: [String]

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Name.self)
      let kind = try fields.decode(String.self, forKey: Name(stringValue: "kind"))
      let known = FlowEntry.fields(ofKind: kind) ?? []
      self.known = known
      unknown = fields.allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted()
    }
  }

  // MARK: What is wrong

  /// The line in which a text stops being JSON; `nil` where it doesn't.
  private static func lineOfBreak(_ text: Foundation.Data) -> Int? {
    var parser = JSONParser(Array(text))
    do { _ = try parser.document() } catch { return error.line }
    return nil
  }

  private static func told(_ error: any Error) -> (field: String, problem: String) {
    func field(_ path: [any CodingKey]) -> String {
      path.reduce("") { text, key in
        key.intValue.map { "\(text)[\($0)]" }
          ?? (text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)")
      }
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      return (field(context.codingPath), "\u{201C}\(key.stringValue.clipped)\u{201D} is missing")
    case DecodingError.typeMismatch(_, let context):
      return (field(context.codingPath), "this is of another kind than it should be")
    case DecodingError.valueNotFound(_, let context): return (field(context.codingPath), "this is null")
    case DecodingError.dataCorrupted(let context):
      guard context.codingPath.isEmpty else {
        return (field(context.codingPath), context.debugDescription.clipped)
      }
      return ("", "this is no JSON, or no list")
    default: return ("", "this can't be read")
    }
  }
}
