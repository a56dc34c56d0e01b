public import Documents

/// The protocol of a review as a person writes it: one YAML file.
public enum ProtocolDocument {
  /// What stands under `format` in documents that this version reads.
  public static let format = "realist-protocol/1"
  /// How many items a list may have.
  static let mostItems = 500

  /// Reads a protocol.
  ///
  /// - Parameter path: the YAML file.
  /// - Throws: `FaultyDocument` with every fault of the file.
  public static func read(path: String) throws(FaultyDocument) -> ReviewProtocol {
    try read(DocumentFile(path: path))
  }

  /// Reads a protocol whose text is already at hand.
  ///
  /// - Throws: `FaultyDocument` with every fault of the file.
  public static func read(_ file: DocumentFile) throws(FaultyDocument) -> ReviewProtocol {
    try YAMLDocument.read(
      file, "protocol", remedy: "See the description of the protocol in docs/review-file.md."
    ) { ReviewProtocol($0) }
  }
}

extension ReviewProtocol {
  static let keys = [
    "format", "title", "question", "registration", "reviewers", "databases", "stages", "exclude", "highlight",
  ]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let format = map.required("format", "Write format: \(ProtocolDocument.format).")
    if let word = format?.text(), word != ProtocolDocument.format {
      format?.fault(
        "this version doesn't know the format \u{201C}\(word.clipped)\u{201D}",
        "It reads \(ProtocolDocument.format).")
    }
    let title = map.required("title", "Give the review a title.")?.text()
    let question = map.required("question", "Say what the review asks.")?.text()
    let registration = map.optional("registration")?.text()
    let reviewers = map.words("reviewers")
    let databases = map.words("databases")
    let stages = map.bounded("stages").compactMap { StageProtocol($0) }
    Self.noteRepeated(stages, map)
    let exclude = map.words("exclude")
    let highlights = map.optional("highlight").flatMap { Highlights($0) }
    guard let title, let question else { return nil }
    self.init(
      title: title, question: question, registration: registration, reviewers: reviewers,
      databases: databases, stages: stages, exclude: exclude, highlights: highlights ?? Highlights())
  }

  private static func noteRepeated(_ stages: [StageProtocol], _ map: DocumentMapping) {
    for stage in ScreeningStage.allCases where stages.count(where: { $0.stage == stage }) > 1 {
      map.optional("stages")?.fault(
        "the stage \(stage.rawValue) stands twice", "Put its criteria under one.")
    }
  }
}

extension StageProtocol {
  fileprivate init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["stage", "reviewers", "blinded", "include", "exclude"]) else {
      return nil
    }
    let names = ScreeningStage.allCases.map(\.rawValue).joined(separator: ", ")
    let stage: ScreeningStage? = map.required("stage", "Name it: \(names).")?.choice()
    let reviewers = map.optional("reviewers").map { $0.wholeNumber(in: 1...2) } ?? .some(1)
    let isBlinded = map.optional("blinded").map { $0.yesOrNo() } ?? .some(true)
    let (include, exclude) = (map.words("include"), map.words("exclude"))
    guard let stage, let reviewers, let isBlinded else { return nil }
    self.init(stage: stage, reviewers: reviewers, isBlinded: isBlinded, include: include, exclude: exclude)
  }
}

extension Highlights {
  fileprivate init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["wanted", "unwanted"]) else { return nil }
    self.init(wanted: map.words("wanted"), unwanted: map.words("unwanted"))
  }
}

extension DocumentMapping {
  /// The items of a list that may be left out; none of one that is too long, which is a fault.
  fileprivate func bounded(_ key: String) -> [DocumentNode] {
    let items = list(key)
    guard items.count > ProtocolDocument.mostItems else { return items }
    optional(key)?.fault("there are more than \(ProtocolDocument.mostItems) items", "Leave some out.")
    return []
  }

  /// A list of texts, no two alike.
  fileprivate func words(_ key: String) -> [String] {
    var seen: Set<String> = []
    return bounded(key).compactMap { node in
      guard let text = node.text() else { return nil }
      guard seen.insert(text).inserted else {
        node.fault("\u{201C}\(text.clipped)\u{201D} stands twice", "Take one out.")
        return nil
      }
      return text
    }
  }
}
