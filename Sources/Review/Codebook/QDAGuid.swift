internal import Crypto

/// Names that are the same in every program and on every day.
public enum QDAGuid {
  /// The name space of codes of this program, itself random: fb0ec2a4-9d0b-4b4e-8f39-2f6b6f1f5d5c.
  private static let space: [UInt8] = [
    0xFB, 0x0E, 0xC2, 0xA4, 0x9D, 0x0B, 0x4B, 0x4E, 0x8F, 0x39, 0x2F, 0x6B, 0x6F, 0x1F, 0x5D, 0x5C,
  ]

  /// The GUID of a name: a UUID of version 5 (RFC 9562, section 5.5), so that one name has one GUID always.
  public static func derived(from name: String) -> String {
    var bytes = Array(Insecure.SHA1.hash(data: space + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return text(bytes)
  }

  private static func text(_ bytes: [UInt8]) -> String {
    var text = ""
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      text += (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return text
  }

  /// A GUID in the one form in which they are compared: upper case, without braces; `nil` where a text is none.
  public static func read(_ text: String) -> String? {
    let bare = text.hasPrefix("{") && text.hasSuffix("}") ? String(text.dropFirst().dropLast()) : text
    let parts = bare.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12], parts.joined().allSatisfy(\.isHexDigit) else {
      return nil
    }
    return bare.uppercased()
  }
}
