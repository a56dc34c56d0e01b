extension FindingReport {
  /// How much a printed list gives of each finding.
  public enum Detail: Sendable, Hashable, CaseIterable {
    /// A line or two for each grave finding; of the kinds with many members, the
    /// identifiers on one line, or how many there are.
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

  /// A heading, then each finding with its places behind it; all in one go where that takes fewer lines.
  private func overview(of group: Group, _ columns: Int) -> [String] {
    let heading = group.kind.heading(group.findings.count)
    if group.findings.count == 1 {
      return group.findings.flatMap { brief($0, columns, after: "\(heading): ") }
    }
    let listed = [heading] + group.findings.flatMap { brief($0, columns, after: "- ") }
    let texts = group.findings.map { $0.short + $0.brief(tight: true) }
    let inRow = "\(heading): \(texts.joined(separator: "; "))".wrapped(columns, rest: "    ")
    return inRow.count < Swift.min(3, listed.count) ? inRow : listed
  }

  /// A finding with its places: named as fully as fits without a further line.
  private func brief(_ finding: Finding, _ columns: Int, after start: String) -> [String] {
    let loose = (start + finding.short + finding.brief(tight: false)).wrapped(columns, rest: "    ")
    let tight = (start + finding.short + finding.brief(tight: true)).wrapped(columns, rest: "    ")
    return tight.count < loose.count ? tight : loose
  }

  /// The kinds with many members: a line of identifiers where they all fit, else only how many there are, since the
  /// first few of many say nothing.
  private func identifiers(_ columns: Int) -> [String] {
    let kinds = groups.filter(\.kind.isListedById).map { group in
      let ids = group.findings.compactMap { $0.subjects.first?.id }
      return (heading: group.kind.heading(ids.count), ids: ids.joined(separator: ", "))
    }
    func fits(_ kind: (heading: String, ids: String)) -> Bool {
      kind.heading.count + 2 + kind.ids.count <= columns
    }
    let many = kinds.filter { !fits($0) }.map(\.heading)
    let lines = kinds.filter(fits).map { "\($0.heading): \($0.ids)" }
    return many.isEmpty
      ? lines : lines + "And many: \(many.joined(separator: "; ")).".wrapped(columns, rest: "    ")
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

extension Finding {
  /// The places behind the text, in brackets.
  fileprivate func brief(tight: Bool) -> String {
    let places = places.compactMap { $0.brief(tight: tight) }
    return places.isEmpty ? "" : " (\(places.joined(separator: "; ")))"
  }
}

extension Finding.Spot {
  /// The place in a few words, such as "Method 2" for a paragraph and "Table 3.7" for a row; `nil` for a reference,
  /// which the finding names itself. Tight, it is only enough to find the place again: "T3.7".
  fileprivate func brief(tight: Bool) -> String? {
    switch self {
    case .reference: return nil
    case .text(.paragraph(let paragraph, let section)):
      return "\(section.shortened(to: tight ? 8 : 16)) \(paragraph)"
    case .text(.row(let row, let table, _, let number)):
      let name = tight ? "T\(table)" : "Table \(table)"
      return number.map { "\(name).\($0)" } ?? "\(name), \(row.shortened(to: tight ? 8 : 16))"
    }
  }
}

extension String {
  /// The first words, about so many characters of them.
  fileprivate func shortened(to length: Int) -> String {
    guard count > length + 4 else { return self }
    var kept = ""
    for word in split(separator: " ") {
      guard kept.isEmpty || kept.count + word.count < length else { break }
      kept += (kept.isEmpty ? "" : " ") + word
    }
    return kept.prefix(length).filter { $0 != "," } + "\u{2026}"
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
