import Bibliography
import Documents
import Foundation
import OrderedCollections
import ProgrammeTheory

/// Looks a case through, one kind of finding after another.
struct CaseLook {
  let subject: Case
  let theory: Theory?

  /// Every finding; each once.
  var findings: [CaseFinding] {
    let general = dates + events + disagreements + partners + facts
    guard let theory else { return unique(otherTheory + general) }
    return unique(
      otherTheory + unknown(to: theory) + general + movedEnds(of: theory) + studies(of: theory)
        + weightyUnknowns(of: theory))
  }

  private func unique(_ findings: [CaseFinding]) -> [CaseFinding] { Array(OrderedSet(findings)) }

  // MARK: The theory

  private var otherTheory: [CaseFinding] {
    guard let named = subject.theory, named != theory?.identity.id else { return [] }
    return [.otherTheory(named: named)]
  }

  private func unknown(to theory: Theory) -> [CaseFinding] {
    func finding(_ what: CaseFinding.Named, _ name: String, _ known: [String]) -> CaseFinding? {
      known.contains(name)
        ? nil : .unknownToTheory(what: what, name: name, nearest: name.nearest(among: known))
    }
    let concepts = theory.concepts.map(\.id.text)
    let named =
      subject.facts.map(\.concept) + subject.events.flatMap { $0.moves.map(\.concept) }
      + subject.observations.map(\.concept)
    let places = [
      subject.arrangement.flatMap { finding(.arrangement, $0, theory.arrangements.map(\.id.text)) }
    ]
    let entries = subject.entryPoints.map { finding(.entryPoint, $0, theory.entryPoints.map(\.id.text)) }
    return (OrderedSet(named).map { finding(.concept, $0.text, concepts) } + places + entries)
      .compactMap(\.self)
  }

  /// The concepts with which the theory ends: what an assessment tells about and nothing follows from, and what the
  /// theory's own endings bring about.
  private func movedEnds(of theory: Theory) -> [CaseFinding] {
    let endings = theory.dynamics.compactMap { block -> Concept.ID? in
      guard case .ending(let ending) = block else { return nil }
      return ending.then.concept
    }
    let last = theory.outlook.map(\.concept).filter {
      theory.configurations(whoseContext: $0).isEmpty && theory.configurations(whoseMechanism: $0).isEmpty
    }
    let ends = Set(endings + last)
    return subject.events.flatMap { event in
      event.moves.filter { ends.contains($0.concept) }.map { .eventMovesAnEnd(event.id, $0.concept) }
    }
  }

  private func studies(of theory: Theory) -> [CaseFinding] {
    guard subject.kind == .real, !subject.fedTheory else { return [] }
    let own =
      subject.facts.map(\.source) + subject.facts.map(\.note) + subject.aims.map(\.source)
      + subject.events.map(\.source) + subject.observations.map(\.source) + subject.further.map(\.source)
      + [subject.summary, subject.end?.source]
    let text = own.compactMap(\.self).joined(separator: "\n").lowercased()
    return theory.references.compactMap { reference in
      guard theory.role(of: reference.id) == .included, let doi = reference.doi?.bareDOI,
        text.names(doi: doi)
      else { return nil }
      return .namesIncludedStudy(doi: doi, reference: reference.id)
    }
  }

  private func weightyUnknowns(of theory: Theory) -> [CaseFinding] {
    let list = QuestionList(theory)
    let known = subject.startingSituation(in: theory).facts
    let waiting = theory.waiting
    return list.short.filter { known[$0.id] == nil }.map {
      .weightyUnknown($0.id, awaitedBy: waiting[$0.id]?.count ?? 0)
    }
  }

  // MARK: The case alone

  private var dates: [CaseFinding] {
    let sinces = subject.facts.compactMap { fact -> CaseFinding? in
      guard let since = fact.since else { return nil }
      if subject.start == nil { return .sinceWithoutStart(fact.concept, since: since.description) }
      return subject.isStartFact(fact) ? nil : .hindsight(fact.concept, since: since.description)
    }
    guard let start = subject.start else { return sinces }
    // Only what lies before the start whatever day is meant.
    let early = subject.events.filter { $0.date.latest < start.earliest }
      .map { CaseFinding.eventBeforeStart($0.id, date: $0.date.description) }
    let end = subject.end?.date.flatMap { date in
      date.latest < start.earliest ? CaseFinding.endBeforeStart(date: date.description) : nil
    }
    return sinces + early + [end].compactMap(\.self)
  }

  private var events: [CaseFinding] {
    subject.events.filter(\.moves.isEmpty).map { .eventMovesNothing($0.id) }
  }

  private var disagreements: [CaseFinding] {
    let starting = subject.facts.filter(subject.isStartFact)
    return OrderedSet(starting.map(\.concept)).compactMap { concept in
      func voices(_ levels: Set<StatedLevel>) -> [String] {
        starting.filter { $0.concept == concept && levels.contains($0.level) }.map(voice)
      }
      let (high, low) = (voices([.high, .veryHigh]), voices([.low, .veryLow]))
      return high.isEmpty || low.isEmpty ? nil : .disagreement(concept, high: high, low: low)
    }
  }

  /// Whose a fact is, and who says so.
  private func voice(_ fact: StatedFact) -> String {
    let names = [fact.of, fact.towards].compactMap { id in
      id.flatMap { id in subject.partners.first { $0.id == id }?.name }
    }
    let whose = names.joined(separator: " towards ")
    return [whose.isEmpty ? nil : whose, fact.saidBy.map { "said by \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }

  private var partners: [CaseFinding] {
    let told = Set(
      subject.facts.flatMap { [$0.of, $0.towards] } + subject.observations.flatMap { [$0.of, $0.towards] })
    guard told.contains(where: { $0 != nil }) else { return [] }
    return subject.partners.filter { !told.contains($0.id) }.map { .silentPartner($0.id) }
  }

  private var facts: [CaseFinding] {
    let told = subject.facts.filter { $0.level != .notKnown && $0.level != .notApplicable }
    return told.filter { $0.source == nil }.map { .noSource($0.concept, of: $0.of) }
      + told.filter { $0.saidBy == nil && $0.source == nil }.map { .nobodySaysSo($0.concept, of: $0.of) }
  }
}

extension String {
  /// A DOI without the address of its resolver, in lower case: they don't tell case apart.
  fileprivate var bareDOI: String? {
    let text = lowercased()
    guard let start = text.range(of: "10.") else { return nil }
    return String(text[start.lowerBound...])
  }

  /// Whether a text names a DOI, and not a longer one that begins with it.
  fileprivate func names(doi: String) -> Bool {
    var rest = self[...]
    while let found = rest.range(of: doi) {
      let next = rest[found.upperBound...].first
      if next.map({ !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" }) ?? true { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
