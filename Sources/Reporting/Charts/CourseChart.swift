/// How things go over time: one panel or several, each with lines, and ranges around them.
///
/// A fan is a series with two ranges; shares with their range, or the courses of several partners, are series with one or
/// none. Beyond ``most`` panels and series nothing is drawn; the figure's table has the rest.
public struct CourseChart: Sendable, Hashable, Codable {
  /// How many panels and series are drawn at most.
  public static let most = (panels: 12, series: 6)

  /// One moment of a series. Numbers that are none, or lie outside the scale, are drawn at its edge or left out.
  public struct Point: Sendable, Hashable, Codable {
    /// When, in the units of the time axis.
    public var time: Double
    /// Where the line runs.
    public var middle: Double
    /// The inner range; `nil` where there is none.
    public var inner: ClosedRange<Double>?
    /// The outer range; `nil` where there is none.
    public var outer: ClosedRange<Double>?

    /// A moment.
    public init(
      time: Double, middle: Double, inner: ClosedRange<Double>? = nil, outer: ClosedRange<Double>? = nil
    ) {
      (self.time, self.middle, self.inner, self.outer) = (time, middle, inner, outer)
    }
  }

  /// One line with what lies around it.
  public struct Series: Sendable, Hashable, Codable {
    /// What it is called in the key.
    public var name: String
    /// Its moments, in order.
    public var points: [Point]

    /// A series.
    public init(name: String, points: [Point]) { (self.name, self.points) = (name, points) }
  }

  /// A part of the picture with axes of its own.
  public struct Panel: Sendable, Hashable, Codable {
    /// What stands above it.
    public var title: String
    /// What is drawn in it.
    public var series: [Series]

    /// A panel.
    public init(title: String, series: [Series]) { (self.title, self.series) = (title, series) }
  }

  /// A mark on an axis.
  public struct Tick: Sendable, Hashable, Codable {
    /// Where.
    public var at: Double
    /// What stands there.
    public var label: String

    /// A mark.
    public init(at: Double, label: String) { (self.at, self.label) = (at, label) }
  }

  /// The panels.
  public var panels: [Panel]
  /// What the time axis says, such as "round".
  public var time: String
  /// The first and the last moment.
  public var span: ClosedRange<Double>
  /// The lowest and the highest value that can be drawn.
  public var scale: ClosedRange<Double>
  /// The marks on the scale: words or numbers.
  public var marks: [Tick]
  /// What the inner and the outer range hold, for the key; `nil` where there is none.
  public var rangeWords: [String]

  /// A chart.
  public init(
    panels: [Panel], time: String, span: ClosedRange<Double>, scale: ClosedRange<Double>, marks: [Tick],
    rangeWords: [String] = []
  ) {
    (self.panels, self.time, self.span, self.scale) = (panels, time, span, scale)
    (self.marks, self.rangeWords) = (marks, rangeWords)
  }
}
