import Bibliography
import Casework
import Hummingbird
import ProgrammeTheory
import Reporting

/// Explore the theory: concepts, tellings, configurations, sources, entry points, loops, findings; below /theory.
struct TheorySection: Section {
  static let templates = [
    EmbeddedFile("theories.mustache", PackageResources.theories_mustache),
    EmbeddedFile("theory.mustache", PackageResources.theory_mustache),
    EmbeddedFile("theory-list.mustache", PackageResources.theory_list_mustache),
    EmbeddedFile("theory-item.mustache", PackageResources.theory_item_mustache),
    EmbeddedFile("theory-search.mustache", PackageResources.theory_search_mustache),
    EmbeddedFile("theory-paths.mustache", PackageResources.theory_paths_mustache),
    EmbeddedFile("theory-facts.mustache", PackageResources.theory_facts_mustache),
    EmbeddedFile("theory-lines.mustache", PackageResources.theory_lines_mustache),
    EmbeddedFile("theory-run.mustache", PackageResources.theory_run_mustache),
    EmbeddedFile("theory-filter.mustache", PackageResources.theory_filter_mustache),
    EmbeddedFile("theory-paths-form.mustache", PackageResources.theory_paths_form_mustache),
    EmbeddedFile("comparison.mustache", PackageResources.comparison_mustache),
  ]
  static let assets = [EmbeddedFile("search.js", PackageResources.search_js)]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.get("/theory", use: theories)
    add("", to: router) { exploration, _, context in
      try site.render(TheoryPage(exploration, beside: site.library.theories), in: context)
    }
    add("/search", to: router) { exploration, request, context in
      try site.render(SearchPage(request.fields, in: exploration), in: context)
    }
    add("/search.json", to: router) { exploration, request, _ in
      try SearchPage(request.fields, in: exploration).json
    }
    add("/paths", to: router, paths)
    router.get("/theory/{theory}/compared-with/{old}", use: comparison)
    addLists(to: router)
    addItems(to: router)
  }

  /// What shows a page of a theory.
  private typealias Handler = @Sendable (Exploration, Request, PageContext) async throws -> Response

  private func add(_ path: String, to router: Router<PageContext>, _ handler: @escaping Handler) {
    router.get(RouterPath("/theory/{theory}" + path)) { request, context in
      try await handler(await site.exploration(context.segment("theory")), request, context)
    }
  }

  private func addLists(to router: Router<PageContext>) {
    let lists: [(TheoryPlace, @Sendable (Exploration, FormFields) throws -> ListPage)] = [
      (.concepts, { exploration, _ in .concepts(in: exploration) }),
      (.configurations, { try .configurations(in: $0, $1) }), (.tellings, { try .tellings(in: $0, $1) }),
      (.sources, { try .sources(in: $0, $1) }),
      (.entryPoints, { exploration, _ in .settings(in: exploration) }),
      (.loops, { try .loops(in: $0, $1) }), (.findings, { try .findings(in: $0, $1) }),
    ]
    for (place, list) in lists {
      add("/\(place.rawValue)", to: router) { exploration, request, context in
        try site.render(list(exploration, request.fields), in: context)
      }
    }
  }

  // MARK: Parts

  /// Finds one part of a theory by what calls it in an address.
  private typealias Finder = @Sendable (Exploration, String) -> ItemPage?

  private func addItems(to router: Router<PageContext>) {
    let items: [(path: String, what: String, find: Finder)] = [
      ("concepts", "concept", { page($0.theory.concepts, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }),
      (
        "configurations", "configuration",
        { page($0.theory.configurations, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }
      ),
      ("tellings", "telling", { page($0.theory.tellings, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }),
      ("sources", "source", { page($0.theory.references, $1, \.id, in: $0, ItemPage.init(_:in:)) }),
      (
        "entry-points", "point of entry",
        { page($0.theory.entryPoints, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }
      ),
      ("actions", "action", { page($0.theory.levers, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }),
      (
        "middle-range", "middle-range theory",
        { page($0.theory.middleRangeTheories, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }
      ),
      (
        "rivalries", "contradiction",
        { page($0.theory.rivalries, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }
      ),
      ("loops", "loop", { page($0.theory.patterns, $1, \.id.text, in: $0, ItemPage.init(_:in:)) }),
      ("loops/through", "loop", { page($0.loops.loops, $1, \.addressWord, in: $0, ItemPage.init(_:in:)) }),
    ]
    for item in items {
      add("/\(item.path)/{part}", to: router) { exploration, _, context in
        guard let page = item.find(exploration, try context.segment("part")) else {
          throw PageError.notInTheory(item.what, exploration.theory)
        }
        return try site.render(page, in: context)
      }
    }
    add("/findings/{kind}/{number}", to: router) { exploration, _, context in
      let (kind, number) = (try context.segment("kind"), try context.segment("number"))
      let found = exploration.findings.first {
        $0.finding.kind.addressWord == kind && String($0.number) == number
      }
      guard let found else { throw PageError.notInTheory("finding", exploration.theory) }
      return try site.render(ItemPage(found, in: exploration), in: context)
    }
  }

  // MARK: Pages of Casework

  @Sendable private func theories(_ request: Request, _ context: PageContext) async throws -> Response {
    let fields = try request.fields
    guard fields.text("old") != nil || fields.text("new") != nil else {
      return try site.render(TheoriesPage(site.library.theories), in: context)
    }
    func theory(_ name: String) throws(PageError) -> Theory {
      guard let id = fields.text(name).flatMap(Theory.ID.init), let theory = site.library.theory(id) else {
        throw .noSuchTheory
      }
      return theory
    }
    return site.seeOther(
      "/theory/\(try theory("new").identity.id)/compared-with/\(try theory("old").identity.id)")
  }

  @Sendable private func paths(_ exploration: Exploration, _ request: Request, _ context: PageContext) throws
    -> Response
  {
    let page = try PathsPage(request.fields, in: exploration)
    guard let question = page.question else { return try site.render(page, in: context) }
    let told = exploration.paths(question, madeBy: site.settings.program)
    let fragments = HTMLRenderer().fragments(of: told, address: Studies.address(in: exploration.theory))
    return try site.render(page, in: context, fragments: fragments.inOrder(story: true))
  }

  @Sendable private func comparison(_ request: Request, _ context: PageContext) async throws -> Response {
    let (new, old) = (
      try await site.exploration(context.segment("theory")).theory,
      try await site.exploration(context.segment("old")).theory
    )
    let study = try await site.studies.comparison(of: old, with: new)
    return try site.render(
      ComparisonPage(study), in: context, fragments: study.fragments.inOrder(story: true))
  }
}

/// The page of the part that an address calls by its name.
private func page<Part>(
  _ parts: [Part], _ name: String, _ called: (Part) -> String, in exploration: Exploration,
  _ make: (Part, Exploration) -> ItemPage
) -> ItemPage? {
  parts.first { called($0) == name }.map { make($0, exploration) }
}
