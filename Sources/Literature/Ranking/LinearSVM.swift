/// A linear support vector machine with squared hinge loss, on texts of a ``TermMatrix``.
///
/// It minimises ½‖*w*‖² + Σ *Cᵢ* max(0, 1 − *yᵢ* *w*·*xᵢ*)², with a constant 1 added to each *x* for the bias: what
/// liblinear's L2-regularised L2-loss classifier does, and scikit-learn's `LinearSVC`. It is solved in the dual,
/// coordinate by coordinate (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, "A dual coordinate descent method for
/// large-scale linear SVM", doi:10.1145/1390156.1390208), from where it was solved last: one more decision moves it little.
struct LinearSVM: Sendable {
  /// A text that was decided on.
  struct Example: Hashable, Sendable {
    /// The text's index.
    var text: Int
    /// Whether it was included.
    var isIncluded: Bool
    /// Its multiplier; never negative.
    var multiplier = 0.0
  }

  /// The cost of an error, before it is weighed: ASReview's.
  static let cost = 0.11
  /// How many times as much the included weigh in sum as the excluded: ASReview's.
  static let ratio = 9.8
  /// The largest violation of the conditions of optimality at which it is solved: scikit-learn's default.
  static let tolerance = 1e-4
  /// How often the included are gone over at most before each round over all.
  static let settlings = 4
  /// The most rounds over the examples.
  static let mostRounds = 1000

  /// What was decided, in the order in which it came.
  private(set) var examples: [Example] = []
  /// How many of them it was solved for, and how well.
  private var solved = 0
  private var solvedTo = Double.infinity
  /// The weights of the terms.
  private(set) var weights: [Double]
  /// The weight of the constant.
  private(set) var bias = 0.0
  /// How many rounds the last solving took.
  private(set) var rounds = 0

  /// A machine that knows nothing yet.
  init(termCount: Int) { weights = Array(repeating: 0, count: termCount) }

  /// Adds a decision.
  mutating func learn(_ text: Int, isIncluded: Bool) {
    examples.append(Example(text: text, isIncluded: isIncluded))
  }

  /// The costs of an error on an included and on an excluded text.
  ///
  /// As ASReview's `Balanced` has it: the excluded weigh 1/9.8 of the included in sum, and the mean weight is 1.
  var costs: (included: Double, excluded: Double) {
    let included = Double(examples.count(where: \.isIncluded))
    let excluded = Double(examples.count) - included
    guard included > 0, excluded > 0 else { return (Self.cost, Self.cost) }
    let lighter = included / (Self.ratio * excluded)
    let scale = Double(examples.count) / (included + excluded * lighter)
    return (Self.cost * scale, Self.cost * lighter * scale)
  }

  /// Solves for what was decided so far, to within a tolerance.
  ///
  /// Errors on the included cost many times as much as those on the excluded, so that their multipliers depend on one
  /// another most, and there are few of them: they are gone over several times before each round over all.
  mutating func solve(_ matrix: TermMatrix, to tolerance: Double = Self.tolerance) {
    // Once more would move the last digits: the same decisions are to give the same scores.
    guard solved < examples.count || tolerance < solvedTo else { return }
    let costs = self.costs
    let eases = (included: 0.5 / costs.included, excluded: 0.5 / costs.excluded)
    var draws = SeededNumbers(seed: UInt64(examples.count))
    var all = Array(examples.indices)
    var included = all.filter { examples[$0].isIncluded }
    let settlings = included.count * 2 < all.count ? Self.settlings : 0
    _ = improve(matrix, all.filter { $0 >= solved }, eases)
    (solved, solvedTo) = (examples.count, tolerance)
    rounds = 0
    var violation = Double.infinity
    while violation > tolerance, rounds < Self.mostRounds {
      for _ in 0..<settlings {
        draws.shuffle(&included)
        if improve(matrix, included, eases) < tolerance { break }
      }
      draws.shuffle(&all)
      violation = improve(matrix, all, eases)
      rounds += 1
    }
  }

  /// Solves for one multiplier after another.
  ///
  /// - Parameters:
  ///   - order: the examples, in the order in which they come.
  ///   - eases: what the square of a multiplier costs, for the included and for the excluded.
  /// - Returns: by how much the conditions of optimality were violated at most.
  private mutating func improve(
    _ matrix: TermMatrix, _ order: [Int], _ eases: (included: Double, excluded: Double)
  ) -> Double {
    var (worst, bias) = (0.0, self.bias)
    var examples = Self.taken(&self.examples)
    var weights = Self.taken(&self.weights)
    do {
      var sums = weights.mutableSpan
      for index in order {
        let example = examples[index]
        let ease = example.isIncluded ? eases.included : eases.excluded
        let sign = example.isIncluded ? 1.0 : -1.0
        let product = matrix.product(example.text, sums.span) + bias
        let slope =
          sign * product + (matrix.ownSquares[example.text] + ease) * example.multiplier - 1
        if example.multiplier == 0, slope >= 0 { continue }
        worst = max(worst, abs(slope))
        // The constant that stands for the bias adds 1 to the text's squared length.
        let multiplier = max(example.multiplier - slope / (matrix.squareLength(example.text) + 1 + ease), 0)
        let move = (multiplier - example.multiplier) * sign
        examples[index].multiplier = multiplier
        matrix.add(example.text, times: move, to: &sums)
        bias += move
      }
    }
    (self.examples, self.weights, self.bias) = (examples, weights, bias)
    return worst
  }

  /// Takes an array out of its place, so that it can be changed without a copy.
  private static func taken<Element>(_ array: inout [Element]) -> [Element] {
    let taken = array
    array = []
    return taken
  }

  /// The score of each row of a matrix: the higher, the likelier the text is to be included.
  func scores(_ matrix: TermMatrix) -> [Double] {
    let factors = weights.span
    var scores: [Double] = []
    scores.reserveCapacity(matrix.rowCount)
    for row in 0..<matrix.rowCount { scores.append(matrix.product(row, factors) + bias) }
    // The weights of terms that only one text has follow from the decision on that text alone.
    for example in examples {
      let own = example.isIncluded ? example.multiplier : -example.multiplier
      scores[example.text] += own * matrix.ownSquares[example.text]
      if let probe = matrix.probe(of: example.text) {
        scores[matrix.count + probe] += own * matrix.ownProducts[probe]
      }
    }
    return scores
  }
}
