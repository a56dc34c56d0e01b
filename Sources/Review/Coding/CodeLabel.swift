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
  /// The labels that go on as each one.
  private var formers: [CodeLabel: Set<CodeLabel>] = [:]
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
    set(into, nil)
    for use in merge.codes {
      let label = CodeLabel(use.code)
      guard label != into else { continue }
      for earlier in formers[label] ?? [] {
        let isReversed = successors[earlier]?.isReversed ?? false
        set(earlier, Successor(label: into, isReversed: isReversed != use.isReversed))
      }
      set(label, Successor(label: into, isReversed: use.isReversed))
    }
  }

  private mutating func set(_ label: CodeLabel, _ successor: Successor?) {
    if let former = successors[label]?.label {
      formers[former]?.remove(label)
      if formers[former]?.isEmpty ?? false { formers[former] = nil }
    }
    successors[label] = successor
    if let successor { formers[successor.label, default: []].insert(label) }
  }

  /// Whether a label, or one that goes on as it, is among some.
  func holds(_ label: CodeLabel, in labels: Set<CodeLabel>) -> Bool {
    successors[label] == nil && labels.contains(label)
      || formers[label].map { !$0.isDisjoint(with: labels) } ?? false
  }
}
