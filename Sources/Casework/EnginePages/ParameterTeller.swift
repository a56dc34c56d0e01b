public import Dynamics
public import ProgrammeTheory
public import Reporting

extension Parameter.Basis {
  /// Whose number it is, in plain words.
  var words: String {
    switch self {
    case .document: "the theory's document"
    case .model: "ours"
    case .situation: "the case"
    }
  }
}

extension Distribution {
  /// How it is drawn, in plain words.
  var words: String {
    switch self {
    case .strength: "a strength, 0 to 1"
    case .uniform(let from, let to): "evenly, \(from) to \(to)"
    case .logUniform(let from, let to):
      "evenly in the logarithm, \((from * 1000).rounded() / 1000) to \((to * 1000).rounded() / 1000)"
    case .choice(let count): "one of \(count)"
    }
  }
}

/// Lists every number that a theory's models draw.
public struct ParameterTeller: Teller, Sendable {
  let theory: Theory
  private let program: String
  /// What is drawn, in the order in which the model needs it.
  public let parameters: [Parameter]

  /// A list for two partners of which nothing is known, with all actions.
  ///
  /// - Parameters:
  ///   - theory: the theory.
  ///   - program: name and version of the program, for the colophon.
  public init(of theory: Theory, madeBy program: String) {
    self.theory = theory
    self.program = program
    parameters =
      Partners(count: 2).map { partners in
        Model(theory, StartingPoint(partners: partners, levers: theory.levers.map(\.id))).program.parameters
      } ?? []
  }

  /// The list as one table.
  public var table: Table { table(parameters, caption: "Numbers that are drawn for each model") }

  private func table(_ parameters: [Parameter], caption: String) -> Table {
    Table(
      caption: caption, columns: ["Parameter", "What it says", "Drawn", "Whose", "Why"],
      rows: parameters.map { parameter in
        [
          Cell(parameter.id), Cell(parameter.meaning), Cell(parameter.distribution.words),
          Cell(parameter.basis.words), Cell(parameter.reason),
        ]
      })
  }

  /// The list as a page, by kind.
  public var page: Page {
    let own = parameters.count { $0.basis == .document }
    let priors = Prior.allCases.map {
      Sentence(
        "\($0.rawValue): from \($0.range.lowerBound) to \($0.range.upperBound), half of them below \(($0.strength(at: 0.5) * 100).rounded() / 100)."
      )
    }
    let parts = Parameter.Kind.allCases.compactMap { kind -> Part? in
      let members = parameters.filter { $0.kind == kind }
      guard !members.isEmpty else { return nil }
      return Part(
        id: kind.rawValue, title: Theory.capitalised(kind.words),
        blocks: [.table(table(members, caption: "\(members.count) numbers"))])
    }
    return Page(
      title: "The numbers that the models of a theory draw", subtitle: theory.identity.title,
      notice: theory.noticeBefore(
        "The theory gives directions. Every number here is an assumption, drawn over a range."),
      story: [
        Sentence(
          "\(parameters.count) numbers are drawn for each model of 2 partners of which nothing is known. The ranges of \(own) stand in the theory's document, each with its reason; the others are the same for every theory."
        )
      ],
      parts: [
        Part(
          id: "ways", title: "Ways of drawing strengths, run side by side", blocks: [.list(priors)])
      ] + parts,
      colophon: "\(program); theory \(theory.identity.id) \(theory.identity.version).")
  }
}

extension Parameter.Kind {
  /// The kind in plain words.
  var words: String {
    switch self {
    case .strength: "how strong"
    case .pace: "how quick"
    case .level: "where it lies"
    case .shape: "how one gives way to another"
    case .reading: "which reading holds"
    case .unknown: "what isn't known"
    }
  }
}
