import Bibliography
import OrderedCollections
import ProgrammeTheory

/// An assessment as data for other programs. Its shape is versioned: `format` names it, and a field that is removed or
/// changes its meaning makes a new version. Described in `docs/assessment-json.md`.
public struct AssessmentRecord: Sendable, Hashable, Encodable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-assessment/1"

  struct Fact: Sendable, Hashable, Encodable {
    let concept: Concept.ID
    let level: String
    let because: [String]
  }

  struct Working: Sendable, Hashable, Encodable {
    let configuration: CMOConfiguration.ID
    let verdict: String
    let firings: [Firing]
    let wanting: [Concept.ID]
    let reason: String?
    let sources: [String]
    let places: [String]
  }

  struct Main: Sendable, Hashable, Encodable {
    let concept: Concept.ID
    let wanted: Direction?
    let tendency: String
    let raisedBy: [CMOConfiguration.ID]
    let loweredBy: [CMOConfiguration.ID]
    let bufferedBy: [CMOConfiguration.ID]
  }

  struct Change: Sendable, Hashable, Encodable {
    let date: String
    let what: String
    let newlyFiring: [CMOConfiguration.ID]
    let fallenSilent: [CMOConfiguration.ID]
    let outlook: [Main]
  }

  struct Action: Sendable, Hashable, Encodable {
    let lever: Lever.ID
    let inPlace: Bool
    let helps: [Concept.ID]
    let harms: [Concept.ID]
    let strains: [Concept.ID]
    let protects: [Concept.ID]
    let movesItself: [Concept.ID]
    let throughWhich: [CMOConfiguration.ID]
    let against: [CMOConfiguration.ID]
    let works: Int
  }

  struct Question: Sendable, Hashable, Encodable {
    let concept: Concept.ID
    let ask: String
    let decides: [Concept.ID]
    let awaitedBy: [CMOConfiguration.ID]
  }

  struct Contested: Sendable, Hashable, Encodable {
    let rivalry: Rivalry.ID
    let about: String
    let differsOn: [Concept.ID]
  }

  let format: String
  let madeBy: String
  let `case`: Case.ID
  let theory: Theory.ID
  let theoryVersion: String
  let notice: String
  let asOf: String?
  let asOfBasis: String
  let facts: [Fact]
  let startOutlook: [Main]
  let outlook: [Main]
  let workings: [Working]
  let changes: [Change]
  let contested: [Contested]
  let actions: [Action]
  let questions: [Question]
  let silentOn: [Silence]

  /// The record of an assessment.
  ///
  /// - Parameters:
  ///   - assessment: the assessment.
  ///   - program: name and version of the program.
  public init(_ assessment: Assessment, madeBy program: String) {
    let (theory, now) = (assessment.theory, assessment.now)
    format = Self.currentFormat
    madeBy = program
    `case` = assessment.subject.id
    self.theory = theory.identity.id
    theoryVersion = theory.identity.version
    notice = theory.assessmentNotice
    asOf = assessment.asOf.date?.description
    asOfBasis = assessment.asOf.basisWords
    facts = now.bases.compactMap { concept, bases in
      now.facts[concept].map { Fact(concept: concept, level: $0.levelWords, because: bases.map(\.words)) }
    }
    startOutlook = Self.outlook(of: assessment.start)
    outlook = Self.outlook(of: now)
    workings = theory.configurations.map { Working($0, in: now.entailment) }
    changes = assessment.turns.map { turn in
      Change(
        date: turn.date.description, what: turn.title, newlyFiring: turn.newlyFiring,
        fallenSilent: turn.fallenSilent,
        outlook: Self.outlook(of: turn.after))
    }
    contested = assessment.contests.map {
      Contested(rivalry: $0.rivalry.id, about: $0.rivalry.about, differsOn: $0.differOn)
    }
    actions = assessment.actions.map {
      Action(
        lever: $0.lever.id, inPlace: $0.isInPlace, helps: $0.balance.helped, harms: $0.balance.harmed,
        strains: $0.balance.strained, protects: $0.balance.protected, movesItself: $0.movesItself,
        throughWhich: $0.throughWhich.map(\.id), against: $0.against.map(\.id), works: $0.works)
    }
    questions = assessment.questions.map {
      Question(
        concept: $0.concept.id, ask: $0.concept.question?.ask ?? $0.concept.name, decides: $0.decides,
        awaitedBy: $0.awaitedBy)
    }
    silentOn = assessment.silences
  }

  private static func outlook(of situation: Situation) -> [Main] {
    situation.entailment.outlook.map { prospect, standing in
      func ids(_ grounds: [Ground]) -> [CMOConfiguration.ID] {
        Array(OrderedSet(grounds.map(\.configuration)))
      }
      return Main(
        concept: prospect.concept, wanted: prospect.wanted, tendency: standing.tendency.words,
        raisedBy: ids(standing.raisedBy), loweredBy: ids(standing.loweredBy),
        bufferedBy: ids(standing.bufferedBy))
    }
  }
}

extension AssessmentRecord.Working {
  fileprivate init(_ configuration: CMOConfiguration, in entailment: Entailment) {
    let evidence = entailment.theory.evidence(for: configuration.id)
    self.configuration = configuration.id
    sources = evidence.supporting
    places = evidence.places.map(\.words)
    var (firings, wanting): ([Firing], [Concept.ID]) = ([], [])
    switch entailment.verdict(of: configuration.id) {
    case .fires(let forms)?:
      verdict = "fires"
      firings = forms
      reason = nil
    case .silent(let concepts)?:
      verdict = "silent"
      wanting = concepts
      reason = nil
    case .doesNotApply(.condition(let condition))?:
      verdict = "does not apply"
      reason = "condition: " + condition.anyOf.map(\.description).joined(separator: " or ")
    case .doesNotApply(.context(let literal))?:
      verdict = "does not apply"
      reason = "context: \(literal)"
    case .doesNotApply(.mechanism(let literal))?:
      verdict = "does not apply"
      reason = "mechanism: \(literal)"
    case nil:
      verdict = "left out"
      reason = nil
    }
    self.firings = firings
    self.wanting = wanting
  }
}

extension Standing.Tendency {
  /// The tendency as one of a closed list of words.
  var words: String {
    switch self {
    case .still: "still"
    case .turns(.more): "rises"
    case .turns(.less): "falls"
    case .turnsFirst(.more): "rises first"
    case .turnsFirst(.less): "falls first"
    case .pulledBothWays: "pulled both ways"
    }
  }
}

extension AsOf {
  /// Where the date comes from, as one of a closed list of words.
  var basisWords: String {
    switch self {
    case .asked: "asked for"
    case .lastTold: "last told"
    case .start: "start"
    }
  }
}

extension Fact {
  /// The fact as one of the words that a case document uses, or `mixed`.
  var levelWords: String {
    switch self {
    case .lies(.more, let much): (much ? StatedLevel.veryHigh : .high).rawValue
    case .lies(.less, let much): (much ? StatedLevel.veryLow : .low).rawValue
    case .neither: StatedLevel.neither.rawValue
    case .notApplicable: StatedLevel.notApplicable.rawValue
    case .mixed: "mixed"
    }
  }
}
