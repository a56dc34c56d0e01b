import Bibliography
import OrderedCollections
import ProgrammeTheory
public import Reporting

extension Assessment {
  /// The assessment as a page: a story first, then its parts, every claim with the configurations behind it.
  ///
  /// - Parameters:
  ///   - program: name and version of the program, for the colophon.
  ///   - detail: how much of it to tell.
  public func page(madeBy program: String, detail: Detail = .full) -> Page {
    let teller = AssessmentTeller(assessment: self, detail: detail)
    return Page(
      title: subject.title, subtitle: subject.forewords, notice: theory.assessmentNotice,
      story: teller.story,
      parts: teller.parts, explanations: teller.explanations, sources: teller.sources,
      colophon:
        "\(program); theory \(theory.identity.id) \(theory.identity.version); case \(subject.id), as of "
        + "\(asOf.date?.description ?? "the start"). By signs alone."
    )
  }
}

/// Tells an assessment: turns its values into sentences that carry their why.
struct AssessmentTeller: Teller {
  let assessment: Assessment
  let theory: Theory
  let now: Situation
  let detail: Detail
  /// How the main things stand now. Kept, since every part asks for it and each standing is worked out anew.
  let mainThings: [(prospect: Prospect, standing: Standing)]
  var entailment: Entailment { now.entailment }

  init(assessment: Assessment, detail: Detail) {
    self.assessment = assessment
    self.detail = detail
    mainThings = assessment.now.entailment.outlook
    theory = assessment.theory
    now = assessment.now
  }

  var parts: [Part] {
    let parts = [
      // What to do comes before how it is worked out: a reader who stops halfway should have had it.
      situation, outlook, turns, comparison, actions, questions, signs, silences, readings, loops, workings,
    ].compactMap(\.self)
    return parts.map { $0.told(in: detail) }
  }

  /// How many of a ranked list stand in the open.
  var shown: Int { detail == .full ? 10 : 6 }

  // MARK: Words

  /// A tendency as it stands in a table after its mark, which names the direction already.
  func afterMark(_ tendency: Standing.Tendency) -> String {
    switch tendency {
    case .still: short(tendency)
    case .turns: "all that moves it agrees"
    case .turnsFirst: "first; then pulled both ways"
    case .pulledBothWays: short(tendency)
    }
  }

  func mark(_ tendency: Standing.Tendency) -> Mark? {
    switch tendency {
    case .still: nil
    case .turns(let direction), .turnsFirst(let direction): direction == .more ? .rises : .falls
    case .pulledBothWays: .contested
    }
  }

  func words(_ tendency: Standing.Tendency, of concept: Concept.ID) -> String {
    switch tendency {
    case .still: "nothing that is known moves \(name(concept))"
    case .turns(let direction): theory.change(Literal(direction, concept))
    case .turnsFirst(let direction):
      "first, \(theory.change(Literal(direction, concept))); longer or weaker-founded chains pull the other way"
    case .pulledBothWays: "\(name(concept)) is pulled both ways"
    }
  }
}
