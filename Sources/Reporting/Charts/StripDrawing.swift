/// Draws rows of cells over time. Pure: the same chart gives the same bytes.
struct StripDrawing {
  let chart: StripChart
  private let rows: [StripChart.Row]
  private let columns: [String]
  private static let height = 22.0
  private static let left = RowStack.margin

  init(chart: StripChart) {
    self.chart = chart
    rows = Array(chart.rows.prefix(StripChart.most.rows))
    columns = Array(chart.columns.prefix(StripChart.most.columns))
  }

  /// Cells share the width of the chart, but are never too narrow for their sign.
  private var cell: Double {
    min(max((RowStack.width / Double(max(columns.count, 1))).rounded(.down), 16), 40)
  }
  private var stripWidth: Double { cell * Double(columns.count) }
  private var width: Double { max(stripWidth, RowStack.width) }

  func svg(of figure: Figure) -> SVG {
    let stack = RowStack(
      labels: rows.map(\.label), heights: Array(repeating: Self.height, count: rows.count), width: width)
    let top = RowStack.margin + 38
    let (tops, bottom) = stack.places(from: top)
    var drawn = drawColumns(bottom: bottom)
    for (number, row) in rows.enumerated() {
      drawn.append("<g>" + ChartText.title(row.label))
      drawn += stack.drawLabel(number, above: tops[number])
      for column in columns.indices {
        let state = column < row.cells.count ? row.cells[column] : .untried
        let x = Self.left + Double(column) * cell
        drawn += Self.draw(state, x: x, y: tops[number] + Self.height / 2, width: cell)
      }
      drawn.append("</g>")
    }
    let key = drawKey(y: bottom + 14)
    let rest = RowStack.leftOut(
      [(chart.rows.count - rows.count, "rows"), (chart.columns.count - columns.count, "columns")],
      y: key.bottom)
    return SVG(
      of: figure, width: width + 2 * RowStack.margin, height: rest.bottom + RowStack.margin,
      drawn + key.lines + rest.lines)
  }

  /// What the columns count, and the name of each column that there is room for.
  private func drawColumns(bottom: Double) -> [String] {
    let start = Lettering(size: ChartText.size, weight: nil, colour: Paint.quietInk, anchor: "start")
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.quietInk)
    let names = columns.map { ChartText.fitted($0, into: 80) }
    let spans = names.enumerated().map { number, name in
      let half = LabelMetrics.width(of: name, size: ChartText.size) / 2
      let middle = max(Self.left + (Double(number) + 0.5) * cell, half + 1)
      return middle - half...middle + half
    }
    let fitting = spans.indices.filter { spans[$0].upperBound <= Self.left + width + 10 }
    let time = ChartText.fitted(chart.time, into: width)
    return [start.line(time, at: GraphLayout.Point(x: Self.left, y: RowStack.margin + 6))]
      + ChartText.apart(fitting.map { spans[$0] }, gap: 3).map { number in
        let span = spans[fitting[number]]
        let middle = (span.lowerBound + span.upperBound) / 2
        return text.line(names[fitting[number]], at: GraphLayout.Point(x: middle, y: RowStack.margin + 27))
      }
  }

  private func drawKey(y: Double) -> (lines: [String], bottom: Double) {
    let states = StripChart.State.allCases.filter { state in
      rows.contains { row in
        row.cells.prefix(columns.count).contains(state)
          || (state == .untried && row.cells.count < columns.count)
      }
    }
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.ink, anchor: "start")
    var top = y
    var lines: [String] = []
    for state in states {
      let usual = state == .untried ? "not tried" : state.rawValue
      let words = ChartText.wrapped(chart.words[state] ?? usual, into: width - 34, most: 2)
      let height = max(Double(words.count) * ChartText.step, Self.height) + 6
      lines += Self.draw(state, x: Self.left, y: top + height / 2, width: 24)
      lines += text.lines(words, around: GraphLayout.Point(x: Self.left + 34, y: top + height / 2))
      top += height
    }
    return (lines, top)
  }

  /// A cell: a full one is good, a hollow one with an edge is bad, a broken edge is either; each with its sign.
  private static func draw(_ state: StripChart.State, x: Double, y: Double, width: Double) -> [String] {
    let (style, ink): (String, String) =
      switch state {
      case .good: ("fill=\"\(Paint.blue)\" stroke=\"\(Paint.blue)\"", "#fff")
      case .bad: ("fill=\"\(Paint.paleOrange)\" stroke=\"\(Paint.orange)\" stroke-width=\"2\"", Paint.orange)
      case .mixed:
        (
          "fill=\"\(Paint.paleYellow)\" stroke=\"\(Paint.yellow)\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"",
          Paint.yellow
        )
      case .none: ("fill=\"#fff\" stroke=\"\(Paint.rule)\"", Paint.quietInk)
      case .untried: ("fill=\"\(Paint.wash)\"", Paint.quietInk)
      }
    let box = Shape.rectangle(
      x: x + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2, round: 2, style: style)
    guard !state.sign.isEmpty else { return [box] }
    let sign = Lettering(size: 14, weight: "bold", colour: ink)
    return [box, sign.line(state.sign, at: GraphLayout.Point(x: x + width / 2, y: y))]
  }
}
