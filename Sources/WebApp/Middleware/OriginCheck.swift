import HTTPTypes
import Hummingbird

/// Refuses what changes something and comes from another site's page, whatever else it brings.
struct OriginCheck: RouterMiddleware {
  let port: BoundPort

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    guard request.method != .get, request.method != .head else { return try await next(request, context) }
    if let origin = request.headers[.origin] {
      let own = HostCheck.hosts(port: port.number).map { "http://" + $0 }
      guard own.contains(origin.lowercased()) else { throw PageError.expired }
    }
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
      guard site == "same-origin" || site == "none" else { throw PageError.expired }
    }
    return try await next(request, context)
  }
}
