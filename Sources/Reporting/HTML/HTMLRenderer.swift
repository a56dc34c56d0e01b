/// Writes a page as one HTML document that stands alone: no script, nothing loaded from elsewhere, well-formed as XML.
///
/// It follows the conventions of the NHS service manual (palette, reading width, focus) without its logo, meets the
/// contrast of WCAG 2.2 AA, can be read on a screen 320 pixels wide, and prints with its details unfolded.
public struct HTMLRenderer: Sendable, Hashable {
  /// Makes a renderer.
  public init() {}

  /// The page as an HTML document.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - pictures: What ``PictureStudio`` made of the page's figures. A figure that is not among them is
  ///     its sentence and its table; one that could not be drawn says why, too.
  public func render(_ page: Page, pictures: [Figure.ID: LayoutOutcome] = [:]) -> String {
    var sheet = HTMLSheet(page: page, pictures: pictures)
    sheet.add(page)
    return sheet.markup
  }
}

/// The markup of a page while it is being written.
struct HTMLSheet {
  private(set) var markup = ""
  let mentions: Mentions
  let pictures: [Figure.ID: LayoutOutcome]
  /// The anchor of each part, in the page's order.
  let partAnchors: [String]
  /// Reasons whose first mention has its anchor, so that the explanation can lead back to it.
  private var anchored: Set<Int> = []
  /// Figures that are drawn: an `id` may occur once only.
  private var drawn: Set<Figure.ID> = []
  private var tables = 0
  /// Whether what is written becomes part of a page of a site, with a style sheet of its own.
  let isPartOfSite: Bool
  /// Where a site tells more of a reason.
  let address: @Sendable (Explanation.ID) -> String?

  init(
    page: Page, pictures: [Figure.ID: LayoutOutcome], isPartOfSite: Bool = false,
    address: @escaping @Sendable (Explanation.ID) -> String? = { _ in nil }
  ) {
    self.isPartOfSite = isPartOfSite
    self.address = address
    mentions = Mentions(of: page)
    self.pictures = pictures
    var seen: [String: Int] = [:]
    partAnchors = page.parts.map { part in
      seen[part.id, default: 0] += 1
      let count = seen[part.id] ?? 1
      // "__" can't come from an identifier, so a second part of one name has an anchor of its own.
      return "part-" + HTMLText.identifier(part.id) + (count > 1 ? "__\(count)" : "")
    }
  }

  mutating func add(_ line: String) { markup += line + "\n" }

  /// What was written since the last time, and an empty sheet.
  mutating func taken() -> String {
    defer { markup = "" }
    return markup
  }

  /// A number for the next table, from which the `id` of its caption is made.
  mutating func nextTable() -> Int {
    tables += 1
    return tables
  }

  /// True the first time a figure is drawn.
  mutating func mayDraw(_ figure: Figure.ID) -> Bool { drawn.insert(figure).inserted }

  /// A sentence with its mark before it and links to its reasons after it.
  mutating func text(_ sentence: Sentence) -> String {
    let words = HTMLText.escaped(sentence.text)
    let said =
      switch sentence.emphasis {
      case .plain: words
      case .strong: "<strong>" + words + "</strong>"
      case .muted: "<span class=\"muted\">" + words + "</span>"
      }
    return mark(sentence.mark) + said + links(sentence.why)
  }

  /// Sentences that run on.
  mutating func text(_ sentences: [Sentence]) -> String {
    var texts: [String] = []
    for sentence in sentences { texts.append(text(sentence)) }
    return texts.joined(separator: " ")
  }

  /// A cell with its mark and links to its reasons.
  mutating func text(_ cell: Cell) -> String {
    mark(cell.mark) + HTMLText.escaped(cell.text) + links(cell.why)
  }

  private func mark(_ mark: Mark?) -> String {
    guard let mark else { return "" }
    return
      "<span class=\"mark \(mark.rawValue)\"><span aria-hidden=\"true\">\(mark.sign)</span> \(mark.word)</span> "
  }

  private mutating func links(_ why: [Explanation.ID]) -> String {
    guard !why.isEmpty else { return "" }
    var links = ""
    for id in why {
      guard let number = mentions.number(of: id) else {
        links += "<span class=\"why\">[\(Wording.unknownReason)]</span>"
        continue
      }
      let anchor = anchored.insert(number).inserted ? " id=\"mention-\(number)\"" : ""
      links +=
        "<a class=\"why\"\(anchor) href=\"#why-\(number)\">"
        + "<span class=\"unseen\">why: </span>[\(number)]</a>"
    }
    return "\u{A0}<span class=\"whys\">" + links + "</span>"
  }
}
