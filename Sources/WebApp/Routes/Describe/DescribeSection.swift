import Bibliography
import Casework
import Hummingbird
import ProgrammeTheory

/// Describing a collaboration: one question a page, saved after each answer.
struct DescribeSection: Section {
  static let templates = [
    EmbeddedFile("question.mustache", PackageResources.question_mustache),
    EmbeddedFile("answers.mustache", PackageResources.answers_mustache),
  ]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.get("/collaborations/{id}/questions/{question}") { request, context in
      let subject = try await site.collaboration(context.parameters.require("id"))
      let (interview, question) = try asked(of: subject, in: context)
      let form = QuestionForm(interview.answer(to: question.id))
      return try site.render(
        QuestionPage(
          question, of: interview, in: subject, form: form, query: query(request),
          formToken: context.formToken),
        in: context)
    }
    router.post("/collaborations/{id}/questions/{question}", use: answer)
    router.get("/collaborations/{id}/answers") { _, context in
      try site.render(
        AnswersPage(await site.collaboration(context.parameters.require("id"))), in: context)
    }
    router.get("/cases/{id}/answers") { _, context in
      try site.render(AnswersPage(site.bundledCase(context.parameters.require("id"))), in: context)
    }
  }

  private func query(_ request: Request) -> String {
    request.uri.queryParameters["from"] == "answers" ? "?from=answers" : ""
  }

  private func asked(of subject: Subject, in context: PageContext) throws -> (
    CaseInterview, InterviewQuestion
  ) {
    let interview = subject.interview
    let name = try context.parameters.require("question")
    guard let id = InterviewQuestion.ID(text: name), let question = interview.question(id) else {
      throw PageError.notAsked
    }
    return (interview, question)
  }

  // MARK: Answering

  @Sendable private func answer(_ request: Request, _ context: PageContext) async throws -> Response {
    let fields = try await request.form(in: context, of: site)
    let subject = try await site.collaboration(context.parameters.require("id"))
    let (interview, question) = try asked(of: subject, in: context)
    guard let stored = subject.stored else { throw PageError.noCollaboration }
    guard fields.text("revision").flatMap(Int.init) == stored.revision else {
      throw PageError.changedMeanwhile
    }
    let form = QuestionForm(fields)
    do {
      let next = try Self.answered(fields, form, question, in: interview)
      try await site.store.save(
        next.draft, sitting: next.sitting, over: stored, kind: .answered, about: question.ask)
      return site.seeOther(address(after: question, in: next, base: subject.base, query: query(request)))
    } catch let refusal as AnswerRefusal {
      return try site.render(
        QuestionPage(
          question, of: interview, in: subject, form: form, refusal: refusal.description,
          query: query(request),
          formToken: context.formToken), in: context, status: .unprocessableContent)
    }
  }

  /// The interview with what the form says: an answer, that it isn't known, or that there is none.
  private static func answered(
    _ fields: FormFields, _ form: QuestionForm, _ question: InterviewQuestion, in interview: CaseInterview
  ) throws(AnswerRefusal) -> CaseInterview {
    let next: CaseInterview
    switch fields.text("say") {
    case "unknown":
      // Where a document has no word for it, the question stays open: nothing is told, and nothing is lost.
      if question.mayBeNotKnown {
        next = try interview.answering(question.id, .notKnown)
      } else if question.mayBeNothing, interview.answer(to: question.id) == nil {
        next = try interview.answering(question.id, .nothing)
      } else {
        next = interview
      }
    case "none": next = try interview.answering(question.id, .nothing)
    default:
      // Whether it is real or an example stays open where nobody knows.
      let isLeft =
        form.chosen == [QuestionForm.Special.unknown] && !question.mayBeNotKnown && question.form.isChoice
      next = isLeft ? interview : try interview.answering(question.id, try form.answer(to: question))
    }
    return question.id == .title ? next.namedAfterTitle : next
  }

  /// Where to go after an answer: back to where one came from, on to the next question, or to the list of tasks where a
  /// group is done.
  private func address(
    after question: InterviewQuestion, in interview: CaseInterview, base: String, query: String
  ) -> String {
    if !query.isEmpty, interview.answer(to: question.id) != .differs { return "\(base)/answers" }
    let groups = interview.groups
    let group = groups.first { $0.questions.contains { $0.id == question.id } }
    guard let next = interview.nextByGroup(after: question.id) else { return "\(base)/answers" }
    if let group, !group.questions.contains(where: { $0.id == next.id }) { return "\(base)?done=\(group.id)" }
    return "\(base)/questions/\(next.id.text)"
  }
}

extension InterviewQuestion.Form {
  fileprivate var isChoice: Bool { if case .choice = self { true } else { false } }
}

extension PageError {
  static let notAsked = PageError(
    404, "This isn’t asked here", "The case, as it is told, has no such question.",
    "Go back to the collaboration, and choose a question there.")
}
