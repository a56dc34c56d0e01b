public import ProgrammeTheory

/// What a look through a case finds, and how many of a theory's questions it answers.
public struct CaseCheck: Sendable, Hashable, Codable {
  /// What stands under `format` in the JSON of this version.
  public static let currentFormat = "realist-case-findings/1"

  /// How the questions of a theory stand.
  public struct Questions: Sendable, Hashable, Codable {
    /// How many have an answer.
    public let answered: Int
    /// How many were asked, and the answer isn't known.
    public let notKnown: Int
    /// How many weren't asked.
    public let notAsked: Int

    /// How many there are.
    public var count: Int { answered + notKnown + notAsked }
  }

  private enum CodingKeys: String, CodingKey {
    case format, theory, questions, findings
    case subject = "case"
  }

  /// The format of the JSON.
  public let format: String
  /// The case.
  public let subject: Case.ID
  /// The theory that it was held against; `nil` where there was none at hand.
  public let theory: Theory.ID?
  /// How the theory's questions stand; `nil` without a theory.
  public let questions: Questions?
  /// The findings, the gravest kinds first, each kind in the order of the document.
  public let findings: [CaseFinding]

  /// Looks a case through.
  ///
  /// - Parameters:
  ///   - subject: the case.
  ///   - theory: the theory that it is held against; without it, only what holds for every theory is looked at.
  public init(of subject: Case, by theory: Theory?) {
    format = Self.currentFormat
    self.subject = subject.id
    self.theory = theory?.identity.id
    questions = theory.map { Questions(of: subject, in: $0) }
    let looked = CaseLook(subject: subject, theory: theory).findings
    findings = Kind.allCases.flatMap { kind in looked.filter { $0.kind == kind } }
  }

  private typealias Kind = CaseFinding.Kind

  /// The findings of a kind.
  public func findings(of kind: CaseFinding.Kind) -> [CaseFinding] { findings.filter { $0.kind == kind } }
}

extension CaseCheck.Questions {
  /// Counts the concepts that a theory asks for.
  ///
  /// A concept has an answer where a fact tells it, at whatever date, and where a fixed field does.
  init(of subject: Case, in theory: Theory) {
    let asked = theory.concepts.filter { $0.question != nil }.map(\.id)
    let known = Set(subject.facts.filter { $0.level != .notKnown }.map(\.concept))
      .union(subject.startingSituation(in: theory).facts.keys)
    let fields = theory.caseFields
    let inVain = [
      subject.askedInVain.contains(.mandated) ? fields.mandated : nil,
      subject.askedInVain.contains(.arrangement) ? fields.integration : nil,
      subject.aims.contains { $0.ambition == .notKnown } ? fields.ambition : nil,
    ]
    let open = Set(subject.facts.map(\.concept) + inVain.compactMap(\.self)).subtracting(known)
    answered = asked.filter(known.contains).count
    notKnown = asked.filter(open.contains).count
    notAsked = asked.count - answered - notKnown
  }
}
