import Bibliography

extension RecordDraft {
  /// A DOI, bare or as an address, perhaps with `[doi]` behind it.
  mutating func takeDOI(_ text: String) -> Bool {
    guard let doi = Self.doi(in: text) else { return false }
    if record.reference.doi == nil { record.reference.doi = doi }
    return record.reference.doi == doi || record.reference.doi?.lowercased() == doi.lowercased()
  }

  static func doi(in text: String) -> String? {
    var text = text
    if text.hasSuffix("[doi]") { text = String(text.dropLast(5)).trimmed }
    // The usual case, without a copy.
    if text.utf8.starts(with: "10.".utf8), text.utf8.contains(UInt8(ascii: "/")),
      !text.utf8.contains(where: { $0.isBlank || $0 >= 0x80 })
    {
      return text.utf8.last == UInt8(ascii: "/") ? nil : text
    }
    return Reference.bareDOI(text)
  }

  mutating func takeURL(_ text: String) -> Bool {
    guard Self.isAddress(text) else { return false }
    if record.reference.doi == nil, text.utf8.count < 300, text.contains("doi.org/10."),
      let doi = Self.doi(in: text)
    {
      record.reference.doi = doi
    }
    return Self.set(&record.reference.url, text)
  }

  /// One address of the web: one of another kind could run something when a reader follows it.
  static func isAddress(_ text: String) -> Bool {
    let small = text.prefix(8).lowercased()
    guard small.hasPrefix("https://") || small.hasPrefix("http://") else { return false }
    return text.utf8.count > 8 && !text.utf8.contains { $0.isBlank || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }
  }

  mutating func takeSerial(_ text: String) -> Bool {
    let (found, isAll) = SerialText.identifiers(in: text)
    for identifier in found where !record.identifiers.contains(identifier) {
      record.identifiers.append(identifier)
    }
    return isAll
  }

  mutating func takeIdentifier(_ kind: RecordIdentifier.Kind, _ text: String) -> Bool {
    guard let value = Self.value(of: kind, in: text) else { return false }
    let identifier = RecordIdentifier(kind, value)
    if !record.identifiers.contains(identifier) { record.identifiers.append(identifier) }
    return true
  }

  private static func value(of kind: RecordIdentifier.Kind, in text: String) -> String? {
    switch kind {
    case .pmid:
      let digits = text.lowercased().hasPrefix("pmid") ? text.dropFirst(4).drop { !$0.isNumber } : text[...]
      return (1...9).contains(digits.utf8.count) && digits.utf8.allSatisfy(TaggedLine.isDigit)
        ? String(digits) : nil
    case .pmcid:
      let bare = text.uppercased().hasPrefix("PMC") ? text.dropFirst(3) : text[...]
      return !bare.isEmpty && bare.utf8.allSatisfy(TaggedLine.isDigit) ? "PMC\(bare)" : nil
    default: return text
    }
  }
}
