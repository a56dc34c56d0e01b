/// The two loops that all time goes into, without bounds checks; the one file of the ranking that goes without.
///
/// Checked, they take 1.4 times as long. What is left unchecked can't be out of bounds: a matrix is made whole, by its one
/// initialiser, and each of its terms is below ``TermMatrix/termCount``, which is held against the other side here. Slow,
/// checked twins in the tests give the same to the last bit.
extension TermMatrix {
  /// The product of a row with a factor for each term, without the terms that only one text has; 0 where the factors
  /// aren't this matrix's.
  ///
  /// Four sums are kept and added up at the end, since each addition would wait for the one before; the order is always
  /// the same.
  @inline(__always)
  func product(_ row: Int, _ factors: borrowing Span<Double>) -> Double {
    guard factors.count == termCount else { return 0 }
    let range = range(row)
    let terms = terms.span.extracting(range)
    let weights = weights.span.extracting(range)
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var entry = 0
    while entry + 4 <= weights.count {
      first += Double(weights[unchecked: entry]) * factors[unchecked: Int(terms[unchecked: entry])]
      second += Double(weights[unchecked: entry + 1]) * factors[unchecked: Int(terms[unchecked: entry + 1])]
      third += Double(weights[unchecked: entry + 2]) * factors[unchecked: Int(terms[unchecked: entry + 2])]
      fourth += Double(weights[unchecked: entry + 3]) * factors[unchecked: Int(terms[unchecked: entry + 3])]
      entry += 4
    }
    while entry < weights.count {
      first += Double(weights[entry]) * factors[Int(terms[entry])]
      entry += 1
    }
    return (first + second) + (third + fourth)
  }

  /// Adds a multiple of a row's weights to a sum for each term; nothing where the sums aren't this matrix's.
  @inline(__always)
  func add(_ row: Int, times factor: Double, to sums: inout MutableSpan<Double>) {
    guard sums.count == termCount else { return }
    let range = range(row)
    let terms = terms.span.extracting(range)
    let weights = weights.span.extracting(range)
    for entry in 0..<weights.count {
      sums[unchecked: Int(terms[unchecked: entry])] += factor * Double(weights[unchecked: entry])
    }
  }
}
