import Agreement
import Bibliography
import OrderedCollections
import ProgrammeTheory
public import Reporting

extension CodingComparison {
  /// The comparison as a page: how far the codings agree and whether it matters, then where they differ.
  ///
  /// - Parameter program: name and version of the program, for the colophon.
  public func page(madeBy program: String) -> Page {
    let teller = CodingComparisonTeller(comparison: self)
    return Page(
      title: "Two codings of “\(first.title)”", subtitle: teller.subtitle,
      notice: "This compares what two coders wrote, not what was true. " + theory.assessmentNotice,
      story: teller.story, parts: teller.parts, explanations: teller.explanations, sources: teller.sources,
      colophon: "\(program); theory \(theory.identity.id) \(theory.identity.version); "
        + "cases \(first.id) and \(second.id).")
  }
}

/// Tells a comparison of two codings.
struct CodingComparisonTeller: Teller {
  let comparison: CodingComparison
  var theory: Theory { comparison.theory }

  var parts: [Part] {
    [agreement, differences, fixed, events, later, consequences, alike, leftOut].compactMap(\.self)
  }

  var subtitle: String? {
    let (first, second) = (comparison.first, comparison.second)
    guard first.id != second.id || first.title != second.title else { return nil }
    return "The documents are called \(first.id) (“\(first.title)”) and \(second.id) (“\(second.title)”). "
      + "Make sure that they describe one case."
  }

  /// What both agree on and where they lead, in a few sentences.
  var story: [Sentence] {
    let coded = comparison.overCoded.nominal
    guard coded.units > 0 else {
      return [
        Sentence("Neither coding gives a level to anything that the theory has a concept for."), consequence,
      ]
    }
    let opposed = comparison.units.count { $0.relation == .direction }
    return [
      Sentence("The two codings agree on \(share(coded)) of what either coded at the start."),
      Sentence(
        opposed == 0
          ? "Nowhere do they say opposite things."
          : "On \(opposed) they say opposite things, or one sees both ends where the other sees one."),
      consequence,
    ]
  }

  private var consequence: Sentence {
    let all = comparison.outlook.count
    let now = comparison.outlook.filter { !$0.isSameNow }.map(\.prospect.concept)
    let start = comparison.outlook.filter { !$0.isSameAtStart }.map(\.prospect.concept)
    let text =
      switch (start.isEmpty, now.isEmpty) {
      case (true, true): "Whichever is taken, the theory says the same of every main thing."
      case (false, true):
        "It matters at the start: they lead to different answers on \(start.count) of \(all) main things "
          + "(\(names(start))). After all that has happened, they lead to the same."
      case (_, false):
        "It matters: after all that has happened, they lead to different answers on \(now.count) of \(all) main "
          + "things (\(names(now)))."
      }
    return Sentence(text, emphasis: .strong)
  }

  // MARK: Numbers

  private var agreement: Part {
    let (coded, asked) = (comparison.overCoded, comparison.overQuestions)
    func row(_ what: String, _ units: Int, _ value: String) -> [Cell] {
      [Cell(what), Cell("\(units)", alignment: .trailing), Cell(value)]
    }
    func rows(_ name: String, _ agreement: CodingComparison.Agreement) -> [[Cell]] {
      [
        row("\(name): the same level", agreement.nominal.units, share(agreement.nominal)),
        row("\(name): kappa", agreement.nominal.units, words(agreement.nominal.kappa)),
      ]
    }
    let ordinal = row(
      "where both give one of the 5 levels: weighted kappa", coded.ordinal.units,
      words(coded.ordinal.weightedKappa))
    return Part(
      id: "agreement", title: "How far they agree",
      blocks: [
        .table(
          Table(
            caption: "Agreement at the start", columns: ["Over what", "Units", "Agreement"],
            rows: rows("what either coded", coded) + rows("all questions", asked) + [ordinal])),
        .list(Self.readingKappa.map { Sentence($0, emphasis: .muted) }),
      ])
  }

