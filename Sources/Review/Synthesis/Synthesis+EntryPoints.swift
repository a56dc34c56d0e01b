import Bibliography
import ProgrammeTheory

extension Synthesis {
  /// Adds what was coded as a point of entry and isn't one of the frame.
  ///
  /// - Returns: what can't be one, a sentence each.
  func addEntryPoints(to theory: inout Theory) -> [String] {
    var leftOut: [String] = []
    let listed = Set(theory.references.map(\.id))
    for entry in EntryPointGathering(framed: theory.entryPoints, codings: codings).entries
    where entry.framed == nil {
      guard let id = entry.id else {
        leftOut.append("The point of entry “\(entry.name)” has no letters for an identifier.")
        continue
      }
      // The work that is framed may be none of its own references.
      let works = entry.namings.flatMap { self.works(of: $0.made) }.filter(listed.contains).once
      theory.entryPoints.append(
        EntryPoint(
          id: id, name: entry.name,
          explanation: entry.namings.map(\.words).once.joined(separator: "; "), sources: works, sets: []
        ))
    }
    return leftOut
  }
}
