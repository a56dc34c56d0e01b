public import ProgrammeTheory

extension Codebook {
  /// How the fields are coded that every case document has: forms, points of entry, whether it was imposed, how high the
  /// aims reach, and kinds of event.
  public struct Fields: Sendable, Hashable, Codable {
    /// A form that can stand under `arrangement`.
    public struct Form: Sendable, Hashable, Codable {
      /// The identifier, as it is written.
      public let id: Arrangement.ID
      /// Its name.
      public let name: String
      /// How far structure and governance are one: 1, loosest, to 5, closest.
      public let integration: Int
      /// What follows from it; `nil` where the theory has no concept for it.
      public let sets: Setting?
      /// Whether its step is the source's or a judgement of the theory document.
      public let basis: Arrangement.Basis
    }

    /// A reason to come together that can stand under `entryPoints`.
    public struct Entry: Sendable, Hashable, Codable {
      /// The identifier, as it is written.
      public let id: EntryPoint.ID
      /// Its name.
      public let name: String
      /// What is meant.
      public let explanation: String
      /// What it sets, where the case itself doesn't say.
      public let sets: [Setting]
    }

    /// A level that follows from a field.
    public struct Setting: Sendable, Hashable, Codable {
      /// The concept.
      public let concept: Concept.ID
      /// Its level.
      public let level: StatedLevel
      /// The level in the concept's own words; `nil` where it has none for it.
      public let means: String?
    }

    /// A kind of event.
    public struct EventKind: Sendable, Hashable, Codable {
      /// The word, as it is written.
      public let kind: Event.Kind
      /// What is meant.
      public let means: String
    }

    /// The forms, in the theory's order.
    public let arrangements: [Form]
    /// The reasons to come together, in the theory's order.
    public let entryPoints: [Entry]
    /// What follows from `mandated: yes`; `nil` where the theory has no concept for it.
    public let mandated: Setting?
    /// What follows from `mandated: no`; `nil` where the theory has no concept for it.
    public let voluntary: Setting?
    /// What the levels of an aim's ambition mean, the highest first; empty where the theory has no concept for it.
    public let ambition: [Setting]
    /// The kinds of event.
    public let eventKinds: [EventKind]

    init(of theory: Theory) {
      func setting(_ concept: Concept.ID, _ level: StatedLevel) -> Setting {
        let means = level == .neither ? nil : theory.concept(concept)?.words(for: level)
        return Setting(concept: concept, level: level, means: means)
      }
      arrangements = theory.arrangements.map { form in
        Form(
          id: form.id, name: form.name, integration: form.integration,
          sets: theory.caseFields.integration.map { setting($0, form.level) }, basis: form.basis)
      }
      entryPoints = theory.entryPoints.map { entry in
        Entry(
          id: entry.id, name: entry.name, explanation: entry.explanation,
          sets: entry.sets.map { setting($0.concept, $0.direction == .more ? .high : .low) })
      }
      mandated = theory.caseFields.mandated.map { setting($0, .veryHigh) }
      voluntary = theory.caseFields.mandated.map { setting($0, .veryLow) }
      ambition =
        theory.caseFields.ambition.map { concept in
          [.veryHigh, .high, .neither, .low, .veryLow].map { setting(concept, $0) }
        } ?? []
      eventKinds = Event.Kind.allCases.map { EventKind(kind: $0, means: $0.means) }
    }
  }
}

extension Event.Kind {
  /// When an event is of this kind, for who codes one.
  fileprivate var means: String {
    switch self {
    case .taskAchieved: "a task or an aim that was agreed is said to be met"
    case .taskFailed: "a task or an aim that was agreed is said to be missed"
    case .conflict: "a conflict breaks out"
    case .settlement: "a conflict is settled"
    case .leaderComes: "a leader comes"
    case .leaderLeaves: "a leader leaves"
    case .authorityActs: "a regulator or another authority does something, inspections and ratings included"
    case .contractSigned: "a contract or an agreement is signed or prolonged"
    case .contractEnded: "a contract or an agreement is ended"
    case .resources: "means are given, asked for or withdrawn"
    case .partners: "a partner comes or leaves; not what partners do with each other"
    case .staff: "people, or how they work, change"
    case .other: "anything else"
    }
  }
}
