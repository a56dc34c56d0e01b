/// Draws a laid-out causal picture. Pure: the same plan and layout give the same bytes.
struct CausalDrawing {
  let plan: DrawingPlan
  let layout: GraphLayout

  private static let margin = 14.0

  /// The picture of a figure: frames at the back, then arrows, boxes, signs, and the key below.
  func svg(of figure: Figure) -> SVG {
    let key = PictureKey(plan: plan)
    let keyBlock = key.drawn(within: max(layout.width, 450))
    let inner = max(layout.width, keyBlock.width)
    let width = (inner + 2 * Self.margin).rounded(.up)
    let keyTop = layout.height + 2 * Self.margin + 10
    let height = (keyBlock.height > 0 ? keyTop + keyBlock.height : layout.height + Self.margin) + Self.margin
    let left = Self.margin + (inner - layout.width) / 2
    var lines = ["<g transform=\"translate(\(FixedNumber.text(left)) \(FixedNumber.text(Self.margin)))\">"]
    lines += drawnFrames() + drawnLinks() + drawnTitles() + drawnBoxes() + drawnSigns()
    lines.append("</g>")
    lines.append("<g transform=\"translate(\(FixedNumber.text(Self.margin)) \(FixedNumber.text(keyTop)))\">")
    lines += keyBlock.lines + ["</g>"]
    return SVG(of: figure, width: width, height: height, lines)
  }

  private func drawnFrames() -> [String] {
    layout.frames.compactMap { $0 }.map { place in
      Shape.rectangle(
        x: place.x, y: place.y, width: place.width, height: place.height, round: 10,
        style: "fill=\"\(Paint.wash)\" stroke=\"\(Paint.rule)\"")
    }
  }

  /// The titles of the frames, on a ground of their own, since arrows run through frames.
  private func drawnTitles() -> [String] {
    let text = Lettering(size: DrawingPlan.smallLetterSize, weight: "bold", colour: Paint.quietInk)
    return zip(plan.frames, layout.frames).flatMap { frame, place -> [String] in
      guard let title = place?.title else { return [] }
      let ground = Shape.rectangle(
        x: title.x - frame.width / 2 - 6, y: title.y - 11, width: frame.width + 12, height: 22, round: 0,
        style: "fill=\"\(Paint.wash)\"")
      return [ground, text.line(frame.title, at: title)]
    }
  }

  private func drawnLinks() -> [String] {
    zip(plan.links, layout.ways).flatMap { link, way -> [String] in
      guard let way else { return [] }
      let names = plan.boxes[link.from].node.label + " → " + plan.boxes[link.to].node.label
      let words = link.arrow.sign.word + "; " + link.arrow.emphasis.word
      return ["<g><title>\(HTMLText.escaped(names + ": " + words))</title>"]
        + ArrowShape(arrow: link.arrow).drawn(along: way) + ["</g>"]
    }
  }

  private func drawnBoxes() -> [String] {
    zip(plan.boxes, layout.boxes).flatMap { box, middle -> [String] in
      let node = box.node
      let words = node.tone.word.map { node.label + ": " + $0 } ?? node.label
      let room = node.tone.hasSign ? DrawingPlan.signRoom : 0
      let text = Lettering(size: DrawingPlan.letterSize, weight: nil, colour: Paint.ink)
      let centre = GraphLayout.Point(x: middle.x + room / 2, y: middle.y)
      return ["<g><title>\(HTMLText.escaped(words))</title>"]
        + BoxShape(tone: node.tone).drawn(middle: middle, width: box.width, height: box.height)
        + text.lines(box.lines, around: centre) + ["</g>"]
    }
  }

  /// Signs and labels come last, so that no arrow crosses them.
  private func drawnSigns() -> [String] {
    zip(plan.links, layout.ways).flatMap { link, way -> [String] in
      guard let way else { return [] }
      let shape = ArrowShape(arrow: link.arrow)
      guard let label = way.label, !link.lines.isEmpty else { return shape.sign(at: way.middle) }
      let start = label.x - link.width / 2
      let text = Lettering(size: DrawingPlan.smallLetterSize, weight: nil, colour: Paint.ink)
      let centre = GraphLayout.Point(x: start + 26 + (link.width - 26) / 2, y: label.y)
      return shape.sign(at: GraphLayout.Point(x: start + 12, y: label.y))
        + text.lines(link.lines, around: centre)
    }
  }
}

extension GraphLayout.Way {
  /// The point half way along the curves.
  var middle: GraphLayout.Point {
    var samples = points.prefix(1)
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      samples += (1...12).map { curve(from: start, at: Double($0) / 12) }
    }
    let steps = zip(samples, samples.dropFirst()).map { ($1, hypotenuse($1.x - $0.x, $1.y - $0.y)) }
    let half = steps.reduce(0) { $0 + $1.1 } / 2
    var walked = 0.0
    for (point, length) in steps {
      walked += length
      if walked >= half { return point }
    }
    return tip
  }

  /// A point on the cubic curve that starts at an index.
  private func curve(from start: Int, at time: Double) -> GraphLayout.Point {
    let rest = 1 - time
    let weights = [rest * rest * rest, 3 * rest * rest * time, 3 * rest * time * time, time * time * time]
    return zip(weights, points[start...]).reduce(GraphLayout.Point(x: 0, y: 0)) { sum, term in
      GraphLayout.Point(x: sum.x + term.0 * term.1.x, y: sum.y + term.0 * term.1.y)
    }
  }
}

/// The length of the long side of a right-angled triangle.
func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
