import Documents
import TestSupport
import Testing

@Suite("Did you mean")
struct NearestTests {
  /// The slow, obvious distance.
  private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard let x = a.last, let y = b.last else { return a.count + b.count }
    let (shortA, shortB) = (Array(a.dropLast()), Array(b.dropLast()))
    if x == y { return distance(shortA, shortB) }
    return 1 + min(distance(shortA, shortB), distance(shortA, b), distance(a, shortB))
  }

  @Test("The nearest name is the one that the obvious distance gives")
  func twin() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      func word() -> String {
        String(
          (0..<Int.random(in: 3...7, using: &random)).map { _ in random.pick(["a", "b", "c"]) }.joined())
      }
      let (name, candidates) = (word(), [word(), word(), word()])
      let limit = min(3, (name.utf8.count + 2) / 3)
      let expected =
        candidates.map { (distance(Array(name.utf8), Array($0.utf8)), $0) }.filter { $0.0 <= limit }
        .min { $0 < $1 }?.1
      #expect(name.nearest(among: candidates) == expected, "\(name) among \(candidates)")
    }
  }

  @Test("A slip of the finger is found, and nothing is offered for what is far from all")
  func slips() {
    let keys = ["context", "mechanism", "outcome"]
    #expect("contxet".nearest(among: keys) == "context")
    #expect("mechanisms".nearest(among: keys) == "mechanism")
    #expect("outcom".nearest(among: keys) == "outcome")
    #expect("fomr".nearest(among: ["note", "form"]) == "form")
    #expect("12".nearest(among: ["1", "13"]) == nil)
    #expect("1234".nearest(among: ["1235"]) == nil)
    #expect("place".nearest(among: keys) == nil)
    #expect(String(repeating: "a", count: 100_000).nearest(among: keys) == nil)
  }

  @Test("A text is clipped to one short line without signs that a terminal would obey")
  func clipped() {
    #expect("a\u{1B}[31m\nb".clipped == "a [31m b")
    #expect("a\u{202E}b\u{2028}c".clipped == "a b c")
    #expect(String(repeating: "x", count: 61).clipped == String(repeating: "x", count: 60) + "…")
    #expect(("a" + String(repeating: "\u{301}", count: 1_000_000)).clipped.utf8.count < 200)
  }
}
