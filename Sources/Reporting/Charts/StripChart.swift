/// Rows of cells over time, each in one of a few states: when something helps.
///
/// Of rows and columns no more than ``most`` are drawn; the picture says how many it leaves out, and the figure's table
/// has them.
public struct StripChart: Sendable, Hashable, Codable {
  /// How many rows and columns are drawn at most.
  public static let most = (rows: 40, columns: 40)

  /// What a cell says: drawn as a colour and a sign.
  public enum State: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    /// It is good then.
    case good
    /// It is bad then.
    case bad
    /// It is the one or the other.
    case mixed
    /// It makes no difference.
    case none
    /// It was not looked at; a row that is shorter than the columns ends so.
    case untried

    /// The sign that is printed.
    public var sign: String {
      switch self {
      case .good: "+"
      case .bad: "−"
      case .mixed: "±"
      case .none: "·"
      case .untried: ""
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
  /// What the columns count, such as "begun in round".
  public var time: String
  /// What the states mean, for the key. In JSON an object, so that the same chart has the same bytes.
  public var words: [State: String]

  /// A chart.
  public init(rows: [Row], columns: [String], time: String, words: [State: String]) {
    (self.rows, self.columns, self.time, self.words) = (rows, columns, time, words)
  }
}
