import Casework
import Documents
import ProgrammeTheory
import Reporting
import Synchronization

/// Assessments and what is drawn of them, kept while they are likely to be asked for again: the same case and theory give
/// the same page, and to work it out takes a hundred times as long as to send it.
///
/// Whoever asks for a page that is being made waits for it, so that 20 people at once make it once.
final class Studies: Sendable {
  /// A page that has been worked out.
  struct Study: Sendable {
    let page: Page
    let fragments: HTMLFragments
  }

  /// What a page is made from. A revision isn't named: equal cases have equal pages.
  private typealias Key = [String]

  /// How many are kept.
  static let mostKept = 64

  let program: String
  private let kept = Mutex<(tasks: [Key: Task<Study, any Error>], order: [Key])>(([:], []))

  init(program: String) { self.program = program }

  /// The assessment of a case, whole, with its story in five sentences.
  func assessment(of subject: Subject) async throws -> Study {
    let others = subject.beside
    let (program, theory, subject) = (program, subject.theory, subject.subject)
    return try await study(of: subject, by: theory, kind: "assessment") {
      let assessment = Assessment(of: subject, by: theory, beside: others)
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
    return try await study(of: subject.subject, by: subject.theory, kind: "web") {
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
    let (program, theory, subject) = (program, subject.theory, subject.subject)
    return try await study(of: subject, by: theory, kind: "concept \(concept)") {
      guard let page = Assessment(of: subject, by: theory).page(about: concept, madeBy: program) else {
        throw PageError.notFound
      }
      return page
    }
  }

  /// A page about a case, made by `make` where it isn't kept.
  ///
  /// - Parameter kind: tells apart the pages that are made of one case.
  func study(
    of subject: Case, by theory: Theory, kind: String, _ make: @escaping @Sendable () async throws -> Page
  ) async throws -> Study {
    try await study(
      named: [try CaseDocument.write(subject).text, theory.identity.id.text, theory.identity.version, kind],
      address: Self.address(in: theory), make)
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
    let task = kept.withLock { kept -> Task<Study, any Error> in
      if let task = kept.tasks[key] { return task }
      let task = Task {
        let page = try await make()
        let pictures = await PictureStudio().draw(page)
        return Study(
          page: page, fragments: HTMLRenderer().fragments(of: page, pictures: pictures, address: address))
      }
      kept.tasks[key] = task
      kept.order.append(key)
      if kept.order.count > Self.mostKept { kept.tasks[kept.order.removeFirst()] = nil }
      return task
    }
    do { return try await task.value } catch {
      // What failed is tried again.
      kept.withLock { kept in
        kept.tasks[key] = nil
        kept.order.removeAll { $0 == key }
      }
      throw error
    }
  }

  /// A page that was made before, with its pictures drawn again: they are drawn from values, so they are what they were.
  func kept(_ page: Page, in theory: Theory) async -> Study {
    let pictures = await PictureStudio().draw(page)
    return Study(
      page: page,
      fragments: HTMLRenderer().fragments(of: page, pictures: pictures, address: Self.address(in: theory)))
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
