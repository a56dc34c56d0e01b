import Bibliography
import ProgrammeTheory
public import Reporting

extension ReviewTeller {
  // MARK: Sources

  /// The sources, with what was judged of them and how much of them is there.
  public func sources(_ material: ReviewMaterial) -> Page {
    let table = Table(
      caption: "In the order in which they were described",
      columns: ["source", "work", "title", "role", "relevance", "rigour", "texts", "passages"],
      rows: material.sources.map { source in
        let appraisal = material.appraisals[source.key]
        let texts = material.currentTexts.filter { $0.source == source.key }
        let passages = material.passages.filter { material.source(of: $0.passage) == source.key }
        return [
          Cell(source.key), Cell(source.reference.shortCitation), Cell(source.reference.title ?? "no title"),
          Cell(source.role.words), Cell(appraisal?.relevance?.level.rawValue ?? "not judged"),
          Cell(appraisal?.rigour?.level.rawValue ?? "not judged"), Self.number(texts.count),
          Self.number(passages.count),
        ]
      })
    return readingPage(
      "Sources", ["\(Self.counted(material.sources.count, "source"))."],
      [Self.part("sources", "Sources", table)])
  }

  // MARK: Texts

  /// The texts in a list.
  public func texts(_ material: ReviewMaterial) -> Page {
    let table = Table(
      caption: "In the order in which they were added",
      columns: ["text", "source", "file", "form", "pages", "signs", "taken by"],
      rows: material.texts.map { text in
        let newer = material.replaced[text.number].map { " (replaced by text \($0))" } ?? ""
        return [
          Cell(String(text.number), alignment: .trailing), Cell(text.source),
          Cell((text.title.map { "\($0): " } ?? "") + text.file + newer), Cell(text.form.name),
          text.pages.isEmpty ? Cell("none") : Self.number(text.pages.count), Self.number(text.length),
          Cell(text.madeBy ?? "realist"),
        ]
      })
    return readingPage(
      "Texts",
      ["\(Self.counted(material.currentTexts.count, "text")), those that were replaced not counted."],
      [Self.part("texts", "Texts", table)])
  }

  /// The words of a text, or of a part of it.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - text: the text.
  ///   - position: which part of it they are.
  public func text(_ words: String, of text: AddedText, at position: PositionSelector) -> Page {
    let paragraphs = words.split(separator: "\n\n").map { Block.paragraph([Sentence(String($0).onALine)]) }
    let place = text.pages(of: position).map { "page \($0), " } ?? ""
    return readingPage(
      "Text \(text.number)",
      ["\(text.source), \(text.file): \(place)signs \(position.start) to \(position.end) of \(text.length)."],
      [Part(id: "words", title: "Words", blocks: paragraphs)])
  }

  /// What was found in texts.
  public func findings(_ findings: TextFindings, looking words: String) -> Page {
    readingPage(
      "Found",
      [
        "\(Self.counted(findings.count, "paragraph")) in \(Self.counted(findings.texts, "text")) for: \(words)"
      ],
      [Self.part("found", "Paragraphs", Self.table(findings.hits.map { ($0, nil) }, "The best first"))])
  }

  /// Where a second pass stands, and the hits that are shown of it.
  public func secondPass(_ pass: SecondPass, showing hits: [SecondPass.Hit]) -> Page {
    let seen = pass.hits.count - pass.unseen.count
    let caption = "As they stand in the texts"
    return readingPage(
      "Second pass",
      [
        "\(Self.counted(pass.hits.count, "hit")) for: \(pass.terms)",
        "\(Self.grouped(seen)) seen, \(Self.grouped(pass.unseen.count)) still to be seen.",
      ], [Self.part("hits", "Hits", Self.table(hits.map { ($0.hit, $0.isSeen) }, caption))])
  }

