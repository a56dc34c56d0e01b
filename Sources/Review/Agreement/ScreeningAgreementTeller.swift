import Agreement
import Literature
public import Reporting

/// Tells how far two reviewers agree, in plain words: for each stage the table of their verdicts, the per cent, kappa with
/// its interval, PABAK, and what could not be compared.
public struct ScreeningAgreementTeller: Sendable {
  private let agreement: ScreeningAgreement
  private let program: String

  /// The line that says what such a page isn't about.
  public static let notice =
    "This is about how alike two people screened records, not about which of them was right."

  /// A teller.
  ///
  /// - Parameters:
  ///   - agreement: the agreement.
  ///   - program: name and version of the program, for the colophon.
  public init(of agreement: ScreeningAgreement, madeBy program: String) {
    (self.agreement, self.program) = (agreement, program)
  }

  /// The page.
  public var page: Page {
    Page(
      title: "How far the reviewers agree", subtitle: "\(agreement.first) and \(agreement.second)",
      notice: Self.notice, story: story, parts: agreement.stages.map(part) + reading, colophon: program)
  }

  private var story: [Sentence] {
    let compared = agreement.stages.filter { $0.agreement.table.units > 0 }
    guard !compared.isEmpty else {
      return [Sentence("There is no record yet that both have judged.", emphasis: .strong)]
    }
    return compared.map { stage in
      let table = stage.agreement.table
      return Sentence(
        "At \(stage.stage.name), both judged \(PlainNumber.count(table.units, "record")) and agree on "
          + "\(PlainNumber.grouped(table.agreed)) (\(PlainNumber.percent(table.share))).", emphasis: .strong)
    } + [Sentence("Here \(agreement.unsure.words).")]
  }

  // MARK: A stage

  private func part(_ stage: ScreeningAgreement.Stage) -> Part {
    var blocks: [Block] = [.table(verdicts(stage)), .table(measures(stage))]
    let notes = missing(stage.agreement) + changed(stage) + meaning(stage.agreement.table)
    if !notes.isEmpty { blocks.append(.list(notes)) }
    let name = stage.stage.name
    return Part(
      id: stage.stage.rawValue, title: name.prefix(1).uppercased() + name.dropFirst(), blocks: blocks)
  }

  private func verdicts(_ stage: ScreeningAgreement.Stage) -> Table {
    let (categories, table) = (stage.agreement.categories, stage.agreement.table)
    func row(_ name: String, _ counts: [Int]) -> [Cell] {
      [Cell(name)]
        + (counts + [counts.reduce(0, +)]).map { Cell(PlainNumber.grouped($0), alignment: .trailing) }
    }
    return Table(
      caption: "Verdicts of \(agreement.first) (rows) by those of \(agreement.second) (columns)",
      columns: [""] + categories + ["all"],
      rows: zip(categories, table.counts).map { row($0, $1) } + [row("all", table.columns)])
  }

  private func measures(_ stage: ScreeningAgreement.Stage) -> Table {
    let table = stage.agreement.table
    let agreed =
      table.share.map {
        "\(PlainNumber.percent($0)) (\(PlainNumber.grouped(table.agreed)) of \(PlainNumber.grouped(table.units)))"
      } ?? "undefined: there are no units"
    return Table(
      caption: "How far they agree", columns: ["Measure", "Value"],
      rows: [
        [Cell("the same verdict"), Cell(agreed)], [Cell("kappa"), Cell(table.kappa.words)],
        [Cell("95% interval of kappa, for large samples"), Cell(Self.interval(table))],
        [Cell("PABAK"), Cell(table.adjustedKappa.words)],
      ])
  }

  private static func interval(_ table: CrossTable) -> String {
    if let interval = table.kappaInterval {
      return "\(PlainNumber.fixed(interval.low, places: 2)) to \(PlainNumber.fixed(interval.high, places: 2))"
    }
    return table.kappa.value == nil ? "none: kappa is undefined" : "none: its error comes to 0 here"
  }

  private func missing(_ stage: CategoryAgreement) -> [Sentence] {
    [
      (stage.onlyFirst, "only \(agreement.first) has judged"),
      (stage.onlySecond, "only \(agreement.second) has judged"),
      (stage.neither, "neither has judged"),
    ].filter { $0.0 > 0 }.map { Sentence("Left out: \(PlainNumber.count($0.0, "record")) that \($0.1).") }
  }

  /// Verdicts that don't stand alone.
  private func changed(_ stage: ScreeningAgreement.Stage) -> [Sentence] {
    guard stage.changed > 0 else { return [] }
    return [
      Sentence(
        "On \(PlainNumber.count(stage.changed, "record")) a verdict was given anew after both had decided, when each could "
          + "see the other's. These agree more than two would who read alone.")
    ]
  }

  /// What keeps these numbers from being read as they are.
  private func meaning(_ table: CrossTable) -> [Sentence] {
    var sentences: [Sentence] = []
    if table.kappa == .oneCategory {
      sentences.append(
        Sentence("Both gave every record the same one verdict, so kappa can't tell agreement from chance."))
    } else if let kappa = table.kappa.value, let adjusted = table.adjustedKappa.value, adjusted - kappa >= 0.2
    {
      sentences.append(
        Sentence("Kappa lies well below PABAK here, since one verdict is much more frequent than the others.")
      )
    }
    if table.units > 0, table.units < 30 {
      sentences.append(Sentence("These are few records: a few more could change each number much."))
    }
    return sentences
  }

  // MARK: How to read it

  private var reading: [Part] {
    guard agreement.stages.contains(where: { $0.agreement.table.units > 0 }) else { return [] }
    let sentences = [
      CrossTable.readingKappa,
      "Its interval is that of Fleiss, Cohen and Everitt 1969. It holds for many records; for few it is too narrow.",
      "PABAK (Byrt, Bishop and Carlin 1993) takes each verdict to be as likely as the others. It doesn't fall where "
        + "nearly all records are left out, as kappa does.",
      "No number here says whether agreement is good enough. Look at the records on which the two differ.",
    ]
    return [
      Part(
        id: "reading", title: "How to read it",
        blocks: [.list(sentences.map { Sentence($0, emphasis: .muted) })])
    ]
  }
}
