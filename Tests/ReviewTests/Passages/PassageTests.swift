import Foundation
import GRDB
import TestSupport
import Testing

@testable import Review

@Suite("Passages")
struct PassageTests {
  private func withText(_ content: String, _ body: (Review, AddedText) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      try body(review, try MadeReview.text(content, in: review))
    }
  }

  private func passage(_ logged: LoggedAct) throws -> Passage {
    guard case .passageMarked(let passage) = logged.act else { throw CancellationError() }
    return passage
  }

  private func refusal(
    _ quote: QuoteSelector, in text: AddedText, of review: Review, page: String? = nil
  ) -> String {
    do {
      _ = try review.mark(quote, in: text.number, page: page, by: "Ann")
      return ""
    } catch {
      return error.refusal
    }
  }

  /// Texts in which a sign, a code point, a unit of UTF-16 and a byte are four different things.
  static let hard = [
    "e\u{301}e\u{301} cafe\u{301} and caf\u{E9}, one after another",
    "one\r\ntwo\r\n\r\nthree\rfour\u{2028}five",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{202B}\u{5D0}\u{5DE}\u{5D5}\u{5DF}\u{202C} \u{645}\u{631}\u{62D}\u{628}\u{627}\u{64B} end",
    "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1D11E}\u{1F600}\u{10FFFF}x \u{1F1E9}\u{1F1EA}",
    "\u{C}page two\u{C}\u{C}page four\u{C}",
    "a\u{FEFF}b\u{AD}c\u{200B}d \u{FB01}ne", "x", "\u{1100}\u{1161}\u{11A8} \u{AC01}",
  ]

  @Test("Every place of a hard text gives the words that stand there, told by a slow twin", arguments: hard)
  func offsets(_ content: String) throws {
    try withText(content) { review, text in
      let scalars = Array(try review.words(ofText: text.number).unicodeScalars)
      #expect(text.length == scalars.count)
      func slice(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
      }
      for start in 0..<scalars.count {
        for end in (start + 1)...scalars.count {
          let logged = try review.mark(PositionSelector(start: start, end: end), in: text.number, by: "Ann")
          let quote = try passage(logged).quote
          // Words are compared code point by code point: as texts, composed and decomposed accents would be equal.
          #expect(Array(quote.exact.unicodeScalars) == Array(scalars[start..<end]))
          #expect(Array(quote.prefix.unicodeScalars) == Array(slice((start - 32)..<start).unicodeScalars))
          #expect(Array(quote.suffix.unicodeScalars) == Array(slice(end..<(end + 32)).unicodeScalars))
        }
        if start > 6 { break }
      }
      let check = try review.checkPassages()
      #expect(check.faults == [] && check.passages > 0)
    }
  }

  @Test(
    "Passages that run over the parts in which a text is kept are what a slow twin says", arguments: 0..<6)
  func overParts(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let runs = Self.hard + ["\n\n", "\r\n", "\u{C}", " ", "word ", "e\u{301}"]
    var content = ""
    while content.utf8.count < 5 * TextParts.mostBytes {
      content += String(repeating: random.pick(runs), count: Int.random(in: 1...200, using: &random))
    }
    try withText(content) { review, text in
      let scalars = Array(try review.words(ofText: text.number).unicodeScalars)
      #expect(text.length == scalars.count)
      for _ in 0..<30 {
        let start = Int.random(in: 0..<scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 1...(2 * TextParts.mostBytes), using: &random))
        let position = PositionSelector(start: start, end: end)
        guard try review.material().passages.allSatisfy({ $0.passage.position != position }) else { continue }
        let found = try passage(review.mark(position, in: text.number, by: "Ann"))
        #expect(Array(found.quote.exact.unicodeScalars) == Array(scalars[start..<end]))
        let page = 1 + scalars[..<start].count { $0 == "\u{C}" }
        #expect((found.page ?? "1").split(separator: "-").first == "\(page)")
      }
      let check = try review.checkPassages()
      #expect(check.faults == [] && check.passages > 20)
    }
  }

  @Test("Line ends become LF, and nothing else changes")
  func lineEnds() throws {
    try withText("a\r\nb\rc\n\r\r\nd e\u{301}\u{E9}") { review, text in
      let words = try review.words(ofText: text.number)
      #expect(Array(words.unicodeScalars) == Array("a\nb\nc\n\n\nd e\u{301}\u{E9}".unicodeScalars))
      #expect(text.checksum == TextChecksum.of(words))
    }
  }

  @Test("Words that stand once are found, however they are broken in the text")
  func quoting() throws {
    let content =
      "First, trust between part-\nners grew.\n\nStaff said \u{201C}we e\u{FB03}ciently won\u{2019}t\u{201D} leave."
    try withText(content) { review, text in
      for (said, held) in [
        ("between partners grew", "between part-\nners grew"), ("First, trust", "First, trust"),
        ("\"we efficiently won't\"", "\u{201C}we e\u{FB03}ciently won\u{2019}t\u{201D}"),
      ] {
        let found = try passage(review.mark(QuoteSelector(exact: said), in: text.number, by: "Ann"))
        #expect(found.quote.exact == held)
        #expect(try review.words(ofText: text.number, at: found.position) == held)
      }
      #expect(try review.checkPassages().faults.isEmpty)
    }
  }

  @Test("Words that stand nowhere, or at several places, are refused with what to do")
  func refused() throws {
    let content = "Trust grew at first.\u{C}Then trust fell, and trust rose.\u{C}No trust."
    try withText(content) { review, text in
      func refusal(_ quote: QuoteSelector, page: String? = nil) -> String {
        self.refusal(quote, in: text, of: review, page: page)
      }
      #expect(refusal(QuoteSelector(exact: "faith")).contains("doesn't stand in text 1"))
      let several = refusal(QuoteSelector(exact: "trust"))
      #expect(several.contains("stands at 3 places") && several.contains("--from 26 --to 31, page 2"))
      #expect(refusal(QuoteSelector(exact: "trust"), page: "9").contains("at none with that page"))
      #expect(refusal(QuoteSelector(exact: " \n-")).contains("doesn't stand"))
      #expect(refusal(QuoteSelector(exact: "\u{1B}[31mfaith\u{202E}")).contains("“[31mfaith”"))
      #expect(refusal(QuoteSelector(exact: "trust", suffix: " rose")) == "")
      #expect(refusal(QuoteSelector(exact: "trust", prefix: "Then ")) == "")
      #expect(refusal(QuoteSelector(exact: "trust"), page: "3") == "")
      #expect(refusal(QuoteSelector(exact: "trust"), page: "3").contains("is marked already"))
      let passages = try review.material().passages
      #expect(passages.map(\.passage.page) == ["2", "2", "3"])
    }
  }

  @Test(
    "A place that is none of the text is refused",
    arguments: [
      (-1, 3), (3, 3), (4, 2), (0, 12), (11, 12), (Int.min, Int.max), (Int.max - 1, Int.max), (0, Int.max),
    ])
  func noPlace(_ start: Int, _ end: Int) throws {
    try withText("eleven sign") { review, text in
      let before = try review.rows()
      #expect(throws: ReviewFault.self) {
        try review.mark(PositionSelector(start: start, end: end), in: text.number, by: "Ann")
      }
      #expect(throws: ReviewFault.self) {
        try review.mark(PositionSelector(start: 0, end: 3), in: 7, by: "Ann")
      }
      #expect(try review.rows() == before)
    }
  }

  @Test("A passage that says something else than its text can't come in")
  func construction() throws {
    try withText("Trust\u{301} grew at first, e\u{301}t fell.") { review, text in
      let right = try passage(review.mark(PositionSelector(start: 7, end: 27), in: text.number, by: "Ann"))
      _ = try review.undo(by: "Ann")
      for change in [\Passage.quote.exact, \.quote.prefix, \.quote.suffix] {
        var wrong = right
        wrong[keyPath: change] += "!"
        #expect(throws: ReviewFault.self) { try review.append(.passageMarked(wrong), by: "Ann") }
      }
      var composed = right
      composed.quote.exact = right.quote.exact.precomposedStringWithCanonicalMapping
      #expect(composed == right)
      #expect(throws: ReviewFault.self) { try review.append(.passageMarked(composed), by: "Ann") }
      var wrong = right
      wrong.page = "1"
      #expect(throws: ReviewFault.self) { try review.append(.passageMarked(wrong), by: "Ann") }
    }
  }

  @Test("A text that was changed behind the review's back is told, with its passages")
  func tampered() throws {
    try withText("Trust grew at first, and for the years that came.\n\nThen it fell.") { review, text in
      let first = try review.mark(QuoteSelector(exact: "Trust"), in: text.number, by: "Ann")
      let second = try review.mark(QuoteSelector(exact: "Then it fell"), in: text.number, by: "Ann")
      #expect(try review.checkPassages().faults == [])
      try review.database.write { database in
        try database.execute(
          sql:
            "DROP TRIGGER text_is_not_changed; UPDATE text_part SET content = 'Then it rose.' WHERE start > 0"
        )
      }
      let faults = try review.checkPassages().faults
      #expect(faults.map(\.subject) == ["text \(text.number)", "p\(second.number)"])
      #expect(try review.passage(first.number).isVerified)
      #expect(try !review.passage(second.number).isVerified)
    }
  }

  @Test("A text of 10 MB is no harder: its last words are marked, opened and checked")
  func large() throws {
    let paragraph =
      "The \u{1F600} partner\u{2019}s trust e\u{301}tait there; \u{5D0}\u{5DE}\u{5D5}\u{5DF} again and again.\n\n"
    let content =
      String(repeating: paragraph, count: (10 << 20) / paragraph.utf8.count) + "The very last words."
    try withText(content) { review, text in
      #expect(text.length == content.unicodeScalars.count)
      let found = try passage(
        review.mark(QuoteSelector(exact: "very last words"), in: text.number, by: "Ann"))
      #expect(found.position.end == text.length - 1)
      let middle = PositionSelector(start: text.length / 2, end: text.length / 2 + 500)
      let held = try passage(review.mark(middle, in: text.number, by: "Ann"))
      let scalars = Array(content.unicodeScalars)
      #expect(held.quote.exact == String(String.UnicodeScalarView(scalars[middle.start..<middle.end])))
      #expect(try review.checkPassages().faults == [])
    }
  }

  @Test("Words of a hostile text are looked for in steady time")
  func hostile() throws {
    let content = String(repeating: "a", count: 300_000) + "b"
    try withText(content) { review, text in
      let quote = QuoteSelector(exact: String(repeating: "a", count: 50_000) + "b")
      let long = try passage(review.mark(quote, in: text.number, by: "Ann"))
      #expect(long.position.end == text.length)
      let told = refusal(QuoteSelector(exact: "aa"), in: text, of: review)
      #expect(told.contains("more than 1,000 places"))
    }
  }
}
