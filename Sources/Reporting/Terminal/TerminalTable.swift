/// A table fitted to a number of columns of the terminal: cells wrap, and where even that would be unreadable each
/// row becomes a short list.
///
/// Rows are made ready one at a time, to be measured and again to be written, so that a table of 100,000 rows takes no more
/// memory than its cells do.
struct TerminalTable {
  private let table: Table
  private let runs: (Cell) -> [Run]
  private let alignments: [Cell.Alignment]
  private let gap = 2
  /// Below this many columns of the terminal for each column of the table, words break too often to be read.
  private let leastColumn = 9

  init(_ table: Table, runs: @escaping (Cell) -> [Run]) {
    (self.table, self.runs) = (table, runs)
    alignments = (0..<table.columnCount).map { table.alignment(ofColumn: $0) }
  }

  /// Hands over the lines of the table in their order, each at most `width` wide.
  func each(width: Int, _ body: (TerminalLine) -> Void) {
    guard !alignments.isEmpty else { return }
    let available = width - gap * (alignments.count - 1)
    let natural = naturalWidths(atMost: max(available, 2))
    let fits = natural.reduce(0, +) <= available
    if !fits, available < leastColumn * alignments.count {
      records(width: width, body)
    } else {
      grid(widths: fits ? natural : fitted(natural, to: available), body)
    }
  }

  private var headings: [[Run]] {
    alignments.indices.map { [Run(PlainText.visible(table.heading($0)), .strong)] }
  }

  private func cells(_ row: [Cell]) -> [[Run]] { alignments.indices.map { runs(table.cell($0, of: row)) } }

  /// For each column the largest of what is measured of its cells, the heading among them; at least 1.
  private func largest(_ measure: ([Run]) -> Int) -> [Int] {
    var largest = alignments.map { _ in 1 }
    func take(_ cells: [[Run]]) {
      for (column, cell) in cells.enumerated() { largest[column] = max(largest[column], measure(cell)) }
    }
    take(headings)
    for row in table.rows { take(cells(row)) }
    return largest
  }

  private func naturalWidths(atMost limit: Int) -> [Int] {
    largest { min(limit, $0.reduce(0) { $0 + DisplayWidth.of($1.text) }) }
  }

  /// Takes from the widest column, one by one, until all fit; a column keeps its longest word as long as it can.
  private func fitted(_ natural: [Int], to available: Int) -> [Int] {
    var widths = natural
    let longest = largest { Wrapping.words($0).reduce(0) { max($0, $1.width) } }
    var floors = alignments.indices.map { column in
      min(natural[column], longest[column], max(leastColumn, available / alignments.count))
    }
    if floors.reduce(0, +) > available { floors = floors.map { min($0, leastColumn) } }
    while widths.reduce(0, +) > available {
      let candidates = widths.indices.filter { widths[$0] > floors[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func grid(widths: [Int], _ body: (TerminalLine) -> Void) {
    func wrapped(_ cells: [[Run]]) -> [[TerminalLine]] {
      zip(cells, widths).map { Wrapping.lines($0, width: $1) }
    }
    let airy = table.rows.contains { row in wrapped(cells(row)).contains { $0.count > 1 } }
    func put(_ block: [[TerminalLine]]) {
      let height = block.reduce(1) { max($0, $1.count) }
      for number in 0..<height { body(gridLine(number, of: block, widths: widths)) }
    }
    put(wrapped(headings))
    for (index, row) in table.rows.enumerated() {
      if index == 0 { body(rule(widths)) } else if airy { body(TerminalLine()) }
      put(wrapped(cells(row)))
    }
  }

  private func gridLine(_ number: Int, of block: [[TerminalLine]], widths: [Int]) -> TerminalLine {
    var line = TerminalLine()
    for (column, width) in widths.enumerated() {
      if column > 0 { line.append(Run(String(repeating: " ", count: gap))) }
      let content = block[column].indices.contains(number) ? block[column][number] : TerminalLine()
      let padding = Run(String(repeating: " ", count: max(0, width - content.width)))
      if alignments[column] == .trailing { line.append(padding) }
      for run in content.runs { line.append(run) }
      if alignments[column] == .leading { line.append(padding) }
    }
    return line
  }

  private func rule(_ widths: [Int]) -> TerminalLine {
    let gapText = String(repeating: " ", count: gap)
    return TerminalLine([
      Run(widths.map { String(repeating: "─", count: $0) }.joined(separator: gapText), .muted)
    ])
  }

  /// Each row as a list: its first cell, and under it "heading: cell".
  private func records(width: Int, _ body: (TerminalLine) -> Void) {
    let headings = headings.map { $0.map(\.text).joined() }
    for (index, row) in table.rows.enumerated() {
      let row = cells(row)
      if index > 0 { body(TerminalLine()) }
      Wrapping.lines(row.first ?? [], width: width).forEach(body)
      for column in row.indices.dropFirst() where row[column].contains(where: { !$0.text.isEmpty }) {
        let label = headings[column].isEmpty ? [] : [Run(headings[column] + ": ", .muted)]
        for line in Wrapping.lines(label + row[column], width: width - 2) {
          body(TerminalLine([Run("  ")] + line.runs))
        }
      }
    }
  }
}
