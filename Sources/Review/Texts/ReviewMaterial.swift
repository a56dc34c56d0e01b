/// What the synthesis rests on, as it follows from the standing acts: sources with their appraisals, texts, passages.
public struct ReviewMaterial: Sendable, Hashable {
  /// The sources, in the order in which they were first described.
  public private(set) var sources: [ReviewSource] = []
  /// What was judged of sources, by their keys.
  public private(set) var appraisals: [String: Appraisal] = [:]
  /// The texts, in the order of their numbers, those that were replaced among them.
  public private(set) var texts: [AddedText] = []
  /// The texts that were replaced, each with the number of the one in its place.
  public private(set) var replaced: [Int: Int] = [:]
  /// The passages, in the order in which they were marked.
  public private(set) var passages: [MarkedPassage] = []
  private var sourcePlaces: [String: Int] = [:]
  private var passagePlaces: [Int: Int] = [:]
  private var textPlaces: [Int: Int] = [:]

  /// The kinds of act that it follows from.
  public static let kinds: [Act.Kind] = [
    .textAdded, .textReplaced, .sourceDescribed, .sourceAppraised, .passageMarked,
  ]

  /// Nothing yet.
  public init() {}

  /// What follows from acts.
  ///
  /// - Parameter acts: the standing acts, in their order; those of other kinds are passed over.
  public init(acts: some Sequence<LoggedAct>) {
    for logged in acts { apply(logged) }
  }

  /// Brings it up to date with one more act.
  public mutating func apply(_ logged: LoggedAct) {
    switch logged.act {
    case .textAdded(let text): put(text)
    case .textReplaced(let replacement): put(replacement)
    case .sourceDescribed(let source): put(source)
    case .sourceAppraised(let appraisal):
      var held = appraisals[appraisal.source] ?? Appraisal(source: appraisal.source)
      held.relevance = appraisal.relevance ?? held.relevance
      held.rigour = appraisal.rigour ?? held.rigour
      appraisals[appraisal.source] = held
    case .passageMarked(let passage):
      passagePlaces[logged.number] = passages.count
      passages.append(MarkedPassage(act: logged.number, by: logged.by, passage: passage))
    default: break
    }
  }

  private mutating func put(_ text: AddedText) {
    textPlaces[text.number] = texts.count
    texts.append(text)
  }

  private mutating func put(_ replacement: TextReplacement) {
    put(replacement.text)
    replaced[replacement.former] = replacement.text.number
    for move in replacement.passages {
      guard let place = passagePlaces[move.passage] else { continue }
      passages[place].finding = move.finding
      if let found = move.found { passages[place].passage = found }
    }
  }

  private mutating func put(_ source: ReviewSource) {
    if let place = sourcePlaces[source.key] {
      sources[place] = source
    } else {
      sourcePlaces[source.key] = sources.count
      sources.append(source)
    }
  }

  /// The source of a key; `nil` where there is none.
  public func source(_ key: String) -> ReviewSource? { sourcePlaces[key].map { sources[$0] } }

  /// Another source that is the same record; `nil` where there is none.
  func otherSource(ofRecordOf source: ReviewSource) -> ReviewSource? {
    source.record.flatMap { record in sources.first { $0.record == record && $0.key != source.key } }
  }

  /// The text of a number; `nil` where there is none.
  public func text(_ number: Int) -> AddedText? { textPlaces[number].map { texts[$0] } }

  /// The passage that an act marked; `nil` where it marked none, or was taken back.
  public func passage(_ act: Int) -> MarkedPassage? { passagePlaces[act].map { passages[$0] } }

  /// The texts that weren't replaced.
  public var currentTexts: [AddedText] { texts.filter { replaced[$0.number] == nil } }

  /// The text that stands in a text's place at last; its own number where it wasn't replaced.
  func newest(of number: Int) -> Int {
    var number = number
    // An archive from outside may say that two stand in each other's place.
    for _ in 0..<replaced.count {
      guard let next = replaced[number] else { break }
      number = next
    }
    return number
  }

  /// The key of the source that a passage is of; `nil` where its text isn't known.
  public func source(of passage: Passage) -> String? { text(passage.text)?.source }
}

/// A passage as it stands now.
public struct MarkedPassage: Sendable, Hashable, Identifiable {
  /// The number of the act that marked it.
  public let act: Int
  /// Who marked it.
  public let by: String
  /// The passage, in the newest text in which it was found.
  public fileprivate(set) var passage: Passage
  /// How it was found again when its text was replaced; `nil` where it wasn't.
  public fileprivate(set) var finding: PassageMove.Finding?

  /// The number of the act that marked it.
  public var id: Int { act }
  /// What a person calls it: `p12`.
  public var name: String { "p\(act)" }

  /// The act that marked the passage of a name, `p12` or `12`; `nil` where it is none.
  public static func act(named name: String) -> Int? {
    Int(name.hasPrefix("p") ? String(name.dropFirst()) : name).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether it wasn't found in a newer text, so that it stands in the former one only.
  public var isLost: Bool { finding == .lost }

  init(act: Int, by: String, passage: Passage) {
    (self.act, self.by, self.passage) = (act, by, passage)
  }
}
