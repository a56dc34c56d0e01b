/// What charts of rows share: labels at the left, wrapped, and a height for each.
struct RowLabels {
  static let size = 13.0
  static let room = 240.0

  let lines: [[String]]

  init(_ labels: some Sequence<String>) { lines = labels.map { LabelMetrics.lines($0, size: Self.size) } }

  /// How high a row is.
  func height(_ row: Int) -> Double { max(26, Double(lines[row].count) * (Self.size + 4) + 8) }

  /// Where the rows begin, and where the last one ends.
  func tops(from top: Double) -> [Double] {
    lines.indices.reduce(into: [top]) { $0.append(($0.last ?? top) + height($1)) }
  }

  /// A label beside the middle of its row.
  func drawn(_ row: Int, x: Double, y: Double) -> [String] {
    Lettering(size: Self.size, weight: nil, colour: Paint.ink, anchor: "end").lines(
      lines[row], around: GraphLayout.Point(x: x + Self.room - 10, y: y))
  }
}

/// Draws ranges to both sides of nothing.
struct RangeDrawing {
  let chart: RangeChart

  private static let margin = 14.0
  private static let width = 340.0

  func svg(of figure: Figure) -> SVG {
    let rows = Array(chart.rows.prefix(RangeChart.most))
    let labels = RowLabels(rows.map(\.label))
    let tops = labels.tops(from: Self.margin + 44)
    let left = Self.margin + RowLabels.room
    let bottom = tops.last ?? 0
    var drawn = axis(left: left, top: Self.margin + 44, bottom: bottom)
    for (number, row) in rows.enumerated() {
      let middle = (tops[number] + tops[number + 1]) / 2
      drawn += labels.drawn(number, x: Self.margin, y: middle)
      drawn.append("<g><title>\(HTMLText.escaped(PlainText.visible(row.label)))</title>")
      drawn += row.ranges.prefix(4).flatMap { bar($0, left: left, y: middle) }
      drawn.append("</g>")
    }
    return SVG(
      of: figure, width: left + Self.width + Self.margin + 20, height: bottom + 40 + Self.margin, drawn)
  }

  private var reach: Double { chart.reach.isFinite && chart.reach > 0 ? chart.reach : 1 }

  /// How far the scale goes to the left: no further than is needed, so that the right has room.
  private var leftReach: Double {
    let lows = chart.rows.prefix(RangeChart.most).flatMap { $0.ranges.map(\.lowerBound) }.filter(\.isFinite)
    let needed = -(lows.min() ?? 0)
    return needed > reach / 2 ? reach : reach / 2
  }

  private func x(_ value: Double, _ left: Double) -> Double {
    left + (held(value, in: -leftReach...reach) + leftReach) / (leftReach + reach) * Self.width
  }

  private func axis(left: Double, top: Double, bottom: Double) -> [String] {
    let text = Lettering(size: 13, weight: nil, colour: Paint.quietInk)
    let bold = Lettering(size: 13, weight: "bold", colour: Paint.ink)
    var lines: [String] = []
    for part in [-1.0, -0.5, 0, 0.5, 1] where part * reach >= -leftReach {
      let place = x(part * reach, left)
      lines.append(
        Shape.path(
          "M\(FixedNumber.text(place)) \(FixedNumber.text(top - 4))V\(FixedNumber.text(bottom + 4))",
          style: part == 0
            ? "stroke=\"\(Paint.ink)\" stroke-width=\"1.5\""
            : "stroke=\"\(Paint.rule)\" stroke-dasharray=\"1 3\""))
      lines.append(
        text.line(
          FixedNumber.text(abs(part) * reach, places: 2), at: GraphLayout.Point(x: place, y: bottom + 16)))
    }
    lines.append(text.line(chart.unit, at: GraphLayout.Point(x: left + Self.width / 2, y: bottom + 34)))
    let sides = [(chart.sides.left, -leftReach / 2, "◀ "), (chart.sides.right, reach / 2, "▶ ")]
    for (words, middle, arrow) in sides {
      lines.append(
        bold.line(
          arrow + PlainText.visible(words), at: GraphLayout.Point(x: x(middle, left), y: top - 22)))
    }
    return lines
  }

