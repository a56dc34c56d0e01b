/// Draws steps below one another: what joins to the left, what leaves to the right. Pure: the same chart gives the same bytes.
struct StepDrawing {
  private let rows: [StepRow]
  private let leftOut: Int
  private static let margin = 14.0
  private static let phaseWidth = 30.0
  /// From one column to the next, where the arrows run.
  private static let aisle = 46.0
  /// From one step to the next, where the arrows run.
  private static let step = 36.0

  init(chart: StepChart) {
    rows = chart.steps.prefix(StepChart.most).map { StepRow($0) }
    leftOut = chart.steps.count - rows.count
  }

  private var hasPhases: Bool { rows.contains { !$0.phase.isEmpty } }
  /// Where the column of joining boxes begins.
  private var joiningLeft: Double { Self.margin + (hasPhases ? Self.phaseWidth + 16 : 0) }
  private var mainLeft: Double {
    joiningLeft + (rows.contains { !$0.joining.isEmpty } ? StepRow.asideWidth + Self.aisle : 0)
  }
  private var leavingLeft: Double { mainLeft + StepRow.mainWidth + Self.aisle }
  private var width: Double {
    let hasLeaving = rows.contains { !$0.leaving.isEmpty }
    return (hasLeaving ? leavingLeft + StepRow.asideWidth : mainLeft + StepRow.mainWidth) + Self.margin
  }

  func svg(of figure: Figure) -> SVG {
    var (drawn, top, tops) = ([String](), Self.margin, [Double]())
    for (number, row) in rows.enumerated() {
      if number > 0 {
        drawn += Self.arrow(from: (mainMiddle, top), to: (mainMiddle, top + Self.step))
        top += Self.step
      }
      tops.append(top)
      drawn += self.drawn(row, top: top)
      top += row.height
    }
    drawn += phases(tops)
    let rest = RowStack.leftOut([(leftOut, "steps")], y: top)
    return SVG(of: figure, width: width, height: rest.bottom + Self.margin, drawn + rest.lines)
  }

  private var mainMiddle: Double { mainLeft + StepRow.mainWidth / 2 }

  private func drawn(_ row: StepRow, top: Double) -> [String] {
    var lines = ["<g>" + ChartText.title(row.words)]
    lines += row.main.drawn(x: mainLeft, y: top, width: StepRow.mainWidth, height: row.height)
    for (box, place) in zip(row.joining, row.places(row.joining, top: top)) {
      lines += box.drawn(x: joiningLeft, y: place, width: StepRow.asideWidth, height: box.height)
      let middle = place + box.height / 2
      lines += Self.arrow(from: (joiningLeft + StepRow.asideWidth, middle), to: (mainLeft, middle))
    }
    for (box, place) in zip(row.leaving, row.places(row.leaving, top: top)) {
      lines += box.drawn(x: leavingLeft, y: place, width: StepRow.asideWidth, height: box.height)
      let middle = place + box.height / 2
      lines += Self.arrow(from: (mainLeft + StepRow.mainWidth, middle), to: (leavingLeft, middle))
    }
    return lines + ["</g>"]
  }

  /// A bar beside the steps of each phase, its name running upwards.
  private func phases(_ tops: [Double]) -> [String] {
    var (lines, start) = ([String](), 0)
    let text = Lettering(size: ChartText.size, weight: "bold", colour: Paint.ink)
    while start < rows.count {
      let phase = rows[start].phase
      let end = rows[start...].firstIndex { $0.phase != phase } ?? rows.count
      let (top, bottom) = (tops[start], tops[end - 1] + rows[end - 1].height)
      start = end
      guard !phase.isEmpty else { continue }
      let style = "fill=\"\(Paint.wash)\" stroke=\"\(Paint.rule)\""
      lines.append(
        Shape.rectangle(
          x: Self.margin, y: top, width: Self.phaseWidth, height: bottom - top, round: 4, style: style))
      let centre = GraphLayout.Point(x: Self.margin + Self.phaseWidth / 2, y: (top + bottom) / 2)
      lines.append("<g transform=\"rotate(-90 \(Shape.text(centre)))\">")
      lines.append(text.line(ChartText.fitted(phase, into: bottom - top), at: centre) + "</g>")
    }
    return lines
  }

