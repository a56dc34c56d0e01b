extension CrossTable {
  /// Agreement beyond chance where chance takes each category alike: kappa, adjusted for prevalence and bias (PABAK).
  ///
  /// (k p_o − 1) / (k − 1) for k categories, used or not; with two it is 2 p_o − 1. Byrt T, Bishop J, Carlin JB. Bias,
  /// prevalence and kappa. Journal of Clinical Epidemiology 1993;46(5):423-429, for two categories; with more it is the S of
  /// Bennett EM, Alpert R, Goldstein AC. Communications through limited-response questioning. Public Opinion Quarterly
  /// 1954;18(3):303-308.
  public var adjustedKappa: Coefficient {
    guard units > 0 else { return .noUnits }
    guard counts.count > 1 else { return .noChoice }
    let categories = Double(counts.count)
    return .value((categories * Double(agreed) / Double(units) - 1) / (categories - 1))
  }

  /// How unevenly two categories are used, from −1 to 1: (a − d) / n, above 0 where the first is the more frequent. The
  /// further from 0, the lower kappa lies at the same agreement (Byrt, Bishop and Carlin 1993). `nil` without units, or with
  /// more than two categories.
  public var prevalenceIndex: Double? {
    guard units > 0, counts.count == 2 else { return nil }
    return Double(counts[0][0] - counts[1][1]) / Double(units)
  }

  /// How much more often the first judgement uses the first of two categories than the second does, from −1 to 1:
  /// (b − c) / n (Byrt, Bishop and Carlin 1993). `nil` without units, or with more than two categories.
  public var biasIndex: Double? {
    guard units > 0, counts.count == 2 else { return nil }
    return Double(counts[0][1] - counts[1][0]) / Double(units)
  }
}
