import Crypto

/// Ties forms to sessions: each form holds the session's code under a key that only this database has.
struct FormTokens: Sendable {
  private let key: SymmetricKey

  init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// The token of a session, as hexadecimal digits.
  func token(of session: String) -> String {
    Hexadecimal.text(HMAC<SHA256>.authenticationCode(for: Array(session.utf8), using: key))
  }

  /// Whether a form brings the token of its session. It takes as long for a wrong one as for the right one.
  func fits(_ token: String, session: String) -> Bool {
    guard let code = Hexadecimal.bytes(token) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Array(session.utf8), using: key)
  }

  static func newSession() -> String {
    var random = SystemRandomNumberGenerator()
    return Hexadecimal.text((0..<16).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  static func isSession(_ text: String) -> Bool { text.utf8.count == 32 && Hexadecimal.bytes(text) != nil }
}

/// Bytes as hexadecimal digits.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return bytes
  }
}
