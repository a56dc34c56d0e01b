extension RecordReader {
  /// The names in a field such as `author`.
  mutating func names(_ field: LocatedField?) -> [Name] {
    guard let field else { return [] }
    guard case .array(let elements) = field.value.content else {
      wrongType(field.value, field: field.name, expected: "it is a list of names between [ and ]")
      return []
    }
    var names: [Name] = []
    for (place, element) in elements.enumerated() {
      if let name = name(element, label: "\(field.name) \(place + 1)") { names.append(name) }
    }
    return names
  }

  private mutating func name(_ element: LocatedValue, label: String) -> Name? {
    guard case .object(let members) = element.content else {
      wrongType(
        element, field: label, expected: "a name is an object with \"family\" and \"given\", or \"literal\"")
      return nil
    }
    var fields = RecordFields(members)
    var name = Name()
    name.family = part("family", of: &fields, label: label)
    name.given = part("given", of: &fields, label: label)
    name.literal = part("literal", of: &fields, label: label)
    name.droppingParticle = part("dropping-particle", of: &fields, label: label)
    name.nonDroppingParticle = part("non-dropping-particle", of: &fields, label: label)
    name.suffix = part("suffix", of: &fields, label: label)
    name.otherFields = fields.rest
    if name.shortForm.isEmpty, !members.contains(where: { ["family", "given", "literal"].contains($0.name) })
    {
      report(
        .missingField, line: element.line, field: label, problem: "the name is empty",
        remedy: "Write \"family\" and \"given\" for a person, \"literal\" for a body.")
    }
    return name
  }

  private mutating func part(_ part: String, of fields: inout RecordFields, label: String) -> String? {
    text(fields.take(part), label: "\(label), \(part)")
  }
}
