import Hummingbird

/// Plan: actions and months, the forecast against doing nothing more; below the pages of a case, at /plan.
struct PlanSection: Section {
  let site: Site

  func addRoutes(to router: Router<PageContext>) {}
}
