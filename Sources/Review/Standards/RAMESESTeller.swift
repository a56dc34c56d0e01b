import Literature
import ProgrammeTheory
public import Reporting

/// Tells how far a review's file holds what the RAMESES publication standards ask for.
public struct RAMESESTeller: Sendable {
  private let checklist: RAMESESChecklist
  private let title: String
  private let program: String

  /// The line that says what such a page isn't about.
  public static let notice =
    "This says what a report has to tell and where the file holds it, not whether the review is a good one."

  /// A teller.
  ///
  /// - Parameters:
  ///   - checklist: the checklist.
  ///   - title: what the review is called.
  ///   - program: name and version of the program, for the colophon.
  public init(of checklist: RAMESESChecklist, title: String, madeBy program: String) {
    (self.checklist, self.title, self.program) = (checklist, title, program)
  }

  /// The page as it is read on a screen: section by section, each item with what the file holds and what is left to do.
  public var page: Page { page(of: sections) }

  /// The page with all items in one table, as a report takes it as an additional file.
  public var tablePage: Page {
    page(of: [Part(id: "items", title: "The 19 items", blocks: [.table(table)])] + toDo)
  }

  private func page(of parts: [Part]) -> Page {
    Page(
      title: "RAMESES publication standards for realist syntheses", subtitle: title, notice: Self.notice,
      story: story, parts: parts, colophon: program)
  }

  private var open: [RAMESESChecklist.Entry] { checklist.entries.filter { $0.state != .held } }

  private var story: [Sentence] {
    let (held, partly) = (checklist.count(.held), checklist.count(.partly))
    let counts = Sentence(
      "Of 19 items the file holds \(held), and \(partly) in part; \(checklist.count(.missing)) are missing.",
      emphasis: .strong)
    let left =
      open.isEmpty
      ? nil : Sentence("Something is left to do for: \(Theory.list(open.map { String($0.item.number) })).")
    let origin = Sentence(
      "The items are those of Wong et al. 2013 (doi:10.1186/1741-7015-11-21), in words of our own.",
      emphasis: .muted)
    return [counts, left, origin].compactMap(\.self)
  }

  /// The items as a table, which a report may take as its additional file.
  public var table: Table {
    Table(
      caption: "What each item asks for, and what the file holds",
      columns: [
        "Item", "Section", "Name", "What it asks for", "State", "What the file holds", "What is missing",
      ],
      rows: checklist.entries.map { entry in
        [
          Cell("\(entry.item.number)", alignment: .trailing), Cell(entry.item.section), Cell(entry.item.name),
          Cell(entry.item.asks), Cell(entry.state.rawValue), Cell(entry.found.joined(separator: " ")),
          Cell(entry.missing.joined(separator: " ")),
        ]
      })
  }

  private var sections: [Part] {
    checklist.entries.reduce(into: []) { parts, entry in
      let section = entry.item.section
      if parts.last?.title != section {
        parts.append(Part(id: section.lowercased(), title: section, blocks: []))
      }
      parts[parts.count - 1].blocks += blocks(entry)
    }
  }

  private func blocks(_ entry: RAMESESChecklist.Entry) -> [Block] {
    [
      .subheading("\(entry.item.number). \(entry.item.name): \(entry.state.rawValue)"),
      .paragraph([Sentence(entry.item.asks, emphasis: .muted)]),
      .list(entry.found.map { Sentence($0) } + entry.missing.map { Sentence("To do: \($0)") }),
    ]
  }

  private var toDo: [Part] {
    guard !open.isEmpty else { return [] }
    return [
      Part(
        id: "open", title: "What is left to do",
        blocks: [
          .list(
            open.map { Sentence("\($0.item.number), \($0.item.name): \($0.missing.joined(separator: " "))") })
        ])
    ]
  }
}

/// The checklist as data for other programs. Its shape is versioned: `format` names it.
public struct RAMESESRecord: Sendable, Hashable, Codable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-rameses/1"

  /// An item.
  public struct Entry: Sendable, Hashable, Codable {
    /// Its number, from 1 to 19.
    public let item: Int
    /// The section of a report.
    public let section: String
    /// What it is called.
    public let name: String
    /// What it asks for.
    public let asks: String
    /// How far the file holds it.
    public let state: RAMESESChecklist.State
    /// What the file holds.
    public let found: [String]
    /// What is missing.
    public let missing: [String]
  }

  /// The name and version of this shape.
  public let format: String
  /// The program that made it.
  public let madeBy: String
  /// The items, in their order.
  public let items: [Entry]

  /// The record of a checklist.
  ///
  /// - Parameters:
  ///   - checklist: the checklist.
  ///   - program: name and version of the program.
  public init(_ checklist: RAMESESChecklist, madeBy program: String) {
    (format, madeBy) = (Self.currentFormat, program)
    items = checklist.entries.map { entry in
      Entry(
        item: entry.item.number, section: entry.item.section, name: entry.item.name, asks: entry.item.asks,
        state: entry.state, found: entry.found, missing: entry.missing)
    }
  }
}
