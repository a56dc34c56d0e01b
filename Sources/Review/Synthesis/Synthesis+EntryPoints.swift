import Bibliography
import ProgrammeTheory

extension Synthesis {
  /// What was coded as one point of entry.
  private struct CodedEntry {
    let name: String
    var words: [String] = []
    var works: [String] = []
  }

  /// Adds what was coded as a point of entry and isn't one of the frame. Codes that differ only in signs which an identifier
  /// hasn't are one.
  ///
  /// - Returns: what can't be one, a sentence each.
  func addEntryPoints(to theory: inout Theory) -> [String] {
    var leftOut: [String] = []
    var order: [EntryPoint.ID] = []
    var found: [EntryPoint.ID: CodedEntry] = [:]
    let framed = theory.entryPoints
    var known: [String: Bool] = [:]
    let listed = Set(theory.references.map(\.id))
    for made in codings {
      for (part, use) in zip(made.coding.parts, made.codes) where part.slot == .entryPoint {
        guard let id = EntryPoint.ID.made(of: use.code) else {
          let told = "The point of entry “\(use.code)” has no letters for an identifier."
          if !leftOut.contains(told) { leftOut.append(told) }
          continue
        }
        let isKnown = known[use.code] ?? framed.contains { $0.isCalled(use.code) }
        known[use.code] = isKnown
        guard !isKnown else { continue }
        if found[id] == nil { order.append(id) }
        var entry = found[id] ?? CodedEntry(name: use.code)
        let words = part.words ?? made.coding.memo ?? use.code
        if !entry.words.contains(words) { entry.words.append(words) }
        // The work that is framed may be none of its own references.
        for work in works(of: made) where listed.contains(work) && !entry.works.contains(work) {
          entry.works.append(work)
        }
        found[id] = entry
      }
    }
    theory.entryPoints += order.compactMap { id in
      found[id].map {
        EntryPoint(
          id: id, name: $0.name, explanation: $0.words.joined(separator: "; "), sources: $0.works, sets: [])
      }
    }
    return leftOut
  }
}

extension EntryPoint {
  /// Whether a code names it: by its name, or by words that give its identifier.
  func isCalled(_ code: String) -> Bool { CodeLabel(name) == CodeLabel(code) || ID.made(of: code) == id }
}
