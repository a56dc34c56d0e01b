/// Prints a page as text for a terminal.
///
/// No line is wider than the width, none ends with a space, and no character of the page reaches the terminal as a
/// command. A figure is its sentence and its table; steps are drawn with characters instead of their table.
public struct TerminalRenderer: Sendable, Hashable {
  /// The columns to fill; at least 20.
  public let width: Int
  /// Whether to send colour. The text says the same without.
  public let colour: Bool

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - width: The columns to fill. Values under 20 count as 20.
  ///   - colour: Whether the reader's terminal shows colour and the reader wants it.
  public init(width: Int = 80, colour: Bool = false) {
    self.width = max(20, width)
    self.colour = colour
  }

  /// The page as text, with a line break at its end.
  public func render(_ page: Page) -> String {
    var sheet = TerminalSheet(width: width, colour: colour, mentions: Mentions(of: page))
    sheet.add(page)
    return sheet.finish()
  }

  /// A piece of a page on its own, for a conversation: no title and no reasons, with a line break at its end.
  public func render(_ blocks: [Block]) -> String {
    var sheet = TerminalSheet(
      width: width, colour: colour, mentions: Mentions(of: Page(title: "", notice: "")))
    for block in blocks { sheet.add(block) }
    return sheet.finish()
  }
}

/// A page while it is being written, line by line.
struct TerminalSheet {
  /// The lines as they are written, but for the last, which may yet be underlined.
  private var text = ""
  private var last: TerminalLine?
  let width: Int
  let colour: Bool
  let words: TerminalWords
  /// What stands before every line of a block that lies inside another.
  var margin = ""

  init(width: Int, colour: Bool, mentions: Mentions) {
    (self.width, self.colour, words) = (width, colour, TerminalWords(mentions: mentions))
  }

  var mentions: Mentions { words.mentions }

  /// All that was written, with a line break at its end.
  mutating func finish() -> String {
    writeLast()
    last = nil
    return text
  }

  private mutating func writeLast() {
    guard let last else { return }
    text += last.painted(colour: colour)
    text += "\n"
  }

  private mutating func put(_ line: TerminalLine) {
    writeLast()
    last = line
  }

  /// An empty line, but never two.
  mutating func skip() {
    if let last, !last.runs.isEmpty { put(TerminalLine()) }
  }

  /// Wraps runs under the margin; the first line may begin with something else than those that follow.
  mutating func add(_ runs: [Run], first: Run? = nil, rest: String = "") {
    // A hanging indent is worth its place only while there is room beside it.
    let rest = DisplayWidth.of(margin + rest) > width / 2 ? "" : rest
    let hanging = first.map { max(DisplayWidth.of($0.text), DisplayWidth.of(rest)) } ?? DisplayWidth.of(rest)
    let room = width - DisplayWidth.of(margin) - hanging
    for (index, line) in Wrapping.lines(runs, width: room).enumerated() {
      let lead = index == 0 ? first ?? Run(rest) : Run(rest)
      put(TerminalLine([Run(margin, .muted), lead] + line.runs))
    }
  }

  /// A table under the margin.
  mutating func add(_ table: Table) {
    let caption = PlainText.visible(table.caption)
    if !caption.isEmpty { add([Run(caption, .strong)]) }
    let (words, margin) = (words, margin)
    TerminalTable(table) { words.runs($0) }.each(width: room) { line in
      put(margin.isEmpty ? line : TerminalLine([Run(margin, .muted)] + line.runs))
    }
  }

  /// The columns beside the margin.
  var room: Int { width - DisplayWidth.of(margin) }

  /// A line of one sign below a heading.
  mutating func underline(_ sign: Character) {
    guard let last else { return }
    put(TerminalLine([Run(String(repeating: sign, count: min(last.width, width)), .heading)]))
  }

  /// A sentence with its mark before it and the numbers of its reasons after it.
  func runs(_ sentence: Sentence) -> [Run] { words.runs(sentence) }

  /// Sentences that run on.
  func runs(_ sentences: [Sentence]) -> [Run] { words.runs(sentences) }
}

/// The words of a page as runs of text, with the numbers of what they rest on.
struct TerminalWords {
  let mentions: Mentions

  /// A sentence with its mark before it and the numbers of its reasons after it.
  func runs(_ sentence: Sentence) -> [Run] {
    markRuns(sentence.mark) + [Run(PlainText.visible(sentence.text), Ink(sentence.emphasis))]
      + numberRuns(sentence.why)
  }

  /// A cell with its mark and the numbers of its reasons.
  func runs(_ cell: Cell) -> [Run] {
    let text = PlainText.visible(cell.text)
    let mark = cell.mark.map { [Run($0.label, .mark($0)), Run(text.isEmpty ? "" : ": ")] } ?? []
    return mark + [Run(text)] + numberRuns(cell.why)
  }

  /// Sentences that run on.
  func runs(_ sentences: [Sentence]) -> [Run] {
    Array(sentences.map(runs).joined(separator: [Run(" ")]))
  }

  private func markRuns(_ mark: Mark?) -> [Run] {
    mark.map { [Run($0.label + ":", .mark($0)), Run(" ")] } ?? []
  }

  private func numberRuns(_ why: [Explanation.ID]) -> [Run] {
    guard !why.isEmpty else { return [] }
    let numbers = why.map { mentions.number(of: $0).map(String.init) ?? Wording.unknownReason }
    // Tied to the last word, so that a number never begins a line; a long row of them may break.
    let separator = numbers.count <= 4 ? ",\u{A0}" : ", "
    return [Run("\u{A0}"), Run("[" + numbers.joined(separator: separator) + "]", .muted)]
  }
}
