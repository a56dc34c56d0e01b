/// How things go over time: one panel or several, each with lines, and ranges around them.
///
/// A fan is a series with two ranges; shares with their range, or the courses of several partners, are series with one or
/// none; "as it is" beside "with an action" are two series in a panel. Of panels, series, events and points no more than
/// ``most`` are drawn; the picture says how many it leaves out, and the figure's table has them.
public struct CourseChart: Sendable, Hashable, Codable {
  /// How many panels, series in a panel, events, and points of a series are drawn at most.
  public static let most = (panels: 12, series: 6, events: 9, points: 500)

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

  /// Something that happened at a moment: a numbered line through every panel, with its words in the key.
  public struct Event: Sendable, Hashable, Codable {
    /// When, in the units of the time axis; it may lie between two rounds.
    public var at: Double
    /// What happened.
    public var label: String

    /// Something that happened.
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
  /// The marks on the time axis, such as dates, in order; where there are none it has whole numbers.
  public var ticks: [Tick]
  /// What happened, drawn where it lies within the span.
  public var events: [Event]

  /// A chart.
  public init(
    panels: [Panel], time: String, span: ClosedRange<Double>, scale: ClosedRange<Double>, marks: [Tick],
    rangeWords: [String] = [], ticks: [Tick] = [], events: [Event] = []
  ) {
    (self.panels, self.time, self.span, self.scale) = (panels, time, span, scale)
    (self.marks, self.rangeWords, self.ticks, self.events) = (marks, rangeWords, ticks, events)
  }
}
