import Foundation
import HTTPTypes
import Hummingbird

/// A document that was sent with a form, as a file or as text.
struct Upload: Sendable {
  /// The document's bytes.
  let document: [UInt8]
  /// The text, where it was typed; shown again where it can't be used.
  let text: String
}

extension Request {
  /// Reads the form that brings a document.
  ///
  /// - Throws: ``PageError`` when it is too large, unreadable, or not of this session.
  func upload(in context: PageContext, of site: Site) async throws -> Upload {
    guard let type = headers[.contentType], let boundary = MultipartForm.boundary(in: type) else {
      throw PageError.badForm
    }
    let bytes = try await bytes(upTo: site.settings.limits.uploadBytes)
    guard let form = MultipartForm(bytes, boundary: boundary) else { throw PageError.badForm }
    let token = form.part("token").map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard site.tokens.fits(token, session: context.session) else { throw PageError.expired }
    let (file, text) = (form.part("file") ?? [], form.part("text") ?? [])
    return Upload(document: Array(file.isEmpty ? text : file), text: String(decoding: text, as: UTF8.self))
  }
}

/// A form with files in it (RFC 7578), as browsers send it.
struct MultipartForm: Sendable {
  /// The most parts that any form here has.
  static let mostParts = 20

  private var parts: [(name: String, content: ArraySlice<UInt8>)] = []

  /// What separates the parts; `nil` where the type is another one.
  static func boundary(in type: String) -> String? {
    guard type.lowercased().hasPrefix("multipart/form-data"), let range = type.range(of: "boundary=") else {
      return nil
    }
    var boundary = type[range.upperBound...].prefix { $0 != ";" }
    if boundary.first == "\"", boundary.last == "\"", boundary.count > 2 {
      boundary = boundary.dropFirst().dropLast()
    }
    return (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
  }

  /// Reads the parts in one pass; `nil` where they aren't put together as they should be.
  init?(_ bytes: [UInt8], boundary: String) {
    let mark = Array("--\(boundary)".utf8)
    guard bytes.starts(with: mark) else { return nil }
    var rest = bytes[mark.count...]
    while !rest.starts(with: "--".utf8) {
      guard parts.count < Self.mostParts, rest.starts(with: "\r\n".utf8),
        let head = Self.find(Array("\r\n\r\n".utf8), in: rest),
        let end = Self.find(Array("\r\n".utf8) + mark, in: rest[(head + 4)...])
      else { return nil }
      let lines = String(decoding: rest[(rest.startIndex + 2)..<head], as: UTF8.self)
      guard let name = Self.name(in: lines) else { return nil }
      parts.append((name, rest[(head + 4)..<end]))
      rest = rest[(end + 2 + mark.count)...]
    }
  }

  /// The content of a part.
  func part(_ name: String) -> ArraySlice<UInt8>? { parts.first { $0.name == name }?.content }

  private static func name(in lines: String) -> String? {
    for line in lines.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
      guard let match = line.firstMatch(of: #/[; ]name="([^"]{1,60})"/#) else { return nil }
      return String(match.1)
    }
    return nil
  }

  /// The first place of some bytes. A place is looked at further only where the first byte fits, and a boundary is short, so
  /// that the time grows with the length alone.
  private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = wanted.first else { return bytes.startIndex }
    var rest = bytes
    while let index = rest.firstIndex(of: first) {
      if bytes[index...].starts(with: wanted) { return index }
      rest = rest[(index + 1)...]
    }
    return nil
  }
}
