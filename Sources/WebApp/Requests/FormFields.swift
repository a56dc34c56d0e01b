import HTTPTypes
import Hummingbird
import NIOCore

/// The fields of a form as a browser sends them, in order.
struct FormFields: Sendable {
  /// The most fields that any form here has.
  static let mostFields = 2_000

  let pairs: [(name: String, value: String)]

  init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

  /// The first value of a field, without white space around it; `nil` where it is missing or empty.
  func text(_ name: String) -> String? {
    guard let value = pairs.first(where: { $0.name == name })?.value else { return nil }
    let words = value.trimmingPrefix { $0.isWhitespace }
    var trimmed = String(words)
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Every value of a field.
  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// Reads `application/x-www-form-urlencoded` (WHATWG URL Standard, section 5.1); `nil` for too many fields, or for what
  /// isn't UTF-8.
  init?(urlEncoded bytes: some Collection<UInt8>) {
    var pairs: [(String, String)] = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < Self.mostFields else { return nil }
      let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(halves[0]), let value = halves.count > 1 ? Self.decoded(halves[1]) : ""
      else { return nil }
      pairs.append((name, value))
    }
    self.pairs = pairs
  }

  private static func decoded(_ part: some Collection<UInt8>) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.count)
    var rest = part.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { return nil }
        bytes.append(high * 16 + low)
      default: bytes.append(byte)
      }
    }
    // Browsers send line ends as CR LF.
    return String(validating: bytes, as: UTF8.self)?.replacing("\r\n", with: "\n")
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }
}

extension Request {
  /// Reads the form that a page of this site sent.
  ///
  /// - Parameters:
  ///   - context: whose session the form must belong to.
  ///   - site: the site.
  /// - Throws: ``PageError`` when it is too large, unreadable, or not of this session.
  func form(in context: PageContext, of site: Site) async throws -> FormFields {
    let type = headers[.contentType]?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else { throw PageError.badForm }
    let bytes = try await bytes(upTo: site.settings.limits.formBytes)
    guard let fields = FormFields(urlEncoded: bytes) else { throw PageError.badForm }
    try fields.checkToken(in: context, of: site)
    return fields
  }

  /// The body, cut off as soon as it is too long.
  func bytes(upTo most: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await buffer in body {
      guard bytes.count + buffer.readableBytes <= most else { throw PageError.tooLarge }
      bytes += buffer.readableBytesView
    }
    return bytes
  }
}

extension FormFields {
  func checkToken(in context: PageContext, of site: Site) throws(PageError) {
    guard let token = text("token"), site.tokens.fits(token, session: context.session) else { throw .expired }
  }
}
