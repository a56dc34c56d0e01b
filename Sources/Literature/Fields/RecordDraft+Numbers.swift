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
    guard Reference.isWebAddress(text) else { return false }
    if record.reference.doi == nil { record.reference.doi = Self.doi(inAddress: text) }
    return Self.set(&record.reference.url, text)
  }

  /// The DOI that an address leads to or names, as those of link resolvers do: `…&id=doi:10.1000%2F1&…`.
  static func doi(inAddress text: String) -> String? {
    let signs = ["doi.org/10.", "doi:10.", "info:doi/10.", "doi=10."]
    guard text.utf8.count < 4_000, ByteScan.holds(text, "doi"), ByteScan.holds(text, "10.") else {
      return nil
    }
    for sign in signs {
      guard let found = text.firstRange(of: sign) else { continue }
      let start = text.index(found.upperBound, offsetBy: -3)
      let bytes = text.utf8[start...].prefix { $0 != 0x26 && $0 != 0x23 && $0 != 0x3F }
      guard let plain = percentDecoded(Array(bytes)) else { continue }
      return doi(in: plain)
    }
    return nil
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> String? {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count {
        guard let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
        else {
          return nil
        }
        plain.append(byte)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(validating: plain, as: UTF8.self)
  }

  mutating func takeSerial(_ text: String) -> Bool {
    let (found, isAll) = SerialText.identifiers(in: text)
    for identifier in found { add(identifier) }
    return isAll
  }

  /// Adds a number that isn't there yet; of more than any work has, no two are compared, which would take for ever.
  private mutating func add(_ identifier: RecordIdentifier) {
    if record.identifiers.count > 500 || !record.identifiers.contains(identifier) {
      record.identifiers.append(identifier)
    }
  }

  mutating func takeIdentifier(_ kind: RecordIdentifier.Kind, _ text: String) -> Bool {
    guard let value = Self.value(of: kind, in: text) else { return false }
    let identifier = RecordIdentifier(kind, value)
    add(identifier)
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
