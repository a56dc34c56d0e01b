/// Things that can be more or less, and arrows that say what more of one does to another.
public struct CausalPicture: Sendable, Hashable, Codable {
  /// Where the arrows run to.
  public enum Direction: String, Sendable, Hashable, Codable {
    /// From the top to the bottom: better on a narrow page.
    case downwards
    /// From the left to the right.
    case rightwards
  }

  /// A thing.
  public struct Node: Sendable, Hashable, Codable, Identifiable {
    /// The name by which arrows refer to it.
    public var id: String
    /// The words in the box.
    public var label: String
    /// What is known of it.
    public var tone: Tone
    /// The frame that it stands in with others of the same group.
    public var group: String?

    /// Makes a node.
    public init(id: String, label: String, tone: Tone = .neutral, group: String? = nil) {
      self.id = id
      self.label = label
      self.tone = tone
      self.group = group
    }
  }

  /// What is known of a thing. Each tone has a shape or a sign of its own besides its colour.
  public enum Tone: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing is said of it.
    case neutral
    /// It becomes more.
    case up
    /// It becomes less.
    case down
    /// Both are said.
    case contested
    /// Not known.
    case unknown
    /// A fact from the start.
    case given
  }

  /// What more of the thing at the tail does to the thing at the head.
  public enum Sign: String, Sendable, Hashable, Codable, CaseIterable {
    /// Raises it.
    case more
    /// Lowers it.
    case less
    /// Makes a loss of it smaller, which is no gain.
    case buffers
    /// May do either.
    case either
  }

  /// Whether the arrow is in play.
  public enum ArrowEmphasis: String, Sendable, Hashable, Codable, CaseIterable {
    /// In play here: drawn thick.
    case fires
    /// Not in play here: drawn thin and grey.
    case quiet
    /// The source says both: drawn double.
    case contested
  }

  /// An arrow between two things.
  public struct Arrow: Sendable, Hashable, Codable {
    /// The thing at the tail.
    public var from: Node.ID
    /// The thing at the head.
    public var to: Node.ID
    /// What it does.
    public var sign: Sign
    /// Whether it is in play.
    public var emphasis: ArrowEmphasis
    /// A few words beside the arrow.
    public var label: String?

    /// Makes an arrow.
    public init(
      from: Node.ID, to: Node.ID, sign: Sign, emphasis: ArrowEmphasis = .fires, label: String? = nil
    ) {
      self.from = from
      self.to = to
      self.sign = sign
      self.emphasis = emphasis
      self.label = label
    }
  }

  /// The things. Of two with one id, the first is drawn.
  public var nodes: [Node]
  /// The arrows. One that names a thing which isn't there is not drawn.
  public var arrows: [Arrow]
  /// Where the arrows run to.
  public var direction: Direction

  /// Makes a picture.
  public init(nodes: [Node], arrows: [Arrow], direction: Direction = .downwards) {
    self.nodes = nodes
    self.arrows = arrows
    self.direction = direction
  }
}
