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
    let form = #/(?<journal>[^\n]{1,300}?) \((?<year>[12][0-9]{3})\)(?<rest>[^\n]{0,500})/#
    guard text.utf8.count < 1_000, let match = text.wholeMatch(of: form) else { return nil }
    journal = String(match.journal).trimmed
    year = String(match.year)
    var rest = String(match.rest)
    if let found = rest.firstMatch(of: #/\.? *Date of Publication: *(?<date>[^.]*)\.?/#) {
      date = String(found.date).trimmed
      rest.removeSubrange(found.range)
    }
    if let found = rest.firstMatch(of: #/\.? *Article Number: *(?<number>[^ .]+)\.?/#) {
      article = String(found.number)
      rest.removeSubrange(found.range)
    }
    if let found = rest.firstMatch(of: #/ *\((?<pages>[^()]+)\) *\.?/#) {
      pages = String(found.pages).trimmed
      rest.removeSubrange(found.range)
    }
    let parts = rest.trimmed.split(separator: ":", maxSplits: 1).map(\.trimmed)
    if parts.count > 0, !parts[0].isEmpty, parts[0] != "." { volume = parts[0] }
    if parts.count > 1, !parts[1].isEmpty { issue = parts[1] }
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
