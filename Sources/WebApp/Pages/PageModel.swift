import HTTPTypes
import Hummingbird

/// A page as a plain value, without any HTML: what its template is filled with, and what the layout around it says.
///
/// Mustache reads the stored properties by their names, so each name in a template is held against the model in a test.
protocol PageModel: Sendable {
  /// The template's name.
  static var template: String { get }
  /// What the layout says.
  var head: PageHead { get }
}

/// What stands around a page.
struct PageHead: Sendable, Hashable {
  /// A link.
  struct Link: Sendable, Hashable {
    let words: String
    let address: String
  }

  /// One of the pages about a case, as a link or as where one is.
  struct Place: Sendable, Hashable {
    let words: String
    let address: String
    let isCurrent: Bool
  }

  /// The title, also of the browser's window.
  var title: String
  /// Where the page lies, from the first page on; the page itself isn't among them.
  var trail: [Link] = []
  /// The pages about the same case, or the parts of the same theory.
  var places: [Place] = []
  /// What these pages have in common, for people who listen.
  var placesLabel = "About this collaboration"
  /// Where “Back” leads, for pages that are steps of a task.
  var back: Link?
  /// Scripts that make it quicker, by their file names.
  var scripts: [String] = []
  /// Whether it is too wide for one column.
  var isWide = false
  /// Whether it is printed as a report on two sheets.
  var isReport = false
  /// Whether a form on the page was refused: the window's title says so first.
  var isRefused = false
}

/// What the layout's templates are filled with.
struct Layout: Sendable {
  let title: String
  let style: String
  let scripts: [String]
  let isWide: Bool
  let isReport: Bool
  let trail: [PageHead.Link]
  let hasTrail: Bool
  let back: PageHead.Link?
  let places: [PageHead.Place]
  let hasPlaces: Bool
  let placesLabel: String
  let program: String

  init(_ head: PageHead, site: Site) {
    title = (head.isRefused ? "Error: " : "") + head.title
    style = site.assets.address(of: "site.css")
    scripts = head.scripts.map(site.assets.address)
    isWide = head.isWide
    isReport = head.isReport
    trail = head.trail
    hasTrail = !head.trail.isEmpty
    back = head.back
    places = head.places
    hasPlaces = !head.places.isEmpty
    placesLabel = head.placesLabel
    program = site.settings.program
  }
}

extension Site {
  /// A page as an answer.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - context: whose it is.
  ///   - status: the answer's status.
  ///   - fragments: parts that a report's renderer made, to stand below the template's.
  func render(
    _ page: some PageModel, in context: PageContext, status: HTTPResponse.Status = .ok,
    fragments: [Markup] = []
  ) throws -> Response {
    let layout = Layout(page.head, site: self)
    let parts =
      [
        try templates.render(layout, "layout-top"),
        try templates.render(page, type(of: page).template),
      ] + fragments + [try templates.render(layout, "layout-bottom")]
    var buffer = ByteBuffer()
    buffer.reserveCapacity(parts.reduce(0) { $0 + $1.html.utf8.count })
    for part in parts { buffer.writeString(part.html) }
    return Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: buffer))
  }

  /// Sends the browser on after something was changed, so that loading the page again changes nothing twice.
  func seeOther(_ address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address])
  }
}
