import Hummingbird

/// Describing a collaboration: one question a page.
struct DescribeSection: Section {
  let site: Site

  func addRoutes(to router: Router<PageContext>) {}
}