  /// A thick bar over the range, a thin one to it from nothing, and a marker at its middle. What lies left is hatched by
  /// its outline, so that the sides differ without colour too.
  private func bar(_ range: ClosedRange<Double>, left: Double, y: Double) -> [String] {
    guard range.lowerBound.isFinite, range.upperBound.isFinite else { return [] }
    let isRight = range.upperBound + range.lowerBound >= 0
    let colour = isRight ? Paint.blue : Paint.orange
    let (from, to) = (x(range.lowerBound, left), x(range.upperBound, left))
    let near = isRight ? from : to
    let zero = x(0, left)
    return [
      Shape.path(
        "M\(FixedNumber.text(zero)) \(FixedNumber.text(y))H\(FixedNumber.text(near))",
        style: "stroke=\"\(colour)\" stroke-width=\"2\""),
      Shape.rectangle(
        x: from, y: y - 7, width: max(3, to - from), height: 14, round: 2,
        style: isRight
          ? "fill=\"\(colour)\""
          : "fill=\"\(Paint.paleOrange)\" stroke=\"\(colour)\" stroke-width=\"2\""),
    ]
  }
}

/// Draws rows of cells over time.
struct StripDrawing {
  let chart: StripChart

  private static let margin = 14.0
  private static let cell = 24.0

  func svg(of figure: Figure) -> SVG {
    let rows = Array(chart.rows.prefix(StripChart.most.rows))
    let columns = Array(chart.columns.prefix(StripChart.most.columns))
    let labels = RowLabels(rows.map(\.label))
    let top = Self.margin + 40
    let tops = labels.tops(from: top)
    let left = Self.margin + RowLabels.room
    let text = Lettering(size: 12, weight: nil, colour: Paint.quietInk)
    var drawn = [
      text.line(
        PlainText.visible(chart.time),
        at: GraphLayout.Point(x: left + Double(columns.count) * Self.cell / 2, y: Self.margin + 8))
    ]
    for (number, column) in columns.enumerated() {
      drawn.append(
        text.line(
          String(PlainText.visible(column).prefix(4)),
          at: GraphLayout.Point(x: left + (Double(number) + 0.5) * Self.cell, y: top - 12)))
    }
    for (number, row) in rows.enumerated() {
      let middle = (tops[number] + tops[number + 1]) / 2
      drawn += labels.drawn(number, x: Self.margin, y: middle)
      drawn.append("<g><title>\(HTMLText.escaped(PlainText.visible(row.label)))</title>")
      for (column, state) in row.cells.prefix(columns.count).enumerated() {
        drawn += Self.drawn(state, x: left + Double(column) * Self.cell, y: middle)
      }
      drawn.append("</g>")
    }
    let states = StripChart.State.allCases.filter { state in rows.contains { $0.cells.contains(state) } }
    let bottom = (tops.last ?? top) + 16
    for (number, state) in states.enumerated() {
      let y = bottom + (Double(number) + 0.5) * 28
      drawn += Self.drawn(state, x: Self.margin, y: y)
      drawn.append(
        Lettering(size: 13, weight: nil, colour: Paint.ink, anchor: "start").line(
          PlainText.visible(chart.words[state] ?? state.rawValue),
          at: GraphLayout.Point(x: Self.margin + 34, y: y)))
    }
    return SVG(
      of: figure, width: max(left + Double(columns.count) * Self.cell + Self.margin, 400),
      height: bottom + Double(states.count) * 28 + Self.margin, drawn)
  }

  private static func drawn(_ state: StripChart.State, x: Double, y: Double) -> [String] {
    let (fill, ink): (String, String) =
      switch state {
      case .good: (Paint.blue, "#ffffff")
      case .bad: (Paint.orange, "#ffffff")
      case .mixed: (Paint.paleYellow, Paint.ink)
      case .none: ("#ffffff", Paint.quietInk)
      }
    return [
      Shape.rectangle(
        x: x + 1, y: y - cell / 2 + 1, width: cell - 2, height: cell - 2, round: 2,
        style: "fill=\"\(fill)\" stroke=\"\(Paint.rule)\""),
      Lettering(size: 14, weight: "bold", colour: ink).line(
        state.sign, at: GraphLayout.Point(x: x + cell / 2, y: y)),
    ]
  }
}
