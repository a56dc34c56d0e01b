import Agreement
import Literature
import ProgrammeTheory
import Reporting

extension CoderAgreementTeller {
  /// The places at which the two differ, each with its words.
  var differences: Part? {
    let differing = agreement.differing
    guard !differing.isEmpty else { return nil }
    return Part(
      id: "differences", title: "Where they differ",
      blocks: differing.flatMap { unit, differences -> [Block] in
        [.subheading(title(unit))] + words(unit) + [.table(table(differences))]
      })
  }

  private func title(_ unit: CoderAgreement.Unit) -> String {
    let first = unit.first.ground.told(in: unit.first.source)
    return unit.first.place == unit.second.place ? first : "\(first) and \(unit.second.ground.told)"
  }

  private func words(_ unit: CoderAgreement.Unit) -> [Block] {
    let said = [unit.first.words, unit.second.words].map { $0?.opening(of: 400) }
    guard unit.first.place != unit.second.place else {
      return said[0].map { [.paragraph([Sentence("“\($0)”")])] } ?? []
    }
    return zip([agreement.first, agreement.second], said).compactMap { name, words in
      words.map { .paragraph([Sentence("\(name): “\($0)”")]) }
    }
  }

  private func table(_ differences: [CoderAgreement.Difference]) -> Table {
    Table(
      caption: "What they don't say alike", columns: ["slot", agreement.first, agreement.second, "how"],
      rows: differences.map { difference in
        [
          Cell(difference.slot.rawValue), Cell(told(difference.first, difference)),
          Cell(told(difference.second, difference)), Cell(how(difference)),
        ]
      })
  }

  private func told(_ marks: [CoderMark], _ difference: CoderAgreement.Difference) -> String {
    guard !marks.isEmpty else { return "–" }
    return marks.map { mark in
      difference.kind == .inference ? "\(mark.words) [\(mark.inference.rawValue)]" : mark.words
    }.once.joined(separator: "; ")
  }

  private func how(_ difference: CoderAgreement.Difference) -> String {
    func only(_ who: String, _ other: String) -> String {
      let slots = difference.elsewhere.map(\.rawValue).joined(separator: " and ")
      return slots.isEmpty ? "only \(who)" : "in another slot: \(slots) for \(other)"
    }
    return switch difference.kind {
    case .onlyFirst: only(agreement.first, agreement.second)
    case .onlySecond: only(agreement.second, agreement.first)
    case .direction: "which way"
    case .inference: "how it is known"
    }
  }

  // MARK: What isn't compared

  /// What only one of them coded.
  var leftOut: Part? {
    let sides = [(agreement.first, agreement.onlyFirst), (agreement.second, agreement.onlySecond)]
    var sentences = sides.filter { !$0.1.isEmpty }.map { name, grounds in
      let shown = grounds.prefix(20).map { $0.ground.told(in: $0.source) }.joined(separator: "; ")
      let more = grounds.count > 20 ? "; and \(PlainNumber.grouped(grounds.count - 20)) more" : ""
      return Sentence(
        "Left out: \(PlainNumber.count(grounds.count, "place")) that only \(name) has coded: \(shown)\(more)."
      )
    }
    let parts = [
      (agreement.first, agreement.firstWithoutConcept), (agreement.second, agreement.secondWithoutConcept),
    ]
    for (name, count) in parts where count > 0 {
      sentences.append(
        Sentence(
          "Left out: \(PlainNumber.count(count, "part")) of \(name)'s codings that no concept is formed from."
        ))
    }
    if agreement.placesWithoutConcept > 0 {
      let count = PlainNumber.count(agreement.placesWithoutConcept, "place")
      sentences.append(
        Sentence(
          "Left out: \(count) that both coded, with no concept of either. Where only one of the two has a concept, the place "
            + "counts, and the other gives none there."))
    }
    return sentences.isEmpty
      ? nil : Part(id: "left-out", title: "What isn't compared", blocks: [.list(sentences)])
  }

  // MARK: How to read it

  /// What the numbers are.
  var reading: Part? {
    let few =
      agreement.units.count < 30
      ? ["These are few places: a few more could change each number much."] : []
    let sentences = [
      "Each \(noun) that either gave in a slot is one decision at each place: given, or not given.",
      CrossTable.readingKappa,
      "A kappa over several \(noun)s is pooled (De Vries and others 2008): what is observed and what chance gives are each "
        + "averaged first.",
      "PABAK (Byrt, Bishop and Carlin 1993) takes each answer to be as likely as the others. It lies high where most "
        + "\(noun)s are given at few places; kappa lies low there.",
      "What is coded at one place hangs together, so no interval is given.",
      "No number here says whether agreement is good enough. Talk through the places where the two differ.",
    ]
    return Part(
      id: "reading", title: "How to read it",
      blocks: [.list((few + sentences).map { Sentence($0, emphasis: .muted) })])
  }
}
