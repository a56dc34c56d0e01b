extension HTMLSheet {
  /// Writes one block of a part.
  mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let sentences):
      add("<p>\(text(sentences))</p>")
    case .list(let sentences, let ordered):
      addList(sentences, ordered: ordered)
    case .table(let table):
      add(table)
    case .figure(let figure):
      add(figure)
    case .note(let sentence):
      add("<p class=\"note\"><strong class=\"label\">\(Wording.note):</strong> \(text(sentence))</p>")
    case .subheading(let title):
      add("<h3>\(HTMLText.escaped(title))</h3>")
    case .details(let summary, let blocks):
      add("<details>\n<summary>\(text(Sentence(summary.text, mark: summary.mark)))</summary>")
      add("<div class=\"folded\">")
      // A link inside a summary would fight with folding it, so the reasons open the folded text.
      if !summary.why.isEmpty { add("<p>\(text(Sentence(Wording.why, why: summary.why)))</p>") }
      for inner in blocks { add(inner) }
      add("</div>\n</details>")
    }
  }

  private mutating func addList(_ sentences: [Sentence], ordered: Bool) {
    guard !sentences.isEmpty else { return }
    let name = ordered ? "ol" : "ul"
    add("<\(name) class=\"items\">")
    for sentence in sentences { add("<li>\(text(sentence))</li>") }
    add("</\(name)>")
  }

  /// A table whose roles are spelled out: on a narrow screen its rows become blocks, and some browsers would then
  /// no longer tell readers aloud that it is a table.
  private mutating func add(_ table: Table) {
    let columns = 0..<table.columnCount
    guard !columns.isEmpty, !table.rows.isEmpty else { return }
    let anchor = "table-\(nextTable())"
    add("<table role=\"table\" aria-labelledby=\"\(anchor)\">")
    add("<caption id=\"\(anchor)\">\(HTMLText.escaped(table.caption))</caption>")
    add("<thead role=\"rowgroup\"><tr role=\"row\">")
    for column in columns {
      let trailing = table.alignment(ofColumn: column) == .trailing ? " class=\"trailing\"" : ""
      let heading = HTMLText.escaped(table.heading(column))
      add("<th role=\"columnheader\" scope=\"col\"\(trailing)>\(heading)</th>")
    }
    add("</tr></thead>\n<tbody role=\"rowgroup\">")
    for row in table.rows { add(row, of: table) }
    add("</tbody>\n</table>")
  }

  private mutating func add(_ row: [Cell], of table: Table) {
    add("<tr role=\"row\">")
    for column in 0..<table.columnCount {
      let cell = table.cell(column, of: row)
      let content = text(cell)
      if column == 0 {
        add("<th role=\"rowheader\" scope=\"row\">\(content)</th>")
      } else {
        let trailing = cell.alignment == .trailing ? " class=\"trailing\"" : ""
        let heading = HTMLText.escaped(table.heading(column))
        add("<td role=\"cell\"\(trailing) data-heading=\"\(heading)\">\(content)</td>")
      }
    }
    add("</tr>")
  }

  private mutating func add(_ figure: Figure) {
    let anchor = "figure-" + HTMLText.identifier(figure.id)
    let first = mayDraw(figure.id)
    let title = HTMLText.escaped(figure.title)
    add("<figure\(first ? " id=\"\(anchor)\"" : "")>")
    add(
      "<figcaption><p class=\"title\">\(Wording.figure): \(title)</p>\n<p>\(text(figure.sentence))</p></figcaption>"
    )
    switch pictures[figure.id] {
    case .drawn(let svg) where first:
      addPicture(svg, of: figure, title: title)
    case .unavailable(let obstacle):
      add("<p class=\"note\">\(HTMLText.escaped(obstacle.sentence))</p>")
    case .drawn, nil:
      break
    }
    add(figure.table)
    add("</figure>")
  }

  /// A picture that is never shown smaller than it can be read. On a page of a site no element may have a style of its
  /// own, so there the least width is a class, in steps of 80 pixels, and the greatest is the picture's own.
  private mutating func addPicture(_ svg: SVG, of figure: Figure, title: String) {
    let shape = svg.width > svg.height * 1.2 && svg.width > 640 ? "picture wide" : "picture"
    let least = Int(svg.width * figure.picture.leastScale)
    let broad = svg.width > HTMLSheet.columnWidth ? " broad" : ""
    let step = isPartOfSite ? " least-\(min(HTMLSheet.mostSteps, least / HTMLSheet.step))\(broad)" : ""
    add("<div class=\"\(shape)\(step)\" role=\"group\" tabindex=\"0\" aria-label=\"\(title)\">")
    let widths =
      isPartOfSite ? "" : " style=\"min-width:\(least)px;max-width:\(Int(svg.width.rounded(.up)))px\""
    add("<div\(widths)>\n\(svg.markup)\n</div></div>")
  }
}
