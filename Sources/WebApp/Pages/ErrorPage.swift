/// What went wrong, and what to do.
struct ErrorPage: PageModel {
  static let template = "error"
  let head: PageHead
  let title: String
  let what: String
  let remedy: String

  init(_ fault: PageError) {
    head = PageHead(title: fault.title)
    title = fault.title
    what = fault.what
    remedy = fault.remedy
  }
}
