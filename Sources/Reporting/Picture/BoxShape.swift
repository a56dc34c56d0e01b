/// The box of a thing: its tone decides about outline, sign and colour.
struct BoxShape {
  let tone: CausalPicture.Tone

  /// The box and its sign.
  func drawn(middle: GraphLayout.Point, width: Double, height: Double) -> [String] {
    let left = middle.x - width / 2
    let top = middle.y - height / 2
    var lines = [
      Shape.rectangle(
        x: left, y: top, width: width, height: height, round: tone == .given ? 0 : 9, style: outline)
    ]
    switch tone {
    case .given:
      for x in [left + 6, left + width - 6] {
        let from = GraphLayout.Point(x: x, y: top)
        let style = "stroke=\"\(Paint.ink)\" stroke-width=\"1.5\""
        lines.append(Shape.path("M\(Shape.text(from)) v\(FixedNumber.text(height))", style: style))
      }
    case .contested:
      let style = "fill=\"none\" stroke=\"\(Paint.yellow)\" stroke-width=\"1.5\""
      lines.append(
        Shape.rectangle(x: left + 4, y: top + 4, width: width - 8, height: height - 8, round: 6, style: style)
      )
    case .neutral, .up, .down, .unknown:
      break
    }
    return lines + sign(at: GraphLayout.Point(x: left + 21, y: middle.y))
  }

  private var outline: String {
    switch tone {
    case .neutral: "fill=\"#fff\" stroke=\"\(Paint.quietInk)\" stroke-width=\"1.5\""
    case .given: "fill=\"#e8edee\" stroke=\"\(Paint.ink)\" stroke-width=\"2\""
    case .up: "fill=\"\(Paint.paleBlue)\" stroke=\"\(Paint.blue)\" stroke-width=\"2.5\""
    case .down:
      "fill=\"\(Paint.paleOrange)\" stroke=\"\(Paint.orange)\" stroke-width=\"2.5\" stroke-dasharray=\"9 4\""
    case .contested: "fill=\"\(Paint.paleYellow)\" stroke=\"\(Paint.yellow)\" stroke-width=\"1.5\""
    case .unknown:
      "fill=\"#fff\" stroke=\"\(Paint.quietInk)\" stroke-width=\"2.5\" stroke-dasharray=\"0.5 6\""
        + " stroke-linecap=\"round\""
    }
  }

  private func sign(at point: GraphLayout.Point) -> [String] {
    switch tone {
    case .neutral, .given: []
    case .up: [Shape.polygon([(0, -7), (7.5, 6), (-7.5, 6)], around: point, style: "fill=\"\(Paint.blue)\"")]
    case .down:
      [Shape.polygon([(0, 7), (7.5, -6), (-7.5, -6)], around: point, style: "fill=\"\(Paint.orange)\"")]
    case .contested:
      // One triangle up, one down.
      [
        Shape.polygon([(0, -9), (6, -1.5), (-6, -1.5)], around: point, style: "fill=\"\(Paint.yellow)\""),
        Shape.polygon([(0, 9), (6, 1.5), (-6, 1.5)], around: point, style: "fill=\"\(Paint.yellow)\""),
      ]
    case .unknown: [Lettering(size: 19, weight: "bold", colour: Paint.quietInk).line("?", at: point)]
    }
  }
}

extension CausalPicture.Tone {
  /// The tone in words, or nothing where there is nothing to say.
  var word: String? {
    switch self {
    case .neutral: nil
    case .up: "rises"
    case .down: "falls"
    case .contested: "both are said"
    case .unknown: "not known"
    case .given: "a fact from the start"
    }
  }
}
