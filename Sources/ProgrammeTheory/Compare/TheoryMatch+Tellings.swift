import Bibliography

/// Which telling of one theory is which of the other's, and what differs between two that are one.
extension TheoryMatch {
  /// The tellings by their identifiers. Where the theories encode different works, an identifier says nothing, and every place
  /// is another.
  static func tellings(_ old: Theory, _ new: Theory, encodeOneWork: Bool) -> Correspondence<Telling> {
    guard encodeOneWork else { return Correspondence([], []) }
    var match = Correspondence(old.tellings, new.tellings)
    match.pair(by: .identifier) { $0.id }
    return match
  }

  func slots(_ old: Telling, _ new: Telling) -> [SlotChange] {
    func literals(_ told: [Told<Literal>], _ side: ComparedSide) -> [(text: String, is: ToldShape)] {
      told.map { ($0.text, ToldShape($0, claim: .term(names.term($0.claim, side)))) }
    }
    func effects(_ told: [Told<OutcomeEffect>], _ side: ComparedSide) -> [(text: String, is: ToldShape)] {
      told.map { ($0.text, ToldShape($0, claim: .effect(names.effect($0.claim, side)))) }
    }
    /// A telling without works is told apart from one whose work is called as that is.
    func attribution(
      _ telling: Telling, _ name: (Reference.ID) -> Reference.ID?
    ) -> [(text: String, is: [String])] {
      switch telling.attribution {
      case .works(let works): works.map { ($0, name($0).map { ["work", $0] } ?? ["only", $0]) }
      case .asLinked: [("as linked", [])]
      case .notGiven: [("not given", ["none"])]
      }
    }
    func passage(_ telling: Telling) -> [(text: String, is: Quotation)] {
      telling.passage.map { [($0.told, $0)] } ?? []
    }
    return [
      .of(.form, old.form.rawValue, new.form.rawValue), .of(.place, old.place.words, new.place.words),
      .of(.passage, passage(old), passage(new)),
      .of(.context, literals(old.context, .old), literals(new.context, .new)),
      .of(.conditions, literals(old.conditions, .old), literals(new.conditions, .new)),
      .of(.mechanism, literals(old.mechanism, .old), literals(new.mechanism, .new)),
      .of(.outcome, effects(old.outcome, .old), effects(new.outcome, .new)),
      .of(.sources, attribution(old) { works.newOf[$0] }, attribution(new) { $0 }),
      .of(.bearing, old.bearing.rawValue, new.bearing.rawValue), .of(.links, old.links, new.links),
      .of(.note, old.note, new.note),
    ].compactMap(\.self)
  }
}

/// What one slot of a telling says, whatever its concept is called.
private struct ToldShape: Hashable {
  enum Claim: Hashable {
    case term(ClaimShape.Term)
    case effect(ClaimShape.Effect)
  }
  let claim: Claim
  let words: String?
  let inference: Inference

  init<Part>(_ told: Told<Part>, claim: Claim) {
    (self.claim, words, inference) = (claim, told.words, told.inference)
  }
}

extension Told where Claim: CustomStringConvertible {
  fileprivate var text: String {
    claim.description + (words.map { ", “\($0)”" } ?? "")
      + (inference == .stated ? "" : ", \(inference.rawValue)")
  }
}

extension Quotation {
  fileprivate var told: String { "“\(exact)”" + (page.map { ", page \($0)" } ?? "") }
}

extension Telling {
  fileprivate var links: [String] {
    sameAs.map { "same as \($0)" } + (inverts.map { ["inverts \($0)"] } ?? [])
      + refersTo.map { "refers to \($0)" }
  }
}
