import Casework
import ProgrammeTheory
import Reporting

extension Studies {
  /// How one theory stands to another.
  func comparison(of old: Theory, with new: Theory) async throws -> Study {
    let program = program
    let (before, after) = (old.identity, new.identity)
    return try await study(
      named: ["comparison", before.id.text, before.version, after.id.text, after.version],
      address: Self.address(comparing: old, with: new)
    ) { ComparisonTeller(of: old, with: new, madeBy: program).page }
  }

  /// Where the pages of one theory or the other tell more of a claim: an explanation names the side first.
  private static func address(comparing old: Theory, with new: Theory)
    -> @Sendable (Explanation.ID) -> String?
  {
    let sides: [ComparedSide: Theory] = [.old: old, .new: new]
    let addresses = sides.mapValues(address(in:))
    return { explanation in
      let parts = explanation.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, let side = ComparedSide(rawValue: parts[0]) else { return nil }
      return addresses[side]?(parts[1])
    }
  }
}
