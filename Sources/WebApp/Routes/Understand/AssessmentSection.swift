import Hummingbird
import Reporting

/// What the theory says of a case: a story first, then its parts, every claim with its reasons.
struct AssessmentSection: Section {
  static let templates = [EmbeddedFile("assessment.mustache", PackageResources.assessment_mustache)]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.get("/cases/{id}/assessment") { _, context in
      try await show(site.bundledCase(context.parameters.require("id")), in: context)
    }
    router.get("/collaborations/{id}/assessment") { _, context in
      try await show(await site.collaboration(context.parameters.require("id")), in: context)
    }
  }

  private func show(_ subject: Subject, in context: PageContext) async throws -> Response {
    let study = try await site.studies.assessment(of: subject)
    let fragments = study.fragments
    return try site.render(
      AssessmentPage(study.page, of: subject), in: context,
      fragments: ([fragments.story] + fragments.parts.map(\.fragment) + [
        fragments.explanations, fragments.sources,
      ])
      .map(Markup.init))
  }
}

/// What stands above the pieces of an assessment.
struct AssessmentPage: PageModel {
  static let template = "assessment"
  let head: PageHead
  let title: String
  let notice: String
  let contents: [PageHead.Link]

  init(_ page: Page, of subject: Subject) {
    head = PageHead(title: "What the theory says", of: subject, at: .assessment)
    title = page.title
    notice = page.notice
    contents = []
  }
}
