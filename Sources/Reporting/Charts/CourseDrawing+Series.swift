extension CourseDrawing {
  /// The letter at the end of a line and in the key.
  static func letter(_ series: Int) -> String { ["A", "B", "C", "D", "E", "F"][series % 6] }

  /// The lines of a panel, their ranges at the back, and a letter at the end of each where there are several.
  func draw(_ panel: CourseChart.Panel, _ left: Double, _ top: Double) -> [String] {
    let drawn = panel.series.prefix(CourseChart.most.series).enumerated().map { number, series in
      (number: number, name: series.name, points: Self.points(of: series))
    }.filter { !$0.points.isEmpty }
    let isAlone = drawn.count == 1
    var lines: [String] = []
    for series in drawn {
      lines += ranges(series.points, ChartStyle.style(series.number), left, top, isAlone: isAlone)
    }
    for (order, series) in drawn.enumerated() {
      let shift = isAlone ? 0 : order
      lines.append("<g>" + ChartText.title(series.name))
      lines += line(series.points, ChartStyle.style(series.number), left, top, shift: shift) + ["</g>"]
    }
    guard panel.series.count > 1 else { return lines }
    let ends = drawn.map { y($0.points.last?.middle ?? 0, top) }
    let places = ChartText.pushed(ends, distance: 15, within: top - 2...top + plotHeight + 2)
    for (index, series) in drawn.enumerated() {
      let last = x(series.points.last?.time ?? 0, left)
      let colour = ChartStyle.style(series.number).colour
      lines.append(
        Shape.line(
          (last, ends[index]), (left + plotWidth + 9, places[index]),
          style: "stroke=\"\(colour)\" stroke-width=\"1\""))
      lines.append(
        Lettering(size: ChartText.size, weight: "bold", colour: Paint.ink, anchor: "start").line(
          Self.letter(series.number), at: GraphLayout.Point(x: left + plotWidth + 11, y: places[index])))
    }
    return lines
  }

  private static func points(of series: CourseChart.Series) -> [CourseChart.Point] {
    Array(
      series.points.lazy.filter { $0.time.isFinite && $0.middle.isFinite }.prefix(CourseChart.most.points))
  }

  /// The line, with markers at every fourth or fifth point or so: each series begins with another point, so that lines
  /// which lie on each other don't hide each other's markers.
  private func line(
    _ points: [CourseChart.Point], _ style: ChartStyle, _ left: Double, _ top: Double, shift: Int
  ) -> [String] {
    let path = points.enumerated().map { number, point in
      (number == 0 ? "M" : "L") + FixedNumber.text(x(point.time, left)) + " "
        + FixedNumber.text(y(point.middle, top))
    }
    let every = max(1, points.count / 5)
    let marked = points.enumerated().filter { number, _ in
      points.count == 1 || number % every == shift % every
    }
    return [Shape.path(path.joined(), style: style.stroke)]
      + marked.map { _, point in
        style.marked(GraphLayout.Point(x: x(point.time, left), y: y(point.middle, top)))
      }
  }

  /// The ranges. A series alone has edges around them, so that they are seen in black and white too.
  private func ranges(
    _ points: [CourseChart.Point], _ style: ChartStyle, _ left: Double, _ top: Double, isAlone: Bool
  ) -> [String] {
    band(points.map { ($0.time, $0.outer) }, RangeLook.outer.style(style.colour, edge: isAlone), left, top)
      + band(
        points.map { ($0.time, $0.inner) }, RangeLook.inner.style(style.colour, edge: isAlone), left, top)
  }

  private func band(
    _ moments: [(time: Double, range: ClosedRange<Double>?)], _ style: String, _ left: Double, _ top: Double
  ) -> [String] {
    let own = moments.compactMap { moment in moment.range.map { (time: moment.time, range: $0) } }
      .filter { $0.range.lowerBound.isFinite && $0.range.upperBound.isFinite }
    guard own.count > 1 else { return [] }
    func place(_ time: Double, _ value: Double) -> String {
      FixedNumber.text(x(time, left)) + " " + FixedNumber.text(y(value, top))
    }
    let path =
      own.map { place($0.time, $0.range.upperBound) }
      + own.reversed().map { place($0.time, $0.range.lowerBound) }
    return [Shape.path("M" + path.joined(separator: "L") + "Z", style: style)]
  }

  /// How the two ranges look.
  enum RangeLook {
    case inner, outer

    func style(_ colour: String, edge: Bool) -> String {
      let opacity = edge ? (self == .inner ? "0.3" : "0.15") : (self == .inner ? "0.2" : "0.1")
      let fill = "fill=\"\(colour)\" fill-opacity=\"\(opacity)\""
      guard edge else { return fill }
      let dashes = self == .inner ? "" : " stroke-dasharray=\"3 2\""
      return fill + " stroke=\"\(colour)\" stroke-opacity=\"0.75\" stroke-width=\"0.9\"\(dashes)"
    }
  }
}
