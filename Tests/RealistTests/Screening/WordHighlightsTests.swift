import Reporting
import TestSupport
import Testing

@testable import realist

@Suite("Words that are marked")
struct WordHighlightsTests {
  /// The text with `[for]` and `{against}` in brackets.
  private func marked(_ text: String, wanted: [String], unwanted: [String] = []) -> String {
    WordHighlights(wanted: wanted, unwanted: unwanted).runs(text).map { run in
      switch run.ink {
      case .wanted: "[\(run.text)]"
      case .unwanted: "{\(run.text)}"
      default: run.text
      }
    }.joined()
  }

  @Test("Whole words are found whatever their case and accents, and not inside others")
  func whole() {
    #expect(marked("Trust, trust; TRUSTED entrust", wanted: ["trust"]) == "[Trust], [trust]; TRUSTED entrust")
    #expect(marked("Café and cafe\u{301}s", wanted: ["cafe"]) == "[Café] and cafe\u{301}s")
    #expect(marked("a b", wanted: ["", " ", "*", "-"]) == "a b")
  }

  @Test("A word that ends in a star stands for all that begin so")
  func open() {
    #expect(marked("Partners in a partnership", wanted: ["partner*"]) == "[Partners] in a [partnership]")
    #expect(marked("co-operate, collaborate", wanted: ["co*"]) == "[co]-operate, [collaborate]")
    #expect(marked("x-rays xylem", wanted: ["x*"]) == "[x]-rays [xylem]")
  }

  @Test("A phrase is found over hyphens and spaces, never over the end of a sentence, and the longest first")
  func phrases() {
    let text = "Inter-organisational trust. Inter organisational. Organisational work"
    #expect(
      marked(text, wanted: ["organisational", "inter-organisational trust", "inter organisational"])
        == "[Inter-organisational trust]. [Inter organisational]. [Organisational] work")
    #expect(marked("trust. in managers", wanted: ["trust in"]) == "trust. in managers")
  }

  @Test("For and against are told apart; a word that is both is one for")
  func both() {
    #expect(
      marked("trust at school", wanted: ["trust"], unwanted: ["school", "trust"]) == "[trust] at {school}")
  }

  @Test("Whatever the text and the words are, nothing of the text is lost")
  func nothingLost() {
    var numbers = SplitMix64(seed: 11)
    for _ in 0..<300 {
      let text = NastyText.random(using: &numbers)
      let words = (0..<4).map { _ in NastyText.random(using: &numbers) } + ["a*", String(text.prefix(3))]
      let runs = WordHighlights(wanted: words, unwanted: words.reversed()).runs(text)
      #expect(runs.map(\.text).joined() == text)
    }
  }
}
