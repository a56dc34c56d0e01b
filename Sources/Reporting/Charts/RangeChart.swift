/// Ranges to both sides of nothing, row by row: what helps and harms in how many of 10, or what moves a thing up and down.
///
/// Of rows no more than ``most`` are drawn; the picture says how many it leaves out, and the figure's table has them. A row
/// without ranges is drawn as nothing.
public struct RangeChart: Sendable, Hashable, Codable {
  /// How many rows are drawn at most.
  public static let most = 40

  /// One row.
  public struct Row: Sendable, Hashable, Codable {
    /// What it is about.
    public var label: String
    /// The ranges, at most 4: above 0 they lie to the right, below 0 to the left.
    public var ranges: [ClosedRange<Double>]

    /// A row.
    public init(label: String, ranges: [ClosedRange<Double>]) { (self.label, self.ranges) = (label, ranges) }
  }

  /// The rows, from the top.
  public var rows: [Row]
  /// What lies to the left and to the right of nothing.
  public var sides: Sides
  /// How far the scale goes to either side; above 0.
  public var reach: Double
  /// What the scale counts, such as "of 10 models".
  public var unit: String

  /// What the two sides are called.
  public struct Sides: Sendable, Hashable, Codable {
    /// What lies below 0.
    public var left: String
    /// What lies above 0.
    public var right: String

    /// Names of the sides.
    public init(left: String, right: String) { (self.left, self.right) = (left, right) }
  }

  /// A chart.
  public init(rows: [Row], sides: Sides, reach: Double, unit: String) {
    (self.rows, self.sides, self.reach, self.unit) = (rows, sides, reach, unit)
  }
}
