/// A part of a page under a heading of its own.
public struct Part: Sendable, Hashable, Codable, Identifiable {
  /// A stable name within the page; links to the part are made from it.
  public var id: String
  /// The heading.
  public var title: String
  /// What the part holds, in reading order.
  public var blocks: [Block]

  /// Makes a part.
  public init(id: String, title: String, blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// A piece of a part.
public enum Block: Sendable, Hashable {
  /// Sentences that run on.
  case paragraph([Sentence])
  /// One item a sentence; numbered if the order matters.
  case list([Sentence], ordered: Bool = false)
  /// A table.
  case table(Table)
  /// A picture with its sentence and its table.
  case figure(Figure)
  /// An aside: an assumption, a silence.
  case note(Sentence)
  /// A heading inside the part.
  case subheading(String)
  /// Blocks that a reader may skip: folded in HTML, indented elsewhere.
  case details(summary: Sentence, blocks: [Block])
}

extension Block {
  /// The figures of this block, in reading order.
  var figures: [Figure] {
    switch self {
    case .figure(let figure): [figure]
    case .details(_, let blocks): blocks.flatMap(\.figures)
    case .paragraph, .list, .table, .note, .subheading: []
    }
  }
}
