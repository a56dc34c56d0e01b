/// Several judgements of the same units summed up, such as one for each code that may be given or not.
public struct PooledAgreement: Sendable, Hashable {
  /// A table for each judgement; those without units are left out.
  public let tables: [CrossTable]

  /// Sums up tables.
  public init(_ tables: some Sequence<CrossTable>) { self.tables = tables.filter { $0.units > 0 } }

  /// How many decisions there are: each unit counts once for each table.
  public var decisions: Int { tables.reduce(0) { $0 + $1.units } }
  /// How many decisions are the same in both.
  public var agreed: Int { tables.reduce(0) { $0 + $1.agreed } }
  /// The mean share of units that have the same category in both, from 0 to 1; `nil` without tables.
  public var share: Double? { mean(tables.compactMap(\.share)) }

  /// The pooled kappa: (p̄_o − p̄_e) / (1 − p̄_e), where p̄_o and p̄_e are the means over the tables of what is observed and of
  /// what chance gives. It bears rare categories better than the mean of the tables' kappas does. De Vries H, Elliott MN,
  /// Kanouse DE, Teleki SS. Using pooled kappa to summarize interrater agreement across many items. Field Methods
  /// 2008;20(3):272-282.
  public var kappa: CrossTable.Coefficient {
    guard let observed = share, let chance = mean(tables.compactMap(\.chance)) else { return .noUnits }
    // Where each table has one category throughout, each mean is of ones alone, and exactly 1.
    guard chance < 1 else { return .oneCategory }
    return .value((observed - chance) / (1 - chance))
  }

  /// The mean of the tables' kappas adjusted for prevalence and bias (PABAK).
  public var adjustedKappa: CrossTable.Coefficient {
    guard !tables.isEmpty else { return .noUnits }
    return mean(tables.compactMap(\.adjustedKappa.value)).map { .value($0) } ?? .noChoice
  }

  private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
