import Bibliography
import Casework
import Hummingbird
import ProgrammeTheory
import Reporting

/// Keeping watch: what has to hold by when, signs, and what happened and was measured.
struct WatchSection: Section {
  static let templates = [
    EmbeddedFile("watch.mustache", PackageResources.watch_mustache),
    EmbeddedFile("event.mustache", PackageResources.event_mustache),
    EmbeddedFile("observation.mustache", PackageResources.observation_mustache),
  ]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    site.addRoutes("/watch", to: router) { subject, _, context in
      let study = try await site.studies.watch(of: subject, today: site.today)
      return try site.render(
        WatchPage(subject, formToken: context.formToken), in: context,
        fragments: study.fragments.inOrder(story: false))
    }
    addEvents(to: router)
    addObservations(to: router)
  }

  private func addEvents(to router: Router<PageContext>) {
    router.get("/collaborations/{id}/events/new") { _, context in
      let subject = try await site.collaboration(context.parameters.require("id"))
      return try site.render(EventPage(subject, formToken: context.formToken), in: context)
    }
    router.post("/collaborations/{id}/events/new") { request, context in
      let fields = try await request.form(in: context, of: site)
      let subject = try await site.collaboration(context.parameters.require("id"))
      let form = EventForm(fields)
      do {
        let event = try form.event(in: subject)
        return try await save(try subject.subject.adding(event), of: subject, fields, .told, event.what)
      } catch let refusal as AnswerRefusal {
        return try site.render(
          EventPage(subject, form: form, refusal: refusal, formToken: context.formToken),
          in: context,
          status: .unprocessableContent)
      }
    }
    router.post("/collaborations/{id}/events/{event}/remove") { request, context in
      let fields = try await request.form(in: context, of: site)
      let subject = try await site.collaboration(context.parameters.require("id"))
      guard let id = Event.ID(try context.parameters.require("event")),
        let event = subject.subject.events.first(where: { $0.id == id })
      else { throw PageError.notFound }
      return try await save(subject.subject.removing(id), of: subject, fields, .taken, event.what)
    }
  }

  private func addObservations(to router: Router<PageContext>) {
    router.get("/collaborations/{id}/observations/new") { _, context in
      let subject = try await site.collaboration(context.parameters.require("id"))
      return try site.render(ObservationPage(subject, formToken: context.formToken), in: context)
    }
    router.post("/collaborations/{id}/observations/new") { request, context in
      let fields = try await request.form(in: context, of: site)
      let subject = try await site.collaboration(context.parameters.require("id"))
      let form = ObservationForm(fields)
      do {
        let observation = try form.observation(in: subject)
        let about = subject.theory.concept(observation.concept)?.name ?? observation.concept.text
        return try await save(try subject.subject.adding(observation), of: subject, fields, .measured, about)
      } catch let refusal as AnswerRefusal {
        return try site.render(
          ObservationPage(subject, form: form, refusal: refusal, formToken: context.formToken),
          in: context, status: .unprocessableContent)
      }
    }
    router.post("/collaborations/{id}/observations/{number}/remove") { request, context in
      let fields = try await request.form(in: context, of: site)
      let subject = try await site.collaboration(context.parameters.require("id"))
      guard let number = context.parameters.get("number", as: Int.self),
        subject.subject.observations.indices.contains(number)
      else { throw PageError.notFound }
      return try await save(
        subject.subject.removingObservation(at: number), of: subject, fields, .taken, "a measurement")
    }
  }

  /// Saves a changed case over the revision that the form was made for.
  private func save(
    _ next: Case, of subject: Subject, _ fields: FormFields, _ kind: RevisionKind, _ about: String
  ) async throws -> Response {
    guard let stored = subject.stored, fields.text("revision").flatMap(Int.init) == stored.revision else {
      throw PageError.changedMeanwhile
    }
    try await site.store.save(next, sitting: stored.sitting, over: stored, kind: kind, about: about)
    return site.seeOther("\(subject.base)/watch")
  }
}

extension Site {
  /// Today, as the settings' clock has it.
  var today: PartialDate? { PartialDate(iso: Moment(seconds: settings.clock()).day) }
}

extension Studies {
  /// What to keep watch on in a case.
  func watch(of subject: Subject, today: PartialDate?) async throws -> Study {
    let program = program
    return try await study(of: subject, kind: "watch \(today?.description ?? "")") {
      $0.watchPage(today: today, madeBy: program)
    }
  }
}
