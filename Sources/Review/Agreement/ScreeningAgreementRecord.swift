import Agreement

/// The agreement of two reviewers as data for other programs. Its shape is versioned: `format` names it.
public struct ScreeningAgreementRecord: Sendable, Hashable, Codable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-screening-agreement/1"

  /// The agreement at one stage. A coefficient that has no value is left out, and a word says why.
  public struct Stage: Sendable, Hashable, Codable {
    /// The stage.
    public let stage: ScreeningStage
    /// The categories, in the order of the counts.
    public let categories: [String]
    /// How many records have each pair of verdicts: a row for each category of the first reviewer, in it a number for each
    /// category of the second.
    public let counts: [[Int]]
    /// How many records both judged.
    public let units: Int
    /// How many of these have the same verdict.
    public let agreed: Int
    /// How many records only the first judged.
    public let onlyFirst: Int
    /// How many records only the second judged.
    public let onlySecond: Int
    /// How many records neither judged.
    public let neither: Int
    /// On how many of the records that both judged a verdict was given anew after both had decided.
    public let changed: Int
    /// The share with the same verdict, from 0 to 1; left out without records.
    public let share: Double?
    /// Cohen's kappa.
    public let kappa: Double?
    /// Why there is no kappa.
    public let kappaUndefined: String?
    /// Its standard error in large samples.
    public let kappaError: Double?
    /// The low and the high end of its 95% interval for large samples; left out where there is none.
    public let kappaInterval: [Double]?
    /// PABAK.
    public let adjustedKappa: Double?
  }

  /// The name and version of this shape.
  public let format: String
  /// The program that made it.
  public let madeBy: String
  /// The first reviewer.
  public let first: String
  /// The second reviewer.
  public let second: String
  /// What “unsure” counts as.
  public let unsure: ScreeningAgreement.Unsure
  /// The stages, in their order.
  public let stages: [Stage]

  /// The record of an agreement.
  ///
  /// - Parameters:
  ///   - agreement: the agreement.
  ///   - program: name and version of the program.
  public init(_ agreement: ScreeningAgreement, madeBy program: String) {
    (format, madeBy) = (Self.currentFormat, program)
    (first, second, unsure) = (agreement.first, agreement.second, agreement.unsure)
    stages = agreement.stages.map(Stage.init)
  }
}

extension ScreeningAgreementRecord.Stage {
  init(_ stage: ScreeningAgreement.Stage) {
    let (agreement, table) = (stage.agreement, stage.agreement.table)
    self.stage = stage.stage
    (categories, counts) = (agreement.categories, table.counts)
    (units, agreed, share) = (table.units, table.agreed, table.share)
    (onlyFirst, onlySecond, neither) = (agreement.onlyFirst, agreement.onlySecond, agreement.neither)
    changed = stage.changed
    (kappa, kappaUndefined) = (table.kappa.value, table.kappa.reason)
    kappaError = table.kappaError
    kappaInterval = table.kappaInterval.map { [$0.low, $0.high] }
    adjustedKappa = table.adjustedKappa.value
  }
}
