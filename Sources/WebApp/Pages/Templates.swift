import Mustache

/// The templates, compiled once.
struct Templates: Sendable {
  /// Templates that belong to no section.
  static let shared = [
    EmbeddedFile("layout-top.mustache", PackageResources.layout_top_mustache),
    EmbeddedFile("layout-bottom.mustache", PackageResources.layout_bottom_mustache),
    EmbeddedFile("error.mustache", PackageResources.error_mustache),
  ]

  let library: MustacheLibrary

  /// - Throws: what Mustache throws for a template that isn't one.
  init(_ files: [EmbeddedFile]) throws {
    var library = MustacheLibrary()
    for file in files { try library.register(file.text, named: file.stem) }
    self.library = library
  }
}

extension EmbeddedFile {
  /// The name without its ending.
  var stem: String { String(name.prefix { $0 != "." }) }
}
