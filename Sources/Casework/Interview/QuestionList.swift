import Bibliography
import ProgrammeTheory

/// Makes the questions of a theory for a case, in the order in which they are asked.
struct QuestionList {
  /// How many concepts the short round asks for: what a person answers in about ten minutes.
  static let shortRoundCount = 10
  /// The most partners for whom a concept is asked one by one, and between whom pair by pair.
  static let mostPartners = 6

  let theory: Theory
  let short: [Concept]
  private let later: [Concept]

  init(_ theory: Theory) {
    self.theory = theory
    // What the fixed fields tell needn't be told twice.
    let fields = theory.caseFields
    let told = Set(
      [fields.mandated, theory.arrangements.isEmpty ? nil : fields.integration, fields.ambition]
        .compactMap(\.self))
    let asked = theory.concepts.filter { $0.question != nil && !told.contains($0.id) }
    short = Array(Self.ranked(asked, in: theory).prefix(Self.shortRoundCount))
    let inShort = Set(short.map(\.id))
    let groups = theory.groups.map(\.id)
    later = asked.filter { !inShort.contains($0.id) }.enumerated().sorted { one, other in
      let (a, b) = (groups.firstIndex(of: one.element.group), groups.firstIndex(of: other.element.group))
      return (a ?? groups.count, one.offset) < (b ?? groups.count, other.offset)
    }.map(\.element)
  }

  /// The concepts on whose answer most hangs, those first that most configurations wait for: as a context, as a
  /// condition, or as a mechanism that people bring. What an assessment itself tells about comes last: it is
  /// better inferred than taken as given.
  static func ranked(_ concepts: [Concept], in theory: Theory) -> [Concept] {
    let inferred = Set(theory.outlook.map(\.concept))
    let waiting = theory.waiting
    func rank(_ concept: Concept) -> (Int, Int) {
      (inferred.contains(concept.id) ? 1 : 0, -(waiting[concept.id]?.count ?? 0))
    }
    return concepts.enumerated().sorted { one, other in
      let (a, b) = (rank(one.element), rank(other.element))
      return (a.0, a.1, one.offset) < (b.0, b.1, other.offset)
    }.map(\.element)
  }

  /// The questions for a case.
  ///
  /// - Parameters:
  ///   - draft: the case as far as it is told.
  ///   - differing: the concepts that are asked partner by partner.
  func questions(for draft: Case, differing: (Concept.ID) -> Bool) -> [InterviewQuestion] {
    let concepts =
      short.map { ($0, InterviewQuestion.Round.short, "First, what matters most") }
      + later.map { ($0, .full, theory.groups.first { [id = $0.group] in $0.id == id }?.name ?? $0.group) }
    return frame(of: draft)
      + concepts.flatMap { concept, round, section in
        questions(
          of: concept, round, section, for: draft, isDiffering: differing(concept.id))
      } + since(draft)
  }

  // MARK: Concepts

  private func questions(
    of concept: Concept, _ round: InterviewQuestion.Round, _ section: String, for draft: Case,
    isDiffering: Bool
  ) -> [InterviewQuestion] {
    guard let question = concept.question else { return [] }
    let when = draft.start.map { "As it was at the start (\($0))." } ?? "As it was at the start."
    let mayDiffer = concept.scope != .collaboration && (2...Self.mostPartners).contains(draft.partners.count)
    func make(_ whose: Whose?) -> InterviewQuestion {
      InterviewQuestion(
        id: .concept(concept.id, of: whose?.of, towards: whose?.towards), round: round, section: section,
        ask: whose.map { "\(Theory.capitalised($0.words)): \(question.ask)" } ?? question.ask,
        because: question.because, hint: when,
        form: .level(Self.levels(of: concept), mayDiffer: mayDiffer && whose == nil))
    }
    return [make(nil)] + (isDiffering ? Whose.all(for: concept, in: draft).map(make) : [])
  }

  /// Whom a concept is asked of, where it differs.
  private struct Whose {
    let of: Partner.ID
    let towards: Partner.ID?
    let words: String

    static func all(for concept: Concept, in draft: Case) -> [Whose] {
      let partners = draft.partners.prefix(QuestionList.mostPartners)
      guard concept.scope == .relation else {
        return partners.map { Whose(of: $0.id, towards: nil, words: $0.name) }
      }
      return partners.flatMap { one in
        partners.filter { $0.id != one.id }.map {
          Whose(of: one.id, towards: $0.id, words: "\(one.name) towards \($0.name)")
        }
      }
    }
  }

  /// The levels of a concept in its own words, the highest first. What is so or isn't has two.
  static func levels(of concept: Concept) -> [InterviewQuestion.LevelChoice] {
    let levels: [StatedLevel] =
      concept.scale == .binary ? [.high, .low] : [.veryHigh, .high, .neither, .low, .veryLow]
    return levels.map { level in
      let words =
        level == .neither
        ? "neither the one nor the other" : concept.words(for: level)
      return InterviewQuestion.LevelChoice(level: level, words: words)
    }
  }
}

extension Theory {
  /// The configurations that need to know of a concept, by concept: it is a context of theirs, a condition, or a
  /// mechanism that people bring.
  var waiting: [Concept.ID: Set<CMOConfiguration.ID>] {
    var waiting: [Concept.ID: Set<CMOConfiguration.ID>] = [:]
    for configuration in configurations {
      let chosen = configuration.mechanism?.origin == .chosen ? configuration.mechanism?.literals ?? [] : []
      for literal in configuration.context + configuration.conditions.flatMap(\.anyOf) + chosen {
        waiting[literal.concept, default: []].insert(configuration.id)
      }
    }
    return waiting
  }
}
