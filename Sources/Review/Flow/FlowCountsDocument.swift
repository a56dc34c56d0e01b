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
    do {
      return try JSONDecoder().decode([FlowEntry].self, from: Foundation.Data(file.text.utf8))
    } catch {
      let (field, problem) = told(error)
      throw FaultyDocument(faults: [
        Fault(
          file: file.name, line: nil, field: field, problem: problem,
          remedy: "docs/review-file.md describes counts.")
      ])
    }
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
      return context.codingPath.isEmpty
        ? ("", "this is no JSON, or no list") : (field(context.codingPath), context.debugDescription.clipped)
    default: return ("", "this can't be read")
    }
  }
}
