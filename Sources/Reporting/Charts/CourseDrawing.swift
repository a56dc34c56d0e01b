/// Draws how things go over time. Pure: the same chart gives the same bytes.
///
/// Panels stand in one column or two; words on the scale stand at the left column only, as all panels share them. Lines
/// end in a letter that the key explains, so that nobody has to match colours.
struct CourseDrawing {
  let chart: CourseChart
  let panels: [CourseChart.Panel]
  let events: [CourseChart.Event]
  private let marks: [CourseChart.Tick]
  private let markRoom: Double
  private let titles: [[String]]

  static let margin = 14.0
  private static let titleSize = 14.0
  private static let most = CourseChart.most

  init(chart: CourseChart) {
    self.chart = chart
    panels = Array(chart.panels.prefix(Self.most.panels))
    events = chart.events.filter { $0.at.isFinite && chart.span.contains($0.at) }
      .prefix(Self.most.events).sorted { $0.at < $1.at }
    marks = chart.marks.filter { $0.at.isFinite && chart.scale.contains($0.at) }.prefix(12)
      .map { CourseChart.Tick(at: $0.at, label: ChartText.fitted($0.label, into: 110)) }
    markRoom = marks.reduce(0) { max($0, LabelMetrics.width(of: $1.label, size: ChartText.size)) } + 8
    // Bold letters are wider by about a fifteenth.
    let titleRoom = (panels.count > 3 ? 232 : RowStack.width - markRoom) / 1.07
    titles = panels.map { ChartText.wrapped($0.title, into: titleRoom, most: 2, size: Self.titleSize) }
  }

  // MARK: Where things are

  private var columns: Int { panels.count > 3 ? 2 : 1 }
  /// One column takes the width of a narrow screen, letters at the ends of lines included.
  var plotWidth: Double { columns > 1 ? 210 : RowStack.width - markRoom - (hasLetters ? 24 : 16) }
  var plotHeight: Double {
    if columns > 1 { return 120 }
    return panels.count > 1 ? 150 : 230
  }
  private var hasLetters: Bool { panels.contains { $0.series.count > 1 } }
  private var cellWidth: Double { plotWidth + (columns > 1 ? 34 : hasLetters ? 24 : 16) }
  private var titleHeight: Double { 10 + 18 * Double(titles.map(\.count).max() ?? 1) }
  /// Where a plot begins below the top of its cell: below its title and the numbers of the events.
  private var plotTop: Double { titleHeight + Double(eventRows.count) * 19 }
  private var cellHeight: Double { plotTop + plotHeight + 34 }

  func x(_ time: Double, _ left: Double) -> Double {
    let length = chart.span.upperBound - chart.span.lowerBound
    guard length.isFinite, length > 0 else { return left }
    return left + (held(time, in: chart.span) - chart.span.lowerBound) / length * plotWidth
  }

  func y(_ value: Double, _ top: Double) -> Double {
    let height = chart.scale.upperBound - chart.scale.lowerBound
    guard height.isFinite, height > 0 else { return top + plotHeight }
    return top + plotHeight - (held(value, in: chart.scale) - chart.scale.lowerBound) / height * plotHeight
  }

  // MARK: The whole

  func svg(of figure: Figure) -> SVG {
    let rows = (panels.count + columns - 1) / columns
    let inner = max(markRoom + Double(columns) * cellWidth, RowStack.width)
    var drawn: [String] = []
    for (number, panel) in panels.enumerated() {
      let column = number % columns
      let left = Self.margin + markRoom + Double(column) * cellWidth
      let top = Self.margin + Double(number / columns) * cellHeight + plotTop
      drawn.append("<g>")
      drawn += drawTitle(titles[number], left, top) + drawScale(left, top, words: column == 0)
      drawn += drawTime(left, top, word: number + columns >= panels.count)
      drawn += drawEvents(left, top) + draw(panel, left, top) + ["</g>"]
    }
    let keyTop = Self.margin + Double(rows) * cellHeight + 26
    let key = drawKey(x: Self.margin, y: keyTop, room: inner)
    return SVG(
      of: figure, width: (inner + 2 * Self.margin).rounded(.up), height: key.bottom + Self.margin,
      drawn + key.lines)
  }

  /// The title, its last line just above the plot or the numbers of the events.
  private func drawTitle(_ title: [String], _ left: Double, _ top: Double) -> [String] {
    let bold = Lettering(size: Self.titleSize, weight: "bold", colour: Paint.ink, anchor: "start")
    let bottom = top - plotTop + titleHeight - 6
    return bold.lines(
      title, around: GraphLayout.Point(x: left, y: bottom - 9 * Double(max(title.count, 1))))
  }

