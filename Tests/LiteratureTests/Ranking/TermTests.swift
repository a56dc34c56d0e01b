import Testing

@testable import Literature

@Suite("Words and terms of records")
struct TermTests {
  @Test("Words are those that scikit-learn finds")
  func words() throws {
    for example in try RankingReference.read().words {
      var (scan, found) = (WordScan(), [String]())
      scan.read(example.text) { found.append(String(decoding: $0, as: UTF8.self)) }
      #expect(found == example.words, "\(example.text)")
    }
  }

  @Test("The products of texts are those of scikit-learn's TF-IDF, though terms of one text aren't held")
  func products() throws {
    let reference = try RankingReference.read()
    let matrix = TermMatrix(reference.corpus.map(\.text))
    for (row, products) in reference.products.enumerated() {
      for (column, expected) in products.enumerated() {
        var product = row == column ? matrix.ownSquares[row] : 0
        for entry in matrix.range(row) {
          for other in matrix.range(column) where matrix.terms[other] == matrix.terms[entry] {
            product += Double(matrix.weights[entry]) * Double(matrix.weights[other])
          }
        }
        #expect(abs(product - expected) < 1e-6, "texts \(row) and \(column)")
      }
    }
  }

  @Test("A title alone has the terms that its text's title has")
  func titles() {
    let texts = [
      ScreeningText(title: "bees in gardens", abstract: "bees like gardens"),
      ScreeningText(title: "salt on roads"),
      ScreeningText(title: "gardens on roads", abstract: "salt"),
    ]
    let matrix = TermMatrix(texts)
    #expect(matrix.titlesAlone == [1])
    #expect(matrix.probed.sorted() == [0, 2])
    // The first title by itself, among the same texts, with the weights that they give.
    let probe = matrix.count + (matrix.probe(of: 0) ?? 0)
    let shared = matrix.range(probe).reduce(0) {
      $0 + Double(matrix.weights[$1]) * Double(matrix.weights[$1])
    }
    #expect(abs(shared + matrix.ownSquares[probe] - 1) < 1e-6)
    // Word for word: what only text 0 has is bees, in, bees in, in gardens of its title.
    let rare = 1 + 0.693147180559945  // ln(4 / 2)
    let common = 1 + 0.287682072451781  // ln(4 / 3): gardens
    let norm = (4 * rare * rare + common * common).squareRoot()
    #expect(abs(matrix.ownSquares[probe] - 4 * rare * rare / (norm * norm)) < 1e-6)
    // In the whole text bees stands twice; its own are 4 more: gardens bees, bees like, like, like gardens.
    let twice = 1 + 0.693147180559945
    let whole = (rare * rare * (twice * twice + 7) + common * common * twice * twice).squareRoot()
    let expected = rare * rare * (twice + 3) / (norm * whole)
    #expect(abs(matrix.ownProducts[matrix.probe(of: 0) ?? 0] - expected) < 1e-6)
  }

  @Test("The loops without bounds checks give what checked ones give, to the last bit")
  func twins() {
    let matrix = TermMatrix(ScreeningCorpus(seed: 3).texts)
    let factors = (0..<matrix.termCount).map { 1 / Double($0 + 3) }
    var (sums, slow) = (factors, factors)
    for row in 0..<matrix.rowCount {
      #expect(matrix.product(row, factors.span) == checkedProduct(matrix, row, factors))
      var span = sums.mutableSpan
      matrix.add(row, times: 0.3, to: &span)
      for entry in matrix.range(row) { slow[Int(matrix.terms[entry])] += 0.3 * Double(matrix.weights[entry]) }
    }
    #expect(sums == slow)
    #expect(matrix.product(0, [1.0].span) == 0)
  }

  private func checkedProduct(_ matrix: TermMatrix, _ row: Int, _ factors: [Double]) -> Double {
    var sums = [0.0, 0.0, 0.0, 0.0]
    let entries = Array(matrix.range(row))
    for (index, entry) in entries.enumerated() {
      let lane = index < entries.count / 4 * 4 ? index % 4 : 0
      sums[lane] += Double(matrix.weights[entry]) * factors[Int(matrix.terms[entry])]
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }
}
