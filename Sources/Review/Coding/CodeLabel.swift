/// The label of a code as codes are told apart: without regard to case, and with one space where there is white space.
struct CodeLabel: Hashable, Sendable {
  let text: String

  init(_ code: String) { text = code.onALine.lowercased() }
}

/// What codes count as after they were merged and renamed.
///
/// Codes that go on as one are a tree, joined small under large, each edge with whether it leads to the other end: a list of
/// merges takes time that grows with it, however long a code's way is (Tarjan & van Leeuwen 1984, doi:10.1145/62.2160). What
/// is coded stands on a node, so that it stays with its tree when its label comes to stand for itself again.
struct CodeNames: Hashable, Sendable {
  private struct Node: Hashable {
    var parent: Int
    /// Whether it is the other end of its parent.
    var isTurned = false
    /// Of a root: how many nodes there are under it, and it.
    var size = 1
    /// Of a root: what all under it count as.
    var label: CodeLabel
    /// Of a root: whether it is the other end of its label.
    var labelIsTurned = false
    /// Of a root: how many parts of codings stand under it.
    var uses = 0
    /// Of a root: how many labels under it came in from codebooks to be used.
    var brought = 0
  }

  private var nodes: [Node] = []
  private var places: [CodeLabel: Int] = [:]
  private var spellings: [CodeLabel: String] = [:]
  private var brought: Set<CodeLabel> = []

  /// How a code is written: as it was first, or as a later act renamed it.
  func spelling(of label: CodeLabel) -> String { spellings[label] ?? label.text }

  mutating func note(_ code: String) {
    let label = CodeLabel(code)
    if spellings[label] == nil { spellings[label] = code.onALine }
  }

  /// What a code counts as now, and whether it is its other end.
  func current(_ code: String) -> (label: CodeLabel, isReversed: Bool) {
    let label = CodeLabel(code)
    guard let place = places[label] else { return (label, false) }
    return current(at: place)
  }

  /// What stands on a node counts as now.
  func current(at node: Int) -> (label: CodeLabel, isReversed: Bool) {
    let (root, isTurned) = root(of: node)
    return (nodes[root].label, isTurned != nodes[root].labelIsTurned)
  }

  private func root(of node: Int) -> (root: Int, isTurned: Bool) {
    var (node, isTurned) = (node, false)
    while nodes[node].parent != node {
      isTurned = isTurned != nodes[node].isTurned
      node = nodes[node].parent
    }
    return (node, isTurned)
  }

  /// The node on which what is coded so stands from now on.
  mutating func node(of code: String) -> Int {
    let label = CodeLabel(code)
    return places[label] ?? fresh(label)
  }

  private mutating func fresh(_ label: CodeLabel) -> Int {
    nodes.append(Node(parent: nodes.count, label: label, brought: brought.contains(label) ? 1 : 0))
    places[label] = nodes.count - 1
    return nodes.count - 1
  }

  /// The root whose label it is: a label that went on as another stands for itself again.
  private mutating func standing(_ label: CodeLabel) -> Int {
    guard let place = places[label] else { return fresh(label) }
    let root = root(of: place).root
    guard nodes[root].label != label else { return root }
    if brought.contains(label) { nodes[root].brought -= 1 }
    return fresh(label)
  }

  mutating func apply(_ merge: CodeMerge) {
    let into = CodeLabel(merge.into)
    spellings[into] = merge.into.onALine
    var target = standing(into)
    for use in merge.codes where CodeLabel(use.code) != into {
      target = join(standing(CodeLabel(use.code)), into: target, isReversed: use.isReversed)
    }
  }

  private mutating func join(_ root: Int, into target: Int, isReversed: Bool) -> Int {
    let (own, other) = (nodes[root], nodes[target])
    let turned = own.labelIsTurned != isReversed
    let (top, under) = own.size > other.size ? (root, target) : (target, root)
    nodes[under].parent = top
    nodes[under].isTurned = turned != other.labelIsTurned
    nodes[top].labelIsTurned = top == root ? turned : other.labelIsTurned
    nodes[top].label = other.label
    nodes[top].size = own.size + other.size
    nodes[top].uses = own.uses + other.uses
    nodes[top].brought = own.brought + other.brought
    return top
  }

  // MARK: What stands under them

  /// Counts a part of a coding that stands on a node, or stands there no more.
  mutating func count(_ number: Int, at node: Int) { nodes[root(of: node).root].uses += number }

  /// Notes that a code came in to be used.
  mutating func bring(_ code: String) {
    let label = CodeLabel(code)
    guard brought.insert(label).inserted, let place = places[label] else { return }
    nodes[root(of: place).root].brought += 1
  }

  /// Whether something stands under a label, or it came in to be used.
  func isUsed(_ label: CodeLabel) -> Bool {
    guard let place = places[label] else { return brought.contains(label) }
    let root = nodes[root(of: place).root]
    return root.label == label && (root.uses > 0 || root.brought > 0)
  }
}
