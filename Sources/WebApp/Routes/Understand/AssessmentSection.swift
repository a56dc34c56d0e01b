import Hummingbird
import ProgrammeTheory
import Reporting

/// What the theory says of a case: a story of five sentences first, then its parts, every claim with its reasons; and the
/// causal web behind it.
struct AssessmentSection: Section {
  static let templates = [
    EmbeddedFile("assessment.mustache", PackageResources.assessment_mustache),
    EmbeddedFile("contents.mustache", PackageResources.contents_mustache),
    EmbeddedFile("web.mustache", PackageResources.web_mustache),
    EmbeddedFile("concept-of-case.mustache", PackageResources.concept_of_case_mustache),
  ]
  static let assets = [
    EmbeddedFile("why.js", PackageResources.why_js), EmbeddedFile("picture.js", PackageResources.picture_js),
  ]
  /// The scripts that every page with reasons and pictures has.
  static let scripts = ["why.js", "picture.js"]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    site.addRoutes("/assessment", to: router) { subject, _, context in
      let study = try await site.studies.assessment(of: subject)
      let note = try await site.keep(study, of: subject)
      return try site.render(study, of: subject, asOf: note, in: context)
    }
    site.addRoutes("/web", to: router) { subject, request, context in
      if let chosen = request.uri.queryParameters["concept"] {
        guard let concept = Concept.ID(String(chosen)) else { throw PageError.notFound }
        return site.seeOther("\(subject.base)/web/\(concept)")
      }
      let study = try await site.studies.web(of: subject)
      return try site.render(
        WebPage(study, of: subject), in: context, fragments: study.fragments.inOrder(story: false))
    }
    site.addRoutes("/web/{concept}", to: router) { subject, _, context in
      guard let concept = Concept.ID(try context.parameters.require("concept")) else {
        throw PageError.notFound
      }
      let study = try await site.studies.concept(concept, of: subject)
      return try site.render(
        ConceptOfCasePage(study, concept, of: subject), in: context,
        fragments: study.fragments.inOrder(story: true))
    }
  }
}

extension Site {
  /// An assessment as an answer: its story, where to find what, and its parts.
  ///
  /// - Parameter asOf: when and by what it was made, for one that isn't of now; or why it isn't kept.
  func render(_ study: Studies.Study, of subject: Subject, asOf: String? = nil, in context: PageContext)
    throws
    -> Response
  {
    var pieces = study.fragments.inOrder(story: true)
    pieces.insert(try templates.render(ContentsList(study.fragments), "contents"), at: 1)
    return try render(AssessmentPage(study, of: subject, asOf: asOf), in: context, fragments: pieces)
  }
}

/// Links to the parts of a page.
struct ContentsList: Sendable {
  let contents: [PageHead.Link]

  init(_ fragments: HTMLFragments) {
    contents = fragments.parts.map { PageHead.Link(words: $0.title, address: "#\($0.anchor)") }
  }
}

extension HTMLFragments {
  /// The pieces in reading order.
  func inOrder(story isTold: Bool) -> [Markup] {
    ((isTold ? [story] : []) + parts.map(\.fragment) + [explanations, sources]).map(Markup.init)
  }
}

/// What stands above the pieces of an assessment.
struct AssessmentPage: PageModel {
  static let template = "assessment"
  let head: PageHead
  let title: String
  let about: String?
  let notice: String
  let asOf: String?

  init(_ study: Studies.Study, of subject: Subject, asOf: String? = nil) {
    head = PageHead(
      title: "What the theory says", of: subject, at: .assessment, scripts: AssessmentSection.scripts)
    title = study.page.title
    about = study.page.subtitle
    notice = study.page.notice
    self.asOf = asOf
  }
}

/// What stands above the causal web.
struct WebPage: PageModel {
  static let template = "web"

  struct Choice: Sendable, Hashable {
    let value: String
    let words: String
  }

  let head: PageHead
  let title: String
  let base: String
  let concepts: [Choice]
  /// What stands in the picture, each with its paths.
  let pictured: [PageHead.Link]
  let hasPictured: Bool

  init(_ study: Studies.Study, of subject: Subject) {
    head = PageHead(title: "Causal web", of: subject, at: .web, scripts: AssessmentSection.scripts)
    title = "Causal web"
    base = subject.base
    concepts = subject.theory.concepts.map {
      Choice(value: $0.id.text, words: $0.name.prefix(1).uppercased() + $0.name.dropFirst())
    }.sorted { $0.words.lowercased() < $1.words.lowercased() }
    let drawn: Set<String> =
      if case .graph(let graph)? = study.page.figures.first?.picture { Set(graph.nodes.map(\.id)) } else {
        []
      }
    pictured = concepts.filter { drawn.contains($0.value) }.map {
      PageHead.Link(words: $0.words, address: "\(subject.base)/web/\($0.value)")
    }
    hasPictured = !pictured.isEmpty
  }
}

/// What stands above the chains of one concept.
struct ConceptOfCasePage: PageModel {
  static let template = "concept-of-case"
  let head: PageHead
  let title: String
  let base: String
  let theoryAddress: String

  init(_ study: Studies.Study, _ concept: Concept.ID, of subject: Subject) {
    var head = PageHead(
      title: study.page.title, of: subject, at: .web, scripts: AssessmentSection.scripts)
    head.back = .init(words: "Back to the causal web", address: "\(subject.base)/web")
    self.head = head
    title = study.page.title
    base = subject.base
    theoryAddress = "/theory/\(subject.theory.identity.id)/concepts/\(concept)"
  }
}
