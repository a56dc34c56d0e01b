/// Which explanations and sources a page really uses, numbered in the order of their first mention.
///
/// Every renderer takes its numbers from here, so `[3]` is the same explanation on screen, on paper and in a browser.
public struct Mentions: Sendable, Hashable {
  /// The explanations that some sentence or cell names; the first has number 1.
  public private(set) var explanations: [Explanation] = []
  /// The sources that one of these explanations names; the first has number 1.
  public private(set) var sources: [SourceNote] = []
  /// How many explanations of the page nothing names.
  public private(set) var explanationsLeftOut = 0
  /// How many sources of the page no printed explanation names.
  public private(set) var sourcesLeftOut = 0
  /// Names that are used and have no explanation or source in the page: a fault of whoever made the page.
  public private(set) var dangling: [String] = []

  private var explanationNumbers: [Explanation.ID: Int] = [:]
  private var sourceNumbers: [SourceNote.ID: Int] = [:]

  /// Numbers what the page mentions.
  public init(of page: Page) {
    let known = Dictionary(page.explanations.map { ($0.id, $0) }) { first, _ in first }
    for id in page.reasons where explanationNumbers[id] == nil {
      guard let explanation = known[id] else {
        noteDangling(id)
        continue
      }
      explanations.append(explanation)
      explanationNumbers[id] = explanations.count
    }
    let knownSources = Dictionary(page.sources.map { ($0.id, $0) }) { first, _ in first }
    for id in explanations.flatMap({ $0.basis.flatMap(\.sources) }) where sourceNumbers[id] == nil {
      guard let source = knownSources[id] else {
        noteDangling(id)
        continue
      }
      sources.append(source)
      sourceNumbers[id] = sources.count
    }
    explanationsLeftOut = known.count - explanations.count
    sourcesLeftOut = knownSources.count - sources.count
  }

  /// The number of an explanation, or nothing if the page doesn't hold it.
  public func number(of explanation: Explanation.ID) -> Int? { explanationNumbers[explanation] }

  /// The number of a source, or nothing if the page doesn't hold it.
  public func number(ofSource source: SourceNote.ID) -> Int? { sourceNumbers[source] }

  private mutating func noteDangling(_ id: String) {
    if !dangling.contains(id) { dangling.append(id) }
  }
}

extension Page {
  /// Every explanation named, in reading order and with repeats.
  var reasons: [Explanation.ID] {
    story.flatMap(\.why) + parts.flatMap { $0.blocks.flatMap(\.reasons) }
  }
}

extension Block {
  /// Every explanation named in the block, in the order in which the renderers print them.
  var reasons: [Explanation.ID] {
    switch self {
    case .paragraph(let sentences), .list(let sentences, _): sentences.flatMap(\.why)
    case .note(let sentence): sentence.why
    case .table(let table): table.reasons
    case .figure(let figure): figure.sentence.why + figure.table.reasons
    case .details(let summary, let blocks): summary.why + blocks.flatMap(\.reasons)
    case .subheading: []
    }
  }
}

extension Table {
  var reasons: [Explanation.ID] { rows.flatMap { $0.flatMap(\.why) } }
}
