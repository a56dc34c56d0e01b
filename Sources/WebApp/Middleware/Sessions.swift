import HTTPTypes
import Hummingbird

/// Knows a browser by a cookie that means nothing elsewhere, so that a form can be tied to the browser it was shown in.
struct Sessions: RouterMiddleware {
  let tokens: FormTokens
  let port: BoundPort

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    // Cookies don't tell ports apart, so the name does.
    let name = "realist-\(port.number)"
    let brought = request.cookies[name]?.value ?? ""
    let isKnown = FormTokens.isSession(brought)
    var context = context
    context.session = isKnown ? brought : FormTokens.newSession()
    context.formToken = tokens.token(of: context.session)
    var response = try await next(request, context)
    // What is kept for a year must not name anybody.
    if !isKnown, response.headers[.cacheControl] == nil {
      response.headers.append(
        HTTPField(
          name: .setCookie,
          value: "\(name)=\(context.session); Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000"))
    }
    return response
  }
}
