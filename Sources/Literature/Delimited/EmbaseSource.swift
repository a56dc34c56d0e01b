/// Embase's line of where a work appeared: `Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004`.
struct EmbaseSource: Hashable {
  let journal: String
  let year: String
  var volume: String?
  var issue: String?
  var pages: String?
  var article: String?
  var date: String?

  /// The parts of a line; `nil` where it isn't of this form.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count < 1_000, let place = Self.year(in: bytes) else { return nil }
    journal = String(decoding: bytes[..<place], as: UTF8.self).trimmed
    year = String(decoding: bytes[place + 2..<place + 6], as: UTF8.self)
    guard !journal.isEmpty else { return nil }
    var rest = String(decoding: bytes[(place + 7)...], as: UTF8.self)
    date = Self.take("Date of Publication:", from: &rest)
    article = Self.take("Article Number:", from: &rest)
    if let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      pages = rest[rest.index(after: open)..<close].trimmed
      rest.removeSubrange(open...close)
    }
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(Self.bare)
    volume = parts.first.flatMap { $0.isEmpty ? nil : $0 }
    issue = parts.dropFirst().first.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where the first ` (2004)` begins.
  private static func year(in bytes: [UInt8]) -> Int? {
    bytes.indices.first { index in
      index + 6 < bytes.count && bytes[index] == 0x20 && bytes[index + 1] == 0x28 && bytes[index + 6] == 0x29
        && bytes[index + 2...index + 5].allSatisfy(TaggedLine.isDigit)
    }
  }

  /// Takes what stands behind some words, up to a full stop that ends it.
  private static func take(_ words: String, from rest: inout String) -> String? {
    guard let found = rest.firstRange(of: words) else { return nil }
    let end = rest[found.upperBound...].firstIndex(of: ".") ?? rest.endIndex
    let value = rest[found.upperBound..<end].trimmed
    rest.removeSubrange(found.lowerBound..<end)
    return value.isEmpty ? nil : value
  }

  /// A text without blanks and full stops at its ends.
  private static func bare(_ text: Substring) -> String {
    var text = text.trimmed
    while text.utf8.last == 0x2E { text = String(text.dropLast()).trimmed }
    while text.utf8.first == 0x2E { text = String(text.dropFirst()).trimmed }
    return text
  }

  /// Puts the parts into a record.
  ///
  /// - Returns: whether all had a place.
  func fill(_ draft: inout RecordDraft) -> Bool {
    var isWhole = draft.take(.container, journal)
    isWhole = draft.take(.year, year) && isWhole
    let parts: [(FieldMeaning, String?)] = [
      (.volume, volume), (.issue, issue), (.pages, pages), (.other(.number), article),
    ]
    for (meaning, text) in parts {
      if let text { isWhole = draft.take(meaning, text) && isWhole }
    }
    // A date that is only the year again adds nothing.
    if let date, date != year { isWhole = draft.take(.date, date) && isWhole }
    return isWhole
  }
}
