/// Draws ranges to both sides of nothing. Pure: the same chart gives the same bytes.
///
/// What lies right is a full bar with a plus before its numbers, what lies left a hollow one with a minus: the sides
/// differ without colour, and in black and white.
struct RangeDrawing {
  let chart: RangeChart
  private let rows: [(label: String, bars: [Bar])]
  private static let lane = 20.0
  private static let left = RowStack.margin

  /// A range and the line within its row on which it is drawn.
  private struct Bar {
    var range: ClosedRange<Double>
    var lane: Int
    var isRight: Bool { range.lowerBound / 2 + range.upperBound / 2 >= 0 }
    var isBoth: Bool { range.lowerBound < 0 && range.upperBound > 0 }
  }

  init(chart: RangeChart) {
    self.chart = chart
    rows = chart.rows.prefix(RangeChart.most).map { ($0.label, Self.bars($0.ranges)) }
  }

  /// A range to the left and one to the right share a line; others have one of their own.
  private static func bars(_ ranges: [ClosedRange<Double>]) -> [Bar] {
    var bars: [Bar] = []
    for range in ranges.prefix(4) where range.lowerBound.isFinite && range.upperBound.isFinite {
      var bar = Bar(range: range, lane: 0)
      while bars.contains(where: { other in
        other.lane == bar.lane && (other.isBoth || bar.isBoth || other.isRight == bar.isRight)
      }) {
        bar.lane += 1
      }
      bars.append(bar)
    }
    return bars
  }

  func svg(of figure: Figure) -> SVG {
    let stack = RowStack(
      labels: rows.map(\.label),
      heights: rows.map { row in Self.lane * Double((row.bars.map(\.lane).max() ?? 0) + 1) })
    let top = RowStack.margin + 24
    let (tops, bottom) = stack.places(from: top)
    var drawn = drawScale(top: top, bottom: bottom + 6)
    for (number, row) in rows.enumerated() {
      drawn.append("<g>" + ChartText.title(row.label))
      drawn += stack.drawLabel(number, above: tops[number])
      for bar in row.bars { drawn += draw(bar, y: tops[number] + (Double(bar.lane) + 0.5) * Self.lane) }
      if row.bars.isEmpty { drawn += drawNothing(y: tops[number] + Self.lane / 2) }
      drawn.append("</g>")
    }
    let rest = RowStack.leftOut([(chart.rows.count - rows.count, "rows")], y: bottom + 44)
    return SVG(
      of: figure, width: RowStack.width + 2 * RowStack.margin, height: rest.bottom + RowStack.margin,
      drawn + rest.lines)
  }

  // MARK: The scale

  private var reach: Double { chart.reach.isFinite && (1e-6...1e6).contains(chart.reach) ? chart.reach : 1 }

  /// How far the scale goes to the left: no further than is needed, so that the right has room.
  private var leftReach: Double {
    let lows = rows.flatMap { $0.bars.map(\.range.lowerBound) }
    return -(lows.min() ?? 0) > reach / 2 ? reach : reach / 2
  }

  /// Where a value lies. Room is kept at both ends for the numbers beside a bar.
  private func x(_ value: Double) -> Double {
    let inner = RowStack.width - 2 * numberRoom
    return Self.left + numberRoom + (held(value, in: -leftReach...reach) + leftReach) / (leftReach + reach)
      * inner
  }

  private var numberRoom: Double {
    let texts = rows.flatMap { $0.bars.map(words(of:)) }
    return 8 + texts.reduce(0) { max($0, LabelMetrics.width(of: $1, size: ChartText.size)) }
  }

  private func drawScale(top: Double, bottom: Double) -> [String] {
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.quietInk)
    var lines: [String] = []
    for part in [-1.0, -0.5, 0, 0.5, 1] where part * reach >= -leftReach {
      let place = x(part * reach)
      let style =
        part == 0
        ? "stroke=\"\(Paint.ink)\" stroke-width=\"1.5\"" : "stroke=\"\(Paint.rule)\" stroke-dasharray=\"1 3\""
      lines.append(Shape.line((place, top), (place, bottom), style: style))
      let number = FixedNumber.text(abs(part) * reach, places: 2)
      lines.append(text.line(number, at: GraphLayout.Point(x: place, y: bottom + 11)))
    }
    let unit = ChartText.fitted(chart.unit, into: RowStack.width)
    let middle = Self.left + RowStack.width / 2
    lines.append(text.line(unit, at: GraphLayout.Point(x: middle, y: bottom + 29)))
    return lines + drawSides()
  }

  /// The names of the sides, to the left and to the right of nothing, at the top.
  private func drawSides() -> [String] {
    let zero = x(0)
    return [(chart.sides.left, "◀ ", "", "end", -10.0), (chart.sides.right, "", " ▶", "start", 10)]
      .map { words, before, after, anchor, offset in
        let room = offset < 0 ? zero - Self.left - 10 : Self.left + RowStack.width - zero - 10
        let fitted = ChartText.fitted(words, into: room - 22)
        return Lettering(size: ChartText.size, weight: "bold", colour: Paint.ink, anchor: anchor).line(
          before + fitted + after, at: GraphLayout.Point(x: zero + offset, y: RowStack.margin + 8))
      }
  }

  // MARK: A bar

  /// A bar over the range, a thin line to it from nothing, and its numbers beyond it.
  private func draw(_ bar: Bar, y: Double) -> [String] {
    let colour = bar.isRight ? Paint.blue : Paint.orange
    let (from, to) = (x(bar.range.lowerBound), x(bar.range.upperBound))
    let text = Lettering(
      size: ChartText.size, weight: nil, colour: Paint.ink, anchor: bar.isRight ? "start" : "end")
    let end = bar.isRight ? max(to, from + 3) + 5 : from - 5
    return [
      Shape.line((x(0), y), (bar.isRight ? from : to, y), style: "stroke=\"\(colour)\" stroke-width=\"2\""),
      Shape.rectangle(
        x: from, y: y - 7, width: max(3, to - from), height: 14, round: 2,
        style: bar.isRight
          ? "fill=\"\(colour)\"" : "fill=\"\(Paint.paleOrange)\" stroke=\"\(colour)\" stroke-width=\"2\""),
      text.line(words(of: bar), at: GraphLayout.Point(x: end, y: y)),
    ]
  }

  /// A row without a range: a ring at nothing.
  private func drawNothing(y: Double) -> [String] {
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.quietInk, anchor: "start")
    return [
      "<circle cx=\"\(FixedNumber.text(x(0)))\" cy=\"\(FixedNumber.text(y))\" r=\"4\" fill=\"#fff\""
        + " stroke=\"\(Paint.quietInk)\" stroke-width=\"2\"/>",
      text.line("0", at: GraphLayout.Point(x: x(0) + 9, y: y)),
    ]
  }

  /// The numbers of a range with its sign: "+2 to 3", "−1", "−1 to +2".
  private func words(of bar: Bar) -> String {
    let (low, high) = (number(bar.range.lowerBound), number(bar.range.upperBound))
    if bar.isBoth, low != "0", high != "0" { return "−\(low) to +\(high)" }
    let (near, far) = bar.isRight ? (low, high) : (high, low)
    if far == "0" { return "0" }
    return (bar.isRight ? "+" : "−") + (near == far ? near : "\(near) to \(far)")
  }

  /// A number without its sign, as fine as the scale is.
  private func number(_ value: Double) -> String {
    FixedNumber.text(abs(held(value, in: -1e6...1e6)), places: reach >= 2 ? 1 : 2)
  }
}
