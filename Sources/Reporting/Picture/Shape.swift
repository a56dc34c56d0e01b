/// The colours of pictures. Each sign and tone has a form besides; blue and orange stay apart for every kind of
/// colour vision.
enum Paint {
  static let ink = "#212b32"
  static let quietInk = "#4c6272"
  static let rule = "#aeb7bd"
  static let wash = "#f0f4f5"
  static let blue = "#005eb8"
  static let paleBlue = "#e3effb"
  static let orange = "#9a4a00"
  static let paleOrange = "#fdeedd"
  static let yellow = "#6b5700"
  static let paleYellow = "#fff7cf"
  static let purple = "#5b2d82"
  static let grey = "#6b7b86"
}

/// Elements of SVG.
enum Shape {
  static func rectangle(
    x: Double, y: Double, width: Double, height: Double, round: Double, style: String
  ) -> String {
    "<rect x=\"\(FixedNumber.text(x))\" y=\"\(FixedNumber.text(y))\" width=\"\(FixedNumber.text(width))\""
      + " height=\"\(FixedNumber.text(height))\" rx=\"\(FixedNumber.text(round))\" \(style)/>"
  }

  static func path(_ path: String, style: String) -> String { "<path d=\"\(path)\" \(style)/>" }

  /// A path through points given as offsets from a centre.
  static func polygon(
    _ offsets: [(Double, Double)], around centre: GraphLayout.Point, style: String
  ) -> String {
    let points = offsets.map {
      FixedNumber.text(centre.x + $0.0) + "," + FixedNumber.text(centre.y + $0.1)
    }
    return "<polygon points=\"\(points.joined(separator: " "))\" \(style)/>"
  }

  static func text(_ point: GraphLayout.Point) -> String {
    FixedNumber.text(point.x) + " " + FixedNumber.text(point.y)
  }
}

/// Lines of text around a point.
struct Lettering {
  let size: Double
  let weight: String?
  let colour: String
  var anchor = "middle"

  /// One line, its middle at the point.
  func line(_ text: String, at point: GraphLayout.Point) -> String {
    let bold = weight.map { " font-weight=\"\($0)\"" } ?? ""
    // Letters without descenders look centred when the base line lies about a third of their size lower.
    let baseline = point.y + size * 0.35
    return
      "<text x=\"\(FixedNumber.text(point.x))\" y=\"\(FixedNumber.text(baseline))\" text-anchor=\"\(anchor)\""
      + " font-size=\"\(FixedNumber.text(size))\"\(bold) fill=\"\(colour)\">\(HTMLText.escaped(text))</text>"
  }

  /// Several lines, the middle of them all at the point.
  func lines(_ lines: [String], around point: GraphLayout.Point) -> [String] {
    let step = size + 4
    let top = point.y - step * Double(lines.count - 1) / 2
    return lines.enumerated().map { number, text in
      line(text, at: GraphLayout.Point(x: point.x, y: top + step * Double(number)))
    }
  }
}
