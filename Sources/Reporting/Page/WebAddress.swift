/// An address that a report may link to.
///
/// Only `http`, `https` and `doi` are let through: `javascript:` and `data:` in a reference would run in the reader's
/// browser.
struct WebAddress: Sendable, Hashable {
  /// The address with every unusual character percent-encoded; a DOI as its resolver's address.
  let url: String

  /// Reads an address, or gives nothing if it must not be linked.
  init?(_ text: String) {
    let text = PlainText.visible(text)
    let schemes = [("https://", "https://"), ("http://", "http://"), ("doi:", "https://doi.org/")]
    guard let (scheme, prefix) = schemes.first(where: { text.lowercased().hasPrefix($0.0) }) else {
      return nil
    }
    var rest = text.utf8.dropFirst(scheme.utf8.count)
    if scheme == "doi:" {
      rest = rest.drop { $0 == 0x20 || $0 == 0x2F }
      guard rest.starts(with: "10.".utf8) else { return nil }
    } else {
      let host = rest.prefix { !"/?#".utf8.contains($0) }
      // "https://known.example@other.example" leads to the other one.
      guard !host.isEmpty, host.allSatisfy(Self.mayStandInHost) else { return nil }
    }
    url = prefix + rest.map(Self.encoded).joined()
  }

  private static func mayStandInHost(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-.:[]".utf8.contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The byte itself where RFC 3986 lets it stand and it means nothing in HTML or Markdown, else `%XX`.
  private static func encoded(_ byte: UInt8) -> String {
    if isAlphanumeric(byte) || "-._~/?#@!$&*+,;=:%".utf8.contains(byte) {
      return String(Unicode.Scalar(byte))
    }
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" + digits : digits)
  }
}
