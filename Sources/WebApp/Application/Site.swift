import Dynamics
import Hummingbird
import ProgrammeTheory

/// Everything that routes need, made once when the application starts.
struct Site: Sendable {
  /// The parts of the application, in the order in which their routes are added.
  static let sections: [any Section.Type] = [
    HomeSection.self, AssetSection.self, CollaborationSection.self, DescribeSection.self,
    AssessmentSection.self,
    WatchSection.self, HistorySection.self, BoardSection.self,
    TheorySection.self, PlanSection.self, APISection.self,
  ]

  let settings: WebSettings
  let library: Library
  let store: Store
  let templates: Templates
  let assets: Assets
  let tokens: FormTokens
  let studies: Studies
  let forecasts: Forecasts
  private let work: ForecastWork
  let port: BoundPort

  /// Makes the site: opens the database, reads the theories, compiles the templates.
  ///
  /// - Parameters:
  ///   - settings: what it is made from.
  ///   - library: theories and cases that have been read already; without them, those of the settings are read.
  /// - Throws: ``StoreFault`` when the database can't be used; what the library throws when a bundled document is faulty.
  init(_ settings: WebSettings, library: Library? = nil) throws {
    self.settings = settings
    self.library = try library ?? Library(settings.knowledge)
    templates = try Templates(
      Self.sections.flatMap { $0.templates } + Templates.shared, onRender: settings.onRender)
    assets = Assets(Self.sections.flatMap { $0.assets } + Assets.shared)
    store = try Store(path: settings.databasePath, clock: settings.clock)
    tokens = FormTokens(key: try store.secret())
    studies = Studies(program: settings.program)
    work = ForecastWork(program: settings.program)
    forecasts = Forecasts(settings.forecasts, work: work.answer)
    port = BoundPort(settings.port)
  }

  /// Works out ahead what first answers stand on, so that the first who ask don't wait for it: for two partners, as nearly
  /// all collaborations have.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  func prepareForecasts() async throws {
    for theory in library.theories where !theory.identity.extent.isPartial {
      try await work.prepare(for: theory, partners: .two, models: settings.forecasts.stages.first ?? 0)
    }
  }

  /// What answers every request: a chain of middleware, each with one job, and the routes behind it.
  func responder() -> some HTTPResponder<PageContext> {
    let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: HostCheck(port: port))
    router.add(middleware: ErrorPages(site: self))
    router.add(middleware: BodyLimit(limits: settings.limits))
    router.add(middleware: Sessions(tokens: tokens, port: port))
    router.add(middleware: OriginCheck(port: port))
    for section in Self.sections { section.init(site: self).addRoutes(to: router) }
    return router.buildResponder()
  }
}
