/// What charts of rows share: each row has its label above it, over the whole width, so that long labels can be read and
/// the chart fits a narrow screen.
struct RowStack {
  static let margin = 14.0
  /// How wide the rows are, if nothing needs more.
  static let width = 352.0

  let labels: [[String]]
  private let heights: [Double]

  /// Rows from the top.
  ///
  /// - Parameters:
  ///   - labels: What stands above each.
  ///   - heights: How high each is below its label.
  init(labels: [String], heights: [Double], width: Double = RowStack.width) {
    self.labels = labels.map { ChartText.wrapped($0, into: width, most: 3) }
    self.heights = heights
  }

  /// The top of each row below its label, and the end of the last one.
  func places(from top: Double) -> (tops: [Double], bottom: Double) {
    var bottom = top
    let tops = zip(labels, heights).map { label, height in
      let own = bottom + 7 + Double(label.count) * ChartText.step
      bottom = own + height
      return own
    }
    return (tops, bottom)
  }

  /// The label above a row.
  func drawLabel(_ row: Int, above top: Double) -> [String] {
    let lines = labels[row]
    let middle = top - 2 - Double(lines.count) * ChartText.step / 2
    return Lettering(size: ChartText.size, weight: nil, colour: Paint.ink, anchor: "start").lines(
      lines, around: GraphLayout.Point(x: Self.margin, y: middle))
  }

  /// What is said where rows are left out.
  static func leftOut(_ counts: [(Int, String)], y: Double) -> (lines: [String], bottom: Double) {
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) more \($0.1)" }
    guard !words.isEmpty else { return ([], y) }
    let text = Lettering(size: ChartText.size, weight: nil, colour: Paint.ink, anchor: "start")
    let line = "Not drawn: " + words.joined(separator: ", ") + "."
    return ([text.line(line, at: GraphLayout.Point(x: margin, y: y + 12))], y + 24)
  }
}
