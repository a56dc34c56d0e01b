/// A table fitted to a number of columns of the terminal: cells wrap, and where even that would be unreadable each
/// row becomes a short list.
struct TerminalTable {
  /// The cells as runs; the first row holds the headings.
  private let cells: [[[Run]]]
  private let alignments: [Cell.Alignment]
  private let gap = 2
  /// Below this many columns of the terminal for each column of the table, words break too often to be read.
  private let leastColumn = 9

  init(_ table: Table, cell: (Cell) -> [Run]) {
    let columns = 0..<table.columnCount
    alignments = columns.map { table.alignment(ofColumn: $0) }
    let headings = columns.map { [Run(PlainText.visible(table.heading($0)), .strong)] }
    cells = [headings] + table.rows.map { row in columns.map { cell(table.cell($0, of: row)) } }
  }

  /// The lines of the table, each at most `width` wide.
  func lines(width: Int) -> [TerminalLine] {
    guard !alignments.isEmpty else { return [] }
    let available = width - gap * (alignments.count - 1)
    let natural = naturalWidths(atMost: max(available, 2))
    let fits = natural.reduce(0, +) <= available
    if !fits, available < leastColumn * alignments.count { return records(width: width) }
    return grid(widths: fits ? natural : fitted(natural, to: available))
  }

  private func naturalWidths(atMost limit: Int) -> [Int] {
    alignments.indices.map { column in
      cells.reduce(1) { widest, row in
        max(widest, min(limit, row[column].reduce(0) { $0 + DisplayWidth.of($1.text) }))
      }
    }
  }

  /// Takes from the widest column, one by one, until all fit; a column keeps its longest word as long as it can.
  private func fitted(_ natural: [Int], to available: Int) -> [Int] {
    var widths = natural
    var floors = alignments.indices.map { column in
      let longest = cells.reduce(1) { longest, row in
        Wrapping.words(row[column]).reduce(longest) { max($0, $1.width) }
      }
      return min(natural[column], longest, max(leastColumn, available / alignments.count))
    }
    if floors.reduce(0, +) > available { floors = floors.map { min($0, leastColumn) } }
    while widths.reduce(0, +) > available {
      let candidates = widths.indices.filter { widths[$0] > floors[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func grid(widths: [Int]) -> [TerminalLine] {
    let blocks = cells.map { row in
      row.indices.map { Wrapping.lines(row[$0], width: widths[$0]) }
    }
    let airy = blocks.dropFirst().contains { $0.contains { $0.count > 1 } }
    var lines: [TerminalLine] = []
    for (index, block) in blocks.enumerated() {
      if index == 1 {
        lines.append(rule(widths))
      } else if index > 1, airy {
        lines.append(TerminalLine())
      }
      let height = block.reduce(1) { max($0, $1.count) }
      lines += (0..<height).map { gridLine($0, of: block, widths: widths) }
    }
    return lines
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
  private func records(width: Int) -> [TerminalLine] {
    var lines: [TerminalLine] = []
    for (index, row) in cells.dropFirst().enumerated() {
      if index > 0 { lines.append(TerminalLine()) }
      lines += Wrapping.lines(row.first ?? [], width: width)
      for column in row.indices.dropFirst() where row[column].contains(where: { !$0.text.isEmpty }) {
        let heading = cells[0][column].map(\.text).joined()
        let label = heading.isEmpty ? [] : [Run(heading + ": ", .muted)]
        lines += Wrapping.lines(label + row[column], width: width - 2).map {
          TerminalLine([Run("  ")] + $0.runs)
        }
      }
    }
    return lines
  }
}
