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
    let without = Synthesis(acts: acts.filter { $0.number != target.number })
    guard let ends = LooseEnds(of: without, beyond: Synthesis(acts: acts)) else { return }
    throw ReviewFault.refused(
      "Act \(target.number) can't be taken back, since \(ends.told). "
        + (ends.first.act > 0
          ? "Take that back first: realist review undo FILE \(ends.first.act)" : ends.first.remedy))
  }
}
