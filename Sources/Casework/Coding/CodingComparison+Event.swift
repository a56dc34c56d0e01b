import Bibliography
import OrderedCollections
import ProgrammeTheory

extension CodingComparison {
  /// An event that both codings have, or that only one has.
  public struct EventPair: Sendable, Hashable {
    /// How the first coding has it; `nil` where it hasn't.
    public let first: Event?
    /// How the second coding has it; `nil` where it hasn't.
    public let second: Event?

    /// Whether both have it.
    public var isShared: Bool { first != nil && second != nil }
    /// Whether both give it the same date.
    public var agreesOnDate: Bool { isShared && first?.date == second?.date }
    /// Whether both give it the same kind.
    public var agreesOnKind: Bool { isShared && first?.kind == second?.kind }
    /// Whether both say that it moved the same, in whatever order.
    public var agreesOnMoves: Bool { isShared && first.map { Set($0.moves) } == second.map { Set($0.moves) } }
    /// Whether they agree on all three. Words aren't compared.
    public var agrees: Bool { agreesOnDate && agreesOnKind && agreesOnMoves }

    /// Pairs the events of two codings, those most alike first, and keeps the order of time.
    ///
    /// Two events can be one where their dates may mean the same day and they are alike in kind or in something that
    /// they moved.
    static func all(_ first: [Event], _ second: [Event]) -> [EventPair] {
      var partner: [Int: Int] = [:]
      var taken: Set<Int> = []
      for match in matches(first, second) where partner[match.first] == nil && !taken.contains(match.second) {
        partner[match.first] = match.second
        taken.insert(match.second)
      }
      let shared = first.indices.map { index in
        EventPair(first: first[index], second: partner[index].map { second[$0] })
      }
      let others = second.indices.filter { !taken.contains($0) }.map {
        EventPair(first: nil, second: second[$0])
      }
      return (shared + others).enumerated().sorted { one, other in
        let (a, b) = (one.element.latest, other.element.latest)
        return a == b ? one.offset < other.offset : a < b
      }.map(\.element)
    }

    private var latest: Day {
      [first, second].compactMap { $0?.date.latest }.min() ?? Day(year: 0, month: 1, day: 1)
    }

    /// A pair of events that can be one, by their places in the two lists.
    private struct Match {
      let first: Int
      let second: Int
      /// The smaller, the more alike. It is the same from either side, so that pairing is too: what two matches can
      /// share is only a mirror, and a mirror takes no event away.
      let rank: [Int]
    }

    private static func matches(_ first: [Event], _ second: [Event]) -> [Match] {
      let moved = (first.map { Set($0.moves) }, second.map { Set($0.moves) })
      return first.indices.flatMap { row in
        second.indices.compactMap { column -> Match? in
          let (one, other) = (first[row], second[column])
          guard one.date.mayBe(other.date) else { return nil }
          let isSameKind = one.kind == other.kind
          let areSameMoves = moved.0[row] == moved.1[column]
          guard isSameKind || !moved.0[row].isDisjoint(with: moved.1[column]) else { return nil }
          let unlike = (one.date == other.date ? 0 : 4) + (areSameMoves ? 0 : 2) + (isSameKind ? 0 : 1)
          return Match(first: row, second: column, rank: [unlike, row + column, abs(row - column)])
        }
      }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
    }
  }
}

extension PartialDate {
  /// Whether two dates, as exactly as they are given, can mean one day.
  fileprivate func mayBe(_ other: PartialDate) -> Bool {
    earliest <= other.latest && other.earliest <= latest
  }
}
