import Foundation

/// Texts as numbers: for each text the weights of its terms, words and pairs of neighbouring words, by TF-IDF.
///
/// A term's weight is (1 + ln *tf*) · (1 + ln((1 + *n*)/(1 + *df*))), where the text holds it *tf* times and *df* of all *n*
/// texts hold it; each text's weights are then divided by their Euclidean norm. Terms of more than 95% of the texts are
/// left out. It is what scikit-learn's `TfidfVectorizer` gives with `ngram_range=(1, 2), sublinear_tf=True,
/// max_df=0.95`, which are ASReview's settings (ELAS u4).
///
/// Most terms stand in one text only. They add to that text's norm, and to nothing else: no other text has them, so that
/// they tell nothing of another. They aren't held one by one, but as the sum of their squares (``ownSquares``): products
/// of texts are the same, with a third of the numbers.
struct TermMatrix: Sendable {
  /// Where each row's terms begin, and after the last where they end.
  private(set) var starts: [Int] = [0]
  /// The terms, row by row, each row's in the order of their words.
  private(set) var terms: [UInt32] = []
  /// Their weights.
  private(set) var weights: [Float] = []
  /// For each row the sum of the squared weights of the terms that only its text has.
  private(set) var ownSquares: [Double] = []
  /// For each title alone, the product of the terms that only its text has with the same ones of the whole text.
  private(set) var ownProducts: [Double] = []
  /// How many different terms there are that several texts have.
  private(set) var termCount = 0
  /// How many texts there are: the first rows.
  let count: Int
  /// The texts that have no words beside their title's.
  let titlesAlone: [Int]
  /// The texts that have more; the titles of these alone are the rows after the texts. There are none where
  /// ``titlesAlone`` is empty.
  let probed: [Int]
  /// The texts' places in an order that depends only on what they say; texts of the same words have the same place.
  let places: [UInt32]

  private let probes: [Int?]

  /// Which of the titles alone is a text's.
  func probe(of text: Int) -> Int? { probes.indices.contains(text) ? probes[text] : nil }

  /// The largest share of the texts that may hold a term.
  static let mostTexts = 0.95

  /// How many rows there are: texts, and titles alone.
  var rowCount: Int { ownSquares.count }

  /// The square of a row's length: 1, or 0 where it has no terms.
  func squareLength(_ row: Int) -> Double { ownSquares[row] > 0 || !range(row).isEmpty ? 1 : 0 }

  /// Where a row's terms stand.
  func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Weighs the terms of texts; time and memory grow with their length.
  init(_ texts: [ScreeningText]) {
    let words = WordSequences(texts)
    count = texts.count
    places = words.places
    titlesAlone = texts.indices.filter { !words.hasAbstract($0) }
    let places = self.places
    let whole = texts.indices.filter { words.hasAbstract($0) }
    // In an order that doesn't hang on the file's, since they are added up.
    probed = titlesAlone.isEmpty ? [] : whole.sorted { (places[$0], $0) < (places[$1], $1) }
    var probes = [Int?](repeating: nil, count: texts.count)
    for (probe, text) in probed.enumerated() { probes[text] = probe }
    self.probes = probes
    let counts = TermCounts(words, titlesOf: probed)
    let most = texts.count > 1 ? Self.mostTexts * Double(texts.count) : .infinity
    var numbers = [UInt32](repeating: 0, count: counts.texts.count)
    for (term, texts) in counts.texts.enumerated() where texts > 1 && Double(texts) <= most {
      numbers[term] = UInt32(termCount)
      termCount += 1
    }
    starts.reserveCapacity(counts.starts.count)
    for row in 0..<counts.starts.count - 1 { add(row, counts, numbers, most: most) }
    ownProducts = probed.indices.map { ownProduct(probe: $0, counts) }
  }

  /// How rare a term is that so many texts have.
  private func rarity(_ texts: Double) -> Double { 1 + log((1 + Double(count)) / (1 + texts)) }

  /// Both rows have their terms in the same order, and the text has all of its title's.
  private func ownProduct(probe: Int, _ counts: TermCounts) -> Double {
    let (text, title) = (probed[probe], count + probe)
    var next = counts.starts[text]
    var (sum, squares) = (0.0, 0.0)
    for entry in counts.starts[title]..<counts.starts[title + 1]
    where counts.texts[Int(counts.terms[entry])] == 1 {
      while next < counts.starts[text + 1], counts.terms[next] != counts.terms[entry] { next += 1 }
      guard next < counts.starts[text + 1] else { break }
      let times = 1 + log(Double(counts.times[entry]))
      sum += times * (1 + log(Double(counts.times[next])))
      squares += times * times
    }
    guard squares > 0 else { return 0 }
    // What a single term of a text weighs: its own squares are known, and made up of these alone.
    return sum * unit(text, counts) * unit(title, counts)
  }

  /// What a term that only a row's text has weighs where it stands once.
  private func unit(_ row: Int, _ counts: TermCounts) -> Double {
    var squares = 0.0
    for entry in counts.starts[row]..<counts.starts[row + 1] where counts.texts[Int(counts.terms[entry])] == 1
    {
      let times = 1 + log(Double(counts.times[entry]))
      squares += times * times
    }
    return squares > 0 ? (ownSquares[row] / squares).squareRoot() : 0
  }

  private mutating func add(_ row: Int, _ counts: TermCounts, _ numbers: [UInt32], most: Double) {
    let first = weights.count
    var (squares, own) = (0.0, 0.0)
    for entry in counts.starts[row]..<counts.starts[row + 1] {
      let term = Int(counts.terms[entry])
      let texts = Double(counts.texts[term])
      guard texts <= most else { continue }
      let weight = (1 + log(Double(counts.times[entry]))) * rarity(texts)
      squares += weight * weight
      if texts == 1 {
        own += weight * weight
      } else {
        terms.append(numbers[term])
        weights.append(Float(weight))
      }
    }
    let norm = squares.squareRoot()
    for entry in first..<weights.count { weights[entry] = Float(Double(weights[entry]) / norm) }
    ownSquares.append(squares > 0 ? own / squares : 0)
    starts.append(weights.count)
  }
}
