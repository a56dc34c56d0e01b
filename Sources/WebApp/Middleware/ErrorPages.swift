import HTTPTypes
import Hummingbird

/// Turns whatever goes wrong into a page in plain words that says what to do; never a trace.
struct ErrorPages: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    do { return try await next(request, context) } catch {
      var response = try response(to: error, request, context)
      // Whoever asks by program is told when to ask again.
      if response.status.code == Self.busy { response.headers[.retryAfter] = "5" }
      return response
    }
  }

  /// The status of an answer that says to ask again later.
  static let busy = 503

  private func response(to error: any Error, _ request: Request, _ context: PageContext) throws -> Response {
    if request.uri.path.hasPrefix("/api/") { return try APISection.response(to: error, for: request) }
    let fault = Self.fault(of: error)
    return try site.render(ErrorPage(fault), in: context, status: .init(code: fault.status))
  }

  /// What a person is told of an error.
  static func fault(of error: any Error) -> PageError {
    switch error {
    case let fault as PageError: return fault
    case let fault as StoreFault: return fault.pageError
    case let error as any HTTPResponseError:
      switch error.status.code {
      case 404: return .notFound
      case 405: return PageError(405, "Not possible here", "This page can't be used in this way.", "Go back.")
      case 413: return .tooLarge
      case 400..<500: return .badForm
      default: return unexpected
      }
    default: return unexpected
    }
  }

  private static let unexpected = PageError(
    500, "Something went wrong",
    "The page could not be made. This isn't your doing, and nothing that was saved is lost.",
    "Try again. If it happens again, please report it with what you did.")
}
