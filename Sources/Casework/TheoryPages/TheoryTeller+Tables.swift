import Bibliography
import OrderedCollections
import ProgrammeTheory
public import Reporting

extension TheoryTeller {
  /// One of the theory's tables, to be rendered as text, Markdown or CSV. It has no rows where the theory tells nothing
  /// of its kind.
  public func table(_ which: TheoryTable) -> Table {
    switch which {
    case .studies: studies
    case .entryPoints: entryPoints
    case .told: told
    case .configurations: configurationTable
    case .cmocs: printedConfigurations
    case .middleRangeTheories: middleRangeTheories
    }
  }

  /// A page that holds one of the tables, or says that there is nothing to put into it.
  public func page(of which: TheoryTable) -> Page {
    let table = table(which)
    let story =
      table.rows.isEmpty ? "This theory has no \(Self.rows(of: which))." : Self.introduction(of: which)
    return page(
      table.caption, story: [Sentence(story)],
      parts: table.rows.isEmpty
        ? [] : [Part(id: which.rawValue, title: Self.heading(of: which), blocks: [.table(table)])])
  }

  private static func rows(of which: TheoryTable) -> String {
    switch which {
    case .studies: "included studies"
    case .entryPoints: "points of entry"
    case .told: "tellings that are rows of a table"
    case .configurations, .cmocs: "configurations"
    case .middleRangeTheories: "theories of the middle range"
    }
  }

  private static func heading(of which: TheoryTable) -> String { Theory.capitalised(rows(of: which)) }

  private static func introduction(of which: TheoryTable) -> String {
    switch which {
    case .studies: "The studies that the review included, with what its authors say of each."
    case .entryPoints: "Why partners come together, with the works in which it was found."
    case .told: "What the source tells in its tables, in its order and in our words."
    case .configurations: "Each row is one claim, with where it is told and by whom."
    case .cmocs: "Each row is one claim, as a paper prints it."
    case .middleRangeTheories: "General theories that explain how mechanisms work, and where they stand."
    }
  }

  // MARK: Sources

  private var studies: Table {
    let included = theory.sources.filter { $0.role == .included }
    let names = OrderedSet(included.flatMap { $0.characteristics.map(\.name) })
    let rows = included.map { source in
      [Cell(theory.reference(source.id)?.shortCitation ?? source.id), Cell(source.id)]
        + names.map { Cell(source.characteristic($0) ?? "") }
    }
    // By name, as such tables are printed; those of one name by their order in the document.
    let ordered = rows.enumerated().sorted { one, other in
      let (left, right) = (one.element[0].text.lowercased(), other.element[0].text.lowercased())
      return left == right ? one.offset < other.offset : left < right
    }
    return Table(
      caption: "Characteristics of the included studies",
      columns: ["Paper", "Reference"] + names.map(Theory.capitalised), rows: ordered.map(\.element))
  }

  private var entryPoints: Table {
    Table(
      caption: "Points of entry", columns: ["Number", "Entry point", "Explanation", "Sources"],
      rows: theory.entryPoints.map { entry in
        [
          Cell(entry.number.map(String.init) ?? "", alignment: .trailing),
          Cell(Theory.capitalised(entry.name)),
          Cell(entry.explanation), Cell(cited(entry.sources)),
        ]
      })
  }

  private var middleRangeTheories: Table {
    Table(
      caption: "Theories of the middle range", columns: ["Theory", "What it says", "Explains", "Sources"],
      rows: theory.middleRangeTheories.map { theory in
        [
          Cell(Theory.capitalised(theory.name)), Cell(theory.about),
          Cell(theory.explains.map(name).joined(separator: "; ")), Cell(cited(theory.sources)),
        ]
      })
  }

  /// Works as they are cited in a cell: "Hollis 2019 [4]; …".
  func cited(_ works: [Reference.ID]) -> String {
    works.map { id in theory.reference(id).map { "\($0.shortCitation) [\(id)]" } ?? "[\(id)]" }
      .joined(separator: "; ")
  }

  // MARK: What is told

  /// The rows of the source's tables: by table, then by the number of the row where it has one, then as in the document.
  private var told: Table {
    let rows = theory.tellings.enumerated().compactMap { place, telling -> ToldRow? in
      guard telling.form == .table, case .row(let row, let table, let heading, let number) = telling.place
      else {
        return nil
      }
      return ToldRow(
        telling: telling, row: row, table: table, heading: heading, number: number, place: place)
    }
    let tables = OrderedSet(rows.map(\.table))
    let ordered = tables.flatMap { table in rows.filter { $0.table == table }.sorted(by: ToldRow.comesFirst) }
    return Table(
      caption: "What the source tells in its tables",
      columns: [
        "Row", "Table", "Heading", "Number", "Context", "Conditions", "Mechanism", "Outcome", "Sources",
        "Telling",
      ],
      rows: ordered.map { row in
        let telling = row.telling
        return [
          Cell(row.row), Cell(row.table), Cell(row.heading ?? ""),
          Cell(row.number.map(String.init) ?? "", alignment: .trailing), Cell(words(telling.context)),
          Cell(words(telling.conditions)),
          Cell(words(telling.mechanism)),
          Cell(telling.outcome.map { $0.words ?? theory.clause($0.claim) }.joined(separator: "; ")),
          Cell(sources(of: telling)), Cell(telling.id.text),
        ]
      })
  }

  private func words(_ slot: [Told<Literal>]) -> String {
    slot.map { $0.words ?? theory.state($0.claim) }.joined(separator: "; ")
  }

  private func sources(of telling: Telling) -> String {
    let works = cited(theory.works(of: telling))
    switch telling.attribution {
    case .works: return works
    case .asLinked: return works.isEmpty ? "not given" : "\(works) (those of the prose)"
    case .notGiven: return "not given"
    }
  }
}

/// A row of one of the source's tables.
private struct ToldRow {
  let telling: Telling
  let row: String
  let table: String
  let heading: String?
  let number: Int?
  /// Its place among the tellings of the document.
  let place: Int

  static func comesFirst(_ one: ToldRow, _ other: ToldRow) -> Bool {
    let (left, right) = (one.number ?? .max, other.number ?? .max)
    return left == right ? one.place < other.place : left < right
  }
}
