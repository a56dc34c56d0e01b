/// Takes away what exports leave in titles besides their words: tags, entities, TeX.
enum PlainMarkup {
  /// The text's UTF-8 without markup, no longer than ``FoldedWords/limit``.
  static func plain(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8.prefix(FoldedWords.limit))
    guard bytes.contains(where: isMark) else { return bytes }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): index = skipTag(bytes, at: index, into: &plain)
      case UInt8(ascii: "&"): index = readEntity(bytes, at: index, into: &plain)
      case UInt8(ascii: "\\"): index = skipCommand(bytes, at: index)
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"): index += 1
      default:
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "$")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// `<sub>` goes without a trace; "<30 years" is no tag and stays.
  private static func skipTag(_ bytes: [UInt8], at start: Int, into plain: inout [UInt8]) -> Int {
    let next = start + 1
    if next < bytes.count, isLetter(bytes[next]) || bytes[next] == UInt8(ascii: "/"),
      let end = bytes[next..<min(bytes.count, next + 60)].firstIndex(of: UInt8(ascii: ">"))
    {
      return end + 1
    }
    plain.append(UInt8(ascii: " "))
    return next
  }

  /// `&amp;` and `&#8211;` part words; an accented letter such as `&eacute;` gives the letter.
  private static func readEntity(_ bytes: [UInt8], at start: Int, into plain: inout [UInt8]) -> Int {
    let next = start + 1
    guard let end = bytes[next..<min(bytes.count, next + 10)].firstIndex(of: UInt8(ascii: ";")), end > next
    else {
      plain.append(contentsOf: " and ".utf8)
      return next
    }
    let name = String(decoding: bytes[next..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let hexadecimal = digits.first == "x" || digits.first == "X"
      let number = hexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      let scalar = number.flatMap(Unicode.Scalar.init) ?? " "
      plain.append(contentsOf: String(Character(scalar)).utf8)
    } else if ["acute", "grave", "uml", "circ", "tilde", "cedil", "ring", "slash", "caron"].contains(
      where: name.hasSuffix), let letter = name.utf8.first
    {
      plain.append(letter)
    } else if name == "amp" {
      plain.append(contentsOf: " and ".utf8)
    } else if name == "szlig" {
      plain.append(contentsOf: "ss".utf8)
    } else {
      plain.append(UInt8(ascii: " "))
      if isSpelling(name) {
        plain.append(contentsOf: name.utf8)
        plain.append(UInt8(ascii: " "))
      }
    }
    return end + 1
  }

  /// Greek letters are entities by their names.
  private static func isSpelling(_ name: String) -> Bool {
    ["alpha", "beta", "gamma", "delta", "epsilon", "kappa", "lambda", "mu", "sigma", "omega"].contains(
      name.lowercased())
  }

  /// `\emph` goes whole; of `\'e` the letter stays.
  private static func skipCommand(_ bytes: [UInt8], at start: Int) -> Int {
    var index = start + 1
    guard index < bytes.count, isLetter(bytes[index]) else { return min(bytes.count, index + 1) }
    let limit = min(bytes.count, index + 20)
    while index < limit, isLetter(bytes[index]) { index += 1 }
    return index
  }
}
