/// Lets titles alone be ranked among titles with abstracts.
///
/// A title has few words, and each weighs much in it: its score lies elsewhere than that of a whole text, and spreads
/// differently, whatever it is about. For every text that has an abstract both scores are known, that of the whole and that
/// of its title alone. So a title alone is put where it would lie among the whole texts: as many standard deviations from
/// their mean as it lies from the mean of the titles alone.
enum ScoreEvening {
  /// The fewest whole texts that this is done with.
  static let fewest = 10

  /// Evens out the scores of the texts of a matrix.
  ///
  /// - Parameter scores: the scores of all rows, those of titles alone after the texts'; the texts' are changed.
  static func even(_ scores: inout [Double], _ matrix: TermMatrix) {
    guard matrix.probed.count >= fewest, scores.count == matrix.rowCount else { return }
    let whole = Spread(matrix.probed.map { scores[$0] })
    let titles = Spread(scores[matrix.count...])
    guard titles.deviation > 1e-12 else { return }
    for text in matrix.titlesAlone {
      scores[text] = whole.mean + (scores[text] - titles.mean) * (whole.deviation / titles.deviation)
    }
  }

  /// The mean and the standard deviation of some numbers.
  private struct Spread {
    var mean = 0.0
    var deviation = 0.0

    init(_ numbers: some Collection<Double>) {
      guard !numbers.isEmpty else { return }
      let count = Double(numbers.count)
      mean = numbers.reduce(0, +) / count
      let mean = mean
      deviation = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    }
  }
}
