import Foundation
import HTTPTypes
import Hummingbird

extension Request {
  /// What stands behind the question mark, as a form that is sent by GET puts it there.
  ///
  /// - Throws: ``PageError/badQuery`` where it can't be read.
  var fields: FormFields {
    get throws(PageError) {
      guard let fields = FormFields(urlEncoded: (uri.query ?? "").utf8) else { throw .badQuery }
      return fields
    }
  }
}

extension PageContext {
  /// A segment of the address as it is meant, without its percent signs.
  ///
  /// - Throws: ``PageError/notFound`` where it is none: not UTF-8, or with signs that no name has.
  func segment(_ name: String) throws(PageError) -> String {
    guard let written = parameters.get(name), let text = written.removingPercentEncoding,
      text.utf8.count <= 1_000,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .notFound }
    return text
  }
}

extension PageError {
  static let badQuery = PageError(
    400, "The address can’t be read",
    "What stands behind the question mark in the address isn’t what a form sends.",
    "Check that the address was copied whole, or start from the first page.")
}
