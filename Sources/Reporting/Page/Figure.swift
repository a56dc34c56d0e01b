/// A picture that never stands alone: one sentence says what it shows, and a table holds the same facts.
public struct Figure: Sendable, Hashable, Codable, Identifiable {
  /// A stable name within the page.
  public var id: String
  /// What the figure is called.
  public var title: String
  /// The picture in words, for people who can't see it.
  public var description: String
  /// What it shows, in one sentence.
  public var sentence: Sentence
  /// What is drawn.
  public var picture: Picture
  /// The same facts in rows.
  public var table: Table

  /// Makes a figure.
  public init(
    id: String, title: String, description: String, sentence: Sentence, picture: Picture, table: Table
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.sentence = sentence
    self.picture = picture
    self.table = table
  }
}

/// What can be drawn.
public enum Picture: Sendable, Hashable {
  /// Things and the arrows between them.
  case graph(CausalPicture)
  /// How things go over time.
  case courses(CourseChart)
  /// Ranges to both sides of nothing.
  case ranges(RangeChart)
  /// Cells over time.
  case strip(StripChart)
  /// Steps that follow one another, and what joins and leaves.
  case steps(StepChart)
}

extension Picture {
  /// How small a picture may be shown, as a share of its size: below, its text gets too small, and it scrolls instead.
  var leastScale: Double {
    switch self {
    case .graph: 0.7
    case .courses, .ranges, .strip, .steps: 0.75
    }
  }
}

extension Picture: Codable {
  private enum Kind: String, Codable { case graph, courses, ranges, strip, steps }
  private enum Key: String, CodingKey { case kind, graph, courses, ranges, strip, steps }

  /// Reads a picture from its `kind`.
  ///
  /// - Throws: `DecodingError` if the kind is not known.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    switch try fields.decode(Kind.self, forKey: .kind) {
    case .graph: self = .graph(try fields.decode(CausalPicture.self, forKey: .graph))
    case .courses: self = .courses(try fields.decode(CourseChart.self, forKey: .courses))
    case .ranges: self = .ranges(try fields.decode(RangeChart.self, forKey: .ranges))
    case .strip: self = .strip(try fields.decode(StripChart.self, forKey: .strip))
    case .steps: self = .steps(try fields.decode(StepChart.self, forKey: .steps))
    }
  }

  /// Writes the picture with its `kind`.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .graph(let graph):
      try fields.encode(Kind.graph, forKey: .kind)
      try fields.encode(graph, forKey: .graph)
    case .courses(let chart):
      try fields.encode(Kind.courses, forKey: .kind)
      try fields.encode(chart, forKey: .courses)
    case .ranges(let chart):
      try fields.encode(Kind.ranges, forKey: .kind)
      try fields.encode(chart, forKey: .ranges)
    case .strip(let chart):
      try fields.encode(Kind.strip, forKey: .kind)
      try fields.encode(chart, forKey: .strip)
    case .steps(let chart):
      try fields.encode(Kind.steps, forKey: .kind)
      try fields.encode(chart, forKey: .steps)
    }
  }
}
