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
  let onRender: (@Sendable (String, any Sendable) -> Void)?

  /// - Parameters:
  ///   - files: the templates.
  ///   - onRender: told of each model before its template is filled with it.
  /// - Throws: what Mustache throws for a template that isn't one.
  init(_ files: [EmbeddedFile], onRender: (@Sendable (String, any Sendable) -> Void)? = nil) throws {
    self.onRender = onRender
    var library = MustacheLibrary()
    for file in files { try library.register(file.text, named: file.stem) }
    self.library = library
  }
}

extension EmbeddedFile {
  /// The name without its ending.
  var stem: String { String(name.prefix { $0 != "." }) }
}
