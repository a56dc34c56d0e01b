extension Reference {
  /// The reference of some fields of CSL-JSON; `nil` where they have no id or no type.
  ///
  /// A field that can't be read as what CSL gives it is left out, so what comes from outside is to be looked at first.
  package init?(cslFields fields: [JSONField]) {
    var reader = RecordReader(file: "")
    guard let reference = reader.reference(JSONValue.object(fields).located) else { return nil }
    self = reference
  }
}

extension JSONValue {
  /// The value of a JSON text, control characters in its texts allowed; `nil` where it isn't one.
  package init?(parsing text: String) {
    var parser = JSONParser(Array(text.utf8), allowsControls: true)
    guard let value = try? parser.document(), parser.repeatedNames.isEmpty else { return nil }
    self = value.value
  }

  /// The value as if it stood on one line.
  fileprivate var located: LocatedValue {
    let content: LocatedValue.Content =
      switch self {
      case .null: .null
      case .bool(let truth): .bool(truth)
      case .number(let spelling): .number(spelling)
      case .string(let text): .string(text)
      case .array(let elements): .array(elements.map(\.located))
      case .object(let fields):
        .object(fields.map { LocatedField(line: 1, name: $0.name, value: $0.value.located) })
      }
    return LocatedValue(line: 1, content: content)
  }
}
