import Foundation
import TestSupport

/// A file of the project as the checks see it: lines with numbers.
struct SourceText {
  /// The path from the project's folder.
  let path: String
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A place that a person can jump to.
  func place(_ index: Int) -> String { "\(path):\(index + 1)" }

  /// The lines without what stands in texts and comments.
  ///
  /// It knows what these sources use of the language, not all of it: no nested comments, and no quotes inside what is
  /// put into a text.
  var code: [String] {
    let (text, comment) = (#/"(?:\\.|[^"\\])*"/#, #/\/\/.*/#)
    var isInText = false
    return lines.map { line in
      let halves = String(line).components(separatedBy: "\"\"\"")
      var kept = ""
      for (index, half) in halves.enumerated() {
        if index > 0 { isInText.toggle() }
        if !isInText { kept += half }
      }
      if kept.contains("\"") { kept.replace(text, with: "\"\"") }
      if kept.contains("//") { kept.replace(comment, with: "") }
      return kept
    }
  }

  // MARK: The project's files

  /// Every file under some folders of the project, or the files themselves, that has one of these endings.
  ///
  /// - Throws: an error when one can't be read.
  static func all(in places: [String], endings: Set<String>) throws -> [SourceText] {
    let names = places.flatMap { place -> [String] in
      guard let walk = FileManager.default.enumerator(atPath: path(place)) else { return [place] }
      let inside = walk.compactMap { $0 as? String }.sorted().map { "\(place)/\($0)" }
      return inside.isEmpty ? [place] : inside
    }
    return try names.filter { isWanted($0, endings) }.map { name in
      SourceText(path: name, text: try String(contentsOfFile: path(name), encoding: .utf8))
    }
  }

  private static func path(_ name: String) -> String {
    Fixture.package.appendingPathComponent(name).path
  }

  private static func isWanted(_ name: String, _ endings: Set<String>) -> Bool {
    var isFolder: ObjCBool = false
    return endings.contains(URL(fileURLWithPath: name).pathExtension)
      && FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) && !isFolder.boolValue
  }

  /// The Swift files of the product.
  ///
  /// - Throws: an error when one can't be read.
  static func sources() throws -> [SourceText] { try all(in: ["Sources"], endings: ["swift"]) }
}
