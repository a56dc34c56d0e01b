import Bibliography

extension NameText {
  /// The names of a list in one field, and whether "et al." stood at its end.
  ///
  /// Semicolons, vertical lines and line ends part names; else "and" does, as in BibTeX; else commas do where what
  /// stands between them are whole names ("Liu R., Adler D.G."), or families and initials in turn ("Liu, R., Adler, D.").
  static func names(_ list: String) -> (names: [Name], isIncomplete: Bool) {
    var text = list.trimmed
    var isIncomplete = false
    for ending in ["et al.", "et al", "and others", "..."] where text.lowercased().hasSuffix(ending) {
      text = String(text.dropLast(ending.count)).trimmed
      while let last = text.utf8.last, ",;&".utf8.contains(last) { text = String(text.dropLast()).trimmed }
      isIncomplete = true
    }
    let parts = parts(of: text)
    let arePersons =
      parts.count > 1
      && parts.allSatisfy { part in
        part.contains(",") || (2...4).contains(part.split(separator: " ").count) && !looksLikeBody(part)
      }
    let names = parts.filter { !$0.isEmpty }.map { name($0, isPerson: arePersons) }
    return (names, isIncomplete)
  }

  private static func parts(of text: String) -> [String] {
    for separator in [";", "|", "\n"] as [Character] where text.contains(separator) {
      return text.split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
    }
    let byAnd = byAnd(text)
    if byAnd.count > 1 {
      if byAnd.contains(where: { $0.contains(",") }) {
        // "Liu R., Adler D.G. and Roe A."
        return byAnd.flatMap { byComma($0, isListed: true) }
      }
      if byAnd.allSatisfy({ $0.split(separator: " ").count > 1 && !looksLikeBody($0) }) { return byAnd }
      return [text]
    }
    return byComma(text, isListed: false)
  }

  private static func byAnd(_ text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if word == "and" || word == "AND" || word == "&" {
        parts.append([])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private static func byComma(_ text: String, isListed: Bool) -> [String] {
    var parts = text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    guard parts.count > 1 else { return parts }
    // PubMed ends its list with a full stop.
    if let last = parts.last, last.hasSuffix("."), parts.dropLast().allSatisfy({ !$0.contains(".") }),
      parts.count > 1, isFamilyAndInitials(last)
    {
      parts[parts.count - 1] = String(last.dropLast())
    }
    if parts.allSatisfy(isFamilyAndInitials) || parts.allSatisfy(isInitialsAndFamily) { return parts }
    if parts.count.isMultiple(of: 2), parts.count > 2 || !isListed,
      stride(from: 1, to: parts.count, by: 2).allSatisfy({ areInitials(parts[$0]) })
    {
      return stride(from: 0, to: parts.count, by: 2).map { "\(parts[$0]), \(parts[$0 + 1])" }
    }
    // "John Smith, Ann Roe, Lee Poe": three whole names can't be one name.
    if parts.count > 2, parts.allSatisfy({ $0.split(separator: " ").count > 1 && !looksLikeBody($0) }) {
      return parts
    }
    return [text]
  }

  private static func areInitials(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { isInitials($0) }
  }

  /// "J Huxham", "SJ van der Berg", as Google Scholar lists names.
  private static func isInitialsAndFamily(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), let first = words.first, let last = words.last else { return false }
    return isInitials(first) && !isInitials(last) && last.contains(where: \.isLowercase)
      && !looksLikeBody(text)
  }

  private static func isFamilyAndInitials(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last, words.contains(where: { !isInitials($0) }) else {
      return false
    }
    return isInitials(last)
      || words.count > 2 && ["jr", "jr.", "sr", "2nd", "3rd"].contains(last.lowercased())
  }
}
