import Bibliography

/// Finds groups of records of one work, over places in a list.
struct DuplicateSearch {
  private let marks: [ContentMark]
  /// Exact copies are one node, so that any number of them costs no more than one.
  private var nodes: [[Int]] = []
  private var nodeOf: [Int]
  private var compared: [ComparedRecord] = []
  private var shelf = JournalShelf()
  private var partition = Partition(count: 0)
  private(set) var links: [FoundLink] = []
  private(set) var doubts: [FoundLink] = []

  /// Two places in the list of records, the lower one first.
  struct PlacePair: Hashable, Sendable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  /// Two records and what made the link.
  struct FoundLink: Sendable {
    let pair: PlacePair
    let ground: Ground

    enum Ground: Sendable {
      case copy
      case person
      case evidence(PairEvidence)
      /// Sure by itself, but another record of one side's group contradicts.
      case contradicted(PairEvidence)
    }
  }

  init(_ records: [Record], _ decisions: DuplicateDecisions) {
    marks = records.map(ContentMark.init)
    nodeOf = Array(records.indices)
    gatherCopies(records, separate: Set(decisions.apart.joined()))
    compared.reserveCapacity(nodes.count)
    for node in nodes { compared.append(ComparedRecord(records[node[0]], shelf: &shelf)) }
    partition = Partition(count: nodes.count)
    for (number, group) in decisions.apart.enumerated() {
      for place in group { partition.keepApart(nodeOf[place], decision: number) }
    }
    for pair in decisions.samePairs { joinByPerson(pair) }
    comparePairs()
  }

  /// The groups of more than one record, each in order, in the order of their first members.
  var groups: [[Int]] {
    var groups = partition.groups.map { $0.flatMap { nodes[$0] }.sorted() }
    let joined = Set(partition.groups.joined())
    for node in nodes.indices where nodes[node].count > 1 && !joined.contains(node) {
      groups.append(nodes[node])
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  // MARK: Copies

  private mutating func gatherCopies(_ records: [Record], separate: Set<Int>) {
    var known: [ContentMark: Int] = [:]
    for (place, record) in records.enumerated() {
      if !separate.contains(place), let node = known[marks[place]], record.saysEnoughForCopies {
        links.append(FoundLink(pair: PlacePair(nodes[node][0], place), ground: .copy))
        nodes[node].append(place)
        nodeOf[place] = node
      } else {
        nodeOf[place] = nodes.count
        if !separate.contains(place) { known[marks[place]] = nodes.count }
        nodes.append([place])
      }
    }
  }

  // MARK: Decisions

  private mutating func joinByPerson(_ pair: PlacePair) {
    let (first, second) = (nodeOf[pair.first], nodeOf[pair.second])
    links.append(FoundLink(pair: pair, ground: .person))
    partition.join(first, second)
  }

  // MARK: Comparison

  private mutating func comparePairs() {
    let order = nodes.indices.sorted { (marks[nodes[$0][0]], $0) < (marks[nodes[$1][0]], $1) }
    var rank = [Int](repeating: 0, count: nodes.count)
    for (place, node) in order.enumerated() { rank[node] = place }
    var sure: [Candidate] = []
    var doubtful: [Candidate] = []
    for (first, second) in CandidatePairs.of(compared, rank: rank) {
      let evidence = PairEvidence(compared[first], compared[second], shelf: shelf)
      let verdict = evidence.verdict
      if verdict == .different { continue }
      let (low, high) = rank[first] < rank[second] ? (first, second) : (second, first)
      let candidate = Candidate(
        first: low, second: high, order: (-evidence.strength, rank[low], rank[high]), evidence: evidence)
      if verdict == .sure { sure.append(candidate) } else { doubtful.append(candidate) }
    }
    sure.sort { $0.order < $1.order }
    for candidate in sure { joinIfUncontradicted(candidate, &doubtful) }
    doubtful.sort { $0.order < $1.order }
    noteDoubts(doubtful)
  }

  private struct Candidate {
    let first: Int
    let second: Int
    let order: (Int, Int, Int)
    let evidence: PairEvidence
    var isContradicted = false
  }

  private mutating func joinIfUncontradicted(_ candidate: Candidate, _ doubtful: inout [Candidate]) {
    if partition.areTogether(candidate.first, candidate.second) { return }
    if hasContradiction(candidate) {
      var doubt = candidate
      doubt.isContradicted = true
      doubtful.append(doubt)
      return
    }
    links.append(
      FoundLink(
        pair: PlacePair(nodes[candidate.first][0], nodes[candidate.second][0]),
        ground: .evidence(candidate.evidence)))
    partition.join(candidate.first, candidate.second)
  }

  /// How many records of each group are held against each other; distinct versions of one work are few.
  private static let crossLimit = 48

  private func hasContradiction(_ candidate: Candidate) -> Bool {
    if partition.areKeptApart(candidate.first, candidate.second) { return true }
    for first in partition.members(of: candidate.first).prefix(Self.crossLimit) {
      for second in partition.members(of: candidate.second).prefix(Self.crossLimit) {
        if first == candidate.first && second == candidate.second { continue }
        if PairEvidence(compared[first], compared[second], shelf: shelf).contradicts { return true }
      }
    }
    return false
  }

  // MARK: Doubts

  /// One doubt for two groups: the strongest.
  private mutating func noteDoubts(_ doubtful: [Candidate]) {
    var seen: Set<PlacePair> = []
    for candidate in doubtful {
      let groups = PlacePair(partition.group(of: candidate.first), partition.group(of: candidate.second))
      guard groups.first != groups.second, !partition.areKeptApart(candidate.first, candidate.second),
        seen.insert(groups).inserted
      else { continue }
      let ground: FoundLink.Ground =
        candidate.isContradicted ? .contradicted(candidate.evidence) : .evidence(candidate.evidence)
      doubts.append(
        FoundLink(pair: PlacePair(nodes[candidate.first][0], nodes[candidate.second][0]), ground: ground))
    }
  }
}

extension Record {
  /// Whether two records with the same content are surely one: a title of its own, or a title with something beside
  /// it.
  var saysEnoughForCopies: Bool {
    guard let title = reference.title, !title.isEmpty else { return reference.doi != nil }
    let compared = ComparedTitle(title)
    if !compared.isGeneric || reference.doi != nil || identifier(.pmid) != nil { return true }
    // One author writes several letters for a volume.
    if compared.saysOnlyWhatItIs { return reference.containerTitle != nil && reference.page != nil }
    return !reference.authors.isEmpty
      || (reference.containerTitle != nil && (reference.page ?? reference.volume) != nil)
  }
}
