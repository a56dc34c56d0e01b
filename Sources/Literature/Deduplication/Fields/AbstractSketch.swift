/// What is kept of an abstract to tell whether another one has the same text: the smallest hashes of its runs of four
/// words.
///
/// Source: Broder 1997, "On the resemblance and containment of documents".
struct AbstractSketch: Sendable {
  let hashes: [UInt64]

  /// How many hashes are kept.
  private static let size = 24
  /// How many bytes of an abstract are read.
  private static let limit = 4_096

  /// `nil` where the abstract is too short to say something.
  init?(_ abstract: String?) {
    guard let abstract else { return nil }
    let words = FoldedWords(utf8: Array(abstract.utf8.prefix(Self.limit)))
    guard words.count >= 20 else { return nil }
    let single = words.hashes
    var smallest: Set<UInt64> = []
    for index in 0..<(words.count - 3) {
      var hash = StableHash()
      for offset in 0..<4 { hash.combine(single[index + offset]) }
      smallest.insert(hash.value)
    }
    hashes = Array(smallest.sorted().prefix(Self.size))
  }

  /// The share of runs that both texts have, 0 to 1, as the sketches tell it.
  func likeness(_ other: AbstractSketch) -> Double {
    var (left, right, shared, seen) = (0, 0, 0, 0)
    // Of the union of both, only as many of the smallest are known as the smaller sketch holds.
    let known = min(hashes.count, other.hashes.count)
    while seen < known, left < hashes.count, right < other.hashes.count {
      let (mine, theirs) = (hashes[left], other.hashes[right])
      if mine == theirs { shared += 1 }
      if mine <= theirs { left += 1 }
      if theirs <= mine { right += 1 }
      seen += 1
    }
    return seen == 0 ? 0 : Double(shared) / Double(seen)
  }
}
