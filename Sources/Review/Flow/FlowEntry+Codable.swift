// Written by hand, so that an entry in JSON reads `{"kind": "found", "waves": ["database"], …}`: it stands in the log and in
// archives, and people note counts in this form.
extension FlowEntry: Codable {
  private enum Kind: String, Codable { case found, removed, screened }
  private enum Key: String, CodingKey { case kind }

  /// The fields that an entry of a kind may have; `nil` for a kind that isn't known.
  static func fields(ofKind kind: String) -> [String]? {
    let own: [any CodingKey]? =
      switch Kind(rawValue: kind) {
      case .found: FoundCount.Key.allCases
      case .removed: RemovedCount.Key.allCases
      case .screened: ScreenedCount.Key.allCases
      case nil: nil
      }
    return own.map { [Key.kind.stringValue] + $0.map(\.stringValue) }
  }

  /// Reads an entry from its `kind` and the fields that belong to it.
  ///
  /// - Throws: `DecodingError` if the kind is not known, a field is missing, or a count is negative or too large.
  public init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: Key.self).decode(Kind.self, forKey: .kind) {
    case .found: self = .found(try FoundCount(from: decoder))
    case .removed: self = .removed(try RemovedCount(from: decoder))
    case .screened: self = .screened(try ScreenedCount(from: decoder))
    }
  }

  /// Writes the entry with its `kind`.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .found(let found):
      try fields.encode(Kind.found, forKey: .kind)
      try found.encode(to: encoder)
    case .removed(let removed):
      try fields.encode(Kind.removed, forKey: .kind)
      try removed.encode(to: encoder)
    case .screened(let screened):
      try fields.encode(Kind.screened, forKey: .kind)
      try screened.encode(to: encoder)
    }
  }
}

extension FlowPlace: Codable {
  private static let includedWord = "included"

  /// Reads the name of a stage, or `included`.
  ///
  /// - Throws: `DecodingError` for any other word.
  public init(from decoder: any Decoder) throws {
    let place = try decoder.singleValueContainer()
    if try place.decode(String.self) == Self.includedWord {
      self = .included
    } else {
      self = .stage(try place.decode(ScreeningStage.self))
    }
  }

  /// Writes the name of the stage, or `included`.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var place = encoder.singleValueContainer()
    switch self {
    case .stage(let stage): try place.encode(stage)
    case .included: try place.encode(Self.includedWord)
    }
  }
}

extension KeyedDecodingContainer {
  /// A count that a flow can hold; `nil` where none is given.
  ///
  /// - Throws: `DecodingError` if it is negative or too large.
  fileprivate func count(_ key: Key) throws -> Int? {
    guard let count = try decodeIfPresent(Int.self, forKey: key) else { return nil }
    guard count == FlowEntry.held(count) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription:
          "\(key.stringValue): a count is a whole number from 0 to \(FlowEntry.most), not \(count)")
    }
    return count
  }
}

extension FoundCount: Decodable {
  fileprivate enum Key: String, CodingKey, CaseIterable {
    case waves, source, count, hits, read, entering, basis
  }

  /// Reads what a source brought; what may be left out when it is made may be left out here.
  ///
  /// - Throws: `DecodingError` if a field is missing or can't be used.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      waves: try fields.decodeIfPresent([Wave].self, forKey: .waves) ?? [],
      source: try fields.decode(String.self, forKey: .source), count: try fields.count(.count),
      hits: try fields.count(.hits), read: try fields.decodeIfPresent(String.self, forKey: .read),
      entering: try fields.decodeIfPresent(FlowPlace.self, forKey: .entering) ?? .stage(.titleAndAbstract),
      basis: try fields.decodeIfPresent(FlowBasis.self, forKey: .basis) ?? .noted)
  }
}

extension RemovedCount: Decodable {
  fileprivate enum Key: String, CodingKey, CaseIterable { case waves, reason, count, entering, basis }

  /// Reads what was taken out.
  ///
  /// - Throws: `DecodingError` if a field is missing or can't be used.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    guard let count = try fields.count(.count) else {
      throw DecodingError.dataCorruptedError(
        forKey: .count, in: fields, debugDescription: "count: how many records were taken out is missing")
    }
    self.init(
      waves: try fields.decodeIfPresent([Wave].self, forKey: .waves) ?? [],
      reason: try fields.decodeIfPresent(Reason.self, forKey: .reason) ?? .duplicate, count: count,
      entering: try fields.decodeIfPresent(FlowPlace.self, forKey: .entering) ?? .stage(.titleAndAbstract),
      basis: try fields.decodeIfPresent(FlowBasis.self, forKey: .basis) ?? .noted)
  }
}

extension ScreenedCount.Exclusion {
  private enum Key: String, CodingKey { case reason, count }

  /// Reads an exclusion.
  ///
  /// - Throws: `DecodingError` if the count is missing, negative or too large.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    guard let count = try fields.count(.count) else {
      throw DecodingError.dataCorruptedError(
        forKey: .count, in: fields,
        debugDescription: "count: how many were left out for this reason is missing")
    }
    self.init(reason: try fields.decodeIfPresent(String.self, forKey: .reason) ?? "", count: count)
  }
}

extension ScreenedCount: Decodable {
  fileprivate enum Key: String, CodingKey, CaseIterable {
    case stage, waves, screened, kept, excluded, notRetrieved, awaiting, basis
  }

  /// Reads what became of records at a stage.
  ///
  /// - Throws: `DecodingError` if the stage is missing or a field can't be used.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      stage: try fields.decode(ScreeningStage.self, forKey: .stage),
      waves: try fields.decodeIfPresent([Wave].self, forKey: .waves) ?? [],
      screened: try fields.count(.screened), kept: try fields.count(.kept),
      excluded: try fields.decodeIfPresent([Exclusion].self, forKey: .excluded) ?? [],
      notRetrieved: try fields.count(.notRetrieved) ?? 0, awaiting: try fields.count(.awaiting) ?? 0,
      basis: try fields.decodeIfPresent(FlowBasis.self, forKey: .basis) ?? .noted)
  }
}
