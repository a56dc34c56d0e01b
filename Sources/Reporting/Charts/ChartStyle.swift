/// How the series of a chart are told apart: by colour, dash and marker, so that any one of the three is enough.
struct ChartStyle: Sendable {
  let colour: String
  let dash: String
  let marker: Marker

  enum Marker: Sendable { case disc, square, triangle, diamond, ring, cross }

  /// Blue, brown, purple, aqua, black and green stand apart for people who don't see red or green too, and in grey by dash
  /// and marker.
  static let all = [
    ChartStyle(colour: Paint.blue, dash: "", marker: .disc),
    ChartStyle(colour: Paint.orange, dash: "8 4", marker: .square),
    ChartStyle(colour: "#330072", dash: "2 4", marker: .triangle),
    ChartStyle(colour: "#00a499", dash: "10 3 2 3", marker: .diamond),
    ChartStyle(colour: Paint.ink, dash: "5 2", marker: .ring),
    ChartStyle(colour: "#009639", dash: "14 4", marker: .cross),
  ]

  static func style(_ number: Int) -> ChartStyle { all[number % all.count] }

  /// The stroke of a line.
  var stroke: String {
    let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    return "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.5\" stroke-linejoin=\"round\"\(dashes)"
  }

  /// A marker around a point.
  func marked(_ point: GraphLayout.Point) -> String {
    let (x, y) = (FixedNumber.text(point.x), FixedNumber.text(point.y))
    let filled = "fill=\"\(colour)\""
    switch marker {
    case .disc: return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" \(filled)/>"
    case .ring:
      return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" fill=\"#fff\" stroke=\"\(colour)\" stroke-width=\"2\"/>"
    case .square:
      return Shape.polygon([(-4, -4), (4, -4), (4, 4), (-4, 4)], around: point, style: filled)
    case .triangle: return Shape.polygon([(0, -5), (5, 4), (-5, 4)], around: point, style: filled)
    case .diamond: return Shape.polygon([(0, -6), (6, 0), (0, 6), (-6, 0)], around: point, style: filled)
    case .cross:
      let path = "M\(FixedNumber.text(point.x - 4)) \(FixedNumber.text(point.y - 4))l8 8m0 -8l-8 8"
      return Shape.path(path, style: "stroke=\"\(colour)\" stroke-width=\"2.5\"")
    }
  }
}

extension SVG {
  static let font = "Arial, Helvetica, 'Liberation Sans', sans-serif"

  /// A picture of a figure: its title and description for readers aloud, a white ground, then what is drawn.
  init(of figure: Figure, width: Double, height: Double, _ drawn: [String]) {
    let anchor = "figure-" + HTMLText.identifier(figure.id)
    let size = "width=\"\(FixedNumber.text(width))\" height=\"\(FixedNumber.text(height))\""
    let box = "viewBox=\"0 0 \(FixedNumber.text(width)) \(FixedNumber.text(height))\""
    let lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) \(box) role=\"img\""
        + " aria-labelledby=\"\(anchor)_t \(anchor)_d\" font-family=\"\(HTMLText.escaped(Self.font))\""
        + " fill=\"\(Paint.ink)\">",
      "<title id=\"\(anchor)_t\">\(HTMLText.escaped(figure.title))</title>",
      "<desc id=\"\(anchor)_d\">\(HTMLText.escaped(figure.description))</desc>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
    ]
    self.init(
      markup: (lines + drawn + ["</svg>"]).joined(separator: "\n"), width: width,
      height: height.rounded(.up))
  }
}

/// A value brought into a range; the near end for what is no number.
func held(_ value: Double, in range: ClosedRange<Double>) -> Double {
  value.isFinite ? min(max(value, range.lowerBound), range.upperBound) : range.lowerBound
}
