/// Plain text as bytes: UTF-8, or UTF-16 with a byte order mark.
enum PlainText {
  /// The text.
  ///
  /// - Throws: ``TextExtraction/Fault`` with the place of the first byte that is none of a text, or where it is too long.
  static func decoded(_ bytes: [UInt8]) throws(TextExtraction.Fault) -> String {
    guard bytes.count <= ExtractedText.mostBytes else {
      throw TextExtraction.Fault("it is larger than \(ExtractedText.mostBytes >> 20) MB. Split it.")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), highFirst: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), highFirst: true) }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let place = rest.firstIndex(of: 0) {
      throw fault("a byte is 0, which no text holds", at: place, bytes)
    }
    guard let text = String(validating: rest, as: UTF8.self) else {
      throw fault("this isn't UTF-8", at: firstBad(rest), bytes)
    }
    return text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, highFirst: Bool) throws(TextExtraction.Fault)
    -> String
  {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(highFirst ? one << 8 | two : two << 8 | one)
      place += 2
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw TextExtraction.Fault("this isn't whole UTF-16, as its first bytes say. Save it as UTF-8.")
    }
    return text
  }

  private static func fault(_ what: String, at place: Int, _ bytes: [UInt8]) -> TextExtraction.Fault {
    let line = bytes[..<place].reduce(into: 1) { $0 += $1 == 0x0A ? 1 : 0 }
    return TextExtraction.Fault(
      "line \(line), byte \(place + 1) of the file: \(what). Save it as plain text in UTF-8.")
  }

  /// The place of the first byte that is no part of a code point: there a mended copy begins to differ.
  private static func firstBad(_ bytes: ArraySlice<UInt8>) -> Int {
    let mended = String(decoding: bytes, as: UTF8.self).utf8
    let good = zip(bytes, mended).prefix { $0 == $1 }.count
    return min(bytes.startIndex + good, bytes.endIndex - 1)
  }
}
