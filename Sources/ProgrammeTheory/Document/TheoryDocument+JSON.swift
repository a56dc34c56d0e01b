internal import Bibliography
internal import Documents
import Foundation

extension TheoryDocument {
  /// The whole theory as one JSON object: the keys of the document as they are described for YAML, and the references
  /// beside them, as CSL-JSON, under `references`. Sorted keys, so that equal theories give the same bytes.
  ///
  /// It can be read again as a theory that is one file: to readers of YAML it is YAML.
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
    return readableAsYAML(String(decoding: json, as: UTF8.self))
  }

  /// The same JSON with codes for what YAML reads in another way: signs that end a line, that it doesn't allow, or that
  /// look like anchors and keys. All of them stand in texts only.
  private static func readableAsYAML(_ json: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in json.unicodeScalars {
      let looksLikeKey = scalar == "?" && " \t{[,".unicodeScalars.contains(previous)
      switch scalar.value {
      case 0x26, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: result += code(scalar)
      default: looksLikeKey ? result += code(scalar) : result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  private static func code(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let digits = String(scalar.value, radix: 16)
    return "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
  }
}
