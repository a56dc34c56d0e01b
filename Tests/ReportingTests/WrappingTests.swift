import Reporting
import TestSupport
import Testing

@Suite("Wrapping")
struct WrappingTests {
  @Test("A text is broken alike in one run and in two", arguments: 0..<40)
  func twoRuns(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "trust", "co-operation", " ", " ", "  ", "e\u{301}", "\u{200D}", "\u{A0}", "\u{4E2D}", "/",
    ]
    for _ in 0..<50 {
      let scalars = Array(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick(pieces) }.joined().unicodeScalars)
      let (text, width) = (String(String.UnicodeScalarView(scalars)), Int.random(in: 2...30, using: &random))
      // Two letters are cut apart, never a sign and its accent.
      guard
        let cut = zip(scalars, scalars.dropFirst()).enumerated().filter({ $1.0.isASCII && $1.1.isASCII }).map(
          \.offset
        )
        .randomElement(using: &random)
      else { continue }
      let halves = [scalars[...cut], scalars[(cut + 1)...]].map { Run(String(String.UnicodeScalarView($0))) }
      #expect(Wrapping.lines([Run(text)], width: width) == Wrapping.lines(halves, width: width), "\(text)")
    }
  }
}
