import Bibliography

extension RecordDraft {
  mutating func takeKeyword(_ text: String) -> Bool {
    record.keywords.append(text)
    return true
  }

  /// A list of keywords: parted by semicolons, else by line ends or vertical lines, else by commas.
  mutating func takeKeywords(_ text: String) -> Bool {
    let separator = Self.separators.first { text.utf8.contains($0) }
    let parts = separator.map { Self.split(text, at: $0) } ?? [text]
    for part in parts where record.keywords.count > 500 || !record.keywords.contains(part) {
      record.keywords.append(part)
    }
    return true
  }

  private static let separators = [";", "\n", "|", ","].map(UInt8.init(ascii:))

  /// The parts of a list; a separator in brackets, as in "cyst (diagnosis, surgery)", parts nothing.
  private static func split(_ text: String, at separator: UInt8) -> [String] {
    var depth = 0
    return text.utf8.split { sign in
      if sign == UInt8(ascii: "(") { depth += 1 }
      if sign == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      return sign == separator && depth == 0
    }.map { Substring($0).trimmed }.filter { !$0.isEmpty }
  }

  /// A remark; decisions of screening programs in it become labels, too.
  mutating func takeNote(_ text: String) -> Bool {
    let (labels, isAll) = LabelText.labels(in: text)
    record.labels += labels
    if labels.contains(where: \.isPrior) { notePrior() }
    if !isAll { record.notes.append(text) }
    if text.utf8.count < 2_000, ByteScan.holds(text, "PM") { takeNumbers(inNote: text) }
    return true
  }

  /// Zotero has a line for each number that it has no field for: "PMID: 31000001".
  private mutating func takeNumbers(inNote text: String) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("PMID: ") { _ = take(.identifier(.pmid), String(line.dropFirst(6)).trimmed) }
      if line.hasPrefix("PMCID: ") { _ = take(.identifier(.pmcid), String(line.dropFirst(7)).trimmed) }
    }
  }

  mutating func takeDecision(_ text: String, stage: ScreeningLabel.Stage?, field: String) -> Bool {
    record.labels.append(
      ScreeningLabel(field: field, value: text, decision: LabelText.decision(of: text), stage: stage))
    return true
  }
}
