public import ProgrammeTheory

/// A saturation curve as data for other programs. Its shape is versioned: `format` names it.
public struct SaturationRecord: Sendable, Hashable, Codable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-saturation/1"

  /// What one work adds.
  public struct Step: Sendable, Hashable, Codable {
    /// The work, by the name of its reference.
    public let source: String
    /// The concepts of which no earlier work tells.
    public let concepts: [Concept.ID]
    /// How many concepts are told of so far.
    public let conceptsSoFar: Int
    /// The configurations that no earlier work supports.
    public let configurations: [CMOConfiguration.ID]
    /// How many configurations are supported so far.
    public let configurationsSoFar: Int
  }

  /// The name and version of this shape.
  public let format: String
  /// The program that made it.
  public let madeBy: String
  /// The theory.
  public let theory: Theory.ID
  /// In which order the works are taken.
  public let order: Saturation.Order
  /// The works, in that order.
  public let steps: [Step]
  /// The concepts of which no work tells.
  public let untoldConcepts: [Concept.ID]
  /// The configurations that no work supports.
  public let unsupported: [CMOConfiguration.ID]

  /// The record of a curve.
  ///
  /// - Parameters:
  ///   - saturation: the curve.
  ///   - theory: what the theory is called by.
  ///   - program: name and version of the program.
  public init(_ saturation: Saturation, of theory: Theory.ID, madeBy program: String) {
    (format, madeBy, self.theory, order) = (Self.currentFormat, program, theory, saturation.order)
    steps = saturation.steps.map {
      Step(
        source: $0.source, concepts: $0.concepts, conceptsSoFar: $0.conceptsSoFar,
        configurations: $0.configurations, configurationsSoFar: $0.configurationsSoFar)
    }
    (untoldConcepts, unsupported) = (saturation.untoldConcepts, saturation.unsupported)
  }
}

/// The gaps of a theory as data for other programs. Its shape is versioned: `format` names it.
public struct GapsRecord: Sendable, Hashable, Codable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-gaps/1"

  /// A gap.
  public struct Entry: Sendable, Hashable, Codable {
    /// What is missing.
    public let kind: Gap.Kind
    /// Which sort of part it is about.
    public let sort: String
    /// What that part is called by.
    public let id: String
    /// What is missing, in a sentence.
    public let sentence: String
    /// What to search for: each group is alternatives, of which every group needs one.
    public let terms: [[String]]
    /// The same as most databases take it.
    public let search: String
  }

  /// The name and version of this shape.
  public let format: String
  /// The program that made it.
  public let madeBy: String
  /// The theory.
  public let theory: Theory.ID
  /// The gaps, by kind.
  public let gaps: [Entry]

  /// The record of a theory's gaps.
  ///
  /// - Parameters:
  ///   - theory: the theory.
  ///   - program: name and version of the program.
  public init(of theory: Theory, madeBy program: String) {
    (format, madeBy, self.theory) = (Self.currentFormat, program, theory.identity.id)
    gaps = theory.gaps.map {
      Entry(
        kind: $0.kind, sort: $0.subject.sort, id: $0.subject.id, sentence: $0.sentence, terms: $0.terms,
        search: $0.search)
    }
  }
}
