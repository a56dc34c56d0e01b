import Documents

/// Acts on texts and passages, each in a sentence without its subject.
extension TextReplacement {
  var told: String {
    let lost = passages.filter { $0.finding == .lost }.count
    return "replaced text \(former) by text \(text.number), \(text.file)"
      + (passages.isEmpty
        ? "" : ": \(ReviewTeller.counted(passages.count, "passage")), \(ReviewTeller.grouped(lost)) lost")
  }
}

extension Appraisal {
  var told: String {
    if let relevance, let rigour, relevance.words == rigour.words {
      return
        "appraised \(source): relevance \(relevance.level.rawValue), rigour \(rigour.level.rawValue), because \(rigour.words)"
    }
    let parts = [("relevance", relevance), ("rigour", rigour)].compactMap { name, judgement in
      judgement.map { "\(name) \($0.level.rawValue), because \($0.words)" }
    }
    return "appraised \(source): " + parts.joined(separator: "; ")
  }
}

extension Passage {
  var told: String {
    "marked a passage of text \(text)" + (page.map { ", page \($0)" } ?? "") + ": “\(quote.exact.shortened)”"
  }
}

extension SeenHits {
  var told: String {
    let count = places.reduce(0) { $0 + $1.starts.count }
    return "saw \(ReviewTeller.counted(count, "hit")) of: \(terms)"
  }
}

extension String {
  /// Its words on one line.
  var onALine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The first 80 signs, on one line, without signs that a terminal would obey.
  var shortened: String { opening(of: 80) }

  /// The first signs, on one line, without those that a terminal would obey.
  func opening(of most: Int) -> String {
    // No more is looked at than may be shown; counted in scalars, since one character may be as long as the file.
    let line = String(unicodeScalars.prefix(5 * most)).onOneLine.onALine
    return line.count > most ? line.prefix(most - 1) + "…" : line
  }
}
