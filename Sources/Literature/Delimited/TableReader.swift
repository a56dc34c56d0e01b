import Bibliography
import Reporting

/// Reads tables: CSV, and text with tabs, semicolons or vertical lines, with a heading that names the columns.
struct TableReader: RecordReader {
  let limits: ReadingLimits

  func read(
    _ source: ByteSource, into report: inout LossReport, each: (Record) throws -> Void
  ) throws {
    let head = try source.peek(RecordFile.headSize)
    guard let heading = TableHeading(of: head) else {
      throw RecordFileError(
        source.name,
        .refused(
          "no row at its beginning names columns. The first row should hold names such as title, authors and year.",
          line: 1))
    }
    var rows = DelimitedRows(source, delimiter: heading.delimiter, limits: limits)
    rows.isUnquoted = heading.isUnquoted
    if heading.isByRow { return try FieldRowsReader().read(&rows, into: &report, each: each) }
    for _ in 0...heading.row {
      guard let row = try rows.next() else { return }
      if row.cells.count != heading.heads.count || rows.text(row.cells[0]).trimmed != heading.heads[0] {
        report.stray(PlainWords.clipped(rows.opening), line: row.line)
      }
    }
    let order = heading.order
    while let row = try nextRow(&rows, heading, &report) {
      var draft = TableDraft(heading)
      for column in order where column < row.cells.count {
        draft.take(rows.text(row.cells[column]), column: column, line: row.line, &report)
      }
      for column in heading.heads.count..<max(heading.heads.count, row.cells.count) {
        draft.take(rows.text(row.cells[column]), column: column, line: row.line, &report)
      }
      guard !draft.isEmpty else {
        report.stray("a row of empty cells", line: row.line)
        continue
      }
      if row.cells.count != heading.heads.count {
        let count = row.cells.count == 1 ? "1 cell" : "\(row.cells.count) cells"
        report.repair("a row of \(count) under a heading of \(heading.heads.count)", line: row.line)
      }
      let origin = report.took(line: row.line)
      try each(draft.finish(origin))
    }
  }

  /// The next row that can be read. What can't be is refused, and reading goes on behind it.
  private func nextRow(
    _ rows: inout DelimitedRows, _ heading: TableHeading, _ report: inout LossReport
  ) throws -> DelimitedRows.Row? {
    while let row = try rows.next() {
      if row.isTooLong, row.openQuoteLine == nil {
        report.refuse("this row is longer than any record. Check where its line should end.", line: row.line)
        continue
      }
      // A quote that is never closed ends at the next one that happens to stand before a delimiter.
      let isWrong = row.hasStrayQuotes && row.lines > 1 && row.cells.count != heading.heads.count
      guard row.openQuoteLine != nil || isWrong else {
        if row.hasStrayQuotes {
          report.repair("quotes in a quoted cell that aren't doubled, taken as they are", line: row.line)
        }
        return row
      }
      if heading.delimiter == 0x09, !rows.isUnquoted, rows.goBack() {
        // Programs that write tabs often mean a quote as such.
        rows.isUnquoted = true
        let again = try rows.next()
        rows.isUnquoted = false
        report.repair("a quote that isn't closed, taken as it is", line: row.line)
        return again
      }
      let line = row.openQuoteLine ?? row.line
      report.refuse(
        "a quote is opened on line \(line) and not closed, so that nobody can tell where the record ends. Close it, "
          + "or double it if it is part of the text.", line: row.line)
      guard rows.goBackToSecondLine() else {
        report.repair("reading stopped: too much stands behind quotes that aren't closed", line: line)
        return nil
      }
    }
    return nil
  }
}

extension TableHeading {
  /// The columns in the order in which they are taken: whole names of authors before shortened ones.
  var order: [Int] {
    let all = Array(heads.indices)
    guard let full = heads.firstIndex(of: "AF"), isUnquoted else { return all }
    return [full] + all.filter { $0 != full }
  }
}

/// A record of a table while its cells are read.
struct TableDraft {
  private let heading: TableHeading
  private var draft = RecordDraft()
  private var carrier: String?
  private(set) var isEmpty = true
  private var hasType = false
  private var genre: String?

  private let isGuarded: Bool
  private let hasContainer: Bool

  init(_ heading: TableHeading) {
    self.heading = heading
    isGuarded = heading.isGuarded
    hasContainer = heading.hasContainer
  }