  private func drawScale(_ left: Double, _ top: Double, words: Bool) -> [String] {
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.quietInk, anchor: "end")
    var lines = [
      Shape.rectangle(
        x: left, y: top, width: plotWidth, height: plotHeight, round: 0,
        style: "fill=\"none\" stroke=\"\(Paint.rule)\"")
    ]
    var free = -Double.infinity
    for mark in marks.sorted(by: { $0.at > $1.at }) {
      let level = y(mark.at, top)
      lines.append(
        Shape.line(
          (left, level), (left + plotWidth, level),
          style: "stroke=\"\(Paint.quietInk)\" stroke-dasharray=\"1 4\""
        )
      )
      // The highest word stands a little lower and the lowest a little higher, so that they stay beside the plot.
      let place = min(max(level, top + 6), top + plotHeight - 6)
      guard words, place >= free else { continue }
      lines.append(text.line(mark.label, at: GraphLayout.Point(x: left - 8, y: place)))
      free = place + ChartText.size + 1
    }
    return lines
  }

  // MARK: The time axis

  /// The marks of the time axis: the chart's own, or about five whole numbers.
  private var ticks: [CourseChart.Tick] {
    if !chart.ticks.isEmpty {
      return chart.ticks.filter { $0.at.isFinite && chart.span.contains($0.at) }.prefix(60)
        .sorted { $0.at < $1.at }
    }
    let (first, last) = (chart.span.lowerBound, chart.span.upperBound)
    guard first.isFinite, last.isFinite, abs(first) < 100_000, abs(last) < 100_000 else { return [] }
    let step = max(1, ((last - first) / 5).rounded())
    return stride(from: (first / step).rounded(.up) * step, through: last, by: step).prefix(12)
      .map { CourseChart.Tick(at: $0, label: FixedNumber.text($0)) }
  }

  private func drawTime(_ left: Double, _ top: Double, word: Bool) -> [String] {
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.quietInk)
    let bottom = top + plotHeight
    let own = ticks.map { ($0.at, ChartText.fitted($0.label, into: 90)) }
    // A long label at the edge is shifted inwards, so that it neither leaves the picture nor meets the next panel.
    let spans = own.map { at, label in
      let half = LabelMetrics.width(of: label, size: ChartText.size) / 2
      let middle = min(
        max(x(at, left), left - 14 + half), max(left + plotWidth + 14 - half, left - 14 + half))
      return middle - half...middle + half
    }
    var lines = own.map { at, _ in
      Shape.line(
        (x(at, left), bottom), (x(at, left), bottom + 4), style: "stroke=\"\(Paint.quietInk)\"")
    }
    for number in ChartText.apart(spans, gap: 6) {
      let middle = (spans[number].lowerBound + spans[number].upperBound) / 2
      lines.append(text.line(own[number].1, at: GraphLayout.Point(x: middle, y: bottom + 13)))
    }
    guard word else { return lines }
    let words = ChartText.fitted(chart.time, into: plotWidth)
    return lines + [text.line(words, at: GraphLayout.Point(x: left + plotWidth / 2, y: bottom + 30))]
  }

  // MARK: Events

  /// The numbers of the events, in as many rows as keep them from touching.
  private var eventRows: [[Int]] {
    var rows: [[Int]] = []
    for (number, event) in events.enumerated() {
      let place = x(event.at, 0)
      let row = rows.firstIndex { row in place - x(events[row.last ?? 0].at, 0) >= 19 }
      if let row { rows[row].append(number) } else { rows.append([number]) }
    }
    return rows
  }

  /// Lines first, so that none runs through a number.
  private func drawEvents(_ left: Double, _ top: Double) -> [String] {
    let places = eventRows.enumerated().flatMap { row, numbers in
      numbers.map { (number: $0, x: x(events[$0].at, left), y: top - 10 - Double(row) * 19) }
    }
    let style = "stroke=\"\(Paint.ink)\" stroke-width=\"1.25\" stroke-dasharray=\"4 3\""
    return places.map { Shape.line(($0.x, $0.y + 8), ($0.x, top + plotHeight), style: style) }
      + places.flatMap { Self.eventSign($0.number, x: $0.x, y: $0.y) }
  }

  static func eventSign(_ number: Int, x: Double, y: Double) -> [String] {
    [
      "<circle cx=\"\(FixedNumber.text(x))\" cy=\"\(FixedNumber.text(y))\" r=\"8.5\" fill=\"#fff\""
        + " stroke=\"\(Paint.ink)\" stroke-width=\"1.25\"/>",
      Lettering(size: 12, weight: "bold", colour: Paint.ink).line(
        "\(number + 1)", at: GraphLayout.Point(x: x, y: y)),
    ]
  }
}
