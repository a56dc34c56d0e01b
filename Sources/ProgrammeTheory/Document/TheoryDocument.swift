public import Documents
import Foundation

/// A theory as a person writes it: a folder of YAML files with `references.json` beside them, or one YAML file.
public enum TheoryDocument {
  /// What stands under `format` in documents that this version reads and writes.
  public static let format = "realist-theory/1"
  /// The file that every theory folder has.
  public static let mainFile = "theory.yaml"
  /// The file of references, as CSL-JSON.
  public static let referencesFile = "references.json"

  /// Reads a theory.
  ///
  /// - Parameter path: a folder that holds `theory.yaml`, or one YAML file.
  /// - Returns: the theory, whole and checked against itself.
  /// - Throws: ``Documents/FaultyDocument`` with every fault of every file.
  public static func read(path: String) throws(FaultyDocument) -> Theory {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else {
      return try read(files: [DocumentFile(path: path)], references: referencesBeside(file: path))
    }
    let files = try yamlFiles(in: path)
    let references = "\(path)/\(referencesFile)"
    let hasReferences = FileManager.default.fileExists(atPath: references)
    return try read(files: files, references: hasReferences ? DocumentFile(path: references) : nil)
  }

  /// Reads a theory whose files are already at hand.
  ///
  /// - Parameters:
  ///   - files: the YAML files; the first is named in faults that belong to none.
  ///   - references: the CSL-JSON file, if there is one.
  /// - Throws: ``Documents/FaultyDocument`` with every fault of every file.
  public static func read(files: [DocumentFile], references: DocumentFile?) throws(FaultyDocument) -> Theory {
    let log = FaultLog()
    var reader = TheoryReader(log: log)
    reader.take(files)
    if let references { reader.take(references: references) }
    let theory = reader.theory()
    try log.throwIfFaulty()
    guard let theory else {
      throw FaultyDocument(faults: [
        Fault(
          file: files.first?.name ?? mainFile, line: nil, field: "", problem: "there is no theory in it",
          remedy: "See the description of the theory document.")
      ])
    }
    return theory
  }

  private static func referencesBeside(file: String) throws(FaultyDocument) -> DocumentFile? {
    let beside = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(referencesFile)
      .path
    return FileManager.default.fileExists(atPath: beside) ? try DocumentFile(path: beside) : nil
  }

  private static func yamlFiles(in folder: String) throws(FaultyDocument) -> [DocumentFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard names.contains(mainFile) else {
      throw FaultyDocument(faults: [
        Fault(
          file: folder, line: nil, field: "", problem: "the folder holds no \(mainFile)",
          remedy: "A theory is a folder with \(mainFile) in it, or one YAML file.")
      ])
    }
    // The main file comes first, the others by name, so that faults come in the same order everywhere.
    let others = names.filter { $0.hasSuffix(".yaml") && $0 != mainFile }.sorted()
    var files: [DocumentFile] = []
    var faults: [Fault] = []
    for name in [mainFile] + others {
      do { files.append(try DocumentFile(path: "\(folder)/\(name)")) } catch { faults += error.faults }
    }
    guard faults.isEmpty else { throw FaultyDocument(faults: faults) }
    return files
  }
}
