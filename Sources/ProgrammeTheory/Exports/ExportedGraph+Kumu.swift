import Bibliography

extension ExportedGraph {
  /// The graph as a blueprint of Kumu (docs.kumu.io/guides/import/blueprints): elements and connections, one a line.
  ///
  /// Kumu's own fields are `id`, `label`, `type`, `description`, `tags`, `from`, `to` and `direction`; every other
  /// attribute is a field of the same name.
  public var kumu: String {
    let elements = nodes.map { node in
      var fields: [(String, Value)] = [("id", .text(node.id))]
      fields.append(("label", .text(node.text("label") ?? node.id)))
      fields.append(("type", .text(node.kind == .concept ? "Concept" : "Configuration")))
      fields += Self.described(node.text(node.kind == .concept ? "definition" : "sentence"))
      let tags = node.kind == .concept ? [node.text("group")] : Self.tags(node.attributes)
      return Self.object(fields + Self.tagged(tags) + Self.custom(node.attributes))
    }
    let connections = edges.map { edge in
      var fields: [(String, Value)] = [
        ("id", .text(edge.id)), ("from", .text(edge.from)), ("to", .text(edge.to)),
      ]
      fields += [("direction", .text("directed")), ("type", .text(edge.type))]
      if let label = edge.text("label") { fields.append(("label", .text(label))) }
      fields += Self.described(edge.text("sentence") ?? edge.text("claim"))
      return Self.object(fields + Self.tagged(Self.tags(edge.attributes)) + Self.custom(edge.attributes))
    }
    return "{\n  \"elements\": " + Self.list(elements) + ",\n  \"connections\": " + Self.list(connections)
      + "\n}\n"
  }

  /// The attributes that have a field of Kumu's own.
  private static let ownFields: Set<String> = ["label", "definition", "sentence", "kind"]

  private static func custom(_ attributes: [Attribute]) -> [(String, Value)] {
    attributes.filter { !ownFields.contains($0.name) }.map { ($0.name, $0.value) }
  }

  private static func described(_ text: String?) -> [(String, Value)] {
    text.map { [("description", .text($0))] } ?? []
  }

  private static func tagged(_ tags: [String?]) -> [(String, Value)] {
    let tags = tags.compactMap(\.self)
    return tags.isEmpty ? [] : [("tags", .texts(tags))]
  }

  private static func tags(_ attributes: [Attribute]) -> [String?] {
    let isContested = attributes.contains { $0.name == "contested" && $0.value == .truth(true) }
    return [attributes.text("status"), attributes.text("phase"), isContested ? "contested" : nil]
  }

  private static func object(_ fields: [(String, Value)]) -> String {
    JSONValue.object(fields.map { JSONField($0.0, $0.1.json) }).compactText
  }

  private static func list(_ objects: [String]) -> String {
    objects.isEmpty ? "[]" : "[\n" + objects.map { "    \($0)" }.joined(separator: ",\n") + "\n  ]"
  }
}

extension ExportedGraph.Node {
  func text(_ name: String) -> String? { attributes.text(name) }
}

extension ExportedGraph.Edge {
  func text(_ name: String) -> String? { attributes.text(name) }

  /// What kind of connection it is: what an arrow does, or which slot it is.
  fileprivate var type: String {
    switch text("sign") {
    case "same": "raises"
    case "opposite": "lowers"
    case "buffers": "protects"
    default: text("slot") ?? "arrow"
    }
  }
}

extension [ExportedGraph.Attribute] {
  fileprivate func text(_ name: String) -> String? {
    if case .text(let text) = first(where: { $0.name == name })?.value { text } else { nil }
  }
}
