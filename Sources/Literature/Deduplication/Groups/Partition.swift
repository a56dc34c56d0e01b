/// Records in groups, in which no two contradict each other.
struct Partition {
  private var group: [Int]
  private var members: [[Int]]

  init(count: Int) {
    group = Array(0..<count)
    members = (0..<count).map { [$0] }
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
  }
}
