public import Documents
import Foundation

/// A theory document to start from: whole as it stands, with notes that explain each key.
public struct TheoryTemplate: Sendable {
  private let files: [DocumentFile]
  private let identity: Theory.Identity

  /// Reads a template: a theory's folder without references.
  ///
  /// - Throws: ``/Documents/FaultyDocument`` when it isn't there or isn't a whole theory.
  public init(path: String) throws(FaultyDocument) {
    var files = [try DocumentFile(path: "\(path)/\(TheoryDocument.mainFile)")]
    for name in ["concepts.yaml", "tellings.yaml", "configurations.yaml"] {
      files.append(try DocumentFile(path: "\(path)/\(name)"))
    }
    identity = try TheoryDocument.read(files: files, references: nil).identity
    self.files = files.map { DocumentFile(name: String($0.name.dropFirst(path.count + 1)), text: $0.text) }
  }

  /// The files of a new theory, its notes and all.
  ///
  /// - Parameters:
  ///   - id: what it is called by.
  ///   - title: what people call it.
  ///   - name: the name of the one file that holds all of it; `nil` for a file a part.
  /// - Throws: ``/Documents/FaultyDocument`` when the template has no place for them.
  public func theory(
    _ id: Theory.ID, title: String, inOneFile name: String? = nil
  ) throws(FaultyDocument) -> [DocumentFile] {
    let named = files.map { file in
      guard file.name == TheoryDocument.mainFile else { return file }
      let lines = file.text.components(separatedBy: "\n").map { line in
        if line == "id: \(identity.id)" { return Self.line("id", id.text) }
        return line.hasPrefix("title: ") ? Self.line("title", title) : line
      }
      return DocumentFile(name: file.name, text: lines.joined(separator: "\n"))
    }
    let made =
      name.map { [DocumentFile(name: $0, text: named.map(\.text).joined(separator: "\n"))] } ?? named
    let theory = try TheoryDocument.read(files: made, references: nil)
    guard theory.identity.id == id, theory.identity.title == title else {
      throw TheoryDocument.fault(
        TheoryDocument.mainFile, "the template has no place for the identifier and the title",
        "Install the program anew, so that its templates are as they came.")
    }
    return made
  }

  private static func line(_ key: String, _ text: String) -> String {
    let yaml = DocumentValue.group([DocumentValue.Pair(key, .text(text))]).yaml()
    return yaml.hasSuffix("\n") ? String(yaml.dropLast()) : yaml
  }
}

extension Identifier {
  /// An identifier made of a name that a person gave: its letters and digits in lower case and without accents, a hyphen
  /// for whatever stands between them; `nil` where nothing is left.
  public static func made(of name: String) -> Identifier? {
    let plain = name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !$0.properties.isGraphemeExtend
    }
    let words = plain.split {
      !($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil))
    }
    let text = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-").prefix(80)
    return Identifier(text.hasSuffix("-") ? String(text.dropLast()) : String(text))
  }
}
