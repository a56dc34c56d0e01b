// Written by hand, so that a page in JSON reads `{"kind": "note", "sentence": …}` and a reader in another language
// needs to know nothing of how Swift names associated values.
extension Block: Codable {
  private enum Kind: String, Codable {
    case paragraph, list, table, figure, note, subheading, details
  }

  private enum Key: String, CodingKey {
    case kind, sentences, ordered, table, figure, sentence, text, summary, blocks
  }

  /// Reads a block from its `kind` and the fields that belong to it.
  ///
  /// - Throws: `DecodingError` if the kind is not known or a field is missing.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    switch try fields.decode(Kind.self, forKey: .kind) {
    case .paragraph: self = .paragraph(try fields.decode([Sentence].self, forKey: .sentences))
    case .list:
      self = .list(
        try fields.decode([Sentence].self, forKey: .sentences),
        ordered: try fields.decode(Bool.self, forKey: .ordered))
    case .table: self = .table(try fields.decode(Table.self, forKey: .table))
    case .figure: self = .figure(try fields.decode(Figure.self, forKey: .figure))
    case .note: self = .note(try fields.decode(Sentence.self, forKey: .sentence))
    case .subheading: self = .subheading(try fields.decode(String.self, forKey: .text))
    case .details:
      self = .details(
        summary: try fields.decode(Sentence.self, forKey: .summary),
        blocks: try fields.decode([Block].self, forKey: .blocks))
    }
  }

  /// Writes the block with its `kind`.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .paragraph(let sentences):
      try fields.encode(Kind.paragraph, forKey: .kind)
      try fields.encode(sentences, forKey: .sentences)
    case .list(let sentences, let ordered):
      try fields.encode(Kind.list, forKey: .kind)
      try fields.encode(sentences, forKey: .sentences)
      try fields.encode(ordered, forKey: .ordered)
    case .table(let table):
      try fields.encode(Kind.table, forKey: .kind)
      try fields.encode(table, forKey: .table)
    case .figure(let figure):
      try fields.encode(Kind.figure, forKey: .kind)
      try fields.encode(figure, forKey: .figure)
    case .note(let sentence):
      try fields.encode(Kind.note, forKey: .kind)
      try fields.encode(sentence, forKey: .sentence)
    case .subheading(let text):
      try fields.encode(Kind.subheading, forKey: .kind)
      try fields.encode(text, forKey: .text)
    case .details(let summary, let blocks):
      try fields.encode(Kind.details, forKey: .kind)
      try fields.encode(summary, forKey: .summary)
      try fields.encode(blocks, forKey: .blocks)
    }
  }
}
