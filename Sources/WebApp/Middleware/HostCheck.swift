import HTTPTypes
import Hummingbird

/// Answers only requests that name this machine: a page elsewhere whose name was made to lead here (DNS rebinding) names
/// itself, and gets nothing.
struct HostCheck: RouterMiddleware {
  let port: BoundPort

  /// The hosts that this server answers for.
  static func hosts(port: Int) -> [String] {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    return names.map { "\($0):\(port)" } + (port == 80 ? names : [])
  }

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    guard let host = request.head.authority?.lowercased(), Self.hosts(port: port.number).contains(host),
      Self.isAlone(request)
    else {
      return .text(
        .misdirectedRequest,
        "This server answers only to the names of this machine. Open http://127.0.0.1:\(port.number)/ instead."
      )
    }
    return try await next(request, context)
  }
}

extension HostCheck {
  /// Whether a request names one host alone. HTTP forbids a second field (RFC 9112, section 3.2); it stays among the fields,
  /// where the first became the authority.
  private static func isAlone(_ request: Request) -> Bool {
    guard let name = HTTPField.Name("Host") else { return false }
    return request.headers[name] == nil
  }
}

extension Response {
  /// An answer of plain words, for where no page can be made.
  static func text(_ status: HTTPResponse.Status, _ words: String) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
  }
}
