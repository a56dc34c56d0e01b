/// Two codings of the same units, counted by category: how far they agree.
///
/// The rows are the first coding, the columns the second.
public struct CrossTable: Sendable, Hashable {
  /// A coefficient that may have no value.
  public enum Coefficient: Sendable, Hashable {
    /// Its value, at most 1.
    case value(Double)
    /// There are no units.
    case noUnits
    /// Both coders use one and the same category throughout, so that nothing could differ by chance.
    case oneCategory

    /// The value, where there is one.
    public var value: Double? {
      if case .value(let value) = self { return value }
      return nil
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

  /// How often the first coding uses each category.
  private var rows: [Int] { counts.map { $0.reduce(0, +) } }
  /// How often the second coding uses each category.
  private var columns: [Int] { counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } } }

  /// Cohen's kappa: agreement beyond what two coders would reach who use the categories as often as these do, and
  /// otherwise by chance.
  ///
  /// κ = (p_o − p_e) / (1 − p_e), where p_o = Σ n_ii / n and p_e = Σ n_i· n_·i / n². 1 is full agreement, 0 no more than
  /// chance; below 0 it is less. Cohen J. A coefficient of agreement for nominal scales. Educational and Psychological
  /// Measurement 1960;20(1):37-46.
  public var kappa: Coefficient { kappa { $0 == $1 ? 0 : 1 } }

  /// Cohen's weighted kappa for categories in order, with linear weights: a disagreement counts by how many steps it
  /// spans.
  ///
  /// κ_w = 1 − Σ v_ij n_ij / (Σ v_ij n_i· n_·j / n), where v_ij = |i − j|. Linear, since the levels give an order and no
  /// more: squares would say that two steps are four times as bad as one. Cohen J. Weighted kappa: nominal scale
  /// agreement with provision for scaled disagreement or partial credit. Psychological Bulletin 1968;70(4):213-220.
  public var weightedKappa: Coefficient { kappa { abs($0 - $1) } }

  /// Cohen's weighted kappa with weights of any kind; that without weights is the one where every disagreement weighs 1.
  ///
  /// - Parameter weight: how bad it is that the first coding has the one category and the second the other, by their
  ///   places; 0 for no disagreement, and never negative.
  public func kappa(weighing weight: (Int, Int) -> Int) -> Coefficient {
    let (units, rows, columns) = (units, rows, columns)
    guard units > 0 else { return .noUnits }
    var (observed, expected) = (0.0, 0.0)
    for row in counts.indices {
      for column in counts.indices {
        let weight = Double(weight(row, column))
        observed += weight * Double(counts[row][column])
        expected += weight * Double(rows[row]) * Double(columns[column])
      }
    }
    guard expected > 0 else { return .oneCategory }
    return .value(1 - observed * Double(units) / expected)
  }
}
