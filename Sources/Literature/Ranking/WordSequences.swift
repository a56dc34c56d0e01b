/// Texts as sequences of words, each word by its place among all of them in alphabetical order.
struct WordSequences {
  /// The words of all texts, one after another.
  private(set) var words: [UInt32] = []
  /// Where each text ends.
  private(set) var ends: [Int] = []
  /// Where each text's title ends.
  private var titleEnds: [Int] = []

  /// Reads texts: the title's words, then the abstract's.
  init(_ texts: [ScreeningText]) {
    var (scan, list) = (WordScan(), Vocabulary())
    ends.reserveCapacity(texts.count)
    for text in texts {
      scan.read(text.title) { words.append(list.number(of: $0)) }
      titleEnds.append(words.count)
      scan.read(text.abstract) { words.append(list.number(of: $0)) }
      ends.append(words.count)
    }
    let places = list.places
    for index in words.indices { words[index] = places[Int(words[index])] }
  }

  /// Where a text's words stand.
  func range(_ text: Int) -> Range<Int> { (text == 0 ? 0 : ends[text - 1])..<ends[text] }

  /// Where the words of a text's title stand.
  func titleRange(_ text: Int) -> Range<Int> { range(text).lowerBound..<titleEnds[text] }

  /// Whether a text has words beside its title's.
  func hasAbstract(_ text: Int) -> Bool { titleEnds[text] < ends[text] }

  /// For each text its place when they are sorted by their words; texts of the same words have the same place.
  var places: [UInt32] {
    let sorted = ends.indices.sorted { words[range($0)].lexicographicallyPrecedes(words[range($1)]) }
    var places = [UInt32](repeating: 0, count: ends.count)
    for (place, text) in sorted.enumerated() where place > 0 {
      let before = sorted[place - 1]
      let isSame = words[range(before)] == words[range(text)]
      places[text] = isSame ? places[before] : UInt32(place)
    }
    return places
  }
}
