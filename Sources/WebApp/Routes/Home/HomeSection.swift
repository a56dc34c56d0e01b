import Casework
import Hummingbird
import ProgrammeTheory

/// The first page: describe yours, go on with one, look at a bundled case.
struct HomeSection: Section {
  static let templates = [EmbeddedFile("home.mustache", PackageResources.home_mustache)]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.get("/") { _, context in
      try site.render(
        HomePage(await site.store.collaborations(), library: site.library, formToken: context.formToken),
        in: context)
    }
  }
}

/// The first page.
struct HomePage: PageModel {
  static let template = "home"

  struct Entry: Sendable, Hashable {
    let title: String
    let address: String
    let about: String
  }

  let head = PageHead(title: "How is your collaboration likely to go?")
  let formToken: String
  let own: [Entry]
  let hasOwn: Bool
  /// Those that happened, and those that nobody lived.
  let cases: [Entry]
  let examples: [Entry]
  let hasExamples: Bool
  let theories: [Entry]

  init(_ own: [CollaborationEntry], library: Library, formToken: String) {
    self.formToken = formToken
    self.own = own.map {
      Entry(
        title: $0.title == CaseInterview.unwritten ? "A collaboration without a name" : $0.title,
        address: "/collaborations/\($0.id)", about: "Last changed \(Moment(seconds: $0.changed).words)")
    }
    hasOwn = !own.isEmpty
    func entries(_ isIncluded: (Case) -> Bool) -> [Entry] {
      library.cases.filter { isIncluded($0.subject) }.map {
        Entry(title: $0.subject.title, address: "/cases/\($0.id)/assessment", about: $0.subject.summary)
      }
    }
    cases = entries { $0.kind == .real }
    examples = entries { $0.kind != .real }
    hasExamples = !examples.isEmpty
    theories = library.theories.map {
      Entry(
        title: $0.identity.title, address: "/theory/\($0.identity.id)", about: $0.identity.summary)
    }
  }
}
