/// Draws how things go over time. Pure: the same chart gives the same bytes.
struct CourseDrawing {
  let chart: CourseChart

  private static let margin = 14.0
  private static let plot = (width: 250.0, height: 130.0)
  private static let gap = (x: 26.0, y: 22.0)
  private static let letters = 13.0

  private var panels: ArraySlice<CourseChart.Panel> { chart.panels.prefix(CourseChart.most.panels) }
  private var marks: [CourseChart.Tick] { Array(chart.marks.filter { $0.at.isFinite }.prefix(12)) }

  /// The room that the words on the scale take.
  private var markRoom: Double {
    marks.map { LabelMetrics.width(of: Self.short($0.label), size: Self.letters) }.reduce(0, max) + 12
  }

  private static func short(_ label: String) -> String {
    let text = PlainText.visible(label)
    return text.count > 28 ? text.prefix(27) + "…" : text
  }

  /// A text on one line, cut where it would be wider than its room.
  private static func fitted(_ text: String, size: Double, into room: Double) -> String {
    let text = PlainText.visible(text)
    guard LabelMetrics.width(of: text, size: size) > room else { return text }
    var kept = ""
    for character in text {
      if LabelMetrics.width(of: kept + String(character) + "…", size: size) > room { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private var columns: Int { panels.count > 1 ? 2 : 1 }
  private var plotWidth: Double { columns > 1 ? Self.plot.width : 420 }
  private var plotHeight: Double { columns > 1 ? Self.plot.height : 240 }
  private var cellWidth: Double { markRoom + plotWidth + Self.gap.x }
  private var cellHeight: Double { 28 + plotHeight + 40 + Self.gap.y }

  func svg(of figure: Figure) -> SVG {
    let rows = (panels.count + columns - 1) / columns
    let key = key
    let width = 2 * Self.margin + max(Double(columns) * cellWidth, 360)
    let top = Self.margin + Double(rows) * cellHeight
    var drawn: [String] = []
    for (number, panel) in panels.enumerated() {
      let x = Self.margin + Double(number % columns) * cellWidth + markRoom
      let y = Self.margin + Double(number / columns) * cellHeight + 28
      drawn += draw(panel, x: x, y: y)
    }
    for (number, entry) in key.enumerated() {
      drawn += entry.drawn(x: Self.margin, y: top + (Double(number) + 0.5) * 24)
    }
    return SVG(
      of: figure, width: width, height: top + Double(key.count) * 24 + Self.margin, drawn)
  }

  // MARK: A panel

  private func x(_ time: Double, _ left: Double) -> Double {
    let length = chart.span.upperBound - chart.span.lowerBound
    guard length.isFinite, length > 0 else { return left }
    return left + (held(time, in: chart.span) - chart.span.lowerBound) / length * plotWidth
  }

  private func y(_ value: Double, _ top: Double) -> Double {
    let height = chart.scale.upperBound - chart.scale.lowerBound
    guard height.isFinite, height > 0 else { return top + plotHeight }
    return top + plotHeight - (held(value, in: chart.scale) - chart.scale.lowerBound) / height * plotHeight
  }

  private func draw(_ panel: CourseChart.Panel, x left: Double, y top: Double) -> [String] {
    var lines = ["<g>"]
    let bold = Lettering(size: 14, weight: "bold", colour: Paint.ink, anchor: "start")
    let title = Self.fitted(panel.title, size: 14, into: plotWidth)
    lines.append(bold.line(title, at: GraphLayout.Point(x: left, y: top - 14)))
    lines += axes(left, top)
    for (number, series) in panel.series.prefix(CourseChart.most.series).enumerated() {
      lines += draw(series, ChartStyle.style(number), left, top)
    }
    return lines + ["</g>"]
  }

  private func axes(_ left: Double, _ top: Double) -> [String] {
    let text = Lettering(size: Self.letters, weight: nil, colour: Paint.quietInk, anchor: "end")
    let middle = Lettering(size: Self.letters, weight: nil, colour: Paint.quietInk)
    var lines = [
      Shape.rectangle(
        x: left, y: top, width: plotWidth, height: plotHeight, round: 0,
        style: "fill=\"none\" stroke=\"\(Paint.rule)\"")
    ]
    for mark in marks {
      let level = y(mark.at, top)
      lines.append(
        Shape.path(
          "M\(FixedNumber.text(left)) \(FixedNumber.text(level))h\(FixedNumber.text(plotWidth))",
          style: "stroke=\"\(Paint.rule)\" stroke-dasharray=\"1 3\""))
      lines.append(text.line(Self.short(mark.label), at: GraphLayout.Point(x: left - 6, y: level)))
    }
    let below = top + plotHeight + 15
    for time in ticks {
      lines.append(
        middle.line(FixedNumber.text(time), at: GraphLayout.Point(x: x(time, left), y: below)))
    }
    lines.append(
      middle.line(Self.short(chart.time), at: GraphLayout.Point(x: left + plotWidth / 2, y: below + 17)))
    return lines
  }

  /// Moments at which the time axis has numbers: about five, whole.
  private var ticks: [Double] {
    let (first, last) = (chart.span.lowerBound, chart.span.upperBound)
    guard first.isFinite, last.isFinite, last > first, last - first < 100_000 else { return [] }
    let step = max(1, ((last - first) / 5).rounded())
    return Array(stride(from: first.rounded(.up), through: last, by: step).prefix(12))
  }

  private func draw(
    _ series: CourseChart.Series, _ style: ChartStyle, _ left: Double, _ top: Double
  ) -> [String] {
    let points = series.points.filter { $0.time.isFinite && $0.middle.isFinite }
    guard !points.isEmpty else { return [] }
    var lines = ["<g><title>\(HTMLText.escaped(PlainText.visible(series.name)))</title>"]
    for (range, opacity) in [(\CourseChart.Point.outer, "0.15"), (\CourseChart.Point.inner, "0.3")] {
      lines += band(points, range, "fill=\"\(style.colour)\" fill-opacity=\"\(opacity)\"", left, top)
    }
    let path = points.enumerated().map { number, point in
      (number == 0 ? "M" : "L") + FixedNumber.text(x(point.time, left)) + " "
        + FixedNumber.text(y(point.middle, top))
    }
    lines.append(Shape.path(path.joined(), style: style.stroke))
    let every = max(1, points.count / 5)
    for (number, point) in points.enumerated()
    where number.isMultiple(of: every) || number == points.count - 1 {
      lines.append(
        style.marked(GraphLayout.Point(x: x(point.time, left), y: y(point.middle, top))))
    }
    return lines + ["</g>"]
  }

  private func band(
    _ points: [CourseChart.Point], _ range: KeyPath<CourseChart.Point, ClosedRange<Double>?>,
    _ style: String, _ left: Double, _ top: Double
  ) -> [String] {
    let own = points.compactMap { point in
      point[keyPath: range].map { (time: point.time, range: $0) }
    }
    guard own.count > 1 else { return [] }
    func place(_ time: Double, _ value: Double) -> String {
      FixedNumber.text(x(time, left)) + " " + FixedNumber.text(y(value, top))
    }
    let path =
      own.map { place($0.time, $0.range.upperBound) }
      + own.reversed().map { place($0.time, $0.range.lowerBound) }
    return [Shape.path("M" + path.joined(separator: "L") + "Z", style: style)]
  }

  // MARK: The key

  private struct KeyEntry {
    let sample: (Double, Double) -> [String]
    let words: String

    func drawn(x: Double, y: Double) -> [String] {
      let text = Lettering(size: 13, weight: nil, colour: Paint.ink, anchor: "start")
      return sample(x, y) + [text.line(words, at: GraphLayout.Point(x: x + 50, y: y))]
    }
  }

  private var key: [KeyEntry] {
    let most = panels.max { $0.series.count < $1.series.count }
    let series = most?.series.prefix(CourseChart.most.series) ?? []
    let names = series.enumerated().map { number, series in
      let style = ChartStyle.style(number)
      return KeyEntry(
        sample: { x, y in
          [
            Shape.path("M\(FixedNumber.text(x)) \(FixedNumber.text(y))h40", style: style.stroke),
            style.marked(GraphLayout.Point(x: x + 20, y: y)),
          ]
        }, words: Self.keyWords(series.name))
    }
    let ranges = zip(chart.rangeWords, ["0.45", "0.15"]).map { words, opacity in
      KeyEntry(
        sample: { x, y in
          [
            Shape.rectangle(
              x: x, y: y - 8, width: 40, height: 16, round: 0,
              style: "fill=\"\(Paint.blue)\" fill-opacity=\"\(opacity)\"")
          ]
        }, words: Self.keyWords(words))
    }
    return names + ranges
  }

  private static func keyWords(_ words: String) -> String {
    let text = PlainText.visible(words)
    return text.count > 80 ? text.prefix(79) + "…" : text
  }
}
