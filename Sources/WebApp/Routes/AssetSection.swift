import HTTPTypes
import Hummingbird

/// The style sheet and the scripts.
struct AssetSection: Section {
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.get("/assets/{name}") { _, context in
      guard let asset = site.assets.asset(at: try context.parameters.require("name")) else {
        throw PageError.notFound
      }
      return Response(
        status: .ok,
        headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
  }
}
