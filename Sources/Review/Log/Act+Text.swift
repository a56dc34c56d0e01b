import Documents
import Foundation
import ProgrammeTheory

/// How acts stand in the file and in archives: the kind, and what happened as JSON with sorted keys.
extension Act: Codable {
  private enum Key: String, CodingKey { case kind, content }

  /// Reads an act.
  ///
  /// - Throws: `DecodingError` where the content isn't that of the kind.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    func read<Content: Decodable>(_ type: Content.Type = Content.self) throws -> Content {
      try fields.decode(type, forKey: .content)
    }
    self =
      switch try fields.decode(Kind.self, forKey: .kind) {
      case .began: .began(try read())
      case .protocolSet: .protocolSet(try read())
      case .searchNoted: .searchNoted(try read())
      case .imported: .imported(try read())
      case .merged: .merged(try read())
      case .keptApart: .keptApart(try read())
      case .sampleDrawn: .sampleDrawn(try read())
      case .decided: .decided(try read())
      case .resolved: .resolved(try read())
      case .noted: .noted(try read())
      case .countsNoted: .countsNoted(try read())
      case .textAdded: .textAdded(try read())
      case .textReplaced: .textReplaced(try read())
      case .sourceDescribed: .sourceDescribed(try read())
      case .sourceAppraised: .sourceAppraised(try read())
      case .passageMarked: .passageMarked(try read())
      case .hitsSeen: .hitsSeen(try read())
      case .coded: .coded(try read())
      case .codesBrought: .codesBrought(try read())
      case .codesMerged: .codesMerged(try read())
      case .codeSplit: .codeSplit(try read())
      case .conceptFormed: .conceptFormed(try read())
      case .conceptsMerged: .conceptsMerged(try read())
      case .candidateDrafted: .candidateDrafted(try read())
      case .synthesised: .synthesised(try read())
      case .candidateJudged: .candidateJudged(try read())
      case .rivalsNoted: .rivalsNoted(try read())
      case .theoryFramed: .theoryFramed(try read())
      case .formDefined: .formDefined(try read())
      case .formFilled: .formFilled(try read())
      case .undone: .undone(try read())
      }
  }

  /// Writes the act.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(kind, forKey: .kind)
    try encodeContent(to: fields.superEncoder(forKey: .content))
  }

  private func encodeContent(to encoder: any Encoder) throws {
    switch self {
    case .began(let content): try content.encode(to: encoder)
    case .protocolSet(let content): try content.encode(to: encoder)
    case .searchNoted(let content): try content.encode(to: encoder)
    case .imported(let content): try content.encode(to: encoder)
    case .merged(let content): try content.encode(to: encoder)
    case .keptApart(let content): try content.encode(to: encoder)
    case .sampleDrawn(let content): try content.encode(to: encoder)
    case .decided(let content): try content.encode(to: encoder)
    case .resolved(let content): try content.encode(to: encoder)
    case .noted(let content): try content.encode(to: encoder)
    case .countsNoted(let content): try content.encode(to: encoder)
    case .textAdded(let content): try content.encode(to: encoder)
    case .textReplaced(let content): try content.encode(to: encoder)
    case .sourceDescribed(let content): try content.encode(to: encoder)
    case .sourceAppraised(let content): try content.encode(to: encoder)
    case .passageMarked(let content): try content.encode(to: encoder)
    case .hitsSeen(let content): try content.encode(to: encoder)
    case .coded(let content): try content.encode(to: encoder)
    case .codesBrought(let content): try content.encode(to: encoder)
    case .codesMerged(let content): try content.encode(to: encoder)
    case .codeSplit(let content): try content.encode(to: encoder)
    case .conceptFormed(let content): try content.encode(to: encoder)
    case .conceptsMerged(let content): try content.encode(to: encoder)
    case .candidateDrafted(let content): try content.encode(to: encoder)
    case .synthesised(let content): try content.encode(to: encoder)
    case .candidateJudged(let content): try content.encode(to: encoder)
    case .rivalsNoted(let content): try content.encode(to: encoder)
    case .theoryFramed(let content): try content.encode(to: encoder)
    case .formDefined(let content): try content.encode(to: encoder)
    case .formFilled(let content): try content.encode(to: encoder)
    case .undone(let content): try content.encode(to: encoder)
    }
  }

  private struct ContentAlone: Encodable {
    let act: Act

    func encode(to encoder: any Encoder) throws { try act.encodeContent(to: encoder) }
  }

  /// The content as JSON on one line.
  ///
  /// - Throws: what the encoder throws.
  func contentText() throws -> String { try RecordJSON.text(ContentAlone(act: self), isPretty: false) }

  /// The act of a kind and its content.
  ///
  /// - Throws: `DecodingError` where there is no such kind, or the content isn't that of the kind.
  init(kind: String, content: String) throws {
    guard let kind = Kind(rawValue: kind) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no such kind of act"))
    }
    self = try JSONDecoder().decode(
      Act.self, from: Foundation.Data("{\"kind\":\"\(kind.rawValue)\",\"content\":\(content)}".utf8))
  }
}

extension LoggedAct: Codable {
  private enum Key: String, CodingKey { case number, at, by }

  /// Reads an act with its number, time and author.
  ///
  /// - Throws: `DecodingError` where it isn't one.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      number: try fields.decode(Int.self, forKey: .number), at: try fields.decode(String.self, forKey: .at),
      by: try fields.decode(String.self, forKey: .by), act: try Act(from: decoder))
  }

  /// Writes the act with its number, time and author.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(number, forKey: .number)
    try fields.encode(at, forKey: .at)
    try fields.encode(by, forKey: .by)
    try act.encode(to: encoder)
  }
}
