package import Documents

/// How the short texts of a theory document are taken from its nodes.
extension DocumentNode {
  package func identifier<Owner>(of owner: Owner.Type = Owner.self) -> Identifier<Owner>? {
    parsed("An identifier has lower-case letters, digits and single hyphens, up to 80.") { Identifier($0) }
  }

  package func literal() -> Literal? {
    parsed("Write more, less, much more or much less, and a concept, such as: more some-concept.") {
      Literal($0)
    }
  }

  package func effect() -> OutcomeEffect? {
    parsed("Write raises, lowers, buffers or exposes, and a concept, such as: raises some-concept.") {
      OutcomeEffect($0)
    }
  }

  package func place() -> Place? {
    guard let map = mapping(keys: ["section", "paragraph", "table", "row", "heading", "number"]) else {
      return nil
    }
    return map.optional("table") == nil ? paragraphPlace(map) : rowPlace(map)
  }

  private func rowPlace(_ map: DocumentMapping) -> Place? {
    for key in ["section", "paragraph"] {
      map.optional(key)?.fault(
        "a row of a table has no \(key)", "Give either a section and a paragraph, or a table and a row.")
    }
    let table = map.optional("table")?.text()
    let row = map.words("row", "Name the row by what stands in its first cell.")
    let heading = map.optional("heading")?.text()
    let number = map.optional("number")?.wholeNumber(in: 1...10_000)
    guard let table, let row else { return nil }
    return .row(row, table: table, heading: heading, number: number)
  }

  private func paragraphPlace(_ map: DocumentMapping) -> Place? {
    for key in ["row", "heading", "number"] {
      map.optional(key)?.fault(
        "a paragraph has no \(key)", "Give either a section and a paragraph, or a table and a row.")
    }
    let section = map.words("section", "Give the heading of the section, or a table and a row.")
    let paragraph = map.required("paragraph", "Count the paragraphs of the section from 1.")?
      .wholeNumber(in: 1...10_000)
    guard let section, let paragraph else { return nil }
    return .paragraph(paragraph, section: section)
  }

  func range(within bounds: ClosedRange<Double>) -> DynamicsBlock.Range? {
    guard let map = mapping(keys: ["from", "to", "reason"]) else { return nil }
    let from = map.required("from", "Give the lower bound.")?.number(in: bounds)
    let to = map.required("to", "Give the upper bound.")?.number(in: bounds)
    let reason = map.words("reason", "Say why the number is taken to lie there.")
    guard let from, let to, let reason else { return nil }
    guard let range = DynamicsBlock.Range(from: from, to: to, reason: reason) else {
      fault("the lower bound is above the upper one", "Swap them.")
      return nil
    }
    return range
  }
}

extension DocumentMapping {
  func identifiers<Owner>(_ key: String, of owner: Owner.Type = Owner.self) -> [Identifier<Owner>] {
    list(key) { $0.identifier(of: owner) }
  }

  /// The identifier under `id`, which every part of a list has.
  func ownIdentifier<Owner>(of owner: Owner.Type = Owner.self) -> Identifier<Owner>? {
    required("id", "Give it an identifier that no other of its kind has.")?.identifier(of: owner)
  }

  func words(_ key: String, _ remedy: String) -> String? { required(key, remedy)?.text() }

  func references(_ key: String) -> [String] { list(key) { $0.text() } }
}
