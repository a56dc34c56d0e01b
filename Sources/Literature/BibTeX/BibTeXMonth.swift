/// Months as BibTeX files write them.
enum BibTeXMonth {
  private static let words = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The number of a month, 1 to 12, that is written as a number, an abbreviation or an English name.
  static func number(of text: String) -> Int? {
    let word = text.lowercased()
    if let number = Int(word), (1...12).contains(number), word.utf8.count <= 2 { return number }
    guard word.utf8.count >= 3, let place = words.firstIndex(of: String(word.prefix(3))) else { return nil }
    let name = names[place]
    return name.hasPrefix(word) || word == "sept" || word.hasSuffix(".") && name.hasPrefix(word.dropLast())
      ? place + 1 : nil
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
}
