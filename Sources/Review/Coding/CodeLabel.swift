/// The label of a code as codes are told apart: without regard to case, and with one space where there is white space.
struct CodeLabel: Hashable, Sendable {
  let text: String

  init(_ code: String) { text = code.onALine.lowercased() }
}

/// What codes count as after they were merged and renamed.
struct CodeNames: Hashable, Sendable {
  /// A code that goes on as another.
  private struct Successor: Hashable {
    var label: CodeLabel
    var isReversed: Bool
  }

  private var successors: [CodeLabel: Successor] = [:]
  private var spellings: [CodeLabel: String] = [:]

  /// How a code is written: as it was first, or as a later act renamed it.
  func spelling(of label: CodeLabel) -> String { spellings[label] ?? label.text }

  mutating func note(_ code: String) {
    let label = CodeLabel(code)
    if spellings[label] == nil { spellings[label] = code.onALine }
  }

  /// What a code counts as now, and whether it is its other end.
  func current(_ code: String) -> (label: CodeLabel, isReversed: Bool) {
    let label = CodeLabel(code)
    guard let successor = successors[label] else { return (label, false) }
    return (successor.label, successor.isReversed)
  }

  mutating func apply(_ merge: CodeMerge) {
    let into = CodeLabel(merge.into)
    spellings[into] = merge.into.onALine
    // What a label went on as before is over: it stands for itself again.
    successors[into] = nil
    for use in merge.codes {
      let label = CodeLabel(use.code)
      guard label != into else { continue }
      for (earlier, successor) in successors where successor.label == label {
        successors[earlier] = Successor(label: into, isReversed: successor.isReversed != use.isReversed)
      }
      successors[label] = Successor(label: into, isReversed: use.isReversed)
    }
  }
}
