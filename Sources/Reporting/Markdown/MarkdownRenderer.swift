/// Writes a page as Markdown: CommonMark with the tables of GitHub Flavored Markdown.
public struct MarkdownRenderer: Sendable, Hashable {
  /// Makes a renderer.
  public init() {}

  /// The page as Markdown.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - pictureFiles: For each figure that has been drawn, where its picture lies, as seen from the document. A
  ///     figure without one is its sentence and its table.
  public func render(_ page: Page, pictureFiles: [Figure.ID: String] = [:]) -> String {
    var sheet = MarkdownSheet(mentions: Mentions(of: page), pictureFiles: pictureFiles)
    sheet.add(page)
    return sheet.blocks.joined(separator: "\n\n") + "\n"
  }
}

/// The blocks of a page while they are being written; an empty line goes between any two.
struct MarkdownSheet {
  private(set) var blocks: [String] = []
  let mentions: Mentions
  let pictureFiles: [Figure.ID: String]

  init(mentions: Mentions, pictureFiles: [Figure.ID: String]) {
    self.mentions = mentions
    self.pictureFiles = pictureFiles
  }

  mutating func add(_ block: String) {
    if !block.isEmpty { blocks.append(block) }
  }

  /// A sentence with its mark before it and links to its reasons after it.
  func text(_ sentence: Sentence) -> String {
    let mark = sentence.mark.map { "**\($0.label):** " } ?? ""
    let words = MarkdownText.escaped(sentence.text)
    let said = sentence.emphasis == .strong && !words.isEmpty ? "**" + words + "**" : words
    return mark + said + links(sentence.why)
  }

  /// Sentences that run on.
  func text(_ sentences: [Sentence]) -> String { sentences.map(text).joined(separator: " ") }

  private func links(_ why: [Explanation.ID]) -> String {
    why.map { id in
      guard let number = mentions.number(of: id) else { return " \\[?\\]" }
      return " [\\[\(number)\\]](#why-\(number))"
    }.joined()
  }

  /// A GFM table under its caption.
  func text(_ table: Table) -> String {
    let columns = 0..<table.columnCount
    guard !columns.isEmpty else { return "" }
    let headings = columns.map { MarkdownText.escaped(table.heading($0)) }
    let rule = columns.map { table.alignment(ofColumn: $0) == .trailing ? "---:" : "---" }
    let rows = table.rows.map { row in columns.map { text(table.cell($0, of: row)) } }
    let lines = ([headings, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
    let caption = MarkdownText.escaped(table.caption)
    return (caption.isEmpty ? "" : "**" + caption + "**\n\n") + lines.joined(separator: "\n")
  }

  private func text(_ cell: Cell) -> String {
    let words = MarkdownText.escaped(cell.text)
    let mark = cell.mark.map { words.isEmpty ? $0.label : $0.label + ": " } ?? ""
    return mark + words + links(cell.why)
  }
}
