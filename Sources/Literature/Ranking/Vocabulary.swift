/// Different words, each with a number; every word is held once.
struct Vocabulary {
  /// The words one after another, in UTF-8.
  private var bytes: [UInt8] = []
  /// Where each word ends.
  private var ends: [Int] = []
  /// The numbers of words by their hash, with `vacant` between them; as many slots as a power of 2, at most half of
  /// them taken.
  private var slots = [UInt32](repeating: vacant, count: 1024)

  private static let vacant = UInt32.max

  /// How many words there are.
  var count: Int { ends.count }

  /// The bytes of a word.
  func word(_ number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  /// The number of a word: a new one where it is new.
  mutating func number(of word: [UInt8]) -> UInt32 {
    var slot = self.slot(of: word[...])
    while slots[slot] != Self.vacant {
      if self.word(Int(slots[slot])).elementsEqual(word) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(count)
    slots[slot] = number
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The places of all words in the order of their bytes, which is that of their scalars: by number, where it stands.
  var places: [UInt32] {
    let sorted = (0..<count).sorted { word($0).lexicographicallyPrecedes(word($1)) }
    var places = [UInt32](repeating: 0, count: count)
    for (place, number) in sorted.enumerated() { places[number] = UInt32(place) }
    return places
  }

  /// Swift's hash differs from run to run, so that nobody can make up words that all fall into one slot; numbers are
  /// given as words come, whatever the slots.
  private func slot(of word: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    word.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize() & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: Self.vacant, count: slots.count * 2)
    for number in 0..<count {
      var slot = self.slot(of: word(number))
      while slots[slot] != Self.vacant { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }
}
