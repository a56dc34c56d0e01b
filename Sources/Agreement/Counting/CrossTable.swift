/// Two judgements of the same units, counted by category: how far they agree.
///
/// The rows are the first judgement, the columns the second: two codings of a case, or two reviewers' verdicts on records.
public struct CrossTable: Sendable, Hashable {
  /// A coefficient that may have no value.
  public enum Coefficient: Sendable, Hashable {
    /// Its value, at most 1.
    case value(Double)
    /// There are no units.
    case noUnits
    /// Both coders use one and the same category throughout, so that nothing could differ by chance.
    case oneCategory
    /// There is only one category to choose from.
    case noChoice

    /// The value, where there is one.
    public var value: Double? {
      if case .value(let value) = self { return value }
      return nil
    }

    /// Why it has no value, in words; `nil` where it has one.
    public var reason: String? {
      switch self {
      case .value: nil
      case .noUnits: "there are no units"
      case .oneCategory: "both use one and the same category throughout"
      case .noChoice: "there is only one category"
      }
    }
  }

  /// How often each pair of categories occurs; a square, of whole numbers from 0.
  public let counts: [[Int]]

  /// A table of counts; `nil` where it is no square or holds a negative number.
  public init?(counts: [[Int]]) {
    guard counts.allSatisfy({ $0.count == counts.count && $0.allSatisfy { $0 >= 0 } }) else { return nil }
    self.counts = counts
  }

  /// The table of pairs of codes.
  ///
  /// - Parameters:
  ///   - pairs: the codes that each unit has in the first and in the second coding.
  ///   - categories: the categories, in their order where they have one. Pairs with a code outside them are left out.
  public init<Code: Hashable>(_ pairs: [(Code, Code)], categories: [Code]) {
    let places = Dictionary(categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var counts = Array(repeating: Array(repeating: 0, count: categories.count), count: categories.count)
    for (one, other) in pairs {
      guard let row = places[one], let column = places[other] else { continue }
      counts[row][column] += 1
    }
    self.counts = counts
  }

  /// How many units there are.
  public var units: Int { counts.joined().reduce(0, +) }
  /// How many units have the same category in both.
  public var agreed: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
  /// The share of units that have the same category in both, from 0 to 1; `nil` where there are no units.
  public var share: Double? { units > 0 ? Double(agreed) / Double(units) : nil }

  /// How often the first judgement uses each category.
  public var rows: [Int] { counts.map { $0.reduce(0, +) } }
  /// How often the second judgement uses each category.
  public var columns: [Int] { counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } } }
}
