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
    try json(theory.identity.pairs + theory.frame + theory.parts, theory.references)
  }

  /// Some keys of a document as one JSON object, and the references after them.
  static func json(_ pairs: [DocumentValue.Pair?], _ references: [Reference]) throws -> String {
    let document = DocumentValue.group(pairs.compactMap(\.self)).json()
    guard !references.isEmpty else { return JSONText.readableAsYAML(document) + "\n" }
    let references = try ReferenceList(references).csl.split(separator: "\n").joined(separator: "\n  ")
    return JSONText.readableAsYAML(
      document.dropLast("\n}".count) + ",\n  \"references\": " + references + "\n}\n")
  }

  /// Everything of the document but its identity, its frame and the list of references, as one text: what stands for a theory
  /// where results are kept that follow from it. Theories that are equal in this give the same bytes.
  public static func contentText(of theory: Theory) -> String {
    DocumentValue.group(theory.parts.compactMap(\.self)).json()
  }
}
