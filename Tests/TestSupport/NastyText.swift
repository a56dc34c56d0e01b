/// Texts that YAML, JSON or a terminal would take for something else than text.
public enum NastyText {
  /// Whole texts, each nasty in its own way; none is empty or only white space.
  public static let examples: [String] = [
    "yes", "No", "y", "null", "Null", "~", "true", "off", "1e3", "0x1F", "0o17", "-1", "+.inf", ".nan",
    "1_000",
    "2021-03-08", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43", "12:30:45", "1.", "=", "<<", "---",
    "...", "-", "- a", "? a", ": a", "a: b", "a:", ":a", "a #b", "#a", "a#", "&a", "*a", "&a *a *a *a *a",
    "R&D & co",
    "!tag", "!!str a", "|", ">", "%TAG", "@a", "`a`", "'", "''", "\"", "\\", "\\n", "it's \"quoted\"", "{a}",
    "{", "}",
    "[a, b]", "[", "]", ",", "a, b", " a", "a ", "  a  b  ", "\ta", "a\t", "a\tb", "a\nb", "a\n\nb\n", "\na",
    "a\n", "a\n\n",
    "a \nb", "a\n b", "a\n\tb", "  a\nb", "a\n---\nb", "a\n# b", "a\n- b", "a\n? b", "a\nb: c", "a\r\nb",
    "a\rb", "a\u{85}b",
    "a\u{2028}b\u{2029}c", "a\u{FEFF}b", "a\u{0}b", "a\u{7}b", "\u{1B}[31mred", "a\u{202E}b", "a\u{200D}b",
    "\u{FFFE}", "a\u{FFFF}",
    "\u{10FFFF}", "\u{E000}", "\u{A0}a\u{A0}", "é", "e\u{301}", "\u{301}a", ":\u{20}\u{301}", " \u{301}#a",
    "👩‍👩‍👧", "🇬🇧", "日本語",
    "العربية", "What? ? ? What?", "a ?b", "a, ?b ?c ?d", "(a)", "\u{201C}a\u{201D}", "/a", "%a", "a\u{3000}",
    "\u{3000}a", "a\\\nb",
    "not given", "as linked", "more a", "any", String(repeating: "a", count: 3_000),
    String(repeating: "word ", count: 400) + "end", String(repeating: "two  spaces ", count: 60) + "end",
    "a" + String(repeating: " ", count: 300) + "b", String(repeating: "- ? : # & ", count: 60),
    String(repeating: "\"quoted\": {x}, ", count: 40), String(repeating: "line\n", count: 300) + "end",
    String(repeating: "a\n\n  b \n", count: 40), String(repeating: "é\u{1F600}ü ", count: 80) + "end",
  ]

  private static let pieces: [String] =
    [
      " ", "  ", "\n", "\t", "\r", "\r\n", "#", ":", "-", "?", "{", "}", "[", "]", ",", "&", "*", "!", "|",
      ">", "%",
      "@", "`", "'", "\"", "\\", "a", "b1", "é", "\u{301}", "\u{85}", "\u{2028}", "\u{0}", "\u{1F600}",
      "long words and so on ",
      "--- ", "... ", "\u{200D}", "\u{A0}", "0", ".",
    ] + examples.prefix(40)

  /// A text put together by chance; never empty or only white space.
  public static func random(using random: inout some RandomNumberGenerator) -> String {
    let count = Int.random(in: 1...14, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    return text.allSatisfy(\.isWhitespace) ? text + "x" : text
  }
}
