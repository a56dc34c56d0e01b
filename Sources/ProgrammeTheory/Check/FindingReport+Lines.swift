extension FindingReport {
  /// How much a printed list gives of each finding.
  public enum Detail: Sendable, Hashable, CaseIterable {
    /// A line or two for each grave finding; of the kinds with many members, one line with as many identifiers as fit.
    case overview
    /// Every finding as a sentence, with every place in full.
    case full
  }

  /// The findings as lines of text for a terminal.
  ///
  /// - Parameters:
  ///   - columns: the width that no line goes beyond, but for single words that are longer.
  ///   - detail: how much is given of each finding.
  public func lines(columns: Int = 80, detail: Detail = .overview) -> [String] {
    let columns = Swift.max(30, columns)
    let total = "\(count.of("finding")) about \(theory) \(version), the gravest first."
    return total.wrapped(columns)
      + groups.flatMap { group in
        switch detail {
        case .overview: group.kind.isListedById ? [] : overview(of: group, columns)
        case .full: whole(group, columns)
        }
      }
      + (detail == .overview ? identifiers(columns) : [])
  }

  /// A heading, then each finding with its places behind it, or below where the line would be too long.
  private func overview(of group: Group, _ columns: Int) -> [String] {
    var lines = [group.kind.heading(group.findings.count)]
    for finding in group.findings {
      let places = finding.places.compactMap(\.brief).joined(separator: "; ")
      let text = places.isEmpty ? finding.short : "\(finding.short) (\(places))"
      lines += text.wrapped(columns, first: "- ", rest: "    ")
    }
    return lines
  }

  /// The kinds with many members, a line each: as many identifiers as fit, and how many more there are.
  private func identifiers(_ columns: Int) -> [String] {
    groups.filter(\.kind.isListedById).map { group in
      let ids = group.findings.compactMap { $0.subjects.first?.id }
      let start = group.kind.heading(ids.count) + ": "
      for kept in (1...Swift.max(1, ids.count)).reversed() {
        let more = kept < ids.count ? " and \(ids.count - kept) more" : ""
        let line = start + ids.prefix(kept).joined(separator: ", ") + more
        if line.count <= columns || kept == 1 { return line }
      }
      return start
    }
  }

  private func whole(_ group: Group, _ columns: Int) -> [String] {
    var lines = ["", group.kind.heading(group.findings.count)] + group.kind.meaning.wrapped(columns)
    for finding in group.findings {
      lines += finding.sentence.wrapped(columns, first: "- ", rest: "  ")
      for place in finding.places { lines += place.words.wrapped(columns, first: "    ", rest: "      ") }
    }
    return lines
  }
}

extension Finding.Kind {
  fileprivate func heading(_ count: Int) -> String { "\(rawValue.asSentence) (\(count))" }
}

extension Finding.Spot {
  /// The place in a few words, such as "Power 2" for a paragraph and "Table 3, 7" for a row; `nil` for a reference,
  /// which the finding names itself.
  fileprivate var brief: String? {
    switch self {
    case .reference: nil
    case .text(.paragraph(let paragraph, let section)): "\(section.shortened) \(paragraph)"
    case .text(.row(_, let table, _, .some(let number))): "Table \(table), \(number)"
    case .text(.row(let row, let table, _, nil)): "Table \(table), \(row.shortened)"
    }
  }
}

extension String {
  /// The first words, about 16 characters of them.
  fileprivate var shortened: String {
    guard count > 20 else { return self }
    var kept = ""
    for word in split(separator: " ") {
      guard kept.isEmpty || kept.count + word.count < 16 else { break }
      kept += (kept.isEmpty ? "" : " ") + word
    }
    return kept.filter { $0 != "," } + "\u{2026}"
  }

  /// The text broken at spaces into lines, the first after one prefix and the others after another.
  fileprivate func wrapped(_ columns: Int, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in split(separator: " ") {
      if !isEmpty && line.count + 1 + word.count > columns {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
