import Bibliography

extension RecordDraft {
  mutating func takeAuthor(_ text: String) -> Bool {
    if text.utf8.contains(UInt8(ascii: ";")) { return takeAuthors(text) }
    if Self.isEtAl(text) {
      markIncomplete()
      return true
    }
    record.reference.authors.append(NameText.name(text))
    return true
  }

  mutating func takeAuthors(_ text: String) -> Bool {
    let (names, isIncomplete) = NameText.names(text)
    guard !names.isEmpty else { return false }
    if record.reference.authors.isEmpty {
      record.reference.authors = names
    } else if record.reference.authors != names {
      return false
    }
    if isIncomplete { markIncomplete() }
    return true
  }

  mutating func take(editors: [Name]) -> Bool {
    for name in editors where !record.reference.editors.contains(name) {
      record.reference.editors.append(name)
    }
    return !editors.isEmpty
  }

  /// Names of a role that a reference has no property for, such as `translator`.
  mutating func takeName(_ text: String, as role: String) -> Bool {
    let name = JSONValue.object(NameText.name(text).cslFields)
    guard let place = record.reference.otherFields.firstIndex(where: { $0.name == role }) else {
      record.reference.otherFields.append(JSONField(role, .array([name])))
      return true
    }
    guard case .array(let names) = record.reference.otherFields[place].value else { return false }
    record.reference.otherFields[place].value = .array(names + [name])
    return true
  }

  private static func isEtAl(_ text: String) -> Bool {
    guard text.utf8.count <= 10 else { return false }
    return ["et al", "et al.", "et. al.", "et al.,"].contains(text.lowercased())
  }

  /// CSL has no field for it: see ``Reference/authorsAreIncomplete``.
  private mutating func markIncomplete() {
    guard !record.reference.authorsAreIncomplete else { return }
    record.reference.otherFields.append(
      JSONField("custom", .object([JSONField("authors-incomplete", .bool(true))])))
  }
}
