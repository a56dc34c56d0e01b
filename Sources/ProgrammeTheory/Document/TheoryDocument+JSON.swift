internal import Bibliography
internal import Documents

extension TheoryDocument {
  /// The whole theory as one JSON object: the keys of the document as they are described for YAML, in the canonical order,
  /// and the references after them, as CSL-JSON, under `references`. Equal theories give the same bytes.
  ///
  /// It can be read again as a theory that is one file: to readers of YAML it is YAML. `theory.schema.json` describes it.
  ///
  /// - Throws: an error of the list of references when two references have one id; none of a theory that was read.
  public static func json(_ theory: Theory) throws -> String {
    let pairs = theory.identity.pairs + theory.frame + theory.parts
    let document = DocumentValue.group(pairs.compactMap(\.self)).json()
    guard !theory.references.isEmpty else { return readableAsYAML(document) + "\n" }
    let references = try ReferenceList(theory.references).csl.split(separator: "\n").joined(separator: "\n  ")
    return readableAsYAML(document.dropLast("\n}".count) + ",\n  \"references\": " + references + "\n}\n")
  }

  /// The same JSON with codes for what YAML reads in another way: signs that end a line, that it doesn't allow, or that
  /// look like anchors and keys. All of them stand in texts only.
  private static func readableAsYAML(_ json: some StringProtocol) -> String {
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
