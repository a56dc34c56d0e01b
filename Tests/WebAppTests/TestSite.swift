import BundledKnowledge
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import TestSupport

@testable import WebApp

/// The whole application without a socket: requests go in at the top of the chain, as a browser's would, with a cookie
/// jar.
final class TestSite {
  /// An answer, read to its end.
  struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { headers[.location] }
  }

  /// Which theories and cases a site has.
  enum Knowledge {
    /// A small theory of another field, and its cases.
    case gardens
    /// What comes with the program.
    case bundled
  }

  /// Read once for all tests: nothing changes it.
  private static let bundled = Result {
    let folder = try KnowledgeFolder.locate()
    return (folder, try Library(folder))
  }
  private static let gardens = Result {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("realist-web-gardens-\(UUID())")
      .path
    let files = FileManager.default
    try files.createDirectory(atPath: home + "/theories", withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: home + "/theories/neighbourhood-gardens", withDestinationPath: Fixture.gardensPath)
    try files.createSymbolicLink(
      atPath: home + "/cases", withDestinationPath: Fixture.folder.appendingPathComponent("garden-cases").path
    )
    defer { try? files.removeItem(atPath: home) }
    let folder = try KnowledgeFolder(at: home)
    return (folder, try Library(folder))
  }

  static let now = 1_796_000_000
  let folder: String
  let site: Site
  private let respond: (Request, PageContext) async throws -> Response
  private(set) var cookies: [String: String] = [:]

  init(
    _ knowledge: Knowledge = .gardens, limits: WebSettings.Limits = .init(),
    forecasts: Forecasts.Limits = .init(),
    onRender: (@Sendable (String, any Sendable) -> Void)? = nil
  ) throws {
    let (home, library) = try (knowledge == .gardens ? Self.gardens : Self.bundled).get()
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent("realist-web-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var settings = WebSettings(
      port: 8080, databasePath: folder + "/test.realist", knowledge: home,
      program: "realist 0.0.0", clock: { TestSite.now })
    settings.limits = limits
    settings.forecasts = forecasts
    settings.onRender = onRender
    site = try Site(settings, library: library)
    let responder = site.responder()
    respond = { try await responder.respond(to: $0, context: $1) }
  }

  deinit {
    site.store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.get, path, headers: headers)
  }

  /// Sends a form as a page of the site would, with its token.
  func post(_ path: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]) async throws
    -> Answer
  {
    if cookies.isEmpty { _ = try await get("/") }
    let token = site.tokens.token(of: cookies["realist-8080"] ?? "")
    return try await send(.post, path, form: [("token", token)] + fields, headers: headers)
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, form: [(String, String)] = [], headers: HTTPFields = [:],
    host: String? = "127.0.0.1:8080", body: [UInt8]? = nil
  ) async throws -> Answer {
    var fields = headers
    if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ") }
    var bytes = body ?? []
    if body == nil, method == .post {
      fields[.contentType] = "application/x-www-form-urlencoded"
      bytes = Array(form.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&").utf8)
    }
    let request = Request(
      head: HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer(bytes: bytes)))
    let context = PageContext(source: .init(channel: EmbeddedChannel(), logger: Logger(label: "test")))
    let response = try await respond(request, context)
    for cookie in response.headers[values: .setCookie] {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
    return Answer(
      status: response.status.code, headers: response.headers, bytes: try await Self.bytes(of: response.body))
  }

  private static func bytes(of body: ResponseBody) async throws -> [UInt8] {
    let collected = Collected()
    try await body.write(CollectingWriter(collected: collected))
    return collected.bytes.withLock { $0 }
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + Hexadecimal.text([byte])
    }.joined()
  }
}

private final class Collected: Sendable {
  let bytes = Mutex<[UInt8]>([])
}

private struct CollectingWriter: ResponseBodyWriter {
  let collected: Collected

  mutating func write(_ buffer: ByteBuffer) async throws {
    collected.bytes.withLock { $0 += buffer.readableBytesView }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
