public import ProgrammeTheory

extension Arrangement {
  /// Where the form lies between the loosest and the closest, as a level of the concept that the theory has for it.
  public var level: StatedLevel {
    let levels: [StatedLevel] = [.veryLow, .low, .neither, .high, .veryHigh]
    return levels[integration - Self.integrationSteps.lowerBound]
  }
}
