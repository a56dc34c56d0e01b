/// Whether a work is a reviewer's to read at a stage.
enum ReviewerTurn: Sendable, Hashable {
  /// It isn't.
  case none
  /// It waits for this reviewer's verdict.
  case waiting
  /// This reviewer was unsure about it, and looks again when the rest is done.
  case again
}

extension ScreeningTable {
  /// Whether a work is a reviewer's to read.
  func turn(of reviewer: String, on work: Work, at stage: ScreeningStage) -> ReviewerTurn {
    guard reaches(work, stage) else { return .none }
    let second = secondReviewer(of: work.id, at: stage)
    // Who is there for a sample only, reads that alone.
    if second != reviewer, isForSampleAlone(reviewer, at: stage) { return .none }
    switch state(of: work.id, at: stage) {
    case .awaiting(let decided):
      if decided.contains(reviewer) { return .none }
      // One of the two verdicts is that of the person for whom the sample was drawn.
      if let second, second != reviewer, decided.contains(where: { $0 != second }) { return .none }
      return .waiting
    case .unsure(let reviewers): return reviewers.contains(reviewer) ? .again : .none
    case .conflict, .kept, .excluded: return .none
    }
  }
}
