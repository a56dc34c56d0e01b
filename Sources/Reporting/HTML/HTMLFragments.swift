/// HTML to be put into a page of a site: well-formed, everything in it escaped, without script and without style.
public struct HTMLFragment: Sendable, Hashable {
  /// The markup.
  public let markup: String
}

/// A page in pieces, to be put into the layout of a site. The pieces hold links to each other, so a site shows all of them
/// on one page; a piece that the page has nothing for is empty.
public struct HTMLFragments: Sendable, Hashable {
  /// A part under its heading.
  public struct Piece: Sendable, Hashable {
    /// The part's name within the page.
    public let id: String
    /// The heading.
    public let title: String
    /// What stands behind `#` in a link to it.
    public let anchor: String
    /// A section with its heading.
    public let fragment: HTMLFragment
  }

  /// The story, as a section with its heading.
  public let story: HTMLFragment
  /// The parts, in reading order.
  public let parts: [Piece]
  /// Every reason that is named, as a section with its heading.
  public let explanations: HTMLFragment
  /// Every source that a reason names, as a section with its heading.
  public let sources: HTMLFragment
}

extension HTMLRenderer {
  /// The style sheet that the fragments are made for; the same as that of pages that stand alone, with the widths of
  /// pictures as classes.
  public static var stylesheet: String {
    Stylesheet.text
      + (0...HTMLSheet.mostSteps).map { ".least-\($0) svg { min-width: \($0 * HTMLSheet.step)px; }\n" }
      .joined()
  }

  /// The page in pieces.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - pictures: What ``PictureStudio`` made of the page's figures, as for ``render(_:pictures:)``.
  ///   - address: Where the site tells more of a reason; nothing where it doesn't.
  public func fragments(
    of page: Page, pictures: [Figure.ID: LayoutOutcome] = [:],
    address: @escaping @Sendable (Explanation.ID) -> String? = { _ in nil }
  ) -> HTMLFragments {
    var sheet = HTMLSheet(page: page, pictures: pictures, isPartOfSite: true, address: address)
    sheet.addStory(page)
    let story = HTMLFragment(markup: sheet.taken())
    var parts: [HTMLFragments.Piece] = []
    for (part, anchor) in zip(page.parts, sheet.partAnchors) {
      sheet.add(part, anchor: anchor)
      parts.append(
        HTMLFragments.Piece(
          id: part.id, title: part.title, anchor: anchor, fragment: HTMLFragment(markup: sheet.taken())))
    }
    sheet.addExplanations()
    let explanations = HTMLFragment(markup: sheet.taken())
    sheet.addSources()
    return HTMLFragments(
      story: story, parts: parts, explanations: explanations, sources: HTMLFragment(markup: sheet.taken()))
  }
}

extension HTMLSheet {
  /// The step between two least widths of pictures, in CSS pixels.
  static let step = 80
  /// The most steps: a picture may always be shown as small as 1,600 pixels.
  static let mostSteps = 20
  /// How wide a picture may be in the column of a page, in pixels.
  static let columnWidth = 700.0
}
