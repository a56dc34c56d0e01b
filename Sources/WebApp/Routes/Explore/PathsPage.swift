import Casework
import ProgrammeTheory
import Reporting

/// Asks how one concept leads to another.
struct PathsForm: Sendable, Hashable {
  static let (usualLength, longest, mostTold) = (3, 5, 12)

  let action: String
  let from: FilterForm.Choice
  let to: FilterForm.Choice
  let atMost: FilterForm.Choice

  init(from start: Concept.ID?, to end: Concept.ID?, atMost length: Int, in exploration: Exploration) {
    let choices = exploration.theory.conceptChoices
    action = exploration.address(.paths)
    from = .init("from", "From", open: "Choose a concept", choices, chosen: start?.text)
    to = .init("to", "To", open: "Choose a concept", choices, chosen: end?.text)
    let lengths = (1...Self.longest).map { ("\($0)", counted($0, "step", "steps")) }
    atMost = .init(
      "at-most", "At most", open: "\(Self.usualLength) steps, as usual", lengths, chosen: "\(length)")
  }
}

/// How one concept leads to another: the form above, the chains below.
struct PathsPage: PageModel {
  static let template = "theory-paths"
  let head: PageHead
  let title: String
  let form: PathsForm
  /// What is missing in the question.
  let missing: String?
  let notice: String
  /// What is asked, where it is whole.
  let question: Question?

  struct Question: Sendable, Hashable {
    let from: Concept.ID
    let to: Concept.ID
    let atMost: Int
  }

  init(_ fields: FormFields, in exploration: Exploration) throws(PageError) {
    let theory = exploration.theory
    let (start, end) = (try fields.concept("from", in: theory), try fields.concept("to", in: theory))
    let length = try fields.number("at-most", in: 1...PathsForm.longest, usually: PathsForm.usualLength)
    form = PathsForm(from: start, to: end, atMost: length, in: exploration)
    if let start, let end {
      question = Question(from: start, to: end, atMost: length)
      missing = nil
      title = "From \(theory.name(of: start)) to \(theory.name(of: end))"
    } else {
      question = nil
      missing = start != nil || end != nil ? "Choose both: where to start, and where to end." : nil
      title = "How one thing leads to another"
    }
    var head = PageHead(title: title, of: exploration, at: .paths, scripts: ["why.js"])
    head.isRefused = missing != nil
    self.head = head
    notice = exploration.notice
  }
}

extension Exploration {
  /// The chains that are asked for.
  func paths(_ question: PathsPage.Question, madeBy program: String) -> Page {
    TheoryTeller(of: theory, madeBy: program).paths(
      from: question.from, to: question.to, atMost: question.atMost, most: PathsForm.mostTold)
  }
}
