import Bibliography
import Casework
import Documents
import Dynamics
import HTTPTypes
import Hummingbird
import ProgrammeTheory

/// Plan: what may come, what helps and when, what to find out; actions and rounds, beside doing nothing more and beside each
/// other. Below the pages of a case, at /plan.
struct PlanSection: Section {
  static let templates = [
    EmbeddedFile("plan.mustache", PackageResources.plan_mustache),
    EmbeddedFile("plan-form.mustache", PackageResources.plan_form_mustache),
    EmbeddedFile("plan-delete.mustache", PackageResources.plan_delete_mustache),
    EmbeddedFile("forecast.mustache", PackageResources.forecast_mustache),
    EmbeddedFile("forecast-answer.mustache", PackageResources.forecast_answer_mustache),
    EmbeddedFile("forecast-end.mustache", PackageResources.forecast_end_mustache),
  ]
  static let assets = [EmbeddedFile("plan.js", PackageResources.plan_js)]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    addQuestions(to: router)
    addPlans(to: router)
    router.post("/forecasts/{job}/cancel") { request, context in
      let fields = try await request.form(in: context, of: site)
      if let job = await site.forecasts.job(try context.parameters.require("job")) {
        await site.forecasts.cancel(job)
      }
      let back = fields.text("address") ?? "/"
      let isOwn = ["/collaborations/", "/cases/"].contains(where: back.hasPrefix)
      return site.seeOther(isOwn ? back : "/")
    }
  }

  // MARK: Questions

  private func addQuestions(to router: Router<PageContext>) {
    site.addRoutes("/plan", to: router) { subject, _, context in
      try site.render(PlanPage(subject, plans: await plans(of: subject)), in: context)
    }
    site.addRoutes("/plan/forecast", to: router) { subject, request, context in
      let fields = try request.fields()
      let asOf = try fields.date("as-of")
      var asked = try ask(
        .course, of: subject, fields, title: "What may come", at: "/plan/forecast", asOf: asOf)
      asked.dates = .init(of: subject.subject, chosen: asOf)
      return try await site.answer(asked, request, context)
    }
    site.addRoutes("/plan/actions", to: router) { subject, request, context in
      let kind = ForecastQuestion.Kind.advice(levers: nil, most: 3)
      let asked = try ask(
        kind, of: subject, try request.fields(), title: "What helps, and when", at: "/plan/actions")
      return try await site.answer(asked, request, context)
    }
    site.addRoutes("/plan/find-out", to: router) { subject, request, context in
      let asked = try ask(
        .findOut, of: subject, try request.fields(), title: "What to find out next", at: "/plan/find-out")
      return try await site.answer(asked, request, context)
    }
    site.addRoutes("/plan/try", to: router) { subject, request, context in
      let draft = PlanDraft(query: try request.fields())
      do {
        let (plan, rounds) = try draft.plan(for: subject)
        var asked = try ask(
          .plans([plan]), of: subject, nil, title: plan.title, at: "/plan/try?" + draft.query, rounds: rounds)
        asked.change = .init(words: "Change it", address: "\(subject.base)/plan/new?" + draft.query)
        return try await site.answer(asked, request, context)
      } catch let refusal as PlanRefusal {
        return try form(draft, of: subject, context, refusal: refusal)
      }
    }
  }

  /// A question as an address asks it.
  private func ask(
    _ kind: ForecastQuestion.Kind, of subject: Subject, _ fields: FormFields?, title: String, at path: String,
    rounds: Int? = nil, asOf: PartialDate? = nil
  ) throws -> AskedForecast {
    let rounds = try rounds ?? fields?.rounds() ?? ForecastQuestion.usualRounds
    let question = try ForecastQuestion(
      kind, of: subject, asOf: asOf, rounds: rounds, stages: site.settings.forecasts.stages(of: kind),
      program: site.settings.program)
    var query: [String] = []
    if let asOf { query.append("as-of=\(asOf)") }
    if fields != nil, rounds != ForecastQuestion.usualRounds { query.append("rounds=\(rounds)") }
    let joint = query.isEmpty ? "" : (path.contains("?") ? "&" : "?") + query.joined(separator: "&")
    return AskedForecast(
      subject: subject, question: question, title: title, address: subject.base + path + joint)
  }

  // MARK: Plans

  private func addPlans(to router: Router<PageContext>) {
    site.addRoutes("/plan/new", to: router) { subject, request, context in
      try form(PlanDraft(query: try request.fields()), of: subject, context)
    }
    site.addForms("/plan/new", to: router, save)
    site.addRoutes("/plan/compare", to: router, compare)
    site.addRoutes("/plan/saved/{plan}", to: router) { subject, request, context in
      let (stored, plan) = try await saved(subject, context)
      var asked = try ask(
        .plans([plan]), of: subject, nil, title: plan.title, at: "/plan/saved/\(stored.id)",
        rounds: stored.rounds)
      asked.change = .init(words: "Change this plan", address: "\(asked.address)/change")
      return try await site.answer(asked, request, context)
    }
    site.addRoutes("/plan/saved/{plan}/change", to: router) { subject, _, context in
      let (stored, plan) = try await saved(subject, context)
      return try form(PlanDraft(plan, rounds: stored.rounds), of: subject, context, saved: stored)
    }
    site.addForms("/plan/saved/{plan}/change", to: router, change)
    site.addRoutes("/plan/saved/{plan}/plan.yaml", to: router) { subject, _, context in
      let stored = try await stored(subject, context)
      return Response.document(stored.document, of: stored.id)
    }
    site.addRoutes("/plan/saved/{plan}/delete", to: router) { subject, _, context in
      let stored = try await stored(subject, context)
      return try site.render(
        PlanDeletePage(stored, of: subject, formToken: context.formToken), in: context)
    }
    site.addForms("/plan/saved/{plan}/delete", to: router) { subject, _, context in
      let stored = try await stored(subject, context)
      try await site.store.deletePlan(stored.id, of: subject.stored?.id ?? "")
      return site.seeOther("\(subject.base)/plan")
    }
  }

  private func plans(of subject: Subject) async throws -> [StoredPlan] {
    guard let id = subject.stored?.id else { return [] }
    return try await site.store.plans(of: id)
  }

  private func stored(_ subject: Subject, _ context: PageContext) async throws -> StoredPlan {
    guard let id = subject.stored?.id else { throw PageError.noPlan }
    return try await site.store.plan(context.parameters.require("plan"), of: id)
  }

  private func saved(_ subject: Subject, _ context: PageContext) async throws -> (StoredPlan, ActionPlan) {
    let stored = try await stored(subject, context)
    return (stored, try stored.plan(for: subject))
  }

  private func form(
    _ draft: PlanDraft, of subject: Subject, _ context: PageContext, saved: StoredPlan? = nil,
    refusal: PlanRefusal? = nil
  ) throws -> Response {
    try site.render(
      PlanFormPage(draft, of: subject, saved: saved, refusal: refusal, formToken: context.formToken),
      in: context, status: refusal == nil ? .ok : .unprocessableContent)
  }

  @Sendable private func save(_ subject: Subject, _ fields: FormFields, _ context: PageContext) async throws
    -> Response
  {
    let draft = PlanDraft(form: fields)
    do {
      let (plan, rounds) = try draft.plan(for: subject)
      guard fields.text("say") == "save", let id = subject.stored?.id else {
        return site.seeOther("\(subject.base)/plan/try?\(draft.query)")
      }
      let name = try await site.store.addPlan(to: id, rounds: rounds) { taken in
        taken.contains(plan.id.text) ? try draft.plan(for: subject, unlike: taken).plan : plan
      }
      return site.seeOther("\(subject.base)/plan/saved/\(name)")
    } catch let refusal as PlanRefusal {
      return try form(draft, of: subject, context, refusal: refusal)
    }
  }

  @Sendable private func change(_ subject: Subject, _ fields: FormFields, _ context: PageContext) async throws
    -> Response
  {
    let stored = try await stored(subject, context)
    guard fields.text("revision").flatMap(Int.init) == stored.revision else {
      throw PageError.planChangedMeanwhile
    }
    let draft = PlanDraft(form: fields)
    do {
      let (plan, rounds) = try draft.plan(for: subject, named: stored.id)
      guard fields.text("say") == "save", let id = subject.stored?.id else {
        return site.seeOther("\(subject.base)/plan/try?\(draft.query)")
      }
      try await site.store.save(plan, rounds: rounds, over: stored, of: id)
      return site.seeOther("\(subject.base)/plan/saved/\(stored.id)")
    } catch let refusal as PlanRefusal {
      return try form(draft, of: subject, context, saved: stored, refusal: refusal)
    }
  }

  /// How many plans are set side by side.
  static let comparable = 2...4

  @Sendable private func compare(_ subject: Subject, _ request: Request, _ context: PageContext) async throws
    -> Response
  {
    let all = try await plans(of: subject)
    let names = try request.fields().all("plan")
    let chosen = all.filter { names.contains($0.id) }
    guard Self.comparable.contains(chosen.count) else {
      return try site.render(
        PlanPage(subject, plans: all, chosen: names, refusal: "Choose from 2 to 4 plans to compare."),
        in: context, status: .unprocessableContent)
    }
    // Plans for different times are compared over the longest.
    let rounds = chosen.map(\.rounds).max() ?? ForecastQuestion.usualRounds
    let plans = try chosen.map { try $0.plan(for: subject) }
    let query = chosen.map { "plan=\($0.id)" }.joined(separator: "&")
    let asked = try ask(
      .plans(plans), of: subject, nil, title: "Plans compared", at: "/plan/compare?" + query, rounds: rounds)
    return try await site.answer(asked, request, context)
  }
}

