import Review

/// A screening desk without a file.
actor MemoryDesk: ScreeningDesk {
  /// What a test makes go wrong.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What was decided, in its order.
  struct Decision: Equatable {
    let card: Int
    let verdict: Verdict
    let reason: String?
  }

  private let sheet: ScreeningBrief
  private var cards: [ScreeningCard]
  private(set) var decisions: [Decision] = []
  private(set) var failure: Failure?
  private(set) var failsAfterDeciding = false
  var stopping: String?

  init(_ cards: [ScreeningCard], brief: ScreeningBrief) { (self.cards, sheet) = (cards, brief) }

  func fail(_ words: String?) { failure = words.map { Failure(description: $0) } }
  func fail(afterDeciding: Bool) { failsAfterDeciding = afterDeciding }
  func estimate(_ words: String?) { stopping = words }
  func card(_ id: Int) -> ScreeningCard? { cards.first { $0.id == id } }

  private func check() throws {
    if let failure { throw failure }
  }

  func brief() throws -> ScreeningBrief { sheet }

  func next(skipping skipped: Set<Int>) throws -> ScreeningCard? {
    try check()
    return cards.first { card in !skipped.contains(card.id) && !decisions.contains { $0.card == card.id } }
  }

  func decide(_ verdict: Verdict, reason: String?, on card: Int) throws {
    try check()
    decisions.append(Decision(card: card, verdict: verdict, reason: reason))
    if failsAfterDeciding { failure = Failure(description: "the file is gone") }
  }

  func undo() throws -> ScreeningCard? {
    try check()
    guard let last = decisions.popLast(), var card = card(last.card) else { return nil }
    card.verdict = last.verdict
    return card
  }

  func note(_ note: String, on card: Int) throws {
    try check()
    guard let index = cards.firstIndex(where: { $0.id == card }) else { return }
    cards[index].note = note.isEmpty ? nil : note
  }

  func progress() throws -> ScreeningProgress {
    try check()
    return ScreeningProgress(
      decided: decisions.count, total: cards.count, included: decisions.count { $0.verdict == .include },
      stopping: stopping)
  }
}

extension MemoryDesk {
  static let gardens = ScreeningBrief(
    stage: .titleAndAbstract, reviewer: "Ann",
    criteria: [
      .init(code: "I1", words: "is about a garden that several households work", isInclusion: true),
      .init(code: "I2", words: "is a case study, an evaluation, an opinion or a review", isInclusion: true),
      .init(code: "E1", words: "is about gardens of schools or hospitals alone", isInclusion: false),
    ],
    reasons: [
      .init(code: "E1", words: "gardens of schools or hospitals alone"),
      .init(code: "I1", words: "no common garden"),
      .init(code: "I2", words: "no study of any kind"),
    ], highlights: Highlights(wanted: ["common garden*", "sharing"], unwanted: ["school"]))

  static let cards = [
    ScreeningCard(
      id: 1, title: "Sharing a common garden: what neighbours learn",
      citation: "Ahlberg K, Okafor C. 2014. Journal of Allotments 12(3)",
      abstract:
        "Common gardens ask for sharing. We followed 12 of them for 3 years, none of them at a school.",
      more: ["Keywords: gardens; neighbours", "DOI: 10.1000/182"]),
    ScreeningCard(id: 2, title: "Tomatoes under glass", citation: "Verhoeven P. 2001", abstract: nil),
    ScreeningCard(
      id: 3, title: "共同の庭: \u{1B}[31mred\u{1B}[0m \u{202E}desrever and \u{7}bells",
      abstract: String(repeating: "A long abstract goes on and on, and then some. ", count: 60)),
  ]

  static func usual() -> MemoryDesk { MemoryDesk(cards, brief: gardens) }
}
