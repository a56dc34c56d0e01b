import Foundation
import Hummingbird

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
