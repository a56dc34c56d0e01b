import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Casework

@Suite("The words on which claims rest")
struct QuotedWordsTests {
  private static let words = "“By the third year nobody came – not even in May”"
  private func teller() throws -> TheoryTeller {
    TheoryTeller(of: try Fixture.gardens(), madeBy: "realist test")
  }

  @Test("An explanation quotes the words of a telling that has them, and no other")
  func explanations() throws {
    let places = try teller().explanations.flatMap(\.basis).map(\.place)
    let quoted = places.filter { $0.contains(Self.words) }
    #expect(!quoted.isEmpty && quoted.allSatisfy { $0.hasPrefix("Section “Trouble”, paragraph 3") })
    #expect(Set(places.filter { $0.contains(": “") }) == Set(quoted))
  }

  @Test("Why something comes about is told with the words, once each, and not of what is reversed by rule")
  func reasons() throws {
    let id = try #require(Concept.ID("garden-closure"))
    let text = TerminalRenderer().render(try teller().reasons(for: id)).unwrapped
    #expect(text.components(separatedBy: Self.words).count == 2)
    #expect(text.contains("1 configuration brings it about"))
  }

  @Test(
    "A passage as long as a chapter is cut, whatever signs it has",
    arguments: ["word ", "e\u{301}", "\u{1F600}\n"])
  func long(_ sign: String) {
    let exact = String(repeating: sign, count: 50_000)
    let quotation = Quotation(exact: exact, start: 0, end: exact.unicodeScalars.count, text: "")
    let words = quotation.words(atMost: 200)
    #expect(words.unicodeScalars.count <= 203 && words.hasSuffix("…”") && !words.contains("\n"))
    let short = Quotation(exact: sign, start: 0, end: sign.unicodeScalars.count, text: "").words(atMost: 200)
    #expect(short == "“\(sign.split(whereSeparator: \.isWhitespace).joined())”")
  }
}
