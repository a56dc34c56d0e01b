import Agreement
import Literature
import ProgrammeTheory
public import Reporting

/// Tells how far two coders agree, slot by slot, and where they don't, so that they can talk it through.
public struct CoderAgreementTeller: Sendable {
  let agreement: CoderAgreement
  private let program: String

  /// The line that says what such a page isn't about.
  public static let notice =
    "This is about how alike two people coded, not about which of them was right."

  /// A teller.
  ///
  /// - Parameters:
  ///   - agreement: the agreement.
  ///   - program: name and version of the program, for the colophon.
  public init(of agreement: CoderAgreement, madeBy program: String) {
    (self.agreement, self.program) = (agreement, program)
  }

  /// The page.
  public var page: Page {
    Page(
      title: "How far the coders agree", subtitle: "\(agreement.first) and \(agreement.second)",
      notice: Self.notice, story: story,
      parts: agreement.units.isEmpty
        ? [leftOut].compactMap(\.self)
        : [slots, codes, ways, differences, leftOut, reading].compactMap(\.self), colophon: program)
  }

  var noun: String { agreement.terms == .codes ? "code" : "concept" }

  private var story: [Sentence] {
    let units = agreement.units
    guard !units.isEmpty else {
      return [
        Sentence("There is no place yet that both have coded.", emphasis: .strong),
        Sentence("\(sameGround) Lower the overlap, or let both code the same passages."),
      ]
    }
    let counts = Self.given(agreement.slots.flatMap(\.terms))
    let alike = units.count - agreement.differing.count
    return [
      Sentence(
        "Both coded \(PlainNumber.count(units.count, "place")). In the same slot of a place both gave "
          + "\(PlainNumber.grouped(counts.both)) of \(PlainNumber.count(counts.either, noun)) that either gave there"
          + " (\(PlainNumber.percent(Self.share(counts.both, of: counts.either)))).", emphasis: .strong),
      Sentence(
        "All is alike at \(PlainNumber.grouped(alike)) of \(PlainNumber.count(units.count, "place"))."),
      Sentence(sameGround),
      Sentence(
        agreement.terms == .codes
          ? "Codes count as they stand after they were merged and renamed."
          : "Codes that stand for one concept count as the same, each turned round where it is the concept's other end."
      ),
    ]
  }

  private var sameGround: String {
    "Two passages are one place where they share at least \(agreement.overlap)% of what they cover together."
  }