extension StoredPlan {
  /// The plan that the document holds.
  ///
  /// - Throws: ``PageError/brokenPlan(_:)`` when the theory that the case goes by now has no such action.
  func plan(for subject: Subject) throws(PageError) -> ActionPlan {
    let setting = PlanComparison.setting(of: subject.subject, by: subject.theory, asOf: nil, rounds: rounds)
    do {
      return try PlanDocument.read(DocumentFile(name: "\(id).yaml", text: document), for: setting)
    } catch {
      throw .brokenPlan(error.faults.first?.problem ?? "")
    }
  }
}

extension PageError {
  static func brokenPlan(_ problem: String) -> PageError {
    PageError(
      422, "This plan can’t be run", "It doesn’t fit the theory any more: \(problem).",
      "Make a new plan, or delete this one.")
  }
  static let badDate = PageError(
    400, "This is no date", "“As of” takes a year, a month or a day.",
    "Write it as 2016, 2016-06 or 2016-06-30.")
  static let badRounds = PageError(
    400, "So many rounds can’t be run", "A forecast runs from 1 to 100 rounds of work.",
    "Write a number from 1 to 100.")
}

extension FormFields {
  /// How many rounds are asked for; `nil` where nothing is said.
  func rounds() throws(PageError) -> Int? {
    guard let text = text("rounds") else { return nil }
    guard let rounds = Int(text), EnsembleSettings.possibleRounds.contains(rounds) else { throw .badRounds }
    return rounds
  }

  /// A date; `nil` where nothing is said.
  func date(_ name: String) throws(PageError) -> PartialDate? {
    guard let text = text(name) else { return nil }
    guard let date = PartialDate(iso: text) else { throw .badDate }
    return date
  }
}

extension Request {
  /// What the address asks for.
  func fields() throws(PageError) -> FormFields {
    guard let fields = FormFields(query: uri.query) else { throw .badForm }
    return fields
  }
}
