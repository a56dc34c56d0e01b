import Bibliography
import Literature

/// Where a reviewer screens the records of a review file at one stage.
public actor ReviewDesk: ScreeningDesk {
  private let review: Review
  private let stage: ScreeningStage
  private let reviewer: String
  private let plan: ReviewProtocol
  /// What waits, in the order in which it is given.
  private var open: [Int]
  /// What this reviewer was unsure about in earlier sittings, where one decides: it comes last.
  private let again: Set<Int>
  /// What this reviewer decided, in the order in which it was done.
  private var decided: [(work: Int, given: GivenVerdict)]
  private var ranking: OngoingRanking?
  private var isRanking = false
  private var work: Task<Void, Never>?
  /// What is estimated of stopping: made behind the decisions as the ranking is, since it takes longer the more are included.
  private var stopping: String?
  /// Works whose decisions changed while the ranking was made.
  private var changed: [(work: Int, isIncluded: Bool?)] = []

  /// A desk.
  ///
  /// - Parameters:
  ///   - review: the review.
  ///   - stage: the stage.
  ///   - reviewer: who screens.
  ///   - order: in which order records are given.
  /// - Throws: ``ReviewFault`` where this person can't screen there.
  public init(
    _ review: Review, at stage: ScreeningStage, for reviewer: String, order: ScreeningOrder = .imported
  ) throws(ReviewFault) {
    let sitting = try review.sitting(at: stage, for: reviewer)
    (self.review, self.stage) = (review, stage)
    self.reviewer = try Review.checked(reviewer)
    plan = try review.effectiveProtocol()
    (open, again, decided) = (sitting.waiting + sitting.again, Set(sitting.again), sitting.decided)
    guard case .ranked(let words) = order else { return }
    let works = (open + decided.map(\.work)).sorted()
    let texts = try review.workRecords(works).map(ScreeningText.init(of:))
    let known = Dictionary(
      sitting.decided.map { ($0.work, Self.isIncluded($0.given.verdict)) },
      uniquingKeysWith: { first, _ in first }
    ).compactMapValues(\.self)
    var ranking = OngoingRanking(works, texts, decided: known, like: words)
    open = Self.sorted(open, by: ranking.order(), last: again)
    stopping = Self.stopping(decided.map(\.given.verdict), open: open.count)
    self.ranking = ranking
  }

  // MARK: ScreeningDesk

  /// The stage, and by what it is screened.
  public func brief() -> ScreeningBrief {
    let criteria = plan.criteria(at: stage)
    let isOfWholeTexts = stage != .titleAndAbstract
    return ScreeningBrief(
      stage: stage, reviewer: reviewer, criteria: criteria,
      reasons: criteria.map(\.reason) + (isOfWholeTexts ? [.notRetrieved] : []), needsReason: isOfWholeTexts,
      takesOwnWords: isOfWholeTexts && criteria.isEmpty, highlights: plan.highlights)
  }

  /// The record to be read next; `nil` where none is left but those that were put off.
  public func next(skipping skipped: Set<ScreeningCard.ID>) throws -> ScreeningCard? {
    while let place = open.firstIndex(where: { !skipped.contains($0) }) {
      if try review.isOpen(open[place], at: stage, for: reviewer) { return try card(open[place]) }
      // Somebody else has decided on it, or merged it, since the list was made. It isn't looked at again and again.
      open.remove(at: place)
    }
    return nil
  }

  /// Keeps a decision.
  public func decide(_ verdict: Verdict, reason: String?, on card: ScreeningCard.ID) throws {
    let why = reason.map { plan.reason(named: $0, at: stage) }
    let logged = try review.decide(
      Decision(record: card, stage: stage, verdict: verdict, reason: why), by: reviewer)
    open.removeAll { $0 == card }
    decided.removeAll { $0.work == card }
    decided.append(
      (card, GivenVerdict(reviewer: reviewer, verdict: verdict, reason: why, note: nil, act: logged.number)))
    learn(card, Self.isIncluded(verdict))
  }

  /// Takes back the last decision of this reviewer at this stage.
  public func undo() throws -> ScreeningCard? {
    // What was taken back or replaced elsewhere meanwhile is passed over.
    while let last = decided.last, try !review.isStanding(decision: last.given.act) { decided.removeLast() }
    guard let last = decided.last else { return nil }
    try review.undo(last.given.act, by: reviewer)
    decided.removeLast()
    open.insert(last.work, at: 0)
    learn(last.work, nil)
    return try card(last.work)
  }

  /// Keeps a note to a record; without words, the one that is shown is taken back.
  public func note(_ note: String, on card: ScreeningCard.ID) throws {
    if note.isBlank, let shown = try ownNote(on: card) {
      try review.undo(shown.number, by: reviewer)
      return
    }
    try review.append(.noted(RecordNote(record: card, text: note)), by: reviewer)
  }

  /// How far the stage has come.
  public func progress() -> ScreeningProgress {
    ScreeningProgress(
      decided: decided.count, total: decided.count + open.count,
      included: decided.count { $0.given.verdict == .include },
      stopping: decided.isEmpty || open.isEmpty ? nil : stopping)
  }

  /// The first of those that wait, in the order in which they are given.
  public func waiting(_ most: Int) -> [Int] { Array(open.prefix(max(0, most))) }

  // MARK: Cards

  private func card(_ work: Int) throws -> ScreeningCard {
    guard let record = try review.workRecords([work]).first else {
      throw ReviewFault.refused("There is no record \(work).")
    }
    let reference = record.reference
    let place = [reference.shortCitation, reference.containerTitle].compactMap(\.self).joined(separator: ", ")
    var more: [String] = []
    if !record.keywords.isEmpty { more.append("Keywords: " + record.keywords.joined(separator: "; ")) }
    if let doi = reference.doiURL ?? reference.url { more.append(doi) }
    more += record.notes
    var note: String?
    if case .noted(let remark) = try ownNote(on: work)?.act { note = remark.text }
    return ScreeningCard(
      id: work, title: reference.title ?? "", citation: place, abstract: record.abstract, more: more,
      note: note,
      verdict: decided.first { $0.work == work }?.given.verdict)
  }

  /// This reviewer's last note to a record, or to another of the same work.
  private func ownNote(on work: Int) throws -> LoggedAct? {
    try review.notes(onWorkOf: work).last { $0.by == reviewer }
  }

  // MARK: Ranking

  private static func isIncluded(_ verdict: Verdict) -> Bool? {
    switch verdict {
    case .include: true
    case .exclude: false
    case .unsure: nil
    }
  }

  /// What waits, in the order of a ranking; what it doesn't name comes behind, and some works last of all.
  private static func sorted(_ open: [Int], by order: [Int], last: Set<Int>) -> [Int] {
    let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    let keys = open.enumerated().map { offset, work in
      (last.contains(work) ? 1 : 0, places[work] ?? .max, offset)
    }
    return keys.sorted { $0 < $1 }.map { open[$0.2] }
  }

  /// Notes what the ranking can learn, and lets it go on in the background.
  private func learn(_ work: Int, _ isIncluded: Bool?) {
    guard ranking != nil || isRanking else { return }
    changed.append((work, isIncluded))
    if !isRanking { rank() }
  }

  private func rank() {
    guard var ranking else { return }
    for (work, isIncluded) in changed { ranking.decide(work, isIncluded: isIncluded) }
    changed = []
    isRanking = true
    self.ranking = nil
    let (start, verdicts, count) = (ranking, decided.map(\.given.verdict), open.count)
    work = Task.detached(priority: .utility) { [weak self] in
      var ranking = start
      let order = ranking.order()
      await self?.take(ranking, order, Self.stopping(verdicts, open: count))
    }
  }

  private func take(_ ranking: OngoingRanking, _ order: [Int], _ stopping: String?) {
    (self.ranking, self.stopping) = (ranking, stopping)
    isRanking = false
    open = Self.sorted(open, by: order, last: again)
    if !changed.isEmpty { rank() }
  }

  /// Waits until the order follows from all decisions.
  public func settled() async {
    while isRanking, let work { await work.value }
  }

  /// Whether one may stop, by a test that holds for ranked screening.
  private static func stopping(_ verdicts: [Verdict], open: Int) -> String? {
    guard !verdicts.isEmpty, open > 0 else { return nil }
    let test = StoppingTest.usual
    var watch = StoppingWatch(test, total: verdicts.count + open)
    for verdict in verdicts { watch.note(isRelevant: verdict != .exclude) }
    let chance = watch.chance
    let percent = Int((chance * 100).rounded(.up))
    let told =
      chance < test.level
      ? "By the stopping test one may stop" : "By the stopping test it is too early to stop"
    return "\(told): were less than 95% found, so few would turn up with a chance of \(percent)% "
      + "(limit 5%; Callaghan and Müller-Hansen 2020)."
  }
}
