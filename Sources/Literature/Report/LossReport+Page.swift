public import Reporting

extension LossReport {
  /// The reports of some files as one page.
  ///
  /// - Parameters:
  ///   - reports: one for each file.
  ///   - program: who made the page.
  public static func page(of reports: [LossReport], madeBy program: String) -> Page {
    Page(
      title: "What was read",
      notice: "This is about how records were read, not about what they say.",
      story: [Sentence(story(of: reports))],
      parts: reports.enumerated().map { $1.part(number: $0 + 1) },
      colophon: program)
  }

  private static func story(of reports: [LossReport]) -> String {
    let records = reports.reduce(0) { $0 + $1.records }
    let refused = reports.reduce(0) { $0 + $1.refusedRecords }
    let files = reports.count == 1 ? "1 file" : "\(reports.count) files"
    let lost = refused == 0 ? "None was refused." : "\(counted(refused, "record")) refused; see why below."
    return "\(counted(records, "record")) read from \(files). \(lost)"
  }

  private func part(number: Int) -> Part {
    var blocks: [Block] = [.paragraph(summary.map { Sentence($0) })]
    if !mapped.entries.isEmpty {
      blocks.append(.table(Self.table("Fields with a place of their own", mapped)))
    }
    if !raw.entries.isEmpty { blocks.append(.table(Self.table("Fields kept as they are", raw))) }
    blocks += Self.list("Mended", repaired)
    blocks += Self.list("Refused", refused)
    if strayLines > 0 {
      let more = strayLines - strays.count
      blocks += Self.list(
        "Lines that belong to no record", Entries(listed: strays, count: strays.count + max(0, more)))
    }
    return Part(id: "file-\(number)", title: file, blocks: blocks)
  }

  private var summary: [String] {
    var sentences = ["\(format.name), \(encoding.rawValue): \(Self.counted(records, "record")) read."]
    sentences.append(
      "\(Self.counted(mapped.total, "field")) had a place of their own, \(raw.total) were kept as they are.")
    sentences.append("\(repaired.count) mended, \(refused.count) refused.")
    return sentences
  }

  private static func table(_ caption: String, _ tally: FieldTally) -> Table {
    Table(
      caption: caption, columns: ["field", "how many", "first lines"],
      rows: tally.entries.map { entry in
        [
          Cell(PlainWords.clipped(entry.name)), Cell(String(entry.count), alignment: .trailing),
          Cell(entry.lines.map(String.init).joined(separator: ", ")),
        ]
      })
  }

  private static func list(_ title: String, _ entries: Entries) -> [Block] {
    guard entries.count > 0 else { return [] }
    var sentences = entries.listed.map { entry in
      Sentence((entry.line.map { "line \($0): " } ?? "") + entry.what)
    }
    if entries.leftOut > 0 { sentences.append(Sentence("… and \(entries.leftOut) more.")) }
    return [.subheading(title), .list(sentences)]
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
