extension Finding: Codable {
  private enum Key: String, CodingKey { case kind, ids, places, says, short }

  /// Encodes the kind, the parts as `{sort, id}`, the places in the document's own shape, and what it says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(subjects, forKey: .ids)
    try container.encode(places, forKey: .places)
    try container.encode(sentence, forKey: .says)
    try container.encode(short, forKey: .short)
  }

  /// Decodes what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` where a part is missing or isn't what it should be.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      kind: try container.decode(Kind.self, forKey: .kind),
      subjects: try container.decode([Subject].self, forKey: .ids),
      places: try container.decode([Spot].self, forKey: .places),
      sentence: try container.decode(String.self, forKey: .says),
      short: try container.decode(String.self, forKey: .short))
  }
}

extension Finding.Subject: Codable {
  private enum Key: String, CodingKey { case sort, id }

  /// Encodes the sort and the identifier.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(sort, forKey: .sort)
    try container.encode(id, forKey: .id)
  }

  /// Decodes a sort and an identifier.
  ///
  /// - Throws: `DecodingError` for a sort that isn't known and for a text that is no identifier.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let sort = try container.decode(String.self, forKey: .sort)
    let id = try container.decode(String.self, forKey: .id)
    guard let subject = Self(sort: sort, id: id) else {
      throw DecodingError.dataCorruptedError(
        forKey: .sort, in: container, debugDescription: "\(sort) \(id) names no part of a theory")
    }
    self = subject
  }
}

extension Finding.Spot: Codable {
  private enum Key: String, CodingKey { case section, paragraph, table, row, heading, number, reference }

  /// Encodes a place as a theory document writes it, and a reference as `{reference}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .reference(let id): try container.encode(id, forKey: .reference)
    case .text(.paragraph(let paragraph, let section)):
      try container.encode(section, forKey: .section)
      try container.encode(paragraph, forKey: .paragraph)
    case .text(.row(let row, let table, let heading, let number)):
      try container.encode(table, forKey: .table)
      try container.encode(row, forKey: .row)
      try container.encodeIfPresent(heading, forKey: .heading)
      try container.encodeIfPresent(number, forKey: .number)
    }
  }

  /// Decodes what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` where it is neither a place nor a reference.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let id = try container.decodeIfPresent(String.self, forKey: .reference) {
      self = .reference(id)
    } else if let table = try container.decodeIfPresent(String.self, forKey: .table) {
      self = .text(
        .row(
          try container.decode(String.self, forKey: .row), table: table,
          heading: try container.decodeIfPresent(String.self, forKey: .heading),
          number: try container.decodeIfPresent(Int.self, forKey: .number)))
    } else {
      self = .text(
        .paragraph(
          try container.decode(Int.self, forKey: .paragraph),
          section: try container.decode(String.self, forKey: .section)))
    }
  }
}
