import Crypto
import Reporting

/// The style sheet and the scripts. Their addresses hold a hash of what they hold, so a browser keeps them for a year and
/// still never shows an old one.
struct Assets: Sendable {
  /// One style sheet: that of reports, since pages hold parts of reports, and then the site's own.
  static let shared = [
    EmbeddedFile(
      "site.css",
      Array(HTMLRenderer.stylesheet.utf8) + PackageResources.site_css + PackageResources.explore_css)
  ]

  struct Asset: Sendable {
    let address: String
    let type: String
    let bytes: [UInt8]
  }

  private let byName: [String: Asset]
  private let byAddress: [String: Asset]

  init(_ files: [EmbeddedFile]) {
    let assets = files.map { file in
      let hash = Hexadecimal.text(SHA256.hash(data: file.bytes).prefix(6))
      let ending = file.name.split(separator: ".").last.map(String.init) ?? ""
      return (
        file.name,
        Asset(address: "\(file.stem)-\(hash).\(ending)", type: Self.type(of: ending), bytes: file.bytes)
      )
    }
    byName = Dictionary(assets) { first, _ in first }
    byAddress = Dictionary(assets.map { ($1.address, $1) }) { first, _ in first }
  }

  /// The address of a file, from the root.
  func address(of name: String) -> String { "/assets/" + (byName[name]?.address ?? name) }

  /// The file at an address behind `/assets/`.
  func asset(at address: String) -> Asset? { byAddress[address] }

  private static func type(of ending: String) -> String {
    switch ending {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "application/octet-stream"
    }
  }
}
