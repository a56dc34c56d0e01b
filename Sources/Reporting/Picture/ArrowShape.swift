/// An arrow: its sign decides about dashes, head and sign, its emphasis about weight.
struct ArrowShape {
  let arrow: CausalPicture.Arrow

  /// The line and its head.
  func drawn(along way: GraphLayout.Way) -> [String] {
    guard let start = way.points.first, let end = way.points.last else { return [] }
    let curves = way.points.dropFirst().map(Shape.text).joined(separator: " ")
    let path = "M\(Shape.text(start)) C\(curves)"
    var lines = [Shape.path(path, style: stroke(width: width))]
    if arrow.emphasis == .contested {
      lines.append(Shape.path(path, style: "fill=\"none\" stroke=\"#fff\" stroke-width=\"2.2\""))
    }
    return lines + head(from: end, to: way.tip)
  }

  private var colour: String {
    if arrow.emphasis == .quiet { return Paint.grey }
    return switch arrow.sign {
    case .more: Paint.blue
    case .less: Paint.orange
    case .buffers: Paint.ink
    case .either: Paint.purple
    }
  }

  private var width: Double {
    switch arrow.emphasis {
    case .fires: 3
    case .quiet: 1.5
    case .contested: 6
    }
  }

  private func stroke(width: Double) -> String {
    let dashes =
      switch arrow.sign {
      case .more: ""
      case .less: " stroke-dasharray=\"10 6\""
      case .buffers: " stroke-dasharray=\"0.5 7\" stroke-linecap=\"round\""
      case .either: " stroke-dasharray=\"15 5 3 5\""
      }
    return "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(FixedNumber.text(width))\"\(dashes)"
  }

  /// A triangle; for an arrow that buffers, a bar across, as a shield would stand.
  private func head(from end: GraphLayout.Point, to tip: GraphLayout.Point) -> [String] {
    let length = hypotenuse(tip.x - end.x, tip.y - end.y)
    // Where the layout leaves no room for a head, it points down.
    let x = length > 0.1 ? (tip.x - end.x) / length : 0
    let y = length > 0.1 ? (tip.y - end.y) / length : 1
    if arrow.sign == .buffers {
      let bar = GraphLayout.Point(x: tip.x - 5 * x, y: tip.y - 5 * y)
      let from = GraphLayout.Point(x: bar.x - 11 * y, y: bar.y + 11 * x)
      let to = GraphLayout.Point(x: bar.x + 11 * y, y: bar.y - 11 * x)
      let style =
        "stroke=\"\(colour)\" stroke-width=\"\(arrow.emphasis == .quiet ? 3 : 5)\" stroke-linecap=\"round\""
      return [Shape.path("M\(Shape.text(from)) L\(Shape.text(to))", style: style)]
    }
    let half = arrow.emphasis == .quiet ? 5.0 : 7.5
    let long = arrow.emphasis == .quiet ? 10.0 : 13.0
    let offsets = [
      (0, 0), (-long * x - half * y, -long * y + half * x), (-long * x + half * y, -long * y - half * x),
    ]
    return [Shape.polygon(offsets, around: tip, style: "fill=\"\(colour)\"")]
  }

  /// The sign in its ring: + − ? or a shield. The ring of a contested arrow is a diamond.
  func sign(at point: GraphLayout.Point) -> [String] {
    let ring = "fill=\"#fff\" stroke=\"\(colour)\" stroke-width=\"\(arrow.emphasis == .quiet ? "1.5" : "2")\""
    let frame =
      arrow.emphasis == .contested
      ? Shape.polygon([(0, -15), (15, 0), (0, 15), (-15, 0)], around: point, style: ring)
      : "<circle cx=\"\(FixedNumber.text(point.x))\" cy=\"\(FixedNumber.text(point.y))\" r=\"10\" \(ring)/>"
    return [frame, glyph(at: point)]
  }

  private func glyph(at point: GraphLayout.Point) -> String {
    let pen = "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.5\""
    let start = GraphLayout.Point(x: point.x - 5.5, y: point.y)
    switch arrow.sign {
    case .more: return Shape.path("M\(Shape.text(start)) h11 m-5.5 -5.5 v11", style: pen)
    case .less: return Shape.path("M\(Shape.text(start)) h11", style: pen)
    case .buffers:
      let shield = [(-5.0, -5.5), (5, -5.5), (5, 0.5), (0, 6.5), (-5, 0.5)]
      return Shape.polygon(shield, around: point, style: "fill=\"\(colour)\"")
    case .either: return Lettering(size: 16, weight: "bold", colour: colour).line("?", at: point)
    }
  }
}

extension CausalPicture.Sign {
  /// The sign in words.
  var word: String {
    switch self {
    case .more: "raises"
    case .less: "lowers"
    case .buffers: "softens a loss"
    case .either: "may raise or lower"
    }
  }
}

extension CausalPicture.ArrowEmphasis {
  /// The emphasis in words.
  var word: String {
    switch self {
    case .fires: "in play here"
    case .quiet: "not in play here"
    case .contested: "contested"
    }
  }
}
