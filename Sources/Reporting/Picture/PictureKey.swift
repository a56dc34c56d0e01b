/// The key below a picture: what its boxes and arrows mean, and only of those that occur in it.
struct PictureKey {
  /// A drawn key.
  struct Drawn {
    var lines: [String] = []
    var width = 0.0
    var height = 0.0
  }

  private enum Entry {
    case tone(CausalPicture.Tone)
    case sign(CausalPicture.Sign, CausalPicture.ArrowEmphasis)
    case emphasis(CausalPicture.ArrowEmphasis)
  }

  private let entries: [Entry]
  private static let sample = 62.0
  private static let gap = 26.0
  private static let step = 36.0

  init(plan: DrawingPlan) {
    let tones = Set(plan.boxes.map(\.node.tone))
    let signs = Set(plan.links.map(\.arrow.sign))
    let emphases = Set(plan.links.map(\.arrow.emphasis))
    // Signs are shown with an emphasis that occurs, so that the key looks like the picture.
    let usual = CausalPicture.ArrowEmphasis.allCases.first(where: emphases.contains) ?? .fires
    entries =
      CausalPicture.Tone.allCases.filter { tones.contains($0) && $0.word != nil }.map { .tone($0) }
      + CausalPicture.Sign.allCases.filter(signs.contains).map { .sign($0, usual) }
      // Where every arrow is in play there is nothing to tell apart.
      + CausalPicture.ArrowEmphasis.allCases.filter { emphases.contains($0) && emphases != [.fires] }
      .map { .emphasis($0) }
  }

  /// The key in columns that together take at most a width.
  func drawn(within limit: Double) -> Drawn {
    guard !entries.isEmpty else { return Drawn() }
    let words = entries.map(Self.words)
    let text = Lettering(size: DrawingPlan.smallLetterSize, weight: nil, colour: Paint.ink, anchor: "start")
    let column = words.reduce(0) { max($0, LabelMetrics.width(of: $1, size: text.size)) } + Self.sample + 8
    let columns = max(1, Int((limit + Self.gap) / (column + Self.gap)))
    var lines: [String] = []
    for (number, entry) in entries.enumerated() {
      let x = Double(number % columns) * (column + Self.gap)
      let y = (Double(number / columns) + 0.5) * Self.step
      lines += Self.sample(of: entry, x: x, y: y)
      lines.append(text.line(words[number], at: GraphLayout.Point(x: x + Self.sample + 8, y: y)))
    }
    let used = Double(min(columns, entries.count))
    return Drawn(
      lines: lines, width: used * (column + Self.gap) - Self.gap,
      height: Double((entries.count + columns - 1) / columns) * Self.step)
  }

  private static func words(of entry: Entry) -> String {
    switch entry {
    case .tone(let tone): tone.word ?? ""
    case .sign(let sign, _): sign.word
    case .emphasis(let emphasis): emphasis.word
    }
  }

  private static func sample(of entry: Entry, x: Double, y: Double) -> [String] {
    switch entry {
    case .tone(let tone):
      return BoxShape(tone: tone).drawn(
        middle: GraphLayout.Point(x: x + sample / 2, y: y), width: sample - 8, height: 26)
    case .sign(let sign, let emphasis):
      let shape = ArrowShape(arrow: CausalPicture.Arrow(from: "", to: "", sign: sign, emphasis: emphasis))
      return shape.drawn(along: way(x: x, y: y)) + shape.sign(at: GraphLayout.Point(x: x + 24, y: y))
    case .emphasis(let emphasis):
      return ArrowShape(arrow: CausalPicture.Arrow(from: "", to: "", sign: .more, emphasis: emphasis))
        .drawn(along: way(x: x, y: y))
    }
  }

  private static func way(x: Double, y: Double) -> GraphLayout.Way {
    GraphLayout.Way(
      points: [0, 17, 34, sample - 11].map { GraphLayout.Point(x: x + $0, y: y) },
      tip: GraphLayout.Point(x: x + sample, y: y), label: nil)
  }
}