  /// How the numbers are to be read.
  private static let readingKappa = [
    "A unit is a concept, for each partner or pair of partners where it is said of one.",
    "“What either coded” leaves out what both leave open. Nothing there can agree on being open, so kappa lies low.",
    "“All questions” adds each question of the theory that neither answered. Agreeing that nothing is known counts "
      + "there, so agreement lies high.",
    CrossTable.readingKappa,
    "Weighted kappa (Cohen 1968) counts how many of the 5 steps lie between two codes, with linear weights.",
    "The units of one case hang together, so no interval is given.",
  ]

  private func share(_ table: CrossTable) -> String {
    guard table.units > 0 else { return "no units" }
    let rounded = (200 * table.agreed + table.units) / (2 * table.units)
    return "\(table.agreed) of \(table.units) (\(rounded) %)"
  }

  private func words(_ coefficient: CrossTable.Coefficient) -> String {
    guard let value = coefficient.value else {
      return "undefined: " + (coefficient.reason ?? "")
    }
    let hundredths = Int((value * 100).rounded())
    let digits = abs(hundredths % 100)
    return "\(hundredths < 0 ? "−" : "")\(abs(hundredths) / 100).\(digits < 10 ? "0" : "")\(digits)"
  }

  // MARK: Concepts

  private var differences: Part? {
    let apart = comparison.units.filter { $0.relation != .agree }
    guard !apart.isEmpty else { return nil }
    let counts = CodingComparison.Relation.allCases.compactMap { relation -> [Cell]? in
      let count = apart.count { $0.relation == relation }
      return count == 0 ? nil : [Cell(relation.rawValue), Cell("\(count)", alignment: .trailing)]
    }
    return Part(
      id: "differences", title: "Where they differ at the start",
      blocks: [
        .table(Table(caption: "Kinds of difference", columns: ["How", "Units"], rows: counts)),
        .table(
          Table(
            caption: "Concept by concept", columns: ["Concept", "First coding", "Second coding", "How"],
            rows: apart.map { unit in
              [
                Cell(label(unit.concept, unit.place)), Cell(words(unit.first)), Cell(words(unit.second)),
                Cell(unit.relation.rawValue),
              ]
            })),
      ])
  }

  private var alike: Part? {
    let same = comparison.units.filter { $0.relation == .agree }
    guard !same.isEmpty else { return nil }
    return Part(
      id: "alike", title: "Where they agree at the start",
      blocks: [
        .details(
          summary: Sentence("\(same.count) units have the same level in both"),
          blocks: [.list(same.map { Sentence("\(label($0.concept, $0.place)): \(words($0.first)).") })])
      ])
  }

  private func label(_ concept: Concept.ID, _ place: CodingComparison.Place) -> String {
    let name = Theory.capitalised(name(concept))
    guard let of = place.of else {
      let isRest = comparison.units.contains { $0.concept == concept && $0.place.of != nil }
      return isRest ? "\(name), the others" : name
    }
    let towards = place.towards.map { " towards \(partner($0))" } ?? ""
    return "\(name), \(partner(of))\(towards)"
  }

  private func partner(_ id: Partner.ID) -> String {
    (comparison.first.partners + comparison.second.partners).first { $0.id == id }?.name ?? id.text
  }

  private func words(_ code: CodingComparison.Code) -> String {
    guard code.level == .open else { return code.level.rawValue }
    if code.isStated { return StatedLevel.notKnown.rawValue }
    return code.since.map { "only since \($0)" } ?? "left out"
  }

  private var later: Part? {
    guard !comparison.later.isEmpty else { return nil }
    func words(_ code: CodingComparison.Code?) -> String {
      guard let code else { return "left out" }
      return "\(self.words(code)), since \(code.since ?? "")"
    }
    return Part(
      id: "later", title: "What became known later",
      blocks: [
        .table(
          Table(
            caption: "Facts with a date after the start",
            columns: ["Concept", "First coding", "Second coding", "How"],
            rows: comparison.later.map {
              [
                Cell(label($0.concept, $0.place)), Cell(words($0.first)), Cell(words($0.second)),
                Cell($0.relation.rawValue),
              ]
            }))
      ])
  }
}
