/// Text from outside as Markdown that shows exactly this text.
enum MarkdownText {
  /// The text, escaped so that nothing in it is read as CommonMark, GFM or HTML, wherever in a line it stands.
  static func escaped(_ text: String) -> String {
    let text = PlainText.visible(text)
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    var before: Character = " "
    for (offset, character) in text.enumerated() {
      result += escaped(character, after: before, atStart: offset == 0)
      before = character
    }
    return result
  }

  private static func escaped(_ character: Character, after before: Character, atStart: Bool) -> String {
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    // GFM cuts table rows at a bar before it reads backslashes.
    case "|": "&#124;"
    // An address such as a@b.example becomes a link of its own accord; a word joiner keeps it text.
    case "@": "@\u{2060}"
    case "\\", "`", "*", "_", "[", "]", "~", "$", "^": "\\" + String(character)
    // "http://…" and "www.…" become links of their own accord.
    case ":": "\\:"
    case "." where before == "w" || before == "W" || before.isNumber: "\\."
    case ")" where before.isNumber: "\\)"
    case "#", "+", "-", "=": atStart || before == " " ? "\\" + String(character) : String(character)
    case "!": "\\!"
    default: scalarwise(character)
    }
  }

  /// A sign with a combining mark on it is one character to Swift and still a sign to Markdown.
  private static func scalarwise(_ character: Character) -> String {
    guard let first = character.unicodeScalars.first, character.unicodeScalars.count > 1, first.isASCII,
      first.properties.isPatternSyntax
    else { return String(character) }
    let rest = String(String.UnicodeScalarView(character.unicodeScalars.dropFirst()))
    return "&#\(first.value);" + rest
  }
}
