import Bibliography

extension PageText {
  /// Pages with one hyphen between the first and the last, whatever dash and spaces stood there; another text as it is.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x20 || $0 == UInt8(ascii: "-") }) else {
      return text
    }
    let parts = text.split { "–—‐‑‒−-".contains($0) }.map(\.trimmed)
    return parts.count == 2 ? parts.joined(separator: "-") : text
  }
}

extension ReferenceType {
  /// Whether a work of this type stands in a journal or a book.
  var isPart: Bool {
    switch self {
    case .articleJournal, .articleMagazine, .articleNewspaper, .chapter, .entry, .entryDictionary,
      .entryEncyclopedia, .paperConference, .review, .reviewBook, .document, .article, .webpage, .postWeblog,
      .post:
      true
    default: false
    }
  }
}
