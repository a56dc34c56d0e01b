import Hummingbird

extension Site {
  /// What shows a page about a case.
  typealias SubjectHandler = @Sendable (Subject, Request, PageContext) async throws -> Response

  /// Adds a page for collaborations and for bundled cases alike.
  ///
  /// - Parameter path: what stands behind the case's own address.
  func addRoutes(_ path: String, to router: Router<PageContext>, _ handler: @escaping SubjectHandler) {
    router.get(RouterPath("/collaborations/{id}" + path)) { request, context in
      try await handler(await collaboration(context.parameters.require("id")), request, context)
    }
    router.get(RouterPath("/cases/{id}" + path)) { request, context in
      try await handler(bundledCase(context.parameters.require("id")), request, context)
    }
  }

  /// Adds what takes a form about a case, for collaborations and for bundled cases alike.
  ///
  /// - Parameter path: what stands behind the case's own address.
  func addForms(
    _ path: String, to router: Router<PageContext>,
    _ handler: @escaping @Sendable (Subject, FormFields, PageContext) async throws -> Response
  ) {
    router.post(RouterPath("/collaborations/{id}" + path)) { request, context in
      let fields = try await request.form(in: context, of: self)
      return try await handler(try await collaboration(context.parameters.require("id")), fields, context)
    }
    router.post(RouterPath("/cases/{id}" + path)) { request, context in
      let fields = try await request.form(in: context, of: self)
      return try await handler(try bundledCase(context.parameters.require("id")), fields, context)
    }
  }
}
