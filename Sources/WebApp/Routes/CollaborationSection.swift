import Bibliography
import Casework
import Hummingbird
import ProgrammeTheory

/// A collaboration: its own page, and how it is begun.
struct CollaborationSection: Section {
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.post("/collaborations") { request, context in
      _ = try await request.form(in: context, of: site)
      guard let theory = site.library.first, let id = Case.ID("my-collaboration") else {
        throw PageError.noTheory
      }
      let begun = try await site.store.begin(
        CaseInterview.blank(id: id, theory: theory.identity.id), kind: .begun)
      return site.seeOther("/collaborations/\(begun)")
    }
  }
}
