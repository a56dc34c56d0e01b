/// How far two lists of authors agree.
enum NamesAgreement: Sendable, Equatable {
  /// Nearly all of the shorter list stand in the other, the first among them.
  case same
  /// At least half of the shorter list stands in the other.
  case overlapping
  /// Somebody stands in both.
  case weak
  /// Nobody stands in both.
  case different
  /// One or both lists are empty.
  case missing

  static func between(_ first: ComparedNames, _ second: ComparedNames) -> (
    NamesAgreement, shared: Int, of: Int
  ) {
    let (short, long) =
      first.people.count <= second.people.count
      ? (first.people, second.people) : (second.people, first.people)
    guard !short.isEmpty else { return (.missing, 0, 0) }
    if first.isHeap || second.isHeap { return heapAgreement(first, second) }
    let shared = sharedCount(short, long)
    let people = max(1, short.count { !$0.isGroup })
    let counted = min(shared, people)
    let share = Double(counted) / Double(people)
    if counted == 0 { return (.different, 0, people) }
    let hasFirst = long.prefix(3).contains { isSame(short[0], $0) }
    if share >= 0.75, hasFirst || people > 2 {
      return (
        short.count == 1 && long.count > 3 && !isSame(short[0], long[0]) ? .weak : .same, counted, people
      )
    }
    return (share >= 0.5 ? .overlapping : .weak, counted, people)
  }

  /// Where names run into each other, their words are counted: all of the shorter list's must be there.
  private static func heapAgreement(_ first: ComparedNames, _ second: ComparedNames)
    -> (NamesAgreement, shared: Int, of: Int)
  {
    let (mine, theirs) = (familyWords(first), familyWords(second))
    let (short, long) = mine.count <= theirs.count ? (mine, Set(theirs)) : (theirs, Set(mine))
    let shared = short.count(where: long.contains)
    let share = Double(shared) / Double(max(1, short.count))
    if shared == 0 { return (.different, 0, short.count) }
    if share >= 0.75, short.count > 1 { return (.same, shared, short.count) }
    return (share >= 0.5 ? .overlapping : .weak, shared, short.count)
  }

  private static func familyWords(_ names: ComparedNames) -> [UInt64] { names.people.flatMap(\.family) }

  private static func sharedCount(_ short: [ComparedNames.Person], _ long: [ComparedNames.Person]) -> Int {
    var used = [Bool](repeating: false, count: long.count)
    var shared = 0
    for (index, person) in short.enumerated() {
      if index < long.count, !used[index], isSame(person, long[index]) {
        used[index] = true
        shared += 1
      } else if let place = long.indices.first(where: { !used[$0] && isSame(person, long[$0]) }) {
        used[place] = true
        shared += 1
      }
    }
    return shared
  }

  /// Whether both can be one person: a family name in common, given and family name swapped, or a slip of spelling;
  /// and initials that don't exclude each other.
  static func isSame(_ first: ComparedNames.Person, _ second: ComparedNames.Person) -> Bool {
    if first.family.contains(where: second.family.contains) {
      return first.initials == 0 || second.initials == 0 || first.initials & second.initials != 0
        || first.given.contains(where: second.family.contains)
        || second.given.contains(where: first.family.contains)
        || first.family.count + second.family.count > 2
    }
    let mineIsGiven = first.family.contains(where: second.given.contains)
    let theirsIsGiven = second.family.contains(where: first.given.contains)
    if mineIsGiven && theirsIsGiven { return true }
    if mineIsGiven && first.given.isEmpty || theirsIsGiven && second.given.isEmpty { return true }
    return first.letters.count >= 5 && second.letters.count >= 5
      && abs(first.letters.count - second.letters.count) <= 2
      && (first.initials == 0 || second.initials == 0 || first.initials & second.initials != 0)
      && EditDistance.between(first.letters[...], second.letters[...])
        <= (min(first.letters.count, second.letters.count) >= 8 ? 2 : 1)
  }
}

extension ComparedNames.Person {
  fileprivate func holds(_ word: UInt64) -> Bool { family.contains(word) || given.contains(word) }
}
