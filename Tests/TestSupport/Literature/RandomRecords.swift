import Bibliography
public import Literature

/// Records of chance, in which any text may stand anywhere.
public struct RandomRecords {
  private var references: RandomReferences
  private var random: SplitMix64

  /// Records that follow from a seed.
  public init(seed: UInt64) {
    references = RandomReferences(seed: seed)
    random = SplitMix64(seed: seed &+ 1)
  }

  /// The next record.
  ///
  /// - Parameter number: what its reference is called by.
  public mutating func record(_ number: Int) -> Record {
    Record(
      reference: references.reference(number),
      abstract: Bool.random(using: &random) ? references.text() : nil,
      keywords: some { $0.references.text() }, identifiers: some { $0.identifier() },
      notes: some {
        $0.random.pick([$0.references.text(), "ASReview_relevant", "CSL: {}", "CSL: {\"realist\": 1}"])
      },
      labels: some { $0.label() }, raw: some { $0.field() })
  }

  private mutating func some<Value>(_ make: (inout RandomRecords) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in make(&self) }
  }

  private mutating func identifier() -> RecordIdentifier {
    let kind = random.pick(RecordIdentifier.Kind.allCases)
    return RecordIdentifier(
      kind, random.pick([references.text(), "12345678", "1234-5679", "PMC12", "L612345678"]))
  }

  private mutating func label() -> ScreeningLabel {
    ScreeningLabel(
      field: random.pick(["label_included", "ASReview", "RAYYAN-INCLUSION", references.text()]),
      value: random.pick(["1", "ASReview_relevant", references.text()]),
      decision: random.pick([nil] + ScreeningLabel.Decision.allCases.map { $0 }),
      stage: random.pick([nil] + ScreeningLabel.Stage.allCases.map { $0 }),
      reviewer: random.pick([nil, references.text()]), isPrior: Bool.random(using: &random))
  }

  private mutating func field() -> RawField {
    RawField(
      random.pick(["AD", "TY", "ER", "TI", "Q9", "PMID", "column 3", references.text()]), references.text())
  }
}
