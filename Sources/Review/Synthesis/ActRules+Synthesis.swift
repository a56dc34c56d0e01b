internal import GRDB

extension ActRules {
  /// What has been made of the texts, as things are.
  func synthesis(without act: Int? = nil) throws -> Synthesis {
    Synthesis(acts: try ActLog(database).standing(Synthesis.kinds).filter { $0.number != act })
  }

  /// Refuses to take back an act on which codings, concepts or candidates rest.
  func refuseWhatSynthesisRestsOn(_ target: LoggedAct) throws {
    guard Synthesis.kinds.contains(target.act.kind) else { return }
    let before = Set(try synthesis().looseEnds)
    let ends = try synthesis(without: target.number).looseEnds.filter { !before.contains($0) }
    guard let end = ends.first else { return }
    let who = end.act > 0 ? "act \(end.act) \(end.words)" : end.words
    let more = ends.count > 1 ? " (and \(ReviewTeller.counted(ends.count - 1, "more such act")))" : ""
    throw ReviewFault.refused(
      "Act \(target.number) can't be taken back, since \(who)\(more). "
        + (end.act > 0 ? "Take that back first: realist review undo FILE \(end.act)" : "Change that first."))
  }
}
