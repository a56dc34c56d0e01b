public import ProgrammeTheory

/// What one sitting of an interview holds that can't be told from the case: who speaks, what was settled, and which
/// concepts are about to be asked partner by partner. Kept beside a draft, it lets an interview go on as if it had never
/// been left.
public struct InterviewSitting: Sendable, Hashable, Codable {
  var saidBy: String?
  var source: String?
  var settled: [String] = []
  var differing: [String] = []

  /// A sitting in which nothing was said yet.
  public init() {}
}

extension CaseInterview {
  /// The present sitting.
  public var sitting: InterviewSitting {
    var sitting = InterviewSitting()
    sitting.saidBy = voice.saidBy
    sitting.source = voice.source
    sitting.settled = settled.map(\.text).sorted()
    sitting.differing = differing.map(\.text).sorted()
    return sitting
  }

  /// Takes an interview up where a sitting left it.
  public init(theory: Theory, draft: Case, resuming sitting: InterviewSitting) {
    self.init(theory: theory, draft: draft)
    guard sitting != InterviewSitting() else { return }
    voice = Voice(saidBy: sitting.saidBy, source: sitting.source)
    settled = Set(sitting.settled.compactMap(InterviewQuestion.ID.init(text:)))
    differing = Set(sitting.differing.compactMap(Concept.ID.init))
    refresh()
  }
}

extension InterviewQuestion.ID {
  /// The identifier as a text that may stand in an address: `title`, `concept.x`, `concept.x.of.towards`.
  public var text: String {
    switch self {
    case .kind: "kind"
    case .title: "title"
    case .summary: "summary"
    case .start: "start"
    case .partners: "partners"
    case .arrangement: "arrangement"
    case .entryPoints: "entry-points"
    case .mandated: "mandated"
    case .aims: "aims"
    case .speaker: "speaker"
    case .source: "source"
    case .events: "events"
    case .end: "end"
    case .concept(let concept, let of, let towards):
      (["concept", concept.text] + [of?.text, towards?.text].compactMap(\.self)).joined(separator: ".")
    }
  }

  /// The identifier of a text; `nil` for a text that is none.
  public init?(text: String) {
    let fixed: [InterviewQuestion.ID] = [
      .kind, .title, .summary, .start, .partners, .arrangement, .entryPoints, .mandated, .aims, .speaker,
      .source,
      .events, .end,
    ]
    if let known = fixed.first(where: { $0.text == text }) {
      self = known
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (2...4).contains(parts.count), parts[0] == "concept", let concept = Concept.ID(parts[1]) else {
      return nil
    }
    let partners = parts.dropFirst(2).map { Partner.ID($0) }
    guard partners.allSatisfy({ $0 != nil }) else { return nil }
    self = .concept(
      concept, of: partners.first.flatMap(\.self),
      towards: partners.count > 1 ? partners.last.flatMap(\.self) : nil)
  }
}
