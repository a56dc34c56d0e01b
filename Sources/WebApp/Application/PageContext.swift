import Hummingbird

/// What goes with a request along the chain.
struct PageContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The browser's session, as far as there is one; it is known behind ``Sessions``.
  var session = ""
  /// What a form of this session must bring back.
  var formToken = ""

  init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
