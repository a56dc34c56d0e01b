public import Documents
public import Foundation
public import ProgrammeTheory

/// The fixtures of the package's tests, found beside the sources of the tests.
public enum Fixture {
  /// The folder that holds them.
  public static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// The package's folder.
  public static let package = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// A small whole theory of another field than the bundled ones, invented for tests: why some neighbourhood gardens
  /// last. It uses every key of the format.
  public static let gardensPath = folder.appendingPathComponent("neighbourhood-gardens").path

  /// The theory of ``gardensPath``.
  ///
  /// - Throws: `FaultyDocument` when the fixture is broken.
  public static func gardens() throws -> Theory { try TheoryDocument.read(path: gardensPath) }

  /// The files of a theory folder: the main file first, then the others by name, the references last.
  ///
  /// - Throws: an error when the folder can't be read.
  public static func files(of theoryFolder: String) throws -> [DocumentFile] {
    let names = try FileManager.default.contentsOfDirectory(atPath: theoryFolder).sorted()
    let yaml = names.filter { $0.hasSuffix(".yaml") && $0 != TheoryDocument.mainFile }
    let references = names.filter { $0 == TheoryDocument.referencesFile }
    return try ([TheoryDocument.mainFile] + yaml + references).map { name in
      DocumentFile(name: name, text: try DocumentFile(path: "\(theoryFolder)/\(name)").text)
    }
  }

  /// The folders of the bundled theories.
  public static var bundledTheories: [String] {
    let theories = package.appendingPathComponent("Sources/BundledKnowledge/Knowledge/theories").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: theories)) ?? []
    return names.sorted().map { "\(theories)/\($0)" }
      .filter { FileManager.default.fileExists(atPath: "\($0)/\(TheoryDocument.mainFile)") }
  }
}
