import Crypto

/// The checksum of a text or a file: SHA-256, in hexadecimal digits.
enum TextChecksum {
  static func of(_ text: String) -> String { of(Array(text.utf8)) }

  static func of(_ bytes: [UInt8]) -> String { digits(of: SHA256.hash(data: bytes)) }

  static func digits(of sum: SHA256Digest) -> String {
    sum.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
