import Bibliography
import Casework
import Hummingbird
import ProgrammeTheory
import Reporting

/// Telling the board: two pages to print, and a copy in which nobody can see who said what.
struct BoardSection: Section {
  static let templates = [EmbeddedFile("board.mustache", PackageResources.board_mustache)]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    for isRedacted in [false, true] {
      site.addRoutes(isRedacted ? "/board/redacted" : "/board", to: router) { subject, _, context in
        let study = try await site.studies.board(of: subject, isRedacted: isRedacted, today: site.today)
        let page = BoardPage(study, of: subject, isRedacted: isRedacted)
        return try site.render(page, in: context, fragments: study.fragments.inOrder(story: true))
      }
    }
  }
}

extension Studies {
  /// The report on a case to a board.
  func board(of subject: Subject, isRedacted: Bool, today: PartialDate?) async throws -> Study {
    let program = program
    let told = isRedacted ? subject.subject.redacted(for: subject.theory) : subject.subject
    return try await study(of: subject, as: told, kind: "board \(today?.description ?? "")") {
      $0.boardPage(today: today, madeBy: program)
    }
  }
}

/// What stands above the report.
struct BoardPage: PageModel {
  static let template = "board"
  let head: PageHead
  let title: String
  let subtitle: String?
  let notice: String
  let base: String
  let isRedacted: Bool

  init(_ study: Studies.Study, of subject: Subject, isRedacted: Bool) {
    var head = PageHead(title: "Tell the board", of: subject, at: .board, scripts: AssessmentSection.scripts)
    head.isReport = true
    // The name of a page stands on paper too, so a redacted one mustn't name anybody.
    if isRedacted {
      head.title = "Report to the board: \(study.page.title)"
      head.trail = Array(head.trail.prefix(1))
    }
    self.head = head
    title = study.page.title
    subtitle = study.page.subtitle
    notice = study.page.notice
    base = subject.base
    self.isRedacted = isRedacted
  }
}
