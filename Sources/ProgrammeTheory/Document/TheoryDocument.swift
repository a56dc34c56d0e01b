public import Documents
import Foundation

/// A theory as a person writes it: a folder of YAML files with `references.json` beside them, or one YAML or JSON file.
public enum TheoryDocument {
  /// What stands under `format` in documents that this version reads and writes.
  public static let format = "realist-theory/1"
  /// The file that every theory folder has.
  public static let mainFile = "theory.yaml"
  /// The file of references, as CSL-JSON.
  public static let referencesFile = "references.json"
  /// The most YAML files that a theory folder may have: there are fewer sections than that.
  static let mostFiles = 32

  /// Reads a theory.
  ///
  /// - Parameter path: a folder that holds `theory.yaml`, or one YAML file.
  /// - Returns: the theory, whole and checked against itself.
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of every file.
  public static func read(path: String) throws(FaultyDocument) -> Theory {
    try reader(of: path).theory(named: path)
  }

  /// A reader that has taken the files of a folder, or one file.
  static func reader(of path: String) throws(FaultyDocument) -> TheoryReader {
    var reader = TheoryReader()
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let isWhole = exists && isFolder.boolValue
    reader.take(paths: isWhole ? try yamlFiles(in: path) : [path])
    let references = isWhole ? "\(path)/\(referencesFile)" : beside(path, referencesFile)
    if FileManager.default.fileExists(atPath: references) { reader.take(referencesPath: references) }
    return reader
  }

  /// Reads a theory whose files are already at hand.
  ///
  /// - Parameters:
  ///   - files: the YAML files, the main file first.
  ///   - references: the CSL-JSON file, if there is one.
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of every file.
  public static func read(files: [DocumentFile], references: DocumentFile?) throws(FaultyDocument) -> Theory {
    var reader = TheoryReader()
    reader.take(files)
    if let references { reader.take(references: references) }
    return try reader.theory(named: files.first?.name ?? mainFile)
  }

  private static func beside(_ file: String, _ name: String) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// The YAML files of a theory's folder: the main file, then the others by name, so that faults come in the same order
  /// everywhere. Hidden files are an editor's or a system's and are passed over.
  private static func yamlFiles(in folder: String) throws(FaultyDocument) -> [String] {
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw fault(folder, "the folder can't be read", "Check that you may read it.")
    }
    let names = entries.filter { !$0.hasPrefix(".") }
    guard names.contains(mainFile) else {
      throw fault(
        folder, "the folder holds no \(mainFile)",
        "A theory is a folder with \(mainFile) in it, or one YAML file.")
    }
    if let other = names.filter({ $0.hasSuffix(".yml") }).min() {
      throw fault("\(folder)/\(other)", "files of a theory end in .yaml", "Rename it, or take it away.")
    }
    let others = names.filter { $0.hasSuffix(".yaml") && $0 != mainFile }.sorted()
    guard others.count < mostFiles else {
      throw fault(folder, "the folder holds more than \(mostFiles) YAML files", "Put sections together.")
    }
    return ([mainFile] + others).map { "\(folder)/\($0)" }
  }

  static func fault(_ file: String, _ problem: String, _ remedy: String) -> FaultyDocument {
    FaultyDocument(faults: [Fault(file: file, line: nil, field: "", problem: problem, remedy: remedy)])
  }
}