  /// A straight arrow, downwards or to the right.
  private static func arrow(from: (x: Double, y: Double), to: (x: Double, y: Double)) -> [String] {
    let isDown = to.y > from.y
    let end = isDown ? (x: to.x, y: to.y - 8) : (x: to.x - 8, y: to.y)
    let head: [(Double, Double)] = isDown ? [(0, 0), (-6, -11), (6, -11)] : [(0, 0), (-11, -6), (-11, 6)]
    return [
      Shape.line(from, end, style: "stroke=\"\(Paint.ink)\" stroke-width=\"2\""),
      Shape.polygon(head, around: GraphLayout.Point(x: to.x, y: to.y), style: "fill=\"\(Paint.ink)\""),
    ]
  }
}

/// A step made ready for drawing: each box with its wrapped lines.
private struct StepRow {
  static let mainWidth = 260.0
  static let asideWidth = 230.0
  /// Between boxes of one step that stand below one another.
  static let gap = 12.0

  let phase: String
  let main: StepBox
  let joining: [StepBox]
  let leaving: [StepBox]
  /// The step in words, for readers aloud.
  let words: String

  init(_ step: StepChart.Step) {
    phase = PlainText.visible(step.phase)
    main = StepBox(step.main, width: Self.mainWidth)
    let (joining, leaving) = (StepChart.Step.shown(step.joining), StepChart.Step.shown(step.leaving))
    self.joining = joining.map { StepBox($0, width: Self.asideWidth) }
    self.leaving = leaving.map { StepBox($0, width: Self.asideWidth) }
    words = ([step.main] + joining + leaving).map(\.title).joined(separator: "; ")
  }

  /// As high as its highest column: so every arrow runs straight.
  var height: Double { max(main.height, Self.height(joining), Self.height(leaving)) }

  private static func height(_ boxes: [StepBox]) -> Double {
    boxes.isEmpty ? 0 : boxes.reduce(-gap) { $0 + $1.height + gap }
  }

  /// The top of each box of a column, the column in the middle of the step.
  func places(_ boxes: [StepBox], top: Double) -> [Double] {
    var place = top + (height - Self.height(boxes)) / 2
    return boxes.map { box in
      defer { place += box.height + Self.gap }
      return place
    }
  }
}

/// A box with its wrapped lines.
private struct StepBox {
  private static let padding = 10.0
  /// Once wrapped; the lines of a box are few, but each may be long.
  private static let mostLines = 60
  let tone: StepChart.Tone
  let title: [String]
  let lines: [String]

  init(_ box: StepChart.Box, width: Double) {
    let room = width - 2 * Self.padding
    tone = box.tone
    // Bold letters are wider than those that are measured.
    title = ChartText.wrapped(box.title, into: room / 1.08, most: 5)
    lines = Array(box.shown.flatMap { ChartText.wrapped($0, into: room, most: 3) }.prefix(Self.mostLines))
  }

  var height: Double { Double(title.count + lines.count) * ChartText.step + 2 * Self.padding }

  func drawn(x: Double, y: Double, width: Double, height: Double) -> [String] {
    let bold = Lettering(size: ChartText.size, weight: "bold", colour: Paint.ink)
    let plain = Lettering(size: ChartText.size, weight: nil, colour: Paint.ink)
    // The text stands in the middle of a box that is higher than it needs to be.
    let first = y + (height - self.height) / 2 + Self.padding + ChartText.step / 2
    let middle = x + width / 2
    return [Shape.rectangle(x: x, y: y, width: width, height: height, round: round, style: outline)]
      + (title + lines).enumerated().map { number, text in
        (number < title.count ? bold : plain).line(
          text, at: GraphLayout.Point(x: middle, y: first + Double(number) * ChartText.step))
      }
  }

  private var round: Double { tone == .aside || tone == .doubt ? 9 : 0 }

  private var outline: String {
    switch tone {
    case .step: "fill=\"\(Paint.paleBlue)\" stroke=\"\(Paint.blue)\" stroke-width=\"2\""
    case .end: "fill=\"#fff\" stroke=\"\(Paint.ink)\" stroke-width=\"4\""
    case .aside: "fill=\"#fff\" stroke=\"\(Paint.quietInk)\" stroke-width=\"1.5\""
    case .doubt:
      "fill=\"\(Paint.paleYellow)\" stroke=\"\(Paint.yellow)\" stroke-width=\"2\" stroke-dasharray=\"6 4\""
    }
  }
}
