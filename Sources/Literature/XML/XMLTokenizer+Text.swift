extension XMLTokenizer {
  /// The text up to the next tag, with its references replaced; `nil` where none is left of it.
  mutating func text() throws -> String? {
    var text: [UInt8] = []
    let line = window.line
    while let byte = try window.next {
      switch byte {
      case UInt8(ascii: "<"):
        switch try opening() {
        case .cdata: try cdata(into: &text)
        case nil:
          repair(window.line, "a bare < was taken for the sign")
          text.append(byte)
          window.step()
        default: return finished(text)
        }
      case UInt8(ascii: "&"): try reference(into: &text)
      default: run(into: &text, until: UInt8(ascii: "<"))
      }
      if text.count > longest { throw XMLFault(line: line, problem: "the text that begins here is too long") }
    }
    return finished(text)
  }

  /// The value of an attribute, from behind its opening quote to behind the closing one.
  mutating func value(until quote: UInt8, of tag: String) throws -> String {
    var text: [UInt8] = []
    let line = window.line
    while let byte = try window.next {
      switch byte {
      case quote:
        window.step()
        return finished(text) ?? ""
      case UInt8(ascii: "&"): try reference(into: &text)
      case UInt8(ascii: "<"):
        throw XMLFault(line: window.line, problem: "a value in the tag <\(Self.shortened(tag))> has no end")
      default: run(into: &text, until: quote)
      }
      if text.count > longest { throw XMLFault(line: line, problem: "a value in a tag is too long") }
    }
    throw XMLFault(line: line, problem: "the file ends within a tag that begins here")
  }

  /// Takes the plain bytes that are there, at least one.
  private mutating func run(into text: inout [UInt8], until end: UInt8) {
    let start = window.position
    var place = start
    let bytes = window.bytes
    while place < bytes.count {
      let byte = bytes[place]
      if byte == end || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { break }
      place += 1
    }
    text += bytes[start..<place]
    window.move(to: place)
  }

  private mutating func cdata(into text: inout [UInt8]) throws {
    let line = window.line
    window.move(to: window.position + 9)
    while let byte = try window.next {
      if byte == UInt8(ascii: "]"), try window.isNext("]]>") {
        window.move(to: window.position + 3)
        return
      }
      text.append(byte)
      window.step()
      if text.count > longest { break }
    }
    throw XMLFault(line: line, problem: "a CDATA section that begins here has no end")
  }

  /// XML takes each end of a line for LF.
  private func finished(_ bytes: [UInt8]) -> String? {
    guard !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: References

  /// The longest name of an entity that anybody writes is shorter.
  private static let longestReference = 34

  /// Replaces a reference, or keeps it as text where it is none that XML knows.
  private mutating func reference(into text: inout [UInt8]) throws {
    _ = try window.has(Self.longestReference)
    let ahead = window.bytes[window.position...].prefix(Self.longestReference)
    let name = ahead.dropFirst().prefix { Self.isOfName($0) || $0 == UInt8(ascii: "#") }
    guard !name.isEmpty, name.endIndex < ahead.endIndex, ahead[name.endIndex] == UInt8(ascii: ";") else {
      repair(window.line, "a bare & was taken for the sign")
      text.append(UInt8(ascii: "&"))
      window.step()
      return
    }
    let word = String(decoding: name, as: UTF8.self)
    let end = name.endIndex + 1
    if word.hasPrefix("#") {
      character(word, into: &text)
    } else if let sign = Self.entities[word] {
      text.append(sign)
    } else {
      repair(window.line, "the unknown entity &\(word); was kept as it stands")
      text += ahead[..<end]
    }
    window.move(to: end)
  }

  private static let entities: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"),
  ]

  /// Adds the character of a reference by number, such as `#xE9`.
  private mutating func character(_ word: String, into text: inout [UInt8]) {
    let digits = word.dropFirst()
    let code =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let scalar = code.flatMap(Unicode.Scalar.init) else {
      repair(window.line, "&\(word); is no character, and was kept as it stands")
      text += "&\(word);".utf8
      return
    }
    if scalar.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains(scalar) {
      repair(window.line, "a control character was left out")
    } else {
      text += String(scalar).utf8
    }
  }
}
