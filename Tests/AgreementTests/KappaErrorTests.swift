import Agreement
import TestSupport
import Testing

@Suite("How sure kappa is, and kappa adjusted for prevalence and bias")
struct KappaErrorTests {
  private func table(_ counts: [[Int]]) throws -> CrossTable { try #require(CrossTable(counts: counts)) }

  private func isClose(_ number: Double?, _ other: Double, within: Double = 1e-9) -> Bool {
    number.map { abs($0 - other) < within } ?? false
  }

  /// The variance as Fleiss, Cohen and Everitt 1969 first wrote it, from proportions: another way to the same number.
  private func firstForm(_ counts: [[Int]]) -> Double {
    let n = Double(counts.joined().reduce(0, +))
    let p = counts.map { $0.map { Double($0) / n } }
    let rows = p.map { $0.reduce(0, +) }
    let columns = p.indices.map { column in p.reduce(0) { $0 + $1[column] } }
    let observed = p.indices.reduce(0) { $0 + p[$1][$1] }
    let expected = p.indices.reduce(0) { $0 + rows[$1] * columns[$1] }
    var sum = 0.0
    for i in p.indices {
      let part = (1 - expected) - (columns[i] + rows[i]) * (1 - observed)
      sum += p[i][i] * part * part
      for j in p.indices where i != j {
        let other = columns[i] + rows[j]
        sum += (1 - observed) * (1 - observed) * p[i][j] * other * other
      }
    }
    let last = observed * expected - 2 * expected + observed
    let miss = (1 - expected) * (1 - expected)
    return ((sum - last * last) / (n * miss * miss)).squareRoot()
  }

  @Test("100 cases and 3 diagnoses, as in Fleiss’s textbook: kappa .68, from .50 to .85")
  func diagnoses() throws {
    // Rows come to .80 .10 .10, columns to .80 .05 .15: p_o = .89, p_e = .64 + .005 + .015 = .66, κ = .23/.34.
    let table = try table([[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    #expect(isClose(table.kappa.value, 23.0 / 34))
    // A = .2952, B = .0080, C = .2143 by hand; √(A + B − C) / (.34 · 10) = .0877.
    #expect(isClose(table.kappaError, 0.0877, within: 5e-5))
    let interval = try #require(table.kappaInterval)
    #expect(isClose(interval.low, 0.5046, within: 5e-5) && isClose(interval.high, 0.8484, within: 5e-5))
    #expect(isClose(table.adjustedKappa.value, (3 * 0.89 - 1) / 2))
  }

  @Test("Two clinicians on 39 patients, as in Sim and Wright 2005: kappa .67, PABAK .69")
  func clinicians() throws {
    // p_o = 33/39, p_e = (24·26 + 15·13)/39² = 819/1521 = 7/13; κ = (11/13 − 7/13)/(6/13) = 2/3; PABAK = 22/13 − 1.
    let table = try table([[22, 2], [4, 11]])
    #expect(isClose(table.kappa.value, 2.0 / 3) && isClose(table.adjustedKappa.value, 9.0 / 13))
    #expect(isClose(table.prevalenceIndex, 11.0 / 39) && isClose(table.biasIndex, -2.0 / 39))
  }

  @Test(
    "The example of SAS that statsmodels holds its kappa to: .4842 and .1380, from .2137 to .7547; by steps .4701"
  )
  func sas() throws {
    // statsmodels/stats/tests/test_inter_rater.py, UnweightedCohens and TestWeightedCohens, as printed by SAS.
    let table = try table([[0, 4, 1], [0, 8, 0], [0, 1, 5]])
    #expect(isClose(table.kappa.value, 0.4842, within: 5e-5))
    #expect(isClose(table.kappaError, 0.1380, within: 5e-5))
    let interval = try #require(table.kappaInterval)
    #expect(isClose(interval.low, 0.2137, within: 5e-5) && isClose(interval.high, 0.7547, within: 5e-5))
    #expect(isClose(table.weightedKappa.value, 0.4701, within: 5e-5))
  }

  /// Two categories, and what is known of them.
  struct Paradox: Sendable {
    let counts: [[Int]]
    let kappa: Double
    let adjusted: Double
    let prevalence: Double
    let bias: Double
  }

  private static let published = [
    // Agreement is .85 in both; the second has nearly all in one cell.
    Paradox(counts: [[40, 9], [6, 45]], kappa: 0.6995, adjusted: 0.70, prevalence: -0.05, bias: 0.03),
    Paradox(counts: [[80, 10], [5, 5]], kappa: 0.3182, adjusted: 0.70, prevalence: 0.75, bias: 0.05),
    // Agreement is .60 in both; in the second the two use the categories unlike, and kappa is higher for it.
    Paradox(counts: [[45, 15], [25, 15]], kappa: 0.1304, adjusted: 0.20, prevalence: 0.30, bias: -0.10),
    Paradox(counts: [[25, 35], [5, 35]], kappa: 0.2593, adjusted: 0.20, prevalence: -0.10, bias: 0.30),
  ]

  @Test(
    "The paradoxes of Feinstein and Cicchetti 1990, which Byrt, Bishop and Carlin 1993 explain by prevalence and bias",
    arguments: published)
  func paradoxes(_ known: Paradox) throws {
    let table = try table(known.counts)
    #expect(isClose(table.kappa.value, known.kappa, within: 5e-5))
    #expect(isClose(table.adjustedKappa.value, known.adjusted))
    #expect(isClose(table.prevalenceIndex, known.prevalence))
    #expect(isClose(table.biasIndex, known.bias))
    // Byrt and others: κ = (PABAK − PI² + BI²) / (1 − PI² + BI²).
    let shift = known.bias * known.bias - known.prevalence * known.prevalence
    #expect(isClose(table.kappa.value, (known.adjusted + shift) / (1 + shift)))
  }

  @Test("Where nothing can be said, nothing is said: no number that is none, and no interval without width")
  func undefined() throws {
    for counts in [[], [[0]], [[0, 0], [0, 0]]] {
      let table = try table(counts)
      #expect(table.adjustedKappa == .noUnits && table.kappaError == nil && table.kappaInterval == nil)
      #expect(table.share == nil && table.prevalenceIndex == nil && table.biasIndex == nil)
    }
    let one = try table([[0, 0], [0, 9]])
    #expect(one.kappaError == nil && one.kappaInterval == nil && one.adjustedKappa == .value(1))
    #expect(one.kappa.reason == "both use one and the same category throughout")
    #expect(try table([[9]]).adjustedKappa == .noChoice)
    let full = try table([[3, 0], [0, 4]])
    #expect(full.kappaError == 0 && full.kappaInterval == nil)
    #expect(try table([[1, 0, 0], [0, 1, 0], [0, 0, 1]]).prevalenceIndex == nil)
  }

  @Test("Laws of every table: bounds, symmetry, order of categories, and both forms of the error")
  func laws() throws {
    var numbers = SplitMix64(seed: 8)
    for _ in 0..<400 {
      let size = Int.random(in: 2...5, using: &numbers)
      let most = [1, 3, 40, 2_000].randomElement(using: &numbers) ?? 1
      let counts = (0..<size).map { _ in (0..<size).map { _ in Int.random(in: 0...most, using: &numbers) } }
      let table = try table(counts)
      let turned = try self.table((0..<size).map { row in (0..<size).map { counts[$0][row] } })
      let reversed = try self.table(counts.reversed().map { $0.reversed() })
      guard let kappa = table.kappa.value, let error = table.kappaError else { continue }
      #expect(kappa <= 1 && kappa >= -1 && error >= 0 && error.isFinite)
      #expect(table.kappa == turned.kappa && table.adjustedKappa == turned.adjustedKappa)
      #expect(isClose(turned.kappaError, error) && isClose(reversed.kappaError, error))
      #expect(isClose(reversed.kappa.value, kappa))
      #expect(abs(error - firstForm(counts)) < 1e-7 || error == 0, "\(counts)")
      if let interval = table.kappaInterval {
        #expect(interval.low <= kappa && kappa <= interval.high && interval.low >= -1 && interval.high <= 1)
      }
      // Ten times the units: the same kappa, √10 times as sure.
      let more = try self.table(counts.map { $0.map { $0 * 10 } })
      #expect(
        isClose(more.kappa.value, kappa) && isClose(more.kappaError, error / 10.0.squareRoot(), within: 1e-7))
    }
  }

  @Test("Units that only one judged are left out and counted, whatever their order")
  func missing() {
    let pairs: [(first: String?, second: String?)] = [
      ("in", "in"), ("in", "out"), ("out", "out"), (nil, "in"), ("out", nil), ("out", nil), (nil, nil),
      ("maybe", "in"),
    ]
    let agreement = CategoryAgreement(pairs, categories: ["in", "out"])
    #expect(agreement.table.counts == [[1, 1], [0, 1]])
    #expect(agreement.onlyFirst == 2 && agreement.onlySecond == 1 && agreement.neither == 1)
    #expect(agreement.otherwise == 1)
    var numbers = SplitMix64(seed: 3)
    for _ in 0..<20 {
      #expect(CategoryAgreement(pairs.shuffled(using: &numbers), categories: ["in", "out"]) == agreement)
    }
  }
}
