/// Decisions that screening programs write into notes.
enum LabelText {
  /// The labels that a note holds, and whether it holds nothing else.
  static func labels(in note: String) -> (labels: [ScreeningLabel], isAll: Bool) {
    var labels: [ScreeningLabel] = []
    var isAll = true
    if ByteScan.holds(note, "ASReview_") {
      let found = asreview(note)
      labels += found.labels
      isAll = found.isAll
    }
    if ByteScan.holds(note, "RAYYAN-") || ByteScan.holds(note, "USER-NOTES:") {
      let found = rayyan(note)
      labels += found.labels
      isAll = isAll && found.isAll
    }
    return (labels, isAll && !labels.isEmpty)
  }

  // MARK: ASReview

  private static let words: [(word: String, decision: ScreeningLabel.Decision)] = [
    ("ASReview_relevant", .included), ("ASReview_irrelevant", .excluded), ("ASReview_not_seen", .unseen),
  ]

  /// `ASReview_relevant`, `ASReview_irrelevant`, `ASReview_not_seen`, `ASReview_prior` among other words.
  private static func asreview(_ note: String) -> (labels: [ScreeningLabel], isAll: Bool) {
    var labels: [ScreeningLabel] = []
    var rest = 0
    for part in note.split(whereSeparator: { $0.isWhitespace || $0 == ";" || $0 == "," }) {
      let word = part.hasSuffix(".") ? part.dropLast() : part
      if let known = words.first(where: { $0.word == word }) {
        labels.append(ScreeningLabel(field: "ASReview", value: String(word), decision: known.decision))
      } else if word == "ASReview_prior" {
        labels.append(ScreeningLabel(field: "ASReview", value: String(word), isPrior: true))
      } else {
        rest += 1
      }
    }
    // A note with full stops and the like is kept as a note, too.
    let isAll = rest == 0 && labels.map(\.value).joined(separator: " ") == note
    return (labels, isAll)
  }

  // MARK: Rayyan

  /// `RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-LABELS: a,b | RAYYAN-EXCLUSION-REASONS: c`, as Rayyan exports it.
  private static func rayyan(_ note: String) -> (labels: [ScreeningLabel], isAll: Bool) {
    var labels: [ScreeningLabel] = []
    for segment in note.split(separator: "|") {
      let text = segment.trimmed
      if let rest = rest(of: text, after: "RAYYAN-INCLUSION:") {
        labels += decisions(rest)
      } else if let rest = rest(of: text, after: "RAYYAN-LABELS:") {
        labels += words(rest, field: "RAYYAN-LABELS")
      } else if let rest = rest(of: text, after: "RAYYAN-EXCLUSION-REASONS:") {
        labels += words(rest, field: "RAYYAN-EXCLUSION-REASONS")
      }
    }
    return (labels, false)
  }

  private static func rest(of text: String, after opening: String) -> Substring? {
    guard let found = text.firstRange(of: opening) else { return nil }
    return text[found.upperBound...]
  }

  private static func words(_ text: Substring, field: String) -> [ScreeningLabel] {
    text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }.map {
      ScreeningLabel(field: field, value: $0)
    }
  }

  /// `{"Ann"=>"Included", "Bo"=>"Maybe"}`; the texts in quotes in turn are who and what.
  private static func decisions(_ text: Substring) -> [ScreeningLabel] {
    var texts: [String] = []
    var current: String?
    var isEscaped = false
    for character in text {
      if character == "}" && current == nil { break }
      if isEscaped {
        current?.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        if let done = current {
          texts.append(done)
          current = nil
        } else {
          current = ""
        }
      } else {
        current?.append(character)
      }
    }
    return stride(from: 0, to: texts.count - 1, by: 2).map { index in
      ScreeningLabel(
        field: "RAYYAN-INCLUSION", value: texts[index + 1], decision: decision(of: texts[index + 1]),
        reviewer: texts[index])
    }
  }

  // MARK: Columns

  /// The decision that a cell of a column of decisions states; `nil` where it states none.
  static func decision(of text: some StringProtocol) -> ScreeningLabel.Decision? {
    switch text.lowercased() {
    case "1", "1.0", "yes", "y", "true", "include", "included", "in", "relevant", "accept", "accepted":
      .included
    case "0", "0.0", "no", "n", "false", "exclude", "excluded", "out", "irrelevant", "not relevant", "reject",
      "rejected":
      .excluded
    case "maybe", "unsure", "unclear", "undecided", "conflict", "?", "2": .undecided
    case "-1", "-1.0", "not seen", "not_seen", "unseen", "pending", "none", "nan", "na", "n/a": .unseen
    default: nil
    }
  }
}
