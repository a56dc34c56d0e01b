import ProgrammeTheory

/// A list of a theory's parts, whole or filtered.
struct ListPage: PageModel {
  static let template = "theory-list"
  /// How many lines stand on one page.
  static let mostLines = 100

  /// A stretch of a list.
  struct Group: Sendable, Hashable {
    let id: String
    let heading: String?
    let lines: [ListedLine]

    init(_ id: String, _ heading: String?, _ lines: [ListedLine]) {
      self.id = id
      self.heading = heading
      self.lines = lines
    }
  }

  var head: PageHead
  let title: String
  let lead: String?
  let filter: FilterForm?
  /// How many there are, in words.
  let count: String
  var groups: [Group]
  let earlier: PageHead.Link?
  let later: PageHead.Link?
  let isPaged: Bool
  let notice: String

  /// A list that is as long as it is.
  init(
    _ title: String, _ lead: String?, at place: TheoryPlace, in exploration: Exploration,
    filter: FilterForm? = nil,
    count: String, groups: [Group], earlier: PageHead.Link? = nil, later: PageHead.Link? = nil
  ) {
    self.title = title
    self.lead = lead
    self.filter = filter
    self.count = count
    self.groups = groups.filter { !$0.lines.isEmpty }
    self.earlier = earlier
    self.later = later
    isPaged = earlier != nil || later != nil
    head = PageHead(title: title, of: exploration, at: place)
    notice = exploration.notice
  }

  /// One page of a list.
  ///
  /// - Throws: ``PageError/notFound`` for a page behind the last.
  init(
    _ title: String, _ lead: String?, at place: TheoryPlace, in exploration: Exploration,
    filter: FilterForm? = nil,
    count: String, lines: [ListedLine], fields: FormFields
  ) throws(PageError) {
    let pages = max(1, (lines.count + Self.mostLines - 1) / Self.mostLines)
    let page = try fields.number("page", in: 1...100_000, usually: 1)
    guard page <= pages else { throw .notFound }
    let start = (page - 1) * Self.mostLines
    let shown = Array(lines[start..<min(lines.count, start + Self.mostLines)])
    let address = exploration.address(place)
    func link(_ words: String, _ page: Int) -> PageHead.Link {
      .init(words: words, address: address + fields.asQuery(with: page))
    }
    self.init(
      title, lead, at: place, in: exploration, filter: filter,
      count: pages == 1 ? count : "\(count) Page \(page) of \(pages).", groups: [Group("all", nil, shown)],
      earlier: page > 1 ? link("Page \(page - 1)", page - 1) : nil,
      later: page < pages ? link("Page \(page + 1)", page + 1) : nil)
  }
}

extension FormFields {
  /// The known filters again, with another page.
  fileprivate func asQuery(with page: Int) -> String {
    let names = [
      "concept", "mechanism", "slot", "direction", "evidence", "phase", "role", "kind", "sign", "form", "q",
    ]
    let kept = names.compactMap { name in text(name).map { "\(name)=\($0.asAddress)" } }
    return "?" + (kept + ["page=\(page)"]).joined(separator: "&")
  }
}
