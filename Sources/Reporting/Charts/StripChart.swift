/// Rows of cells over time, each in one of a few states: when something helps.
///
/// Beyond ``most`` rows and columns nothing is drawn; the figure's table has the rest.
public struct StripChart: Sendable, Hashable, Codable {
  /// How many rows and columns are drawn at most.
  public static let most = (rows: 40, columns: 40)

  /// What a cell says: drawn as a colour and a sign.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is good then.
    case good
    /// It is bad then.
    case bad
    /// It is the one or the other.
    case mixed
    /// It makes no difference.
    case none

    /// The sign that is printed.
    public var sign: String {
      switch self {
      case .good: "+"
      case .bad: "−"
      case .mixed: "±"
      case .none: "·"
      }
    }
  }

  /// One row.
  public struct Row: Sendable, Hashable, Codable {
    /// What it is about.
    public var label: String
    /// Its cells, in the order of the columns.
    public var cells: [State]

    /// A row.
    public init(label: String, cells: [State]) { (self.label, self.cells) = (label, cells) }
  }

  /// The rows, from the top.
  public var rows: [Row]
  /// What stands above the columns.
  public var columns: [String]
  /// What the columns count, such as "round".
  public var time: String
  /// What the states mean, for the key.
  public var words: [State: String]

  /// A chart.
  public init(rows: [Row], columns: [String], time: String, words: [State: String]) {
    (self.rows, self.columns, self.time, self.words) = (rows, columns, time, words)
  }
}
