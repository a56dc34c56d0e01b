/// Records in groups, in which no two contradict each other.
struct Partition {
  private var group: [Int]
  private var members: [[Int]]
  /// By group, the numbers of the decisions that keep its members apart from others that they name.
  private var apart: [Int: Set<Int>] = [:]

  init(count: Int) {
    group = Array(0..<count)
    members = (0..<count).map { [$0] }
  }

  /// Notes that a decision names a record: those that it names never come together.
  mutating func keepApart(_ record: Int, decision: Int) { apart[group[record], default: []].insert(decision) }

  /// Whether a decision keeps the groups of two records apart.
  func areKeptApart(_ first: Int, _ second: Int) -> Bool {
    guard let mine = apart[group[first]], let theirs = apart[group[second]] else { return false }
    return !mine.isDisjoint(with: theirs)
  }

  func areTogether(_ first: Int, _ second: Int) -> Bool { group[first] == group[second] }

  func members(of record: Int) -> [Int] { members[group[record]] }

  func group(of record: Int) -> Int { group[record] }

  /// The groups of more than one record, each in order.
  var groups: [[Int]] { members.filter { $0.count > 1 }.map { $0.sorted() } }

  mutating func join(_ first: Int, _ second: Int) {
    var (keep, lose) = (group[first], group[second])
    guard keep != lose else { return }
    if members[keep].count < members[lose].count { swap(&keep, &lose) }
    for member in members[lose] { group[member] = keep }
    members[keep] += members[lose]
    members[lose] = []
    if let decisions = apart.removeValue(forKey: lose) { apart[keep, default: []].formUnion(decisions) }
  }
}
