extension JSONTree {
  /// Where a value isn't what a schema takes, and what is taken there.
  struct Misfit: Sendable, Hashable {
    /// Such as `plans[0].title`; empty for the whole.
    let field: String
    let problem: String
  }

  /// Holds the value against a schema of ``APISchemas``: the words of JSON Schema that are used there, and no others. So what
  /// is described is what is taken.
  ///
  /// - Returns: the first place that doesn't fit; `nil` where all fits.
  func misfit(with schema: JSONTree, at field: String = "") -> Misfit? {
    func misfit(_ problem: String) -> Misfit { Misfit(field: field, problem: problem) }
    if case .array(let kinds)? = schema["anyOf"] {
      return kinds.contains { self.misfit(with: $0) == nil }
        ? nil : misfit("it is of another kind than is taken")
    }
    if case .array(let words)? = schema["enum"], !words.contains(self) {
      return misfit("it is none of the words that are taken")
    }
    switch (schema["type"], self) {
    case ("object", .object(let fields)): return Self.misfit(of: fields, with: schema, at: field)
    case ("array", .array(let items)):
      guard items.count >= schema["minItems"]?.number ?? 0, items.count <= schema["maxItems"]?.number ?? .max
      else { return misfit("it has too few or too many members") }
      let all = schema["items"] ?? [:]
      return items.enumerated().lazy.compactMap { $1.misfit(with: all, at: "\(field)[\($0)]") }.first
    case ("integer", .whole(let number)):
      let range = (schema["minimum"]?.number ?? .min)...(schema["maximum"]?.number ?? .max)
      return range.contains(number) ? nil : misfit("it is less or more than is taken")
    case ("string", .text(let text)):
      let length = text.unicodeScalars.count
      return length >= schema["minLength"]?.number ?? 0 && length <= schema["maxLength"]?.number ?? .max
        ? nil : misfit("it is empty, or too long")
    default: return misfit("it is of another kind than is taken")
    }
  }

  private static func misfit(of fields: [String: JSONTree], with schema: JSONTree, at field: String)
    -> Misfit?
  {
    func path(_ name: String) -> String { field.isEmpty ? name : "\(field).\(name)" }
    let known = if case .object(let known)? = schema["properties"] { known } else { [String: JSONTree]() }
    if case .array(let needed)? = schema["required"] {
      for case .text(let name) in needed where fields[name] == nil {
        return Misfit(field: path(name), problem: "it is missing")
      }
    }
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      guard let schema = known[name] else {
        return Misfit(field: path(String(name.prefix(60))), problem: "there is no such field")
      }
      if let misfit = value.misfit(with: schema, at: path(name)) { return misfit }
    }
    return nil
  }

  private var number: Int? { if case .whole(let number) = self { number } else { nil } }
}
