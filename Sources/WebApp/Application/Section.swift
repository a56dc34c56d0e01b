import Hummingbird

/// A part of the application: its pages' templates, its assets and its routes. To add one, write a type in `Routes/`, and
/// name it in `Site.sections`.
protocol Section: Sendable {
  /// The templates of its pages, as ``PackageResources`` has them.
  static var templates: [EmbeddedFile] { get }
  /// Its scripts.
  static var assets: [EmbeddedFile] { get }
  /// Adds its routes.
  func addRoutes(to router: Router<PageContext>)
  /// Makes it for a site.
  init(site: Site)
}

extension Section {
  static var templates: [EmbeddedFile] { [] }
  static var assets: [EmbeddedFile] { [] }
}

/// A file that was put into the program when it was built.
struct EmbeddedFile: Sendable {
  /// Its name with its ending.
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
