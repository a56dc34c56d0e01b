import ProgrammeTheory
import Reporting

/// The theories that there are, and a form that compares two of them.
struct TheoriesPage: PageModel {
  static let template = "theories"

  struct Entry: Sendable, Hashable {
    let title: String
    let address: String
    let about: String
    let summary: String
  }

  let head = PageHead(title: "The theory", trail: [.init(words: "Home", address: "/")])
  let entries: [Entry]
  let comparison: ComparisonForm?

  init(_ theories: [Theory]) {
    entries = theories.map { theory in
      Entry(
        title: theory.identity.title, address: "/theory/\(theory.identity.id)",
        about: [
          "\(theory.identity.id), version \(theory.identity.version)",
          counted(theory.concepts.count, "concept", "concepts"),
          counted(theory.configurations.count, "configuration", "configurations"),
        ].joined(separator: "; "), summary: theory.identity.summary)
    }
    // The comparison that is asked for most: a theory with the one that it refines.
    let new = theories.first { theory in theories.contains { $0.identity.id == theory.identity.refines } }
    comparison = ComparisonForm(theories, old: new?.identity.refines, new: new?.identity.id)
  }
}

/// Asks which two theories to compare.
struct ComparisonForm: Sendable, Hashable {
  let old: FilterForm.Choice
  let new: FilterForm.Choice

  /// Nothing where there is no second one.
  init?(_ theories: [Theory], old: Theory.ID?, new: Theory.ID?) {
    guard theories.count > 1 else { return nil }
    let choices = theories.map {
      ($0.identity.id.text, "\($0.identity.id) \($0.identity.version): \($0.identity.title.shortened)")
    }
    self.old = .init("old", "The earlier one", open: "Choose a theory", choices, chosen: old?.text)
    self.new = .init("new", "The later one", open: "Choose a theory", choices, chosen: new?.text)
  }
}

/// What stands above the comparison of two theories.
struct ComparisonPage: PageModel {
  static let template = "comparison"
  let head: PageHead
  let title: String
  let about: String?
  let notice: String
  let contents: [PageHead.Link]

  init(_ study: Studies.Study) {
    title = study.page.title
    about = study.page.subtitle
    notice = study.page.notice
    contents = study.fragments.parts.map { PageHead.Link(words: $0.title, address: "#\($0.anchor)") }
    head = PageHead(
      title: title,
      trail: [.init(words: "Home", address: "/"), .init(words: "The theory", address: "/theory")],
      scripts: ["why.js"])
  }
}

/// A theory's own page: what it says, what it holds, where to begin.
struct TheoryPage: PageModel {
  static let template = "theory"

  /// One of its lists.
  struct Shelf: Sendable, Hashable {
    let words: String
    let address: String
    let count: String
  }

  let head: PageHead
  let title: String
  let summary: String
  let facts: [ItemFact]
  let shelves: [Shelf]
  let notes: [String]
  let hasNotes: Bool
  let search: String
  let notice: String

  init(_ exploration: Exploration, beside others: [Theory]) {
    let theory = exploration.theory
    let identity = theory.identity
    title = identity.title
    summary = identity.summary
    head = PageHead(title: title, of: exploration, at: .overview)
    search = exploration.address(.search)
    notes = identity.notes
    hasNotes = !identity.notes.isEmpty
    notice = exploration.notice
    let compared = others.filter { $0.identity.id != identity.id }.map { other in
      LinkedText(
        "With \(other.identity.id) \(other.identity.version)", to: exploration.comparison(with: other))
    }
    let cited = identity.citation.map { exploration.link(work: $0) }
    facts = [
      ItemFact("Identifier and version", "\(identity.id) \(identity.version)"),
      cited.map { ItemFact("It encodes", $0) },
      ItemFact("How much of it", identity.extent.words.map { "Only a part: \($0)" }),
      ItemFact("Refines", identity.refines.map(\.text)),
      ItemFact("Licence", identity.licence), ItemFact("Compare it", compared),
    ].compactMap(\.self)
    shelves = Self.shelves(exploration)
  }

  private static func shelves(_ exploration: Exploration) -> [Shelf] {
    let theory = exploration.theory
    let counts: [(TheoryPlace, String)] = [
      (.concepts, counted(theory.concepts.count, "concept", "concepts")),
      (.configurations, counted(theory.configurations.count, "configuration", "configurations")),
      (.tellings, counted(theory.tellings.count, "telling", "tellings")),
      (.sources, counted(theory.references.count, "source", "sources")),
      (
        .entryPoints,
        counted(theory.entryPoints.count, "point of entry", "points of entry") + ", "
          + counted(theory.levers.count, "action", "actions")
      ),
      (.loops, counted(exploration.loops.loops.count, "loop listed", "loops listed")),
      (.findings, counted(exploration.findings.count, "finding", "findings")),
      (.paths, "how one thing leads to another"),
    ]
    return counts.map { Shelf(words: $0.0.words, address: exploration.address($0.0), count: $0.1) }
  }
}

extension Exploration {
  /// Where this theory is compared with another: the one that it refines stands first.
  func comparison(with other: Theory) -> String {
    let isEarlier = other.identity.refines == theory.identity.id
    let (old, new) =
      isEarlier ? (theory.identity.id, other.identity.id) : (other.identity.id, theory.identity.id)
    return "/theory/\(new)/compared-with/\(old)"
  }
}
