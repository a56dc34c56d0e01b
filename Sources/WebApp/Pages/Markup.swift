import Mustache
import Reporting

/// HTML that may be sent as it is: made by a template, which escapes what it is given, or by ``Reporting``'s renderer,
/// which does so too. There is no other way to make one.
struct Markup: Sendable, Hashable {
  let html: String

  fileprivate init(html: String) { self.html = html }

  /// What a renderer of reports made.
  init(_ fragment: HTMLFragment) { self.init(html: fragment.markup) }
}

extension Templates {
  /// A model in its template.
  ///
  /// - Throws: ``PageError`` when there is no such template: a fault of this program.
  func render(_ model: some Sendable, _ template: String) throws(PageError) -> Markup {
    onRender?(template, model)
    guard let html = library.render(TemplateFields(model), withTemplate: template) else {
      throw .missingTemplate(template)
    }
    return Markup(html: html)
  }
}

extension PageError {
  static func missingTemplate(_ name: String) -> PageError {
    PageError(
      500, "Something went wrong", "The page could not be made: its template \(name) is missing.",
      "Install the program again.")
  }
}
