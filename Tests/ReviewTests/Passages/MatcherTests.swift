import TestSupport
import Testing

@testable import Review

@Suite("Words in texts")
struct MatcherTests {
  /// Every place, looked for in the slow way.
  private func slow(_ words: String, _ text: String) -> [Int] {
    let (words, text) = (Array(words.unicodeScalars), Array(text.unicodeScalars))
    return text.indices.filter {
      $0 + words.count <= text.count && Array(text[$0..<($0 + words.count)]) == words
    }
  }

  @Test("Every place is found, however the text is handed over", arguments: 0..<60)
  func places(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let signs = ["a", "b", "\u{301}", "\u{1F600}"]
    let text = (0..<200).map { _ in random.pick(signs) }
    let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(signs) }.joined()
    var matcher = try #require(TextMatcher(words, .exact))
    var rest = text[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...40, using: &random)
      matcher.read(rest.prefix(count).joined())
      rest = rest.dropFirst(count)
    }
    #expect(matcher.places.map(\.start) == slow(words, text.joined()))
    #expect(matcher.places.allSatisfy { $0.end - $0.start == words.unicodeScalars.count })
  }

  @Test(
    "What differs only in how it is set is alike",
    arguments: [
      ("part-\nners", "partners"), ("e\u{FB03}cient", "efficient"), ("caf\u{E9}", "cafe\u{301}"),
      ("\u{2018}so\u{2019} \u{2014} then", "'so' - then"), ("soft\u{AD}ware", "software"),
      ("a\u{A0}b", "a b"),
    ])
  func alike(_ held: String, _ said: String) throws {
    for (one, other) in [(held, said), (said, held)] {
      var matcher = try #require(TextMatcher(one, .alike))
      matcher.read("<" + other + ">")
      #expect(matcher.places == [PositionSelector(start: 1, end: 1 + other.unicodeScalars.count)])
    }
  }

  @Test("Parts put together are the text, and none is long", arguments: 0..<40)
  func parts(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let signs = ["a", " ", "\n", "\n\n", "\u{C}", "\u{1F600}", "\u{5D0}", "e\u{301}", " \n\t\n"]
    let runs = (0..<60).map { _ in
      String(
        repeating: random.pick(signs), count: Int.random(in: 1...(seed % 2 == 0 ? 3 : 6_000), using: &random))
    }
    let text = runs.joined()
    var offset = 0
    var whole = ""
    for part in TextParts(text) {
      #expect(part.start == offset && !part.content.isEmpty)
      #expect(part.content.utf8.count <= TextParts.mostBytes)
      #expect(!part.content.dropLast().unicodeScalars.contains("\u{C}"))
      offset += part.content.unicodeScalars.count
      whole += part.content
    }
    #expect(Array(whole.utf8) == Array(text.utf8))
  }
}
