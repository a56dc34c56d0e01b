extension MarkdownSheet {
  /// Writes the whole page.
  mutating func add(_ page: Page) {
    add("# " + MarkdownText.escaped(page.title))
    if let subtitle = page.subtitle { add(strong(subtitle)) }
    add("> " + MarkdownText.escaped(page.notice))
    for sentence in page.story { add(text([sentence])) }
    for part in page.parts {
      add("## " + MarkdownText.escaped(part.title))
      part.blocks.forEach { add($0) }
    }
    addExplanations()
    addSources()
    if let colophon = page.colophon {
      add("---")
      add(MarkdownText.escaped(colophon))
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let sentences):
      add(text(sentences))
    case .list(let sentences, let ordered):
      let items = sentences.enumerated().map { (ordered ? "\($0.offset + 1). " : "- ") + text($0.element) }
      add(items.joined(separator: "\n"))
    case .table(let table):
      add(text(table))
    case .figure(let figure):
      add(figure)
    case .note(let sentence):
      add("> **\(Wording.note):** " + text(sentence))
    case .subheading(let title):
      add("### " + MarkdownText.escaped(title))
    case .details(let summary, let inner):
      addDetails(summary, inner)
    }
  }

  private mutating func add(_ figure: Figure) {
    add(strong(Wording.figure + ": " + figure.title))
    add(text(figure.sentence))
    if let file = pictureFiles[figure.id] {
      add("![" + MarkdownText.escaped(figure.description) + "](" + Self.target(file) + ")")
    }
    add(text(figure.table))
  }

  /// Markdown has no folding: what may be skipped stands in a quotation under its summary.
  private mutating func addDetails(_ summary: Sentence, _ inner: [Block]) {
    var quoted = MarkdownSheet(mentions: mentions, pictureFiles: pictureFiles)
    quoted.add(text(summary))
    inner.forEach { quoted.add($0) }
    let lines = quoted.blocks.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    add(lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n"))
  }

  private mutating func addExplanations() {
    guard !mentions.explanations.isEmpty else { return }
    add("## " + Wording.explanations)
    for (index, explanation) in mentions.explanations.enumerated() {
      let number = index + 1
      add("### <a id=\"why-\(number)\"></a>\(number)\\. " + MarkdownText.escaped(explanation.title))
      add(MarkdownText.escaped(explanation.says))
      add(explanation.basis.map { "- " + text($0) }.joined(separator: "\n"))
    }
    add(Wording.leftOut(explanations: mentions.explanationsLeftOut) ?? "")
  }

  private func text(_ basis: Basis) -> String {
    let links = basis.sources.map { id -> String in
      guard let number = mentions.number(ofSource: id) else { return Wording.source(nil) }
      return "[\(Wording.source(number))](#source-\(number))"
    }
    return MarkdownText.escaped(basis.place)
      + (links.isEmpty ? "" : " (" + links.joined(separator: ", ") + ")")
  }

  private mutating func addSources() {
    guard !mentions.sources.isEmpty else { return }
    add("## " + Wording.sources)
    let items = mentions.sources.enumerated().map { index, source in
      let number = index + 1
      let link = source.link.map { link in
        WebAddress(link).map { " <" + $0.url + ">" } ?? " " + MarkdownText.escaped(link)
      }
      return "- <a id=\"source-\(number)\"></a>\(Wording.source(number))\\. "
        + MarkdownText.escaped(source.text) + (link ?? "")
    }
    add(items.joined(separator: "\n"))
    add(Wording.leftOut(sources: mentions.sourcesLeftOut) ?? "")
  }

  private func strong(_ text: String) -> String {
    let words = MarkdownText.escaped(text)
    return words.isEmpty ? "" : "**" + words + "**"
  }

  /// A link target in pointed brackets may hold anything but these.
  private static func target(_ path: String) -> String {
    let path = PlainText.visible(path)
    return "<" + path.filter { !"<>\\".contains($0) } + ">"
  }
}
