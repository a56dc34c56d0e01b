extension Reference {
  /// Reads what can be read of a record of CSL-JSON that others wrote.
  ///
  /// - Parameter members: the record's fields; those named `id` and `type` may be missing or wrong.
  /// - Returns: the reference, whose id is empty and whose type is `document` where the record gives none, and the fields
  ///   that can't be read as what CSL gives them.
  package static func salvaged(from members: [LocatedField]) -> (reference: Reference, unread: [LocatedField])
  {
    let (first, wrong) = read(members)
    guard !wrong.isEmpty else { return (first, []) }
    let (reference, _) = read(members.filter { !wrong.contains($0.name) })
    return (reference, members.filter { wrong.contains($0.name) })
  }

  private static func read(_ members: [LocatedField]) -> (Reference, wrong: Set<String>) {
    var members = members
    let id = members.first { $0.name == "id" }
    let isNamed = id.map { isName($0.value) } ?? false
    if !isNamed {
      members.removeAll { $0.name == "id" }
      members.append(LocatedField(line: 1, name: "id", value: LocatedValue(line: 1, content: .string("-"))))
    }
    if !members.contains(where: { $0.name == "type" }) {
      let type = LocatedValue(line: 1, content: .string(ReferenceType.document.rawValue))
      members.append(LocatedField(line: 1, name: "type", value: type))
    }
    var reader = RecordReader(file: "", isTelling: false)
    var reference =
      reader.reference(LocatedValue(line: 1, content: .object(members)))
      ?? Reference(id: "-", type: .document)
    if !isNamed { reference.id = "" }
    var wrong = reader.faultyFields
    if id != nil, !isNamed { wrong.insert("id") }
    return (reference, wrong)
  }

  private static func isName(_ value: LocatedValue) -> Bool {
    switch value.content {
    case .string(let text): text.contains { !$0.isWhitespace }
    case .number: true
    default: false
    }
  }
}
