import Bibliography
import Casework
import ProgrammeTheory

/// What stands above the clock and the signs: what happened and was measured, and forms to add to it.
struct WatchPage: PageModel {
  static let template = "watch"

  struct Entry: Sendable, Hashable {
    let date: String
    let what: String
    let more: String
    /// Where it is taken out; `nil` for a bundled case.
    let remove: String?
  }

  let head: PageHead
  let formToken: String
  let revision: Int
  let base: String
  let isBundled: Bool
  let events: [Entry]
  let hasEvents: Bool
  let observations: [Entry]
  let hasObservations: Bool

  init(_ subject: Subject, formToken: String) {
    head = PageHead(
      title: "Keep watch", of: subject, at: .watch, scripts: AssessmentSection.scripts)
    self.formToken = formToken
    revision = subject.stored?.revision ?? 0
    base = subject.base
    isBundled = subject.isBundled
    let theory = subject.theory
    events = subject.subject.events.map { event in
      let moves = event.moves.compactMap { move in
        move.direction.map { theory.change(Literal($0, move.concept)) }
      }
      return Entry(
        date: event.date.description, what: event.what,
        more: ([event.kind.rawValue] + moves).joined(separator: "; "),
        remove: subject.isBundled ? nil : "\(subject.base)/events/\(event.id)/remove")
    }
    hasEvents = !events.isEmpty
    observations = subject.subject.observations.enumerated().map { index, observation in
      Entry(
        date: observation.date.description, what: theory.name(of: observation.concept),
        more: "\(observation.score) on a scale from \(observation.lowest) to \(observation.highest)",
        remove: subject.isBundled ? nil : "\(subject.base)/observations/\(index)/remove")
    }
    hasObservations = !observations.isEmpty
  }
}

/// A choice of a list from which one is chosen.
struct ListChoice: Sendable, Hashable {
  let value: String
  let words: String
  let isChosen: Bool

  /// The concepts of a theory by name.
  static func concepts(of theory: Theory, chosen: String) -> [ListChoice] {
    theory.concepts.map { concept in
      ListChoice(
        value: concept.id.text, words: concept.name.prefix(1).uppercased() + concept.name.dropFirst(),
        isChosen: concept.id.text == chosen)
    }.sorted { $0.words.lowercased() < $1.words.lowercased() }
  }

  /// The partners of a case, by the order of its list.
  static func partners(of subject: Case, chosen: String) -> [ListChoice] {
    subject.partners.map { ListChoice(value: $0.id.text, words: $0.name, isChosen: $0.id.text == chosen) }
  }
}
