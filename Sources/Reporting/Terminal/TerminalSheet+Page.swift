extension TerminalSheet {
  /// Writes the whole page.
  mutating func add(_ page: Page) {
    add([Run(PlainText.visible(page.title), .heading)])
    underline("═")
    if let subtitle = page.subtitle { add([Run(PlainText.visible(subtitle), .strong)]) }
    skip()
    add([Run(PlainText.visible(page.notice), .muted)])
    for sentence in page.story {
      skip()
      add(runs(sentence))
    }
    for part in page.parts {
      heading(part.title)
      part.blocks.forEach { add($0) }
    }
    addExplanations()
    addSources()
    if let colophon = page.colophon {
      skip()
      add([Run(PlainText.visible(colophon), .muted)])
    }
  }

  private mutating func heading(_ title: String) {
    skip()
    add([Run(PlainText.visible(title), .heading)])
    underline("─")
  }

  /// Writes one block.
  mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let sentences):
      add(runs(sentences))
    case .list(let sentences, let ordered):
      addList(sentences, ordered: ordered)
    case .table(let table):
      add(table)
    case .figure(let figure):
      add([Run(Wording.figure + ": " + PlainText.visible(figure.title), .strong)])
      add(runs(figure.sentence))
      skip()
      // Steps are drawn with characters; what the table says stands in them.
      if case .steps(let chart) = figure.picture { add(chart) } else { add(figure.table) }
    case .note(let sentence):
      let outer = margin
      margin += "│ "
      add([Run(Wording.note + ": ", .strong)] + runs(sentence))
      margin = outer
    case .subheading(let text):
      skip()
      add([Run(PlainText.visible(text), .strong)])
      return
    case .details(let summary, let blocks):
      addDetails(summary, blocks)
    }
    skip()
  }

  private mutating func addList(_ sentences: [Sentence], ordered: Bool) {
    let digits = String(sentences.count).count
    for (index, sentence) in sentences.enumerated() {
      let number = String(index + 1)
      let padding = String(repeating: " ", count: max(0, digits - number.count))
      let sign = ordered ? padding + number + ". " : "• "
      add(runs(sentence), first: Run(sign), rest: String(repeating: " ", count: DisplayWidth.of(sign)))
    }
  }

  private mutating func addDetails(_ summary: Sentence, _ blocks: [Block]) {
    add(runs(summary), first: Run("▸ "), rest: "  ")
    let outer = margin
    // Details inside details inside details: at half the width the text stops moving right.
    if DisplayWidth.of(margin) + 2 <= width / 2 { margin += "  " }
    blocks.forEach { add($0) }
    margin = outer
  }

  private mutating func addExplanations() {
    guard !mentions.explanations.isEmpty else { return }
    heading(Wording.explanations)
    for (index, explanation) in mentions.explanations.enumerated() {
      let label = "[" + String(index + 1) + "] "
      let rest = String(repeating: " ", count: label.count)
      add([Run(PlainText.visible(explanation.title), .strong)], first: Run(label, .muted), rest: rest)
      add([Run(PlainText.visible(explanation.says))], rest: rest)
      for basis in explanation.basis { add(runs(basis), first: Run(rest + "· "), rest: rest + "  ") }
      skip()
    }
    if let leftOut = Wording.leftOut(explanations: mentions.explanationsLeftOut) {
      add([Run(leftOut, .muted)])
    }
  }

  /// "Where it stands: Results, paragraph 3 (S1, S4)".
  private func runs(_ basis: Basis) -> [Run] {
    let place = Run(PlainText.visible(basis.place))
    guard !basis.sources.isEmpty else { return [place] }
    let labels = basis.sources.map { Wording.source(mentions.number(ofSource: $0)) }
    return [place, Run(" (" + labels.joined(separator: ", ") + ")", .muted)]
  }

  private mutating func addSources() {
    guard !mentions.sources.isEmpty else { return }
    heading(Wording.sources)
    let widest = Wording.source(mentions.sources.count).count
    for (index, source) in mentions.sources.enumerated() {
      let label = Wording.source(index + 1)
      let padding = String(repeating: " ", count: max(0, widest - label.count) + 1)
      let rest = String(repeating: " ", count: widest + 1)
      add([Run(PlainText.visible(source.text))], first: Run(label + padding, .muted), rest: rest)
      if let link = source.link { add([Run(PlainText.visible(link), .muted)], rest: rest) }
    }
    if let leftOut = Wording.leftOut(sources: mentions.sourcesLeftOut) {
      skip()
      add([Run(leftOut, .muted)])
    }
  }
}
