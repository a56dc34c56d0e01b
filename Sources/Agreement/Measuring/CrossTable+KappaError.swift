extension CrossTable {
  /// An interval around a coefficient.
  public struct Interval: Sendable, Hashable {
    /// The low end, at least −1.
    public let low: Double
    /// The high end, at most 1.
    public let high: Double
    /// The large-sample standard error that it was made of, above 0.
    public let standardError: Double
  }

  /// The standard error of kappa in large samples; `nil` where kappa has no value.
  ///
  /// se² = (A + B − C) / ((1 − p_e)² n), where A = Σ p_ii (1 − (p_i· + p_·i)(1 − κ))², B = (1 − κ)² Σ_{i≠j} p_ij (p_·i + p_j·)²
  /// and C = (κ − p_e (1 − κ))². Fleiss JL, Cohen J, Everitt BS. Large sample standard errors of kappa and weighted kappa.
  /// Psychological Bulletin 1969;72(5):323-327, in the form of Fleiss JL, Statistical methods for rates and proportions.
  ///
  /// It is that of the kappa found, for intervals; the one under the hypothesis that kappa is 0 is another.
  public var kappaError: Double? {
    guard let kappa = kappa.value else { return nil }
    let (total, miss) = (Double(units), 1 - kappa)
    let (rows, columns) = (rows.map { Double($0) / total }, columns.map { Double($0) / total })
    guard let expected = chance, expected < 1 else { return nil }
    var (same, other) = (0.0, 0.0)
    for row in counts.indices {
      for column in counts.indices where counts[row][column] > 0 {
        let share = Double(counts[row][column]) / total
        if row == column {
          let part = 1 - (rows[row] + columns[row]) * miss
          same += share * part * part
        } else {
          let part = columns[row] + rows[column]
          other += share * part * part
        }
      }
    }
    let square = kappa - expected * miss
    let variance = (same + miss * miss * other - square * square) / ((1 - expected) * (1 - expected) * total)
    // Where it is 0, rounding may leave a little less or more.
    return variance > 1e-15 ? variance.squareRoot() : 0
  }

  /// The 95% interval of kappa for large samples: kappa and 1.96 standard errors to both sides, cut at −1 and 1.
  ///
  /// `nil` where kappa has no value, and where its standard error is 0, as with full agreement: an interval without width
  /// would say that the next units can't differ, which no sample shows.
  public var kappaInterval: Interval? {
    guard let kappa = kappa.value, let error = kappaError, error > 0 else { return nil }
    // The quantile of the normal distribution at 97.5%.
    let reach = 1.959963984540054 * error
    return Interval(low: max(-1, kappa - reach), high: min(1, kappa + reach), standardError: error)
  }
}
