import Literature
public import Reporting

/// A flow as the CSV that the R package and web application PRISMA2020 draw a diagram of (Haddaway NR, Page MJ, Pritchard CC,
/// McGuinness LA. PRISMA2020: an R package and Shiny app for producing PRISMA 2020-compliant flow diagrams. Campbell Systematic
/// Reviews 2022;18:e1230).
///
/// The CSV has a fixed set of rows: those of the template that comes with the package. What isn't known is `NA` in it, and what
/// it has no row for is told in ``withoutRow``.
public struct PRISMACSV: Sendable, Hashable {
  /// The rows, as a table.
  public let table: Table
  /// What the CSV has no row for, in sentences; it has to be told beside the diagram.
  public let withoutRow: [String]

  /// The CSV of a flow.
  public init(_ flow: Flow) {
    let numbers = PRISMANumbers(flow)
    let template = PRISMATemplate.rows
    table = Table(
      caption: "PRISMA 2020", columns: PRISMATemplate.columns,
      rows: template.map { row in (row.fields + [numbers.cell(row.key)]).map { Cell($0) } })
    withoutRow = numbers.withoutRow
  }

  /// The CSV, its first line the names of the columns.
  public var text: String { CSVRenderer().render(table) }
}

/// The numbers of the template's rows.
struct PRISMANumbers {
  private static let notKnown = "NA"
  private let flow: Flow
  private var cells: [String: String] = [:]
  /// What has no row.
  private(set) var withoutRow: [String] = []

  init(_ flow: Flow) {
    self.flow = flow
    fillIdentification()
    fillScreening()
    fillReports()
    cells["new_reports"] = String(flow.included)
    withoutRow.append(
      "new_studies is left open: this counts reports, and several reports may tell of one study.")
    if flow.awaiting > 0 {
      withoutRow.append("Waiting for a decision: \(PlainNumber.grouped(flow.awaiting)); no row counts these.")
    }
    withoutRow += flow.contradictions.map { "The counts don't add up: " + FlowWords.contradiction($0) }
  }

  /// What stands in a row's last cell.
  func cell(_ key: String?) -> String {
    // Rows without a number of their own have 0 in the template.
    guard let key else { return "0" }
    return cells[key] ?? Self.notKnown
  }

  private mutating func set(_ key: String, _ count: Int?) { cells[key] = count.map { String($0) } }

  // MARK: Found

  private static let rowOfWave: [Wave: String] = [
    .googleScholar: "website_results", .referenceScanning: "citations_results",
    .citationTracking: "citations_results", .suggestions: "organisation_results",
  ]

  private var gates: [(place: FlowPlace, gate: Flow.Gate)] {
    flow.stages.map { (.stage($0.stage), $0.gate) } + [(.included, flow.joined)]
  }

  private mutating func fillIdentification() {
    let first = flow.stages.first?.gate.arrivals.filter { $0.waves == [.database] } ?? []
    if !first.isEmpty {
      set("database_results", Self.sum(first.map(\.found)))
      let sources = first.flatMap(\.sources).filter { $0.count != nil }
      let list = sources.map { Self.item($0.source, $0.count ?? 0) }
      cells["database_specific_results"] = list.isEmpty ? nil : list.joined(separator: "; ")
    }
    var counts: [String: [Int?]] = [:]
    for (place, gate) in gates {
      for arrival in gate.arrivals where !(arrival.waves == [.database] && place == gates.first?.place) {
        let rows = Set(arrival.waves.map { Self.rowOfWave[$0] })
        if rows.count == 1, let row = rows.first ?? nil {
          counts[row, default: []].append(arrival.found)
        } else {
          withoutRow.append(
            "No row counts what was found by \(FlowWords.ways(arrival.waves)): \(FlowWords.count(arrival.found))."
          )
        }
      }
    }
    for (row, counts) in counts { set(row, Self.sum(counts)) }
    guard let gate = flow.stages.first?.gate else { return }
    set("duplicates", gate.removed[.duplicate])
    set("excluded_automatic", gate.removed[.automation])
    set("excluded_other", gate.removed[.other])
    if gate.arrivals.contains(where: { $0.waves != [.database] }) {
      withoutRow.append(
        "Records found by other ways than databases were screened together with those of databases; they are counted in "
          + "records_screened.")
    }
  }

  // MARK: Screened

  private mutating func fillScreening() {
    guard let stage = flow.stages.first(where: { $0.stage == .titleAndAbstract }) else { return }
    set("records_screened", stage.screened)
    set("records_excluded", stage.excludedInAll + stage.left)
    if stage.notRetrieved > 0 {
      withoutRow.append(
        "\(PlainNumber.grouped(stage.notRetrieved)) could not be had at title and abstract; no row counts these."
      )
    }
  }

  /// Reports: those that the databases' records led to, and those that joined.
  private mutating func fillReports() {
    let late = flow.stages.filter { $0.stage != .titleAndAbstract }
    let missing = late.reduce(0) { $0 + $1.notRetrieved }
    let isFirst = late.first?.stage == flow.stages.first?.stage
    let excluded = late.flatMap(exclusions)
    if let first = late.first {
      let sought = first.fromBefore ?? first.screened
      set("dbr_sought_reports", sought)
      set("dbr_notretrieved_reports", missing)
      set("dbr_assessed", max(0, sought - missing))
      cells["dbr_excluded"] = excluded.isEmpty ? "0" : excluded.joined(separator: "; ")
    }
    let others =
      late.dropFirst(isFirst ? 1 : 0).flatMap(\.gate.arrivals) + flow.joined.arrivals
    guard !others.isEmpty else { return }
    let joined = Self.sum(others.map(\.entered))
    set("other_sought_reports", joined)
    set("other_assessed", joined)
    set("other_notretrieved_reports", missing == 0 ? 0 : nil)
    cells["other_excluded"] = excluded.isEmpty ? "0" : nil
    if !excluded.isEmpty || missing > 0 {
      withoutRow.append(
        "What was left out or not to be had among the reports that joined isn't told apart; all of it is counted in "
          + "dbr_excluded and dbr_notretrieved_reports.")
    }
    if late.contains(where: { $0.stage == .relevance }) {
      withoutRow.append(
        "The relevance stage has no row of its own; what it left out stands in dbr_excluded, marked “relevance”."
      )
    }
  }

  private func exclusions(_ stage: Flow.Stage) -> [String] {
    let mark = stage.stage == .relevance ? "relevance: " : ""
    let given = stage.excluded.filter { $0.count > 0 }.map {
      Self.item(mark + FlowWords.reason($0), $0.count)
    }
    return given + (stage.left > 0 ? [Self.item(mark + "the source doesn't say why", stage.left)] : [])
  }

  /// A name with its count, as the package reads it: commas and semicolons part names and counts, and quotes and strokes
  /// mean something to what it draws with.
  private static func item(_ name: String, _ count: Int) -> String {
    let signs = name.map { sign -> Character in
      switch sign {
      case ",", ";", "\\": "/"
      case "'", "\"": "’"
      default: sign.isNewline ? " " : sign
      }
    }
    let words = String(signs).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(words.isEmpty ? "no name" : words), \(count)"
  }

  private static func sum(_ counts: [Int?]) -> Int? {
    let known = counts.compactMap(\.self)
    return known.count == counts.count ? known.reduce(0, +) : nil
  }
}
