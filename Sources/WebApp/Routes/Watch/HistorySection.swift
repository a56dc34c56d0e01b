import Hummingbird
import ProgrammeTheory

/// Every earlier state of a collaboration, and every assessment as it was shown.
struct HistorySection: Section {
  static let templates = [EmbeddedFile("history.mustache", PackageResources.history_mustache)]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.get("/collaborations/{id}/history") { _, context in
      let subject = try await site.collaboration(context.parameters.require("id"))
      guard let stored = subject.stored else { throw PageError.noCollaboration }
      return try site.render(
        HistoryPage(
          subject, revisions: await site.store.revisions(of: stored.id),
          assessments: await site.store.assessments(of: stored.id)), in: context)
    }
    router.get("/collaborations/{id}/assessments/{number}") { _, context in
      let id = try context.parameters.require("id")
      guard let number = context.parameters.get("number", as: Int.self) else { throw PageError.notFound }
      let subject = try await site.collaboration(id)
      let (kept, page) = try await site.store.assessment(number, of: id)
      let study = try await site.studies.kept(page, in: subject.theory)
      return try site.render(study, of: subject, asOf: kept.words, in: context)
    }
    router.get("/collaborations/{id}/revisions/{number}") { _, context in
      guard let number = context.parameters.get("number", as: Int.self) else { throw PageError.notFound }
      let subject = try await site.collaboration(context.parameters.require("id"), revision: number)
      return try site.render(AnswersPage(subject, asOf: number), in: context)
    }
    router.get("/collaborations/{id}/revisions/{number}/assessment") { _, context in
      guard let number = context.parameters.get("number", as: Int.self) else { throw PageError.notFound }
      let subject = try await site.collaboration(context.parameters.require("id"), revision: number)
      let study = try await site.studies.assessment(of: subject)
      let identity = subject.theory.identity
      let asOf =
        "What was told in state \(number), assessed now by \(site.settings.program) with the theory \(identity.id) "
        + "\(identity.version)."
      return try site.render(study, of: subject, asOf: asOf, in: context)
    }
  }
}

extension KeptAssessment {
  /// When and by what it was made.
  var words: String {
    "Made \(Moment(seconds: made).words) from state \(revision), by \(program) with the theory \(theory) "
      + "\(theoryVersion). Shown as it was then."
  }
}

/// The list of earlier states.
struct HistoryPage: PageModel {
  static let template = "history"

  struct Entry: Sendable, Hashable {
    let title: String
    let about: String
    let address: String
    let assess: String?
  }

  let head: PageHead
  let assessments: [Entry]
  let hasAssessments: Bool
  let revisions: [Entry]

  init(_ subject: Subject, revisions: [RevisionEntry], assessments: [KeptAssessment]) {
    head = PageHead(title: "Earlier states", of: subject, at: .watch)
    self.assessments = assessments.map {
      Entry(
        title: "Assessment \($0.number), of \(Moment(seconds: $0.made).words)",
        about: "From state \($0.revision), by \($0.program), theory \($0.theory) \($0.theoryVersion)",
        address: "\(subject.base)/assessments/\($0.number)", assess: nil)
    }
    hasAssessments = !assessments.isEmpty
    self.revisions = revisions.map {
      Entry(
        title: "State \($0.number), of \(Moment(seconds: $0.made).words)",
        about: $0.kind.words + ($0.about.isEmpty ? "" : ": \($0.about)"),
        address: "\(subject.base)/revisions/\($0.number)",
        assess: "\(subject.base)/revisions/\($0.number)/assessment")
    }
  }
}

extension RevisionKind {
  /// What was done.
  var words: String {
    switch self {
    case .begun: "Begun"
    case .copied: "Copied"
    case .imported: "Brought as a document"
    case .answered: "Answered"
    case .told: "Told what happened"
    case .measured: "Told what was measured"
    case .taken: "Taken out"
    }
  }
}