  private static func table(_ hits: [(TextHit, Bool?)], _ caption: String) -> Table {
    let isSeenTold = hits.contains { $0.1 != nil }
    return Table(
      caption: caption,
      columns: ["text", "source", "page", "from", "to", "words"] + (isSeenTold ? ["seen"] : []),
      rows: hits.map { hit, isSeen in
        [
          Cell(String(hit.text.number), alignment: .trailing), Cell(hit.text.source), Cell(hit.page ?? ""),
          Cell(String(hit.paragraph.start), alignment: .trailing),
          Cell(String(hit.paragraph.end), alignment: .trailing), Cell(hit.snippet),
        ] + (isSeen.map { [Cell($0 ? "yes" : "no")] } ?? [])
      })
  }

  // MARK: Passages

  /// The passages in a list.
  public func passages(_ passages: [MarkedPassage], _ material: ReviewMaterial) -> Page {
    let table = Table(
      caption: "In the order in which they were marked",
      columns: ["passage", "source", "text", "page", "words", "marked by"],
      rows: passages.map { marked in
        [
          Cell(marked.name), Cell(material.source(of: marked.passage) ?? ""),
          Cell(String(marked.passage.text), alignment: .trailing), Cell(marked.passage.page ?? ""),
          Cell(marked.passage.quote.exact.shortened + (marked.isLost ? " (lost in the newer text)" : "")),
          Cell(marked.by),
        ]
      })
    return readingPage(
      "Passages", ["\(Self.counted(passages.count, "passage"))."],
      [Self.part("passages", "Passages", table)])
  }

  /// A passage, opened.
  ///
  /// - Parameters:
  ///   - marked: the passage.
  ///   - isVerified: whether its text still holds it at its place.
  ///   - material: what it rests on.
  ///   - codings: what was coded on it.
  public func passage(
    _ marked: MarkedPassage, isVerified: Bool, _ material: ReviewMaterial, codings: [MadeCoding] = []
  ) -> Page {
    let passage = marked.passage
    var blocks: [Block] = []
    if let source = material.source(of: passage).flatMap(material.source) {
      blocks.append(.paragraph([Sentence(source.reference.fullCitation)]))
    }
    let quote = passage.quote
    blocks.append(.paragraph([Sentence("…\(quote.prefix)[\(quote.exact)]\(quote.suffix)…".onALine)]))
    let page = passage.page.map { ", page \($0)" } ?? ""
    let position = passage.position
    var story = [
      "Text \(passage.text)\(page), signs \(position.start) to \(position.end). Marked by \(marked.by) in act \(marked.act).",
      isVerified
        ? "Its text holds these words at this place."
        : "Its text doesn't hold these words at this place any more. See what is wrong: realist review passages check FILE",
    ]
    if marked.isLost {
      story.append("It isn't in the text that came in the place of this one. Mark it there anew.")
    }
    let coded = Part(id: "codings", title: "What was coded", blocks: Self.blocks(codings))
    return readingPage(
      "Passage \(marked.name)", story,
      [Part(id: "passage", title: "Words", blocks: blocks)] + (codings.isEmpty ? [] : [coded]))
  }

  /// What a check of all passages has found.
  public func check(_ check: PassageCheck) -> Page {
    let held = check.passages - check.faults.filter { $0.subject.hasPrefix("p") }.count
    var story = [
      "Passages that stand in their texts as they were marked: \(Self.grouped(held)) of \(Self.grouped(check.passages)).",
      "\(Self.counted(check.texts, "text")) held against \(check.texts == 1 ? "its checksum" : "their checksums").",
    ]
    if !check.lost.isEmpty {
      story.append("Not found in a newer text: \(check.lost.joined(separator: ", ")). Mark them there anew.")
    }
    guard !check.faults.isEmpty else { return readingPage("Check of passages", story) }
    let table = Table(
      caption: "What isn't as it was", columns: ["what", "what is wrong"],
      rows: check.faults.map { [Cell($0.subject), Cell($0.words)] })
    return readingPage("Check of passages", story, [Self.part("faults", "Faults", table)])
  }

  static func part(_ id: String, _ title: String, _ table: Table) -> Part {
    items(id, title, table.rows.isEmpty ? [] : [.table(table)])
  }
}
