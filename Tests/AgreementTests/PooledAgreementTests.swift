import Agreement
import Testing

@Suite("Agreement over several judgements")
struct PooledAgreementTests {
  private func tables(_ counts: [[[Int]]]) -> [CrossTable] { counts.compactMap { CrossTable(counts: $0) } }

  @Test("What is observed and what chance gives are averaged before kappa is taken")
  func pooled() throws {
    // p_o .7 and p_e .5 of the first, p_o .9 and p_e (.1·.1 + .9·.9) = .82 of the second: (.8 − .66) / (1 − .66) = 7/17.
    let pooled = PooledAgreement(tables([[[20, 5], [10, 15]], [[5, 5], [5, 85]]]))
    #expect(pooled.tables.count == 2 && pooled.decisions == 150 && pooled.agreed == 125)
    let share = try #require(pooled.share)
    #expect(abs(share - 0.8) < 1e-12)
    #expect(abs(try #require(pooled.kappa.value) - 7.0 / 17) < 1e-12)
    #expect(abs(try #require(pooled.adjustedKappa.value) - 0.6) < 1e-12)
  }

  @Test("One judgement pooled is itself")
  func one() throws {
    let table = try #require(CrossTable(counts: [[22, 2], [4, 11]]))
    let pooled = PooledAgreement([table])
    #expect(abs(try #require(pooled.kappa.value) - (table.kappa.value ?? 0)) < 1e-12)
    #expect(pooled.adjustedKappa == table.adjustedKappa && pooled.share == table.share)
  }

  @Test("Where nothing could differ there is no kappa, and a reason")
  func undefined() {
    #expect(PooledAgreement(tables([])).kappa == .noUnits)
    #expect(PooledAgreement(tables([[[0, 0], [0, 0]]])).adjustedKappa == .noUnits)
    #expect(PooledAgreement(tables([[[3, 0], [0, 0]], [[0, 0], [0, 9]]])).kappa == .oneCategory)
    #expect(PooledAgreement(tables([[[3]]])).adjustedKappa == .noChoice)
  }
}
