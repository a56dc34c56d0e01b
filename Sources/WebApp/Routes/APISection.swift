import Foundation
import HTTPTypes
import Hummingbird

/// The JSON API below /api/v1, and its OpenAPI document.
struct APISection: Section {
  let site: Site

  func addRoutes(to router: Router<PageContext>) {}

  /// A fault as the API tells it: `{"error": {"status": …, "title": …, "what": …, "remedy": …}}`.
  static func response(to fault: PageError) throws -> Response {
    struct Envelope: Encodable { let error: Told }
    struct Told: Encodable {
      let status: Int
      let title: String
      let what: String
      let remedy: String
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let told = Told(status: fault.status, title: fault.title, what: fault.what, remedy: fault.remedy)
    return Response(
      status: .init(code: fault.status), headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(Envelope(error: told)))))
  }
}
