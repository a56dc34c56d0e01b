/// How often each text holds each term: a word, or two words that follow one another.
struct TermCounts {
  /// Where each text's terms begin, and after the last where they end.
  private(set) var starts: [Int] = [0]
  /// The terms, text by text, numbered as they first come; each text's in the order of their words.
  private(set) var terms: [UInt32] = []
  /// How often the text holds the term.
  private(set) var times: [UInt32] = []
  /// For each term, how many texts hold it.
  private(set) var texts: [UInt32] = []

  /// How many texts there are.
  let textCount: Int

  private var numbers: [UInt64: UInt32] = [:]
  private var keys: [UInt64] = []

  /// Counts the terms of texts, and after them those of some of their titles alone, which aren't counted as texts.
  init(_ sequences: WordSequences, titlesOf texts: [Int]) {
    textCount = sequences.ends.count
    starts.reserveCapacity(textCount + texts.count + 1)
    for text in 0..<textCount { add(sequences.words[sequences.range(text)], counts: true) }
    for text in texts { add(sequences.words[sequences.titleRange(text)], counts: false) }
    (numbers, keys) = ([:], [])
  }

  private mutating func add(_ words: ArraySlice<UInt32>, counts: Bool) {
    Self.collect(words, in: &keys)
    var next = 0
    while next < keys.count {
      var end = next + 1
      while end < keys.count, keys[end] == keys[next] { end += 1 }
      add(keys[next], times: end - next, counts: counts)
      next = end
    }
    starts.append(terms.count)
  }

  /// The keys of a text's terms, sorted: the first word, then 0 or the second word and 1.
  private static func collect(_ words: ArraySlice<UInt32>, in keys: inout [UInt64]) {
    keys.removeAll(keepingCapacity: true)
    var before: UInt64?
    for word in words {
      let first = UInt64(word) << 32
      keys.append(first)
      if let before { keys.append(before | (UInt64(word) + 1)) }
      before = first
    }
    keys.sort()
  }

  private mutating func add(_ key: UInt64, times count: Int, counts: Bool) {
    let number = numbers[key, default: UInt32(texts.count)]
    if Int(number) == texts.count {
      numbers[key] = number
      texts.append(0)
    }
    if counts { texts[Int(number)] += 1 }
    terms.append(number)
    times.append(UInt32(truncatingIfNeeded: count))
  }
}
