/// Text as TeX prints exactly this text, in UTF-8: only what TeX or BibTeX would take for a command is escaped.
enum TeXText {
  /// The text, escaped.
  ///
  /// - Parameter keepingBraces: write braces as `\{` and `\}`, which BibTeX counts as braces, and so only where they
  ///   pair up; else as commands.
  static func escaped(_ text: String, keepingBraces: Bool = false) -> String {
    let keepsBraces = keepingBraces && pairUp(text)
    var result = ""
    var before: Unicode.Scalar = "x"
    for scalar in text.unicodeScalars {
      // Two of these are printed as one other sign: a dash, or quotation marks.
      if scalar == before, "-',".unicodeScalars.contains(scalar) { result += "{}" }
      result += escaped(scalar, keepsBraces: keepsBraces)
      before = scalar
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar, keepsBraces: Bool) -> String {
    switch scalar {
    case "\\": "\\textbackslash{}"
    case "{": keepsBraces ? "\\{" : "\\textbraceleft{}"
    case "}": keepsBraces ? "\\}" : "\\textbraceright{}"
    case "%", "&", "$", "#", "_": "\\" + String(scalar)
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "\\textbar{}"
    case "`": "\\textasciigrave{}"
    default: String(scalar)
    }
  }

  /// Whether the braces of a text pair up.
  static func pairUp(_ text: String) -> Bool {
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// A title, escaped, with each word that has a capital in braces: styles of BibTeX set titles in small letters, all but
  /// the first.
  static func title(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.enumerated().map { place, word in
      let letters = place == 0 ? word.drop { !$0.isLetter }.dropFirst() : word
      let escaped = escaped(String(word))
      guard letters.contains(where: \.isUppercase) else { return escaped }
      // A group that begins with a command is an accented letter to BibTeX, whose case it changes.
      return escaped.hasPrefix("\\") ? "{{\(escaped)}}" : "{\(escaped)}"
    }.joined(separator: " ")
  }
}
