import Bibliography

/// Names as exports write them.
enum NameText {
  /// One name.
  ///
  /// "Family, Given, Suffix" is a person's. Without a comma "Liu R." and "Smith JA Jr" are, and "J. A. Smith"; any other
  /// text is taken for a body's name, since nothing tells "World Bank" from "John Smith".
  ///
  /// - Parameter isPerson: whether a text of two or three words is a person's all the same, since others beside it are.
  static func name(_ text: String, isPerson: Bool = false) -> Name {
    let comma = UInt8(ascii: ",")
    if let first = text.utf8.firstIndex(of: comma) { return withComma(text, at: first) }
    let words = text.split(separator: " ")
    if words.count < 2 || words.count > 6 { return Name(literal: text) }
    if let name = initialsLast(words) ?? initialsFirst(words) { return name }
    if isPerson, words.count <= 4, !looksLikeBody(text) { return givenFirst(words) }
    return Name(literal: text)
  }

  private static func withComma(_ text: String, at first: String.Index) -> Name {
    let family = text[..<first].trimmed
    var rest = text[text.utf8.index(after: first)...]
    var suffix: String?
    if let second = rest.utf8.firstIndex(of: UInt8(ascii: ",")) {
      let last = rest[rest.utf8.index(after: second)...].trimmed
      let middle = rest[..<second].trimmed
      // A third comma: no name of this form.
      if last.utf8.contains(UInt8(ascii: ",")) { return Name(literal: text.trimmed) }
      // "Family, Jr, Given" is BibTeX's order, "Family, Given, Jr" that of RIS.
      if isSuffix(middle), !last.isEmpty {
        return Name(family: family, given: last, suffix: middle)
      }
      suffix = last.isEmpty ? nil : last
      rest = rest[..<second]
    }
    let given = rest.trimmed
    if family.isEmpty { return Name(literal: text.trimmed) }
    return Name(family: family, given: given.isEmpty ? nil : given, suffix: suffix)
  }

  private static let suffixes: Set<String> = [
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd", "4th",
  ]

  static func isSuffix(_ word: some StringProtocol) -> Bool { suffixes.contains(word.lowercased()) }

  /// "Liu R.", "van der Berg J.-P.", "Smith JA Jr".
  private static func initialsLast(_ words: [Substring]) -> Name? {
    var words = words
    var suffix: String?
    if words.count > 2, let last = words.last, isSuffix(last) {
      suffix = String(last)
      words.removeLast()
    }
    var initials: [Substring] = []
    while words.count > 1, let last = words.last, isInitials(last) {
      initials.insert(last, at: 0)
      words.removeLast()
    }
    let family = words.joined(separator: " ")
    // "J. A. B" is no family name with initials; nor is "Cancer Research UK".
    guard !initials.isEmpty, initials.count <= 4, words.contains(where: { !isInitials($0) }),
      !looksLikeBody(family)
    else { return nil }
    let given = initials.joined(separator: " ")
    if !given.contains("."),
      given.count > 3 || words.allSatisfy({ $0.count < 5 && $0.allSatisfy(\.isUppercase) })
    {
      return nil
    }
    return Name(family: family, given: given, suffix: suffix)
  }

  /// "J. A. Smith", "John A. Smith", "J Smith".
  private static func initialsFirst(_ words: [Substring]) -> Name? {
    let isOneInitial = words.count == 2 && words[0].count == 1 && words[0].allSatisfy(\.isUppercase)
    guard let last = words.last, !isInitials(last), last.first?.isLetter == true,
      isOneInitial || words.dropLast().contains(where: { isInitials($0) && $0.hasSuffix(".") }),
      !looksLikeBody(words.joined(separator: " "))
    else { return nil }
    return givenFirst(words)
  }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "ter", "al",
    "el", "bin", "ibn",
  ]

  private static func givenFirst(_ words: [Substring]) -> Name {
    var words = words
    var suffix: String?
    if words.count > 2, let last = words.last, isSuffix(last) {
      suffix = String(last)
      words.removeLast()
    }
    var start = words.count - 1
    while start > 1, particles.contains(words[start - 1].lowercased()) { start -= 1 }
    return Name(
      family: words[start...].joined(separator: " "), given: words[..<start].joined(separator: " "),
      suffix: suffix)
  }

  /// One to four capitals, each perhaps with a full stop or a hyphen: "R.", "D.G.", "JA", "J.-P.".
  static func isInitials(_ word: some StringProtocol) -> Bool {
    var letters = 0
    var wasLetter = false
    for scalar in word.unicodeScalars {
      if scalar.properties.isUppercase {
        letters += 1
        wasLetter = true
      } else if scalar == "." || scalar == "-" || scalar == "\u{2010}" {
        wasLetter = false
      } else {
        // "Yu." and "Th." are initials of two letters.
        guard wasLetter, scalar.properties.isLowercase, word.hasSuffix("."), word.unicodeScalars.count <= 4
        else {
          return false
        }
      }
    }
    return (1...4).contains(letters)
  }

  private static let wordsOfBodies: Set<String> = [
    "of", "for", "the", "and", "on", "in", "group", "committee", "university", "organization", "organisation",
    "institute", "association", "society", "council", "collaboration", "collaborators", "investigators",
    "network",
    "study", "trial", "team", "department", "ministry", "centre", "center", "foundation", "federation",
    "research",
    "consortium", "agency", "authority", "commission", "board", "bank", "college", "hospital", "health",
    "inc",
    "ltd", "company", "union", "office", "service", "services", "national", "international",
    "nations",
    "task", "force", "initiative", "project", "program", "programme", "alliance", "academy", "government",
  ]

  static func looksLikeBody(_ text: some StringProtocol) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { wordsOfBodies.contains(String($0)) }
  }
}
