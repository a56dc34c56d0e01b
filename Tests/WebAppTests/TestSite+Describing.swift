import Foundation
import HTTPTypes
import Testing

@testable import WebApp

extension TestSite {
  /// Begins a collaboration, and gives its address.
  func begun() async throws -> String { try #require(try await post("/collaborations").location) }

  /// Makes a copy of a bundled case, and gives its address.
  func copy(of id: String = "mill-lane") async throws -> String {
    try #require(try await post("/cases/\(id)/copy").location)
  }

  /// The revision that a collaboration is at.
  func revision(of base: String) async throws -> Int {
    try await site.store.collaboration(String(base.split(separator: "/").last ?? "")).revision
  }

  /// Answers a question as a person does, on the page as it is now.
  func answer(_ base: String, _ question: String, _ fields: [(String, String)]) async throws -> Answer {
    let revision = try await revision(of: base)
    return try await post("\(base)/questions/\(question)", [("revision", "\(revision)")] + fields)
  }

  /// The case document of a collaboration.
  func document(_ base: String) async throws -> String { try await get("\(base)/case.yaml").text }
}

extension TestSite {
  /// Sends a case document as a file.
  func upload(_ text: String) async throws -> Answer {
    if cookies.isEmpty { _ = try await get("/") }
    let token = site.tokens.token(of: cookies["realist-8080"] ?? "")
    let mark = "----mark"
    func part(_ head: String, _ text: String) -> String {
      "--\(mark)\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(text)\r\n"
    }
    let body =
      part("name=\"token\"", token)
      + part("name=\"file\"; filename=\"case.yaml\"\r\nContent-Type: application/yaml", text)
      + part("name=\"text\"", "") + "--\(mark)--\r\n"
    return try await send(
      .post, "/import", headers: [.contentType: "multipart/form-data; boundary=\(mark)"],
      body: Array(body.utf8))
  }

  /// Brings a case document, and gives the address of what came of it.
  func bring(_ text: String) async throws -> String {
    let answer = try await upload(text)
    #expect(answer.status == 303, "\(answer.text)")
    return try #require(answer.location)
  }
}
