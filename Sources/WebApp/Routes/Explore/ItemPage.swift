import ProgrammeTheory

/// A line of text in which some words lead to other pages.
struct LinkedText: Sendable, Hashable, ExpressibleByStringLiteral {
  struct Run: Sendable, Hashable {
    let words: String
    let address: String?
  }

  private(set) var runs: [Run]

  init(_ words: String, to address: String? = nil) { runs = [Run(words: words, address: address)] }
  init(stringLiteral words: String) { self.init(words) }
  init(_ parts: [LinkedText]) { runs = parts.flatMap(\.runs) }

  static func + (one: LinkedText, other: LinkedText) -> LinkedText { LinkedText([one, other]) }

  /// Several that are sentences by themselves: `a; b; c`.
  static func series(_ parts: [LinkedText]) -> LinkedText {
    LinkedText(parts.enumerated().flatMap { $0 == 0 ? [$1] : ["; ", $1] })
  }

  /// Several as in a sentence: `a, b and c`.
  static func list(_ parts: [LinkedText]) -> LinkedText {
    guard let last = parts.last, parts.count > 1 else { return LinkedText(parts) }
    let head = parts.dropLast()
    return LinkedText(head.enumerated().flatMap { $0 == 0 ? [$1] : [", ", $1] } + [" and ", last])
  }
}

/// An entry of a list: a line, and what is said of it beneath.
struct ListedLine: Sendable, Hashable {
  let runs: [LinkedText.Run]
  let about: String?
  let tag: String?

  init(_ text: LinkedText, about: String? = nil, tag: String? = nil) {
    runs = text.runs
    self.about = about
    self.tag = tag
  }
}

/// Something that is said of a part: a term, and one line or several.
struct ItemFact: Sendable, Hashable {
  struct Line: Sendable, Hashable { let runs: [LinkedText.Run] }

  let term: String
  let lines: [Line]

  /// Nothing where there is nothing to say.
  init?(_ term: String, _ lines: [LinkedText]) {
    guard !lines.isEmpty else { return nil }
    self.term = term
    self.lines = lines.map { Line(runs: $0.runs) }
  }

  init(_ term: String, _ line: LinkedText) {
    self.term = term
    lines = [Line(runs: line.runs)]
  }

  init?(_ term: String, _ text: String?) {
    guard let text else { return nil }
    self.init(term, LinkedText(text))
  }
}

/// A list under a heading.
struct ItemGroup: Sendable, Hashable {
  let id: String
  let heading: String
  let intro: String?
  let lines: [ListedLine]
  let more: PageHead.Link?

  /// Nothing where the list is empty.
  init?(
    _ id: String, _ heading: String, _ intro: String? = nil, _ lines: [ListedLine], more: PageHead.Link? = nil
  ) {
    guard !lines.isEmpty else { return nil }
    self.id = id
    self.heading = heading
    self.intro = intro
    self.lines = lines
    self.more = more
  }
}

/// Something that can be opened on the page, such as a telling of a claim.
struct ItemDetails: Sendable, Hashable {
  let id: String
  let summary: String
  let facts: [ItemFact]
}

/// The page of one part of a theory.
struct ItemPage: PageModel {
  static let template = "theory-item"

  /// What is contested, and between which readings.
  struct Contest: Sendable, Hashable {
    let runs: [LinkedText.Run]
  }

  var head: PageHead
  /// What sort of part it is.
  let caption: String
  let title: String
  var lead: [String] = []
  var contests: [Contest] = []
  var facts: [ItemFact] = []
  var detailsHeading: String?
  var details: [ItemDetails] = []
  var groups: [ItemGroup] = []
  /// The form that asks for the ways from this concept to another.
  var paths: PathsForm?
  let notice: String

  /// An empty page.
  ///
  /// - Parameters:
  ///   - title: what the part is called.
  ///   - caption: what sort of part it is.
  ///   - exploration: the theory.
  ///   - place: the list that it stands in.
  init(_ title: String, _ caption: String, in exploration: Exploration, at place: TheoryPlace) {
    self.title = Theory.capitalised(title)
    self.caption = caption
    head = PageHead(
      title: "\(self.title.shortened): \(caption.lowercased())", of: exploration, at: place, isItem: true)
    notice = exploration.notice
  }
}

extension String {
  /// The text cut at a word, for window titles and trails.
  var shortened: String {
    guard count > 90 else { return self }
    let cut = prefix(90)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
  }
}

/// The lists of a theory's parts.
enum TheoryPlace: String, CaseIterable {
  case overview = ""
  case concepts, configurations, tellings, sources
  case entryPoints = "entry-points"
  case loops, findings, paths, search

  var words: String {
    switch self {
    case .overview: "Overview"
    case .concepts: "Concepts"
    case .configurations: "How it works"
    case .tellings: "Tellings"
    case .sources: "Sources"
    case .entryPoints: "Ways in and actions"
    case .loops: "Loops"
    case .findings: "Findings"
    case .paths: "Paths"
    case .search: "Search"
    }
  }
}

extension Exploration {
  /// The line that every page of the theory carries: what it isn't about.
  var notice: String {
    let own = theory.identity.notice.map { $0 + " " } ?? ""
    return own + "This is what a theory says, not what became of any case."
  }

  func address(_ place: TheoryPlace) -> String { place == .overview ? base : "\(base)/\(place.rawValue)" }
}

extension PageHead {
  /// What stands around a page of a theory.
  init(
    title: String, of exploration: Exploration, at place: TheoryPlace, isItem: Bool = false,
    scripts: [String] = []
  ) {
    let theory = exploration.theory.identity.title
    self.init(title: place == .overview ? title : "\(title): \(theory)")
    trail = [Link(words: "Home", address: "/"), Link(words: "The theory", address: "/theory")]
    if place != .overview { trail.append(Link(words: theory.shortened, address: exploration.base)) }
    if isItem { trail.append(Link(words: place.words, address: exploration.address(place))) }
    placesLabel = "Parts of the theory"
    places = TheoryPlace.allCases.map {
      Place(words: $0.words, address: exploration.address($0), isCurrent: $0 == place)
    }
    self.scripts = scripts
  }
}
