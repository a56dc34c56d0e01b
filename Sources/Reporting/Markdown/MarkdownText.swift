/// Text from outside as Markdown that shows exactly this text.
enum MarkdownText {
  /// The text, escaped so that nothing in it is read as CommonMark, GFM or HTML, wherever in a line it stands.
  static func escaped(_ text: String) -> String {
    let text = PlainText.visible(text)
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    let characters = Array(text)
    for index in characters.indices { result += escaped(characters, at: index) }
    return result
  }

  private static func escaped(_ text: [Character], at index: Int) -> String {
    let character = text[index]
    let opensWord = index == 0 || text[index - 1] == " "
    return switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    // GFM cuts table rows at a bar before it reads backslashes.
    case "|": "&#124;"
    // An address such as a@b.example becomes a link of its own accord; a word joiner keeps it text.
    case "@": "@\u{2060}"
    case "\\", "`", "*", "_", "[", "]", "~", "$", "^", "!": "\\" + String(character)
    // "http://…" and "www.…" become links of their own accord.
    case ":" where text.indices.contains(index + 1) && text[index + 1] == "/": "\\:"
    case "." where index > 0 && "wW".contains(text[index - 1]): "\\."
    // "1." at the start is a numbered item.
    case ".", ")": text[..<index].allSatisfy(\.isNumber) ? "\\" + String(character) : String(character)
    case "#", "+", "-", "=": opensWord ? "\\" + String(character) : String(character)
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