  static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }

  /// How often something is given by both, and by either.
  static func given(_ terms: [CoderAgreement.Term]) -> (both: Int, either: Int) {
    terms.reduce((0, 0)) { sum, term in
      let counts = term.table.counts
      return (sum.0 + counts[0][0], sum.1 + counts[0][0] + counts[0][1] + counts[1][0])
    }
  }

  static func number(_ value: Int) -> Cell { Cell(PlainNumber.grouped(value), alignment: .trailing) }

  static func percent(_ share: Double?) -> Cell { Cell(PlainNumber.percent(share), alignment: .trailing) }

  /// A coefficient in a table, where why there is none stands below it.
  static func cell(_ coefficient: CrossTable.Coefficient) -> Cell {
    Cell(coefficient.value == nil ? "–" : coefficient.words, alignment: .trailing)
  }

  /// Why coefficients of a table have no value, a sentence for each reason.
  static func reasons(_ coefficients: [CrossTable.Coefficient]) -> [Block] {
    let reasons = coefficients.compactMap(\.reason).once
    return reasons.isEmpty
      ? [] : [.list(reasons.map { Sentence("A dash: undefined, since \($0).", emphasis: .muted) })]
  }

  // MARK: Slot by slot

  private var only: String { "(1st: only \(agreement.first), 2nd: only \(agreement.second))" }

  private var slots: Part {
    let slots = agreement.slots
    let filled = slots.map { slot in
      [Cell(slot.slot.rawValue)] + Self.counts(slot.filled) + Self.measures(slot.filled)
    }
    var blocks: [Block] = [
      .table(
        Table(
          caption: "At how many places a slot is filled \(only)",
          columns: ["slot", "both", "1st", "2nd", "neither", "per cent", "kappa", "PABAK"], rows: filled))
    ]
    blocks += Self.reasons(slots.flatMap { [$0.filled.kappa, $0.filled.adjustedKappa] })
    let given = slots.map { slot in row(slot.slot.rawValue, slot.terms) }
    let all = slots.count > 1 ? [row("all slots", slots.flatMap(\.terms))] : []
    blocks.append(
      .table(
        Table(
          caption:
            "How often a \(noun) is given in it \(only), per cent of what either gave, and kappa pooled over the \(noun)s",
          columns: ["slot", "\(noun)s", "both", "1st", "2nd", "per cent", "kappa", "PABAK"],
          rows: given + all)))
    blocks += Self.reasons(slots.map(\.decisions.kappa))
    return Part(id: "slots", title: "Slot by slot", blocks: blocks)
  }

  private func row(_ name: String, _ terms: [CoderAgreement.Term]) -> [Cell] {
    let counts = Self.given(terms)
    let only = terms.reduce((0, 0)) { ($0.0 + $1.table.counts[0][1], $0.1 + $1.table.counts[1][0]) }
    let decisions = PooledAgreement(terms.map(\.table))
    return [
      Cell(name), Self.number(Set(terms.map(\.term)).count), Self.number(counts.both), Self.number(only.0),
      Self.number(only.1), Self.percent(Self.share(counts.both, of: counts.either)),
      Self.cell(decisions.kappa), Self.cell(decisions.adjustedKappa),
    ]
  }

  /// What both, the first, the second and neither have, of a table of yes and no.
  static func counts(_ table: CrossTable) -> [Cell] { table.counts.joined().map(number) }

  static func measures(_ table: CrossTable) -> [Cell] {
    [percent(table.share), cell(table.kappa), cell(table.adjustedKappa)]
  }

  // MARK: Code by code

  private var codes: Part {
    let tables = agreement.slots.map { slot in
      Block.table(
        Table(
          caption:
            "\(Theory.capitalised(slot.slot.rawValue)): at how many places each \(noun) is given \(only)",
          columns: [noun, "both", "1st", "2nd", "neither", "per cent", "kappa", "PABAK"],
          rows: slot.terms.map { term in
            [Cell(term.term)] + Self.counts(term.table) + Self.measures(term.table)
          }))
    }
    let coefficients = agreement.slots.flatMap(\.terms).flatMap { [$0.table.kappa, $0.table.adjustedKappa] }
    return Part(
      id: "codes", title: "\(Theory.capitalised(noun)) by \(noun)",
      blocks: tables + Self.reasons(coefficients))
  }

  // MARK: What both give

  private var ways: Part? {
    let placing = agreement.placing
    // Themes and points of entry go no way.
    let directed = agreement.slots.filter { !$0.slot.isThematic }
    let ways = directed.filter { $0.directions.units > 0 }
    let tables =
      ways.map { ("which way, \($0.slot.rawValue)", $0.directions) }
      + [
        ("how it is known", agreement.inferences.table), ("in which slot", placing.table),
      ].filter { $0.1.units > 0 }
    guard !tables.isEmpty else { return nil }
    var blocks: [Block] = [
      .table(
        Table(
          caption: "Where both gave the same \(noun)",
          columns: ["what", "shared", "alike", "per cent", "kappa", "PABAK"],
          rows: tables.map { name, table in
            [Cell(name), Self.number(table.units), Self.number(table.agreed)] + Self.measures(table)
          }))
    ]
    blocks += Self.reasons(tables.flatMap { [$0.1.kappa, $0.1.adjustedKappa] })
    let several = [
      (directed.reduce(0) { $0 + $1.severalWays }, "several ways"),
      (agreement.inferences.neither, "several grounds"),
      (placing.neither, "several slots"),
    ].filter { $0.0 > 0 }.map { "\(PlainNumber.grouped($0.0)) with \($0.1)" }
    if !several.isEmpty {
      blocks.append(
        .list([Sentence("Left out, since one of the two gives it so: \(several.joined(separator: ", ")).")]))
    }
    if placing.table.agreed < placing.table.units { blocks.append(.table(moves(placing))) }
    return Part(id: "ways", title: "Where both gave the same \(noun)", blocks: blocks)
  }

  /// In which slots codes stand for both; slots that neither uses aren't shown.
  private func moves(_ placing: CategoryAgreement) -> Table {
    let (table, used) = (
      placing.table,
      placing.categories.indices.filter {
        placing.table.rows[$0] + placing.table.columns[$0] > 0
      }
    )
    return Table(
      caption: "In which slot, by \(agreement.first) (rows) and by \(agreement.second) (columns)",
      columns: [""] + used.map { placing.categories[$0] },
      rows: used.map { row in
        [Cell(placing.categories[row])] + used.map { Self.number(table.counts[row][$0]) }
      })
  }
}
