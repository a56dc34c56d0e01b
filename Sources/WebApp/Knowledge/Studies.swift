import Casework
import Documents
import ProgrammeTheory
import Reporting

/// Assessments, pages made of them, and what is drawn on these, kept while they are likely to be asked for again: the same
/// case and theory give the same page, and to work it out takes a hundred times as long as to send it.
final class Studies: Sendable {
  /// A page that has been worked out.
  struct Study: Sendable {
    let page: Page
    let fragments: HTMLFragments
  }

  /// What a page is made from. A revision isn't named: equal cases have equal pages.
  private typealias Key = [String]

  let program: String
  // A person looks at several pages of one state of a case, and then changes it: room for some hundred people.
  private let studies = MadeOnce<Key, Study>(atMost: 256)
  private let assessments = MadeOnce<Key, Assessment>(atMost: 128)
  /// By what is drawn: an answer that changes the case seldom changes every picture of it.
  private let pictures = MadeOnce<Figure, LayoutOutcome>(atMost: 256)

  init(program: String) { self.program = program }

  /// What the theory says of a case, as values.
  func assessed(_ subject: Case, by theory: Theory, beside others: [Case]) async throws -> Assessment {
    try await assessments.value(of: try Self.key(subject, theory, "")) {
      Assessment(of: subject, by: theory, beside: others)
    }
  }

  /// The assessment of a case, whole, with its story in five sentences.
  func assessment(of subject: Subject) async throws -> Study {
    let program = program
    return try await study(of: subject, kind: "assessment") { assessment in
      var page = assessment.page(madeBy: program, detail: .full)
      let told = Part(id: "story-in-full", title: "The story in full", blocks: [.list(page.story)])
      page.story = assessment.briefStory
      page.parts.append(told)
      return page
    }
  }

  /// The causal web of a case.
  func web(of subject: Subject) async throws -> Study {
    let whole = try await assessment(of: subject).page
    return try await study(of: subject, kind: "web") { _ in
      var page = whole
      page.story = []
      page.parts =
        whole.figures.first.map { [Part(id: "web", title: "From what is known", blocks: [.figure($0)])] }
        ?? []
      return page
    }
  }

  /// What leads to one concept in a case, and where it leads.
  ///
  /// - Throws: ``PageError/notFound`` for a concept that the theory doesn't have.
  func concept(_ concept: Concept.ID, of subject: Subject) async throws -> Study {
    let program = program
    return try await study(of: subject, kind: "concept \(concept)") { assessment in
      guard let page = assessment.page(about: concept, madeBy: program) else { throw PageError.notFound }
      return page
    }
  }

  /// A page about a case, made of its assessment where it isn't kept.
  ///
  /// - Parameters:
  ///   - told: the case as it is told, where that isn't the case itself.
  ///   - kind: tells apart the pages that are made of one case.
  func study(
    of subject: Subject, as told: Case? = nil, kind: String,
    _ make: @escaping @Sendable (Assessment) throws -> Page
  ) async throws -> Study {
    let (theory, told, others) = (subject.theory, told ?? subject.subject, subject.beside)
    return try await study(
      named: try Self.key(told, theory, kind), address: Self.address(in: theory)
    ) { [self] in try make(await assessed(told, by: theory, beside: others)) }
  }

  private static func key(_ subject: Case, _ theory: Theory, _ kind: String) throws -> Key {
    [try CaseDocument.write(subject).text, theory.identity.id.text, theory.identity.version, kind]
  }

  /// A page, made by `make` where it isn't kept.
  ///
  /// - Parameters:
  ///   - key: all that the page is made from.
  ///   - address: where the site tells more of a reason.
  func study(
    named key: [String], address: @escaping @Sendable (Explanation.ID) -> String?,
    _ make: @escaping @Sendable () async throws -> Page
  ) async throws -> Study {
    try await studies.value(of: key) { [self] in try await drawn(try await make(), address: address) }
  }

  /// A page that was made before, with its pictures drawn again: they are drawn from values, so they are what they were.
  func kept(_ page: Page, in theory: Theory) async throws -> Study {
    try await drawn(page, address: Self.address(in: theory))
  }

  private func drawn(
    _ page: Page, address: @escaping @Sendable (Explanation.ID) -> String?
  ) async throws -> Study {
    var outcomes: [Figure.ID: LayoutOutcome] = [:]
    for figure in page.figures where outcomes[figure.id] == nil {
      outcomes[figure.id] = try await pictures.value(of: figure) { await PictureStudio().draw(figure) }
    }
    return Study(
      page: page, fragments: HTMLRenderer().fragments(of: page, pictures: outcomes, address: address))
  }

  /// Where the theory's pages tell more of a configuration: an explanation has its name, or its name and how it is turned.
  static func address(in theory: Theory) -> @Sendable (Explanation.ID) -> String? {
    let id = theory.identity.id.text
    let known = Set(theory.configurations.map(\.id.text))
    return { explanation in
      let name = String(explanation.prefix { $0 != "~" })
      return known.contains(name) ? "/theory/\(id)/configurations/\(name)" : nil
    }
  }
}
