import Agreement
import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// The eight bundled cases that were coded twice, compared as they were then and as they are now.
private struct CodedTwice {
  static let names = [
    "access-aco", "bournemouth-poole-2013", "frimley-wexham-park", "medway-guys", "somerset-partnership",
    "southwark-lambeth", "unitingcare-partnership", "wirral-social-care",
  ]
  private static let folder = Fixture.package.appendingPathComponent("docs/coding/cases").path
  private static let fixedFields = ["arrangement:", "entryPoints:", "mandated:"]

  /// Which coding stands first: as it was when the two were compared, or the bundled case as it is now.
  enum First: CaseIterable { case asItWas, asItIs }

  let name: String
  let asGiven: CodingComparison
  /// The same with the first coding's form, points of entry and whether it was imposed on both sides.
  let withLikeFields: CodingComparison

  init(_ name: String, _ which: First) throws {
    self.name = name
    let path = which == .asItWas ? "\(Self.folder)/first/\(name).yaml" : BundledCases.path(name)
    let (one, other) = (
      try DocumentFile(path: path), try DocumentFile(path: "\(Self.folder)/\(name).yaml")
    )
    let (fields, rest) = (Self.lines(of: one).filter(Self.isField), Self.lines(of: other))
    let alike = (rest.filter { !Self.isField($0) } + fields).joined(separator: "\n")
    let (first, theory) = (try CaseDocument.read(one), try BundledCases.theory())
    asGiven = CodingComparison(of: first, and: try CaseDocument.read(other), in: theory)
    withLikeFields = CodingComparison(
      of: first, and: try CaseDocument.read(DocumentFile(name: other.name, text: alike)), in: theory)
  }

  private static func lines(of file: DocumentFile) -> [Substring] { file.text.split(separator: "\n") }
  private static func isField(_ line: Substring) -> Bool { fixedFields.contains { line.hasPrefix($0) } }

  /// The figures of one row: how many are alike, of how many.
  var figures: [(alike: Int, of: Int)] {
    let (coded, all) = (asGiven.overCoded.nominal, asGiven.overQuestions.nominal)
    // An event that the two tell unlike stands once on either side.
    let events = asGiven.events.filter { $0.first != nil }
    let things = [asGiven.outlook, withLikeFields.outlook]
    return [
      (coded.agreed, coded.units), (all.agreed, all.units),
      (events.count(where: \.agreesOnMoves), events.count),
    ]
      + things.flatMap { outlook in
        [
          (outlook.count(where: \.isSameAtStart), outlook.count),
          (outlook.count(where: \.isSameNow), outlook.count),
        ]
      }
  }

  /// On what the codings differ, as the page names it. Points of entry and whether it was imposed are left out: only one
  /// of the coders was told.
  var differences: Set<String> {
    let units = asGiven.units.filter { $0.relation != .agree }.map { unit in
      "`\(unit.concept)`" + (unit.place.of.map { " of \($0)" } ?? "")
    }
    let fields = asGiven.fields.filter { ["arrangement", "aims"].contains($0.key) && !$0.agrees }.map(\.key)
    let events = asGiven.events.filter { !$0.agrees }.compactMap(\.first?.id).map { "event `\($0)`" }
    return Set(units + fields + events)
  }
}

@Suite("How far two coders of cases agree")
struct CaseAgreementTests {
  private static let page = Result {
    try String(
      contentsOf: Fixture.package.appendingPathComponent("docs/coding-agreement-cases.md"), encoding: .utf8)
  }

  private static let coded = Result {
    try CodedTwice.First.allCases.map { which in try CodedTwice.names.map { try CodedTwice($0, which) } }
  }

  private func row(_ name: String, _ figures: [(alike: Int, of: Int)]) -> String {
    let cells = figures.map { "\($0.alike) of \($0.of)" }
    return "| " + ([name] + cells).joined(separator: " | ") + " |"
  }

  /// The rows of a table of the page, by its heading, without the row of headings.
  private func table(under heading: String) throws -> [String] {
    let text = try Self.page.get()
    let part = try #require(text.range(of: "## \(heading)\n"), "no part “\(heading)”")
    let lines = text[part.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return rows.dropFirst(2).map(String.init)
  }

  @Test(
    "The page's figures are those of the codings, as they were and as they are",
    arguments: [("The figures", 0), ("After the changes", 1)])
  func figures(_ heading: String, _ index: Int) throws {
    let coded = try Self.coded.get()[index]
    let rows = coded.map { row("`\($0.name)`", $0.figures) }
    let sums = try #require(coded.first).figures.indices.map { column in
      coded.map { $0.figures[column] }.reduce((alike: 0, of: 0)) { ($0.alike + $1.alike, $0.of + $1.of) }
    }
    #expect(try table(under: heading) == rows + [row("in all", sums)])
  }

  @Test("The page's kappas and its count of relations are those of the codings as they were")
  func kappas() throws {
    let (text, coded) = (try Self.page.get(), try Self.coded.get()[0])
    let units = coded.flatMap(\.asGiven.units)
    let unanswered = coded.reduce(0) { $0 + $1.asGiven.unanswered.count }
    let open = Array(repeating: (CodedLevel.open, CodedLevel.open), count: unanswered)
    let answered = units.filter(\.isAnswered)
    let over = [(answered, []), (units, open)].map { units, open in
      CrossTable(units.map { ($0.first.level, $0.second.level) } + open, categories: CodedLevel.allCases)
    }
    let kappas = try over.map { String(format: "%.2f", try #require($0.kappa.value)) }
    #expect(text.contains("kappa is \(kappas[0]) over what either coded and \(kappas[1]) over all questions"))
    let counts = CodingComparison.Relation.allCases.map { relation in
      (relation, answered.count { $0.relation == relation })
    }.filter { $0.1 > 0 }
    let told = counts.map { "\($0.0.rawValue): \($0.1)" }.joined(separator: "; ")
    #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(told), "\(told)")
    let later = coded.flatMap(\.asGiven.later)
    #expect(later.count == 9 && later.allSatisfy { $0.relation == .agree })
  }

  @Test("Each difference has its decision on the page, and what is called changed differs no more")
  func decisions() throws {
    let (then, now) = (try Self.coded.get()[0], try Self.coded.get()[1])
    let rows = try table(under: "Every disagreement").map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let told = Dictionary(grouping: rows) { "\($0.first ?? "") \($0.dropFirst().first ?? "")" }
    let differences = then.flatMap { one in one.differences.map { "`\(one.name)` \($0)" } }
    #expect(told.keys.sorted() == differences.sorted())
    let left = Set(now.flatMap { one in one.differences.map { "`\(one.name)` \($0)" } })
    for (what, rows) in told {
      try #require(rows.count == 1 && rows[0].count == 6, "\(what)")
      let decided = rows[0][4]
      #expect(["changed", "changed in part", "kept"].contains(decided), "\(what)")
      #expect((decided == "changed") != left.contains(what), "\(what): \(decided)")
    }
  }

  @Test("No event is lost where the two tell it unlike")
  func unpaired() throws {
    for one in try Self.coded.get().joined() {
      let events = one.asGiven.events
      #expect(events.count { $0.first == nil } == events.count { $0.second == nil }, "\(one.name)")
    }
  }
}
