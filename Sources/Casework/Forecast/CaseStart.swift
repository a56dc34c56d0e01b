public import Dynamics
public import ProgrammeTheory

/// What is known of a case at a date, put as the start of models.
///
/// What nobody says has changed is taken to stand as it stood; what isn't known is drawn from the whole scale. So a
/// forecast at an earlier date sees what could be known then, and no more.
public struct CaseStart: Sendable {
  /// The situation that it was made from.
  public let situation: Situation
  /// The start.
  public let start: StartingPoint
  /// What the case leaves open that a model needs, and what is taken instead; each a sentence.
  public let assumptions: [String]

  /// Puts a situation of a case as a start.
  ///
  /// - Parameters:
  ///   - subject: the case.
  ///   - situation: what is known of it.
  ///   - theory: the theory.
  public init(of subject: Case, _ situation: Situation, in theory: Theory) {
    self.situation = situation
    var assumptions: [String] = []
    let told = subject.partners.count
    let (least, most) = (Partners.possible.lowerBound, Partners.possible.upperBound)
    let count = min(max(told, least), most)
    if told < least {
      assumptions.append(
        "The case names \(told == 0 ? "no partner" : "one partner"); \(least) are taken, alike in what is known."
      )
    } else if told > most {
      assumptions.append("The case names \(told) partners; the first \(most) are run.")
    }
    let isRunnable = (subject.roundMonths ?? 1) > 0 && (subject.roundMonths ?? 1).isFinite
    let months = isRunnable ? subject.roundMonths.map { $0...$0 } : nil
    if months == nil {
      assumptions.append(
        "The case doesn't say how long a round of work takes. It is drawn from 1 to 12 months, and no dates are given."
      )
    }
    if count > CaseProofs.mostPartners {
      assumptions.append(
        "What is certain whatever the strengths is worked out for up to \(CaseProofs.mostPartners) partners; here it is left out."
      )
    }
    // The least number of partners is always possible.
    start = StartingPoint(
      partners: Partners(count: count) ?? .two,
      known: Self.known(situation.readings, of: subject.partners.prefix(count).map(\.id), in: theory),
      roundMonths: months)
    self.assumptions = assumptions
  }

  /// What is certain of actions from here, whatever the strengths; none where there are too many partners to work it out.
  ///
  /// - Parameter levers: the actions; without any, all of the theory.
  func proofs(in theory: Theory, of levers: [Lever.ID]? = nil, exploring isExplored: Bool = false)
    -> [ModelRun
    .Proof]
  {
    guard start.partners.count <= CaseProofs.mostPartners else { return [] }
    return CaseProofs(theory, start, levers: levers, exploring: isExplored).proofs
  }

  /// What is known, place by place, in the order of the theory.
  private static func known(
    _ readings: [Situation.Reading], of partners: [Partner.ID], in theory: Theory
  ) -> [StartingPoint.Known] {
    theory.concepts.flatMap { concept -> [StartingPoint.Known] in
      let own = readings.filter { $0.concept == concept.id }
      var extents: [StartingPoint.Extent] = []
      var levels: [StartingPoint.Extent: [StatedLevel]] = [:]
      for reading in own {
        for extent in Self.extents(reading, concept.scope, partners) {
          if levels[extent] == nil { extents.append(extent) }
          levels[extent, default: []].append(reading.level)
        }
      }
      return extents.compactMap { extent in
        Fact(puttingTogether: levels[extent] ?? []).map { StartingPoint.Known(concept.id, $0, extent) }
      }
    }
  }

  /// In which places something holds that is said of some partner, or of all.
  private static func extents(
    _ reading: Situation.Reading, _ scope: Concept.Scope, _ partners: [Partner.ID]
  ) -> [StartingPoint.Extent] {
    let (of, towards) = (
      reading.of.flatMap(partners.firstIndex(of:)), reading.towards.flatMap(partners.firstIndex(of:))
    )
    switch (scope, of, towards) {
    case (.partner, let of?, _): return [.at(.partner(of))]
    case (.relation, let of?, let towards?) where of != towards:
      return [.at(.relation(of: of, towards: towards))]
    case (.relation, let of?, nil):
      return partners.indices.filter { $0 != of }.map { .at(.relation(of: of, towards: $0)) }
    case (.relation, nil, let towards?):
      return partners.indices.filter { $0 != towards }.map { .at(.relation(of: $0, towards: towards)) }
    // What is said of one partner of a case that names no other place for it is said of all of it.
    default: return [.everywhere]
    }
  }

  /// The concepts of the theory of which nothing is known, and that a model therefore draws.
  public func unknown(in theory: Theory) -> [Concept.ID] {
    theory.concepts.map(\.id).filter { concept in !start.known.contains { $0.concept == concept } }
  }
}
