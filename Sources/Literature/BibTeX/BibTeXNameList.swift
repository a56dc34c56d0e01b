import Bibliography

/// The names in a field such as `author`, after BibTeX's rules (Patashnik, "Designing BibTeX styles", 1988): "First von
/// Last", "von Last, First" or "von Last, Jr, First", joined by "and".
struct BibTeXNameList {
  private(set) var names: [Name] = []
  /// Whether "and others" stands at the end.
  private(set) var isIncomplete = false
  /// What was mended.
  private(set) var repair: String?
  /// Whether a command of TeX wasn't known.
  private(set) var keptCommands = false

  init(_ bytes: [UInt8]) {
    var parts = Self.split(bytes[...]) { Self.wordAnd($0, at: $1) }
    if parts.count == 1 {
      let pieces = Self.split(bytes[...]) { $0[$1] == UInt8(ascii: ";") ? 1 : nil }
      if pieces.count > 1 {
        parts = pieces
        repair = "names joined by semicolons were taken apart"
      }
    }
    for part in parts.map(Self.trimmed) where !part.isEmpty {
      if part.elementsEqual("others".utf8) || part.elementsEqual("et al.".utf8) {
        isIncomplete = true
      } else {
        names += people(part)
      }
    }
  }

  // MARK: One name

  /// One person or body; several where the commas of a part can only be those of a list.
  private mutating func people(_ bytes: ArraySlice<UInt8>) -> [Name] {
    if Self.isOneGroup(bytes) { return [Name(literal: text(bytes))].filter { $0.literal != "" } }
    let parts = Self.split(bytes) { $0[$1] == UInt8(ascii: ",") ? 1 : nil }.map(Self.trimmed)
    switch parts.count {
    case 1: return [firstLast(bytes)]
    case 2: return [lastFirst(parts[0], given: parts[1], suffix: nil)]
    case 3: return [lastFirst(parts[0], given: parts[2], suffix: parts[1])]
    default:
      let filled = parts.filter { !$0.isEmpty }
      repair = "a name with more commas than a name has was taken apart, or kept whole"
      guard filled.count.isMultiple(of: 2),
        filled.indices.allSatisfy({ $0 % 2 == 0 || isInitials(filled[$0]) })
      else { return [Name(literal: text(bytes))] }
      return stride(from: 0, to: filled.count, by: 2).map {
        lastFirst(filled[$0], given: filled[$0 + 1], suffix: nil)
      }
    }
  }

  private mutating func lastFirst(
    _ last: ArraySlice<UInt8>, given: ArraySlice<UInt8>, suffix: ArraySlice<UInt8>?
  ) -> Name {
    name(given: given.isEmpty ? [] : [given], family: [last], suffix: suffix)
  }

  /// "First von Last": small words begin the family name, else the last word is it.
  ///
  /// A name that other programs wrote without a comma keeps to their forms: "Smith JA" is a person's, "World Health
  /// Organization" a body's, as in every other format.
  private mutating func firstLast(_ bytes: ArraySlice<UInt8>) -> Name {
    let words = Self.words(bytes)
    let early = words.dropLast()
    if let first = early.firstIndex(where: Self.isSmall) {
      return name(given: words[..<first], family: words[first...], suffix: nil)
    }
    let text = text(bytes)
    let read = NameText.name(text)
    let isBody = words.count < 2 || words.count > 2 && NameText.looksLikeBody(text)
    if read.literal == nil || isBody { return read }
    return name(given: early, family: words.suffix(1), suffix: nil)
  }

  /// The particle stays with the family name, as in the formats that don't part them.
  private mutating func name(
    given: ArraySlice<ArraySlice<UInt8>>, family: ArraySlice<ArraySlice<UInt8>>, suffix: ArraySlice<UInt8>?
  ) -> Name {
    let name = Name(family: joined(family), given: joined(given), suffix: suffix.flatMap { joined([$0]) })
    return name.family == nil ? Name(literal: name.given ?? name.suffix ?? "") : name
  }

  private mutating func joined(_ words: ArraySlice<ArraySlice<UInt8>>) -> String? {
    let text = words.map { self.text($0) }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  private mutating func text(_ bytes: ArraySlice<UInt8>) -> String {
    let (text, kept) = TeXReader.text(bytes)
    if kept { keptCommands = true }
    return text
  }

  // MARK: Words

  /// Whether the whole is in one pair of braces: a body's name.
  private static func isOneGroup(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "{"), bytes.dropFirst().first != UInt8(ascii: "\\") else {
      return false
    }
    var depth = 0
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "{") { depth += 1 }
      if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return place == bytes.endIndex - 1 }
    }
    return false
  }

  /// Whether a word begins with a small letter: one outside braces, or that of an accent. A word in braces has no case.
  private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first == UInt8(ascii: "{"), word.dropFirst().first != UInt8(ascii: "\\") { return false }
    let text =
      first == UInt8(ascii: "\\") || first == UInt8(ascii: "{") || first >= 0x80
      ? TeXReader.text(word).text : String(decoding: word.prefix(1), as: UTF8.self)
    return text.first.map { $0.isLetter && $0.isLowercase } ?? false
  }

  private func isInitials(_ bytes: ArraySlice<UInt8>) -> Bool {
    let letters = bytes.filter { BibTeXScanner.isWord($0) }
    return (1...4).contains(letters.count) && letters.allSatisfy { !(0x61...0x7A).contains($0) }
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    split(bytes) { ByteWindow.isSpace($0[$1]) || $0[$1] == UInt8(ascii: "~") ? 1 : nil }.filter {
      !$0.isEmpty
    }
  }

  /// The parts between separators that stand in no braces; the closure gives a separator's length.
  static func split(
    _ bytes: ArraySlice<UInt8>, by separator: (ArraySlice<UInt8>, Int) -> Int?
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = bytes.startIndex
    var place = start
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"):
        // The sign behind it belongs to a command: a comma there is a space.
        if place + 1 < bytes.endIndex, !"{}".utf8.contains(bytes[place + 1]) { place += 1 }
      default:
        if depth <= 0, let length = separator(bytes, place) {
          parts.append(bytes[start..<place])
          place += length
          start = place
          continue
        }
      }
      place += 1
    }
    return parts + [bytes[start...]]
  }

  /// The length of " and " at a place, in any case and with any white space, the last of which isn't counted.
  private static func wordAnd(_ bytes: ArraySlice<UInt8>, at place: Int) -> Int? {
    guard ByteWindow.isSpace(bytes[place]), place + 4 < bytes.endIndex, ByteWindow.isSpace(bytes[place + 4]),
      bytes[place + 1] | 0x20 == UInt8(ascii: "a"), bytes[place + 2] | 0x20 == UInt8(ascii: "n"),
      bytes[place + 3] | 0x20 == UInt8(ascii: "d")
    else { return nil }
    return 4
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { ByteWindow.isSpace($0) || $0 == UInt8(ascii: "~") }
    while let last = bytes.last, ByteWindow.isSpace(last) { bytes.removeLast() }
    return bytes
  }
}
