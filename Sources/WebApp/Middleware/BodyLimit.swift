import HTTPTypes
import Hummingbird

/// Refuses a body that says it is larger than anything that is taken here, before a byte of it is read. Bodies that don't
/// say, or lie, are cut off while they are read (`Request.formFields`) and by ``RequestDeadline``.
struct BodyLimit: RouterMiddleware {
  let limits: WebSettings.Limits

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    if let said = request.headers[.contentLength] {
      guard let length = Int(said), length <= limits.uploadBytes else { throw PageError.tooLarge }
    }
    return try await next(request, context)
  }
}
