internal import GRDB

extension ActRules {
  /// What has been made of the texts, as things are, or as they were after an act.
  func synthesis(asOf last: Int? = nil) throws -> Synthesis {
    Synthesis(acts: try ActLog(database).standing(Synthesis.kinds, upTo: last))
  }

  /// Refuses to take back an act on which codings, concepts or candidates rest.
  func refuseWhatSynthesisRestsOn(_ target: LoggedAct) throws {
    guard Synthesis.kinds.contains(target.act.kind) else { return }
    let acts = try ActLog(database).standing(Synthesis.kinds)
    let before = Set(Synthesis(acts: acts).looseEnds)
    let without = Synthesis(acts: acts.filter { $0.number != target.number })
    let ends = without.looseEnds.filter { !before.contains($0) }
    guard let end = ends.first else { return }
    let more = ends.count > 1 ? " (and \(ReviewTeller.counted(ends.count - 1, "more such act")))" : ""
    throw ReviewFault.refused(
      "Act \(target.number) can't be taken back, since \(end.told)\(more). "
        + (end.act > 0 ? "Take that back first: realist review undo FILE \(end.act)" : "Change that first."))
  }
}
