extension CrossTable {
  /// How kappa is read, in the words of every page that has it.
  public static let readingKappa =
    "Kappa (Cohen 1960) is agreement beyond chance: 1 is full, 0 is no more than chance, below 0 is less."

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

  /// The share of units on which both would have the same category by chance, p_e = Σ n_i· n_·i / n², from 0 to 1; `nil`
  /// without units.
  public var chance: Double? {
    let total = Double(units)
    guard total > 0 else { return nil }
    return zip(rows, columns).reduce(0) { $0 + Double($1.0) / total * (Double($1.1) / total) }
  }

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