  mutating func take(_ cell: String, column: Int, line: Int, _ report: inout LossReport) {
    let text = isGuarded ? FormulaGuard.unguarded(cell.trimmed).trimmed : cell.trimmed
    guard !Self.isBlank(text) else { return }
    isEmpty = false
    let head = heading.heads.indices.contains(column) ? heading.heads[column] : ""
    let name = head.isEmpty ? "column \(column + 1)" : head
    let meaning = heading.meanings.indices.contains(column) ? heading.meanings[column] : nil
    if let meaning, take(meaning, text, name: name) {
      report.mapped.count(name, line: line)
    } else {
      report.raw.count(name, line: line)
      draft.record.raw.append(RawField(name, text, line: line))
    }
  }

  /// Whether a program wrote that nothing stands there.
  private static func isBlank(_ text: String) -> Bool {
    text.isEmpty || text.utf8.count <= 4 && ["NA", "NaN", "nan", "NULL", "None", "N/A"].contains(text)
  }

  private mutating func take(_ meaning: FieldMeaning, _ text: String, name: String) -> Bool {
    switch meaning {
    case .type: return takeType(text)
    case .carrier:
      carrier = text
      return RecordCarrier.isLine(text)
    case .decision(let stage): return draft.takeDecision(text, stage: stage, field: name)
    case .prior:
      let isPrior = LabelText.decision(of: text) == .included
      draft.record.labels.append(ScreeningLabel(field: name, value: text, isPrior: isPrior))
      if isPrior { draft.notePrior() }
      return true
    case .reason:
      draft.record.labels.append(ScreeningLabel(field: name, value: text))
      return true
    case .embaseSource: return takeSource(text)
    case .year: return draft.take(.year, text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    case .identifier(.pmid):
      return draft.take(meaning, text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    default: return draft.take(meaning, text)
    }
  }

  /// Embase's line of where the work stands; elsewhere the journal, where no other column has it, or a database.
  private mutating func takeSource(_ text: String) -> Bool {
    if let source = EmbaseSource(text) { return source.fill(&draft) }
    let isJournal =
      !hasContainer && !Reference.isWebAddress(text) && !Self.isWhereFound(text.lowercased())
    return isJournal ? draft.take(.container, text) : draft.takeOther("source", text)
  }

  /// Whether a text says where a record was found: a database by its name, or with its platform or collection, of several
  /// also the first; or a way of searching.
  private static func isWhereFound(_ text: String) -> Bool {
    databases.contains(text)
      || names.contains { text.hasPrefix($0) && !(text.dropFirst($0.count).first?.isLetter ?? false) }
  }

  /// Beginnings that no journal has.
  private static let names = [
    "pubmed", "medline", "ovid", "embase", "scopus", "web of science", "psycinfo", "apa psyc", "cinahl",
    "ebsco", "ebscohost", "proquest", "google scholar", "cochrane central", "citation search",
    "citation searching", "citation tracking", "reference list", "reference lists", "manual search",
    "manual searching", "hand search", "hand searching", "grey literature", "other sources",
  ]

  private static let databases: Set<String> = [
    "pubmed", "medline", "ovid medline", "embase", "scopus", "web of science", "wos", "psycinfo",
    "apa psycinfo", "cinahl",
    "cinahl plus", "central", "cochrane", "cochrane library", "crossref", "google scholar", "openalex",
    "lens", "lens.org",
    "dimensions", "eric", "proquest", "ebsco", "ovid", "jstor", "ieee", "ieee xplore", "acm",
    "acm digital library",
    "asreview", "semantic scholar", "arxiv", "medrxiv", "biorxiv", "hand search", "handsearch", "snowballing",
    "scielo",
    "lilacs", "amed", "hmic", "assia", "ssci", "clinicaltrials.gov", "ictrp",
  ]

  private mutating func takeType(_ text: String) -> Bool {
    guard !hasType, let type = ReferenceType(word: text) else { return draft.takeOther("genre", text) }
    hasType = true
    draft.record.reference.type = type
    return type.isSaid(by: text) || draft.takeOther("genre", text)
  }

  mutating func finish(_ origin: RecordOrigin) -> Record {
    // What stands in a journal and says nothing of its type is taken for an article.
    if !hasType, draft.record.reference.containerTitle != nil {
      draft.record.reference.type = .articleJournal
    }
    var record = draft.finish(position: origin.position)
    if let carrier { _ = RecordCarrier.apply(carrier, to: &record) }
    record.origin = origin
    return record
  }
}
