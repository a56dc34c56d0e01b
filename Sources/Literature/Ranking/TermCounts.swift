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
  var textCount: Int { starts.count - 1 }

  /// Counts the terms of texts.
  init(_ sequences: WordSequences) {
    starts.reserveCapacity(sequences.ends.count + 1)
    var numbers: [UInt64: UInt32] = [:]
    var keys: [UInt64] = []
    for text in sequences.ends.indices {
      Self.collect(sequences.words[sequences.range(text)], in: &keys)
      var next = 0
      while next < keys.count {
        var end = next + 1
        while end < keys.count, keys[end] == keys[next] { end += 1 }
        add(keys[next], times: end - next, &numbers)
        next = end
      }
      starts.append(terms.count)
    }
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

  private mutating func add(_ key: UInt64, times count: Int, _ numbers: inout [UInt64: UInt32]) {
    let number = numbers[key, default: UInt32(texts.count)]
    if Int(number) == texts.count {
      numbers[key] = number
      texts.append(0)
    }
    texts[Int(number)] += 1
    terms.append(number)
    times.append(UInt32(truncatingIfNeeded: count))
  }
}
