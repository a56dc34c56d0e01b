import TestSupport
import Testing

@testable import Review

@Suite("Passages that a newer text doesn't hold")
struct LostPassageTests {
  private func taking(_ content: String) throws -> ExtractedText {
    try ExtractedText(file: "b.txt", form: .plain, fileChecksum: "0", content: content)
  }

  @Test("A passage that was lost is looked for again when the newer text is replaced in its turn")
  func foundAgain() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      let text = try MadeReview.text("First words. Trust grew slowly. Last words.", in: review)
      let act = try review.mark(QuoteSelector(exact: "Trust grew slowly"), in: text.number, by: "Ann").number
      let kept = try review.mark(QuoteSelector(exact: "Last words"), in: text.number, by: "Ann").number
      _ = try review.replaceText(1, by: try taking("First words. Last words."), by: "Ann")
      #expect(try review.passage(act).marked.isLost && review.passage(act).marked.passage.text == 1)
      #expect(try review.passage(kept).marked.passage.text == 2)
      _ = try review.replaceText(2, by: try taking("First words. Trust grew slowly. Last words."), by: "Ann")
      let found = try review.passage(act)
      #expect(!found.marked.isLost && found.marked.passage.text == 3 && found.isVerified)
      #expect(found.marked.passage.position == PositionSelector(start: 13, end: 30))
      #expect(try review.passage(kept).marked.passage.text == 3)
      #expect(try review.checkPassages().faults == [])
      let again = try Review.inMemory()
      try review.replay(into: again)
      #expect(try again.material() == review.material())
    }
  }

  @Test("What an archive says of places and replacements that can't be is read without a trap")
  func absurd() {
    let text = AddedText(
      number: 2, source: "a", file: "a", form: .pdf, fileChecksum: "", checksum: "", length: 3,
      pages: [PageStart(offset: .min, label: "1"), PageStart(offset: .max, label: "2")])
    for (start, end) in [(Int.min, Int.min), (.max, .max), (.min, .max), (.max, .min), (0, 0)] {
      #expect(text.pages(of: PositionSelector(start: start, end: end))?.isEmpty == false)
    }
    var former = text
    former.number = 9
    let acts = MadeReview.logged([
      .textReplaced(TextReplacement(former: 9, text: text)),
      .textReplaced(TextReplacement(former: 2, text: former)),
    ])
    #expect([2, 9].contains(ReviewMaterial(acts: acts).newest(of: 2)))
  }
}
