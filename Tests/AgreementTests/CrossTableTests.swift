import Agreement
import Testing

@Suite("Agreement of two coders, from a table of counts")
struct CrossTableTests {
  private func isClose(_ coefficient: CrossTable.Coefficient, _ value: Double) -> Bool {
    coefficient.value.map { abs($0 - value) < 1e-12 } ?? false
  }

  /// Cohen 1968, Table 1: 200 cases, 3 diagnoses; as proportions .44 .07 .09 / .05 .20 .05 / .01 .03 .06. The rows come
  /// to .60 .30 .10, the columns to .50 .30 .20.
  private let diagnoses = CrossTable(counts: [[88, 14, 18], [10, 40, 10], [2, 6, 12]])

  @Test("Kappa of the diagnoses of Cohen 1968 is .49")
  func kappa() throws {
    // p_o = .44 + .20 + .06 = .70; p_e = .60·.50 + .30·.30 + .10·.20 = .30 + .09 + .02 = .41.
    // κ = (.70 − .41) / (1 − .41) = .29 / .59 = .4915….
    let table = try #require(diagnoses)
    #expect(table.units == 200 && table.agreed == 140)
    #expect(isClose(table.kappa, 0.29 / 0.59))
  }

  @Test("With the weights that Cohen 1968 gives to confusions, it is .348")
  func cohensWeights() throws {
    // Weights 1, 3 and 6 for the pairs (1, 2), (1, 3) and (2, 3).
    // Observed: 1·(.07 + .05) + 3·(.09 + .01) + 6·(.05 + .03) = .12 + .30 + .48 = .90.
    // Expected: 1·(.18 + .15) + 3·(.12 + .05) + 6·(.06 + .03) = .33 + .51 + .54 = 1.38.
    // κ_w = 1 − .90 / 1.38 = .348.
    let weights = [[0, 1, 3], [1, 0, 6], [3, 6, 0]]
    let kappa = try #require(diagnoses).kappa { weights[$0][$1] }
    #expect(isClose(kappa, 1 - 0.90 / 1.38))
    #expect(kappa.value.map { ($0 * 1000).rounded() } == 348)
  }

  @Test("With linear weights, two steps count twice as much as one")
  func linear() throws {
    // Observed: (.07 + .05 + .05 + .03) + 2·(.09 + .01) = .20 + .20 = .40.
    // Expected: (.18 + .15 + .06 + .03) + 2·(.12 + .05) = .42 + .34 = .76. κ_w = 1 − .40 / .76 = .4736….
    #expect(isClose(try #require(diagnoses).weightedKappa, 1 - 0.40 / 0.76))
  }

  @Test("Of two categories, 20 and 15 alike, 5 and 10 not, kappa is .4")
  func twoByTwo() throws {
    // p_o = 35/50 = .7; p_e = .5·.6 + .5·.4 = .5; κ = .2/.5 = .4. With two categories weights change nothing.
    let table = try #require(CrossTable(counts: [[20, 5], [10, 15]]))
    #expect(isClose(table.kappa, 0.4) && isClose(table.weightedKappa, 0.4))
  }

  @Test("Full agreement is 1, agreement as by chance 0, full reversal of halves −1")
  func bounds() throws {
    #expect(isClose(try #require(CrossTable(counts: [[3, 0], [0, 4]])).kappa, 1))
    #expect(isClose(try #require(CrossTable(counts: [[1, 1], [1, 1]])).kappa, 0))
    #expect(isClose(try #require(CrossTable(counts: [[0, 5], [5, 0]])).kappa, -1))
    // One coder with a single code: nothing can be learnt, and kappa is 0 whatever the other does.
    #expect(isClose(try #require(CrossTable(counts: [[7, 0], [3, 0]])).kappa, 0))
  }

  @Test("Where nothing could differ, kappa has no value, and says why")
  func undefined() throws {
    for counts in [[[9]], [[0, 0], [0, 9]]] {
      let table = try #require(CrossTable(counts: counts))
      #expect(table.kappa == .oneCategory && table.weightedKappa == .oneCategory && table.agreed == 9)
    }
    for counts in [[], [[0]], [[0, 0], [0, 0]]] {
      let table = try #require(CrossTable(counts: counts))
      #expect(table.kappa == .noUnits && table.weightedKappa == .noUnits)
    }
  }

  @Test("What is no square, or counts below nothing, is no table")
  func refused() {
    #expect(CrossTable(counts: [[1, 2]]) == nil)
    #expect(CrossTable(counts: [[1, 2], [3]]) == nil)
    #expect(CrossTable(counts: [[1, -1], [0, 1]]) == nil)
  }

  @Test("Pairs are counted by category; those of no category are left out")
  func pairs() {
    let table = CrossTable([("a", "a"), ("a", "b"), ("b", "b"), ("c", "a")], categories: ["a", "b"])
    #expect(table.counts == [[1, 1], [0, 1]])
    #expect(CrossTable([("a", "a")], categories: ["a", "a"]).units == 1)
  }
}
