internal import Bibliography
internal import Documents
import Foundation

extension TheoryDocument {
  /// The whole theory as one JSON object: the keys of the document as they are described for YAML, and the references
  /// beside them, as CSL-JSON, under `references`. Sorted keys, so that equal theories give the same bytes.
  ///
  /// - Throws: an error of the JSON library; none is known for theories that were read.
  public static func json(_ theory: Theory) throws -> String {
    let pairs = theory.identity.pairs + theory.frame + theory.parts
    let document = try JSONEncoder().encode(DocumentValue.group(pairs.compactMap(\.self)))
    guard var object = try JSONSerialization.jsonObject(with: document) as? [String: Any] else { return "{}" }
    let references = try ReferenceList(theory.references).csl
    object["references"] = try JSONSerialization.jsonObject(with: Data(references.utf8))
    let json = try JSONSerialization.data(
      withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: json, as: UTF8.self)
  }
}
