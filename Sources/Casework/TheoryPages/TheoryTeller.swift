import Bibliography
public import ProgrammeTheory
public import Reporting

/// Tells a theory itself, without a case: pages for a reader who wants to know what it holds and what follows from it.
public struct TheoryTeller: Teller, Sendable {
  let theory: Theory
  private let program: String

  /// A teller of one theory.
  ///
  /// - Parameters:
  ///   - theory: the theory.
  ///   - program: name and version of the program, for the colophon.
  public init(of theory: Theory, madeBy program: String) {
    self.theory = theory
    self.program = program
  }

  func page(_ title: String, story: [Sentence], parts: [Part]) -> Page {
    Page(
      title: title, subtitle: theory.identity.title,
      notice: theory.noticeBefore("This is what a theory says, not what became of any case."),
      story: story, parts: parts, explanations: explanations, sources: sources,
      colophon: "\(program); theory \(theory.identity.id) \(theory.identity.version).")
  }

  // MARK: What it holds

  /// What the theory holds: its summary, its concepts by group, its configurations with what they rest on.
  public var overview: Page {
    let included = theory.sources.count { $0.role == .included }
    let counts = [
      ("concepts", theory.concepts.count), ("tellings", theory.tellings.count),
      ("configurations", theory.configurations.count),
      ("of these, hypothesised", theory.configurations.count { $0.status == .hypothesised }),
      ("rivalries", theory.rivalries.count), ("included studies", included),
      ("references", theory.references.count),
      ("actions", theory.levers.count),
    ]
    let holds = Table(
      caption: "Counts of its parts", columns: ["What", "How many"],
      rows: counts.map { [Cell($0.0), Cell("\($0.1)", alignment: .trailing)] })
    return page(
      theory.identity.title, story: [Sentence(theory.identity.summary)] + standing,
      parts: [
        Part(
          id: "holds", title: "What it holds",
          blocks: [.table(holds)] + theory.identity.notes.map { .note(Sentence($0)) }),
        Part(id: "concepts", title: "Concepts", blocks: concepts),
        Part(id: "configurations", title: "How it says that things work", blocks: [.table(configurations)]),
        Part(id: "entry", title: "Points of entry and arrangements", blocks: settings),
      ])
  }

  /// What the document says of its own extent, and of the theory that it refines.
  private var standing: [Sentence] {
    [
      theory.identity.refines.map { Sentence("It refines the theory “\($0)”.") },
      theory.identity.extent.words.map {
        Sentence("This document holds only a part of its work: \($0). It says nothing of what it leaves out.")
      },
    ].compactMap(\.self)
  }

  private var concepts: [Block] {
    theory.conceptsByGroup.map { group, members in
      .table(
        Table(
          caption: Theory.capitalised(group.name), columns: ["Concept", "What is meant"],
          rows: members.map { [Cell("\($0.name) (\($0.id))"), Cell($0.definition)] }))
    }
  }

  private var configurations: Table {
    Table(
      caption: "Configurations", columns: ["How it works", "Rests on"],
      rows: theory.configurations.map { configuration in
        [
          Cell("\(configuration.id): \(theory.sentence(configuration))"),
          Cell(
            evidenceWords(configuration.id)
              + (configuration.reversibility.isAllowed ? "; reverses" : "; one-sided")),
        ]
      })
  }

  private var settings: [Block] {
    let entries = Table(
      caption: "Points of entry", columns: ["Point of entry", "What is meant", "What follows from it"],
      rows: theory.entryPoints.map { entry in
        [
          Cell("\(entry.name) (\(entry.id))"), Cell(entry.explanation),
          Cell(entry.sets.isEmpty ? "nothing by itself" : Theory.list(entry.sets.map(theory.state))),
        ]
      })
    let forms = Table(
      caption: "Arrangements, from the loosest to the closest",
      columns: ["Arrangement", "Step", "Whose judgement"],
      rows: theory.arrangements.sorted { $0.integration < $1.integration }.map { form in
        [
          Cell("\(form.name) (\(form.id))"), Cell("\(form.integration)", alignment: .trailing),
          Cell(form.basis == .stated ? "the source's" : "ours"),
        ]
      })
    return [
      theory.entryPoints.isEmpty ? nil : .table(entries), theory.arrangements.isEmpty ? nil : .table(forms),
    ]
    .compactMap(\.self)
  }

  // MARK: Its web

  /// The arrows of the causal web.
  public var graph: Page {
    let web = SignedGraph(theory)
    let rows = web.arrows.map { arrow -> [Cell] in
      let does: String =
        switch arrow.sign {
        case .same: "raises"
        case .opposite: "lowers"
        case .buffers: "protects"
        }
      var limits: [String] = []
      if arrow.isOneSided { limits.append("only for \(theory.state(Literal(arrow.told, arrow.from)))") }
      if arrow.isConditional { limits.append("under conditions") }
      return [
        Cell(name(arrow.from)), Cell(does), Cell(name(arrow.to)),
        Cell(([arrow.configuration.text] + limits).joined(separator: "; ")),
      ]
    }
    return page(
      "The causal web",
      story: [
        Sentence(
          "\(web.concepts.count) concepts and \(web.arrows.count) arrows, each of which comes from a configuration."
        )
      ],
      parts: [
        Part(
          id: "arrows", title: "Arrows",
          blocks: [
            .table(
              Table(
                caption: "What more of one concept does to another",
                columns: ["More of", "Does", "To", "By"], rows: rows))
          ])
      ])
  }

  /// The sources and their parts in the theory.
  ///
  /// - Parameter role: only those of this role; all where none is given.
  public func sources(of role: Source.Role?) -> Page {
    let shown = theory.references.filter { role == nil || theory.role(of: $0.id) == role }
    let used = Dictionary(
      grouping: theory.configurations.flatMap { configuration in
        theory.evidence(for: configuration.id).supporting.map { ($0, configuration.id) }
      }, by: \.0)
    let rows = shown.map { reference -> [Cell] in
      let source = theory.sources.first { $0.id == reference.id }
      let characteristics = source?.characteristics.map(\.value).joined(separator: "; ") ?? ""
      return [
        Cell("[\(reference.id)] \(reference.shortCitation)"), Cell(theory.role(of: reference.id).rawValue),
        Cell(characteristics), Cell("\(used[reference.id]?.count ?? 0)", alignment: .trailing),
      ]
    }
    return page(
      "Sources",
      story: [
        Sentence("\(shown.count) references; the last column counts the configurations that each supports.")
      ],
      parts: [
        Part(
          id: "sources", title: "References",
          blocks: [
            .table(
              Table(
                caption: "With their parts in the theory",
                columns: ["Source", "Role", "What it is", "Supports"], rows: rows))
          ])
      ])
  }
}
