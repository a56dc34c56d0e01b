extension CourseDrawing {
  private static let sample = 44.0

  /// The key below the panels: lines with their letters, ranges, events, and what is left out.
  func drawKey(x: Double, y: Double, room: Double) -> (lines: [String], bottom: Double) {
    var lines: [String] = []
    var top = y
    func add(_ sample: (Double) -> [String], _ words: String) {
      let text = ChartText.wrapped(words, into: room - Self.sample - 10, most: 3)
      let height = Double(max(text.count, 1)) * ChartText.step + 6
      let letters = Lettering(size: ChartText.size, weight: nil, colour: Paint.ink, anchor: "start")
      lines += sample(top + ChartText.step / 2 + 3)
      lines += letters.lines(
        text, around: GraphLayout.Point(x: x + Self.sample + 10, y: top + height / 2))
      top += height
    }
    for (number, name) in names.enumerated() {
      let style = ChartStyle.style(number)
      add({ Self.lineSample(style, x: x, y: $0) }, names.count > 1 ? "\(Self.letter(number)): \(name)" : name)
    }
    let colour = names.count > 1 ? Paint.quietInk : ChartStyle.style(0).colour
    for (words, look) in zip(chart.rangeWords, [RangeLook.inner, .outer]) {
      add({ Self.rangeSample(look, colour, edge: names.count < 2, x: x, y: $0) }, words)
    }
    for (number, event) in events.enumerated() {
      add({ Self.eventSign(number, x: x + Self.sample / 2, y: $0) }, event.label)
    }
    if let leftOut { add({ _ in [] }, leftOut) }
    return (lines, top)
  }

  /// The names of the series of the fullest panel, which the panels share.
  private var names: [String] {
    let fullest = panels.max { $0.series.count < $1.series.count }
    return fullest?.series.prefix(CourseChart.most.series).map(\.name) ?? []
  }

  private static func lineSample(_ style: ChartStyle, x: Double, y: Double) -> [String] {
    [
      Shape.line((x, y), (x + sample, y), style: style.stroke),
      style.marked(GraphLayout.Point(x: x + sample / 2, y: y)),
    ]
  }

  /// The inner range lies on the outer one, in the key as in the panels.
  private static func rangeSample(_ look: RangeLook, _ colour: String, edge: Bool, x: Double, y: Double)
    -> [String]
  {
    let looks = look == .inner ? [RangeLook.outer, .inner] : [.outer]
    return looks.map { look in
      Shape.rectangle(
        x: x, y: y - 8, width: sample, height: 16, round: 0, style: look.style(colour, edge: edge))
    }
  }

  /// What is left out, in words.
  private var leftOut: String? {
    let most = CourseChart.most
    let counts = [
      ("panels", chart.panels.count - most.panels),
      ("lines", (panels.map(\.series.count).max() ?? 0) - most.series),
      ("events", chart.events.count - events.count),
    ]
    let words = counts.filter { $0.1 > 0 }.map { "\($0.1) more \($0.0)" }
    return words.isEmpty ? nil : "Not drawn: " + words.joined(separator: ", ") + "."
  }
}
