import Hummingbird

/// Everything that routes need, made once when the application starts.
struct Site: Sendable {
  /// The parts of the application, in the order in which their routes are added.
  static let sections: [any Section.Type] = [
    HomeSection.self, AssetSection.self, CollaborationSection.self, DescribeSection.self,
    AssessmentSection.self,
    WatchSection.self, HistorySection.self, BoardSection.self,
    TheorySection.self, PlanSection.self, ForecastAPISection.self, APISection.self,
  ]

  let settings: WebSettings
  let library: Library
  let store: Store
  let templates: Templates
  let assets: Assets
  let tokens: FormTokens
  let studies: Studies
  let forecasts: Forecasts
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
    forecasts = Forecasts(settings.forecasts, work: ForecastWork(program: settings.program).answer)
    port = BoundPort(settings.port)
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
