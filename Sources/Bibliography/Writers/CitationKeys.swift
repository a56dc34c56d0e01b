import Foundation

extension ReferenceList {
  /// A key for each reference by which a text can cite it, such as `auschra2018:4`: letters, digits and `-._:` alone.
  ///
  /// A reference's id is its key where it begins with a letter and holds only letters, digits and `-._`. Else the key is
  /// the first author's name and the year, a colon, and the id, in which any other byte is written `_` and its two
  /// hexadecimal digits: so it doesn't change when references come or go, and the id can be had back from it. No two
  /// are alike in small letters, since BibTeX doesn't tell capitals from them: a later one has `::2` at its end.
  public var citationKeys: [Reference.ID: String] {
    var keys: [Reference.ID: String] = [:]
    var taken: Set<String> = []
    for reference in references {
      let wanted = reference.citationKey
      var key = wanted
      var number = 2
      while !taken.insert(key.lowercased()).inserted {
        key = "\(wanted)::\(number)"
        number += 1
      }
      keys[reference.id] = key
    }
    return keys
  }

  /// The id in a key that ``citationKeys`` made; `nil` where the key doesn't hold it whole.
  static func id(inKey key: String) -> Reference.ID? {
    guard let colon = key.utf8.firstIndex(of: UInt8(ascii: ":")) else { return key }
    var rest = Array(key.utf8[key.utf8.index(after: colon)...])[...]
    guard !rest.contains(UInt8(ascii: ":")) else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "_") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard let decoded = UInt8(digits, radix: 16) else { return nil }
      bytes.append(decoded)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension Reference {
  /// As many bytes of an id as stand in a key.
  private static let mostBytesInKey = 40

  /// The key that the reference has unless another one has it.
  package var citationKey: String {
    let bytes = Array(id.utf8)
    if let first = bytes.first, Self.isLetter(first), bytes.count <= Self.mostBytesInKey,
      bytes.allSatisfy(Self.mayStandInKey)
    {
      return id
    }
    let names = authors.isEmpty ? editors : authors
    let who = Self.letters(names.first?.shortForm ?? title ?? "")
    let year = issued.map { String(abs($0.year)) } ?? ""
    let safe = bytes.prefix(Self.mostBytesInKey).map { byte in
      Self.mayStandInKey(byte) && byte != UInt8(ascii: "_")
        ? String(Unicode.Scalar(byte)) : "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "\(who.isEmpty ? "ref" : who)\(year):\(safe.joined())"
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func mayStandInKey(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "-._".utf8.contains(byte)
  }

  /// The letters of the text that ASCII has, accents taken off, small, at most 20.
  private static func letters(_ text: String) -> String {
    let plain = text.decomposedStringWithCanonicalMapping.utf8.filter(isLetter).prefix(20)
    return String(decoding: plain, as: UTF8.self).lowercased()
  }
}
