extension ReferenceList {
  /// The list as canonical CSL-JSON, ending in a line end.
  ///
  /// Records keep their order. In a record the fields that ``Reference`` knows come first, in a fixed order, then the
  /// others in theirs. Each field has a line and each name of a list has one, so that a diff shows what changed. Reading
  /// what was written gives an equal list.
  public var csl: String {
    guard !references.isEmpty else { return "[]\n" }
    var bytes = Array("[\n".utf8)
    references.write(parted: ",\n", to: &bytes) { Self.write($0.cslFields, to: &$1) }
    bytes += "\n]\n".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes an object of these fields behind what is there: two spaces in, a line for each field and each name.
  package static func write(_ fields: [JSONField], to bytes: inout [UInt8]) {
    bytes += "  {\n    ".utf8
    fields.write(parted: ",\n    ", to: &bytes, each: write)
    bytes += "\n  }".utf8
  }

  private static func write(_ field: JSONField, to bytes: inout [UInt8]) {
    guard case .array(let elements) = field.value, elements.contains(where: \.isObject) else {
      return field.write(to: &bytes)
    }
    JSONValue.quote(field.name, to: &bytes)
    bytes += ": [\n      ".utf8
    elements.write(parted: ",\n      ", to: &bytes) { $0.write(to: &$1) }
    bytes += "\n    ]".utf8
  }
}

extension Reference {
  /// The record in CSL-JSON, in canonical order.
  package var cslFields: [JSONField] {
    var fields: [JSONField?] = [
      JSONField("id", .string(id)), JSONField("type", .string(type.rawValue)), Self.field("title", title),
      Self.field("author", authors), Self.field("editor", editors), issuedField,
      Self.field("container-title", containerTitle), Self.field("volume", volume), Self.field("issue", issue),
      Self.field("page", page), Self.field("edition", edition), Self.field("publisher", publisher),
      Self.field("publisher-place", publisherPlace), Self.field("DOI", doi), Self.field("URL", url),
      Self.field("note", note),
    ]
    fields += otherFields
    return fields.compactMap { $0 }
  }

  private var issuedField: JSONField? {
    let dates = [issued, issuedUntil].compactMap { $0 }
      .map { JSONValue.array($0.parts.map { .number(String($0)) }) }
    let parts = dates.isEmpty ? [] : [JSONField("date-parts", .array(dates))]
    let all = parts + issuedDetails
    return all.isEmpty ? nil : JSONField("issued", .object(all))
  }

  private static func field(_ name: String, _ text: String?) -> JSONField? {
    text.map { JSONField(name, .string($0)) }
  }

  private static func field(_ name: String, _ names: [Name]) -> JSONField? {
    names.isEmpty ? nil : JSONField(name, .array(names.map { .object($0.cslFields) }))
  }
}

extension Name {
  /// The name in CSL-JSON, in canonical order.
  package var cslFields: [JSONField] {
    let parts: [(String, String?)] = [
      ("family", family), ("given", given), ("literal", literal), ("dropping-particle", droppingParticle),
      ("non-dropping-particle", nonDroppingParticle), ("suffix", suffix),
    ]
    return parts.compactMap { name, text in text.map { JSONField(name, .string($0)) } } + otherFields
  }
}

extension JSONValue {
  fileprivate var isObject: Bool {
    if case .object = self { true } else { false }
  }
}
