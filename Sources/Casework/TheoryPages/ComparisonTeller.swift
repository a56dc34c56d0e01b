import Bibliography
import OrderedCollections
public import ProgrammeTheory
public import Reporting

/// Tells how one theory stands to another, as a log of refinement: a story first, then what is new, explained anew,
/// changed, turned round and left out, the old beside the new, each claim with its places and works.
public struct ComparisonTeller: Sendable {
  /// How much of it is told.
  public enum Detail: Sendable {
    /// Long lists are cut short, and say so.
    case brief
    /// Everything.
    case full
  }

  let old: Theory
  let new: Theory
  /// What is told.
  public let comparison: TheoryComparison
  private let program: String
  let detail: Detail

  /// A teller of one comparison.
  ///
  /// - Parameters:
  ///   - old: the theory to compare with.
  ///   - new: the theory to compare.
  ///   - program: name and version of the program, for the colophon.
  ///   - detail: how much of it is told.
  public init(of old: Theory, with new: Theory, madeBy program: String, detail: Detail = .full) {
    (self.old, self.new, self.program, self.detail) = (old, new, program, detail)
    comparison = TheoryComparison(of: old, with: new)
  }

  /// The whole comparison as a page; one sentence where the two say the same.
  public var page: Page {
    let (before, after) = (old.identity, new.identity)
    let parts =
      comparison.isEmpty
      ? []
      : [
        novelties, explanations, changes, turnedRound, rivalries, evidence, absences, surroundings, matching,
      ]
      .compactMap(\.self)
    return Page(
      title: isRefinement ? "How a theory was refined" : "Two theories side by side",
      subtitle:
        "“\(before.title)” (\(before.id) \(before.version)) and “\(after.title)” (\(after.id) \(after.version))",
      notice: notice,
      story: story, parts: parts, explanations: claims(.old) + claims(.new),
      sources: works(.old) + works(.new),
      colophon: "\(program); theories \(before.id) \(before.version) and \(after.id) \(after.version).")
  }

  /// What the theories aren't about, each in its own words, and what a comparison doesn't show.
  private var notice: String {
    let own = "This compares what two theories say, not what became of any case."
    guard let other = old.identity.notice, other != new.identity.notice else { return new.noticeBefore(own) }
    return [new.identity.notice, other].compactMap(\.self).joined(separator: " ") + " " + own
  }

  /// Whether the new theory says that it refines the old one, or is a later version of it.
  var isRefinement: Bool {
    comparison.new.refines == comparison.old.id || comparison.new.id == comparison.old.id
  }

  func theory(_ side: ComparedSide) -> Theory { side == .old ? old : new }
  func party(_ side: ComparedSide) -> TheoryComparison.Party {
    side == .old ? comparison.old : comparison.new
  }

  // MARK: Why

  func why(_ id: CMOConfiguration.ID, _ side: ComparedSide) -> Explanation.ID { "\(side.rawValue)/\(id)" }

  func why(_ ids: some Sequence<CMOConfiguration.ID>, _ side: ComparedSide) -> [Explanation.ID] {
    Array(OrderedSet(ids.map { why($0, side) }))
  }

  /// Every claim of a theory with what it rests on; the two theories number their works apart.
  private func claims(_ side: ComparedSide) -> [Explanation] {
    let teller = TheoryTeller(of: theory(side), madeBy: program)
    return theory(side).configurations.map { configuration in
      let told = teller.title(configuration)
      return Explanation(
        id: why(configuration.id, side),
        title: "\(label(side)): \(configuration.title == nil ? told : lowered(told))",
        says: (configuration.title == nil ? "" : theory(side).sentence(configuration) + " ")
          + teller.standingWords(configuration),
        basis: configuration.tellings.compactMap(theory(side).telling).map { telling in
          let basis = teller.basis(telling, unnamed: "works not named")
          // Where no work is cited at the place, the place is still one in the work that the theory encodes.
          let encoded = theory(side).identity.citation.map { [$0] } ?? []
          return Basis(
            place: basis.place,
            sources: (basis.sources.isEmpty ? encoded : basis.sources).map { "\(side.rawValue)/\($0)" })
        })
    }
  }

  private func works(_ side: ComparedSide) -> [SourceNote] {
    TheoryTeller(of: theory(side), madeBy: program).sources.map {
      SourceNote(id: "\(side.rawValue)/\($0.id)", text: $0.text, link: $0.link)
    }
  }

  // MARK: Words

  /// What a theory is called in a heading or before a colon.
  func label(_ side: ComparedSide) -> String {
    guard isRefinement else {
      return party(side).id == party(side.other).id ? side.rawValue : party(side).id.text
    }
    return side == .old ? "Before" : "Now"
  }

  /// What a theory is called in a sentence.
  func called(_ side: ComparedSide) -> String {
    guard isRefinement else { return "“\(party(side).id)”" }
    return side == .old ? "the earlier theory" : "the refined theory"
  }

  func name(_ concept: Concept.ID, _ side: ComparedSide) -> String { theory(side).name(of: concept) }

  func names(_ concepts: some Sequence<Concept.ID>, _ side: ComparedSide) -> String {
    Theory.list(concepts.map { name($0, side) })
  }

  func lowered(_ text: String) -> String {
    text.dropFirst().first?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// The claim of a theory as a sentence with its why; before it, whose it is.
  func claim(_ id: CMOConfiguration.ID, _ side: ComparedSide, after lead: String? = nil) -> Sentence {
    let told = theory(side).configuration(id).map { theory(side).sentence($0) } ?? id.text
    return Sentence(lead.map { "\($0): \(lowered(told))" } ?? told, why: [why(id, side)])
  }

  func title(_ id: CMOConfiguration.ID, _ side: ComparedSide) -> String {
    guard let configuration = theory(side).configuration(id) else { return id.text }
    return theory(side).title(configuration).withoutFullStop
  }

  /// How far a partial document goes; `nil` for a whole one.
  func reach(_ side: ComparedSide) -> String? { party(side).extent.words }

  /// What is said in place of something that a theory doesn't have.
  func absent(_ side: ComparedSide) -> String { party(side).isPartial ? "not told there" : "nothing" }

  /// As many of some sentences as are told, and how many are left.
  func cut(_ sentences: [Sentence], atMost most: Int = 6) -> [Sentence] {
    guard detail == .brief, sentences.count > most + 1 else { return sentences }
    let more = Sentence("And \(sentences.count - most) more, which the full page lists.", emphasis: .muted)
    return Array(sentences.prefix(most)) + [more]
  }

  /// As many of some items as a table shows, and its caption, which says so where some are left out.
  func cut<Item>(_ items: [Item], under caption: String) -> (shown: [Item], caption: String) {
    guard detail == .brief, items.count > 12 else { return (items, caption) }
    return (Array(items.prefix(12)), "\(caption), the first 12 of \(items.count)")
  }
}
