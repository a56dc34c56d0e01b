/// Draws ranges to both sides of nothing. Pure: the same chart gives the same bytes.
///
/// What lies right is a full bar with a plus before its numbers, what lies left a hollow one with a minus: the sides
/// differ without colour, and in black and white.
struct RangeDrawing {
  let chart: RangeChart
  private let rows: [(label: String, bars: [Bar])]
  /// How far the scale goes to the right and to the left, and the room beyond it.
  private let reach: Double
  private let leftReach: Double
  private let numberRoom: (left: Double, right: Double)
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
    reach = (1e-6...1e6).contains(chart.reach) ? chart.reach : 1
    // No further to the left than is needed, so that the right has room.
    let bars = rows.flatMap(\.bars)
    let lowest = bars.map(\.range.lowerBound).min() ?? 0
    leftReach = -lowest > reach / 2 ? reach : reach / 2
    numberRoom = Self.numberRoom(bars, from: leftReach, to: reach)
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
      heights: rows.map { Self.lane * Double(lanes(of: $0)) })
    let top = RowStack.margin + 24
    let (tops, bottom) = stack.places(from: top)
    var drawn = drawScale(bottom: bottom + 6)
    for (number, row) in rows.enumerated() {
      drawn.append("<g>" + ChartText.title(row.label))
      drawn += stack.drawLabel(number, above: tops[number])
      drawn += drawLines(from: tops[number] - 1, to: tops[number] + Self.lane * Double(lanes(of: row)) + 1)
      for bar in row.bars { drawn += draw(bar, y: tops[number] + (Double(bar.lane) + 0.5) * Self.lane) }
      if row.bars.isEmpty { drawn += drawNothing(y: tops[number] + Self.lane / 2) }
      drawn.append("</g>")
    }
    let rest = RowStack.leftOut([(chart.rows.count - rows.count, "rows")], y: bottom + 44)
    return SVG(
      of: figure, width: RowStack.width + 2 * RowStack.margin, height: rest.bottom + RowStack.margin,
      drawn + rest.lines)
  }

  private func lanes(of row: (label: String, bars: [Bar])) -> Int { (row.bars.map(\.lane).max() ?? 0) + 1 }

  // MARK: The scale

  /// Where a value lies.
  private func x(_ value: Double) -> Double { Self.x(value, from: leftReach, to: reach, room: numberRoom) }

  private static func x(
    _ value: Double, from leftReach: Double, to reach: Double, room: (left: Double, right: Double)
  ) -> Double {
    let inner = RowStack.width - room.left - room.right
    return left + room.left + (held(value, in: -leftReach...reach) + leftReach) / (leftReach + reach) * inner
  }

  /// The room that the numbers beside the bars need beyond the ends of the scale: no more, so that bars are long.
  private static func numberRoom(
    _ bars: [Bar], from leftReach: Double, to reach: Double
  ) -> (left: Double, right: Double) {
    var room = (left: 14.0, right: 14.0)
    // Room at one end shortens all bars, which may free room at the other: a few steps come near enough.
    for _ in 0..<24 {
      var lacks = (left: false, right: false)
      for bar in bars {
        let width = 7 + LabelMetrics.width(of: words(of: bar, reach: reach), size: ChartText.size)
        let low = x(bar.range.lowerBound, from: leftReach, to: reach, room: room)
        let high = x(bar.range.upperBound, from: leftReach, to: reach, room: room)
        if bar.isRight { lacks.right = lacks.right || high + width > left + RowStack.width }
        if !bar.isRight { lacks.left = lacks.left || low - width < left }
      }
      if !lacks.left && !lacks.right { break }
      room.left += lacks.left ? 5 : 0
      room.right += lacks.right ? 5 : 0
    }
    return room
  }

  private var marks: [Double] { [-1, -0.5, 0, 0.5, 1].map { $0 * reach }.filter { $0 >= -leftReach } }

  /// The lines of the scale behind a row; they leave the labels free.
  private func drawLines(from top: Double, to bottom: Double) -> [String] {
    marks.map { value in
      let style =
        value == 0
        ? "stroke=\"\(Paint.ink)\" stroke-width=\"1.5\""
        : "stroke=\"\(Paint.quietInk)\" stroke-dasharray=\"1 4\""
      return Shape.line((x(value), top), (x(value), bottom), style: style)
    }
  }

  private func drawScale(bottom: Double) -> [String] {
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.quietInk)
    var lines = marks.map { value in
      text.line(FixedNumber.text(abs(value), places: 2), at: GraphLayout.Point(x: x(value), y: bottom + 11))
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

  /// A bar over the range, a thin line to it from nothing, and its numbers beyond it. A range over nothing has a part on
  /// either side.
  private func draw(_ bar: Bar, y: Double) -> [String] {
    if bar.range == 0...0 { return drawNothing(y: y) }
    let (from, to) = (x(bar.range.lowerBound), x(bar.range.upperBound))
    let text = Lettering(
      size: ChartText.size, weight: nil, colour: Paint.ink, anchor: bar.isRight ? "start" : "end")
    let end = bar.isRight ? max(to, from + 3) + 5 : from - 5
    let numbers = Self.words(of: bar, reach: reach)
    let width = LabelMetrics.width(of: numbers, size: ChartText.size)
    // A ground of its own, so that no line of the scale runs through a number.
    let ground = Shape.rectangle(
      x: bar.isRight ? end - 1 : end - width - 1, y: y - 8, width: width + 2, height: 16, round: 0,
      style: "fill=\"#fff\"")
    let words = [ground, text.line(numbers, at: GraphLayout.Point(x: end, y: y))]
    if bar.isBoth {
      return [box(from, x(0), y, isRight: false), box(x(0), to, y, isRight: true)] + words
    }
    let colour = bar.isRight ? Paint.blue : Paint.orange
    let line = Shape.line(
      (x(0), y), (bar.isRight ? from : to, y), style: "stroke=\"\(colour)\" stroke-width=\"2\"")
    return [line, box(from, to, y, isRight: bar.isRight)] + words
  }

  private func box(_ from: Double, _ to: Double, _ y: Double, isRight: Bool) -> String {
    let style =
      isRight
      ? "fill=\"\(Paint.blue)\""
      : "fill=\"\(Paint.paleOrange)\" stroke=\"\(Paint.orange)\" stroke-width=\"2\""
    return Shape.rectangle(x: from, y: y - 7, width: max(3, to - from), height: 14, round: 2, style: style)
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
  private static func words(of bar: Bar, reach: Double) -> String {
    let (low, high) = (number(bar.range.lowerBound, reach), number(bar.range.upperBound, reach))
    if bar.isBoth, low != "0", high != "0" { return "−\(low) to +\(high)" }
    let (near, far) = bar.isRight ? (low, high) : (high, low)
    if far == "0" { return "0" }
    return (bar.isRight ? "+" : "−") + (near == far ? near : "\(near) to \(far)")
  }

  /// A number without its sign, as fine as the scale is.
  private static func number(_ value: Double, _ reach: Double) -> String {
    FixedNumber.text(abs(held(value, in: -1e6...1e6)), places: reach >= 2 ? 1 : 2)
  }
}
