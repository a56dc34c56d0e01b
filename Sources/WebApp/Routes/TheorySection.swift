import Hummingbird

/// Explore the theory: concepts, tellings, configurations, sources, entry points, loops, findings; below /theory.
struct TheorySection: Section {
  let site: Site

  func addRoutes(to router: Router<PageContext>) {}
}
