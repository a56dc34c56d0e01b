import Foundation

/// Puts a document of several files into its folder, whole or not at all.
public struct DocumentFolder {
  /// The folder, as the person named it.
  public let path: String
  /// The file that every folder of this kind of document has: a folder without it is somebody else's.
  public let mainFile: String
  /// Whether a file of a name belongs to the document; what doesn't stays where it is.
  public let belongs: (String) -> Bool

  /// Names a folder.
  public init(path: String, mainFile: String, belongs: @escaping (String) -> Bool) {
    self.path = path
    self.mainFile = mainFile
    self.belongs = belongs
  }

  /// Writes the files, in place of those that the document had.
  ///
  /// They are first written in full to a folder beside this one, which then takes its place by renaming. So on a full
  /// disk, or when anything else goes wrong, the folder is as it was.
  ///
  /// - Throws: ``FaultyDocument`` when the folder holds something else, or can't be written.
  public func write(_ files: [DocumentFile]) throws(FaultyDocument) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let exists = try lookAt(target)
    let beside = "\(target).\(UUID().uuidString.prefix(8)).tmp"
    do {
      try FileManager.default.createDirectory(atPath: beside, withIntermediateDirectories: false)
      for file in files { try write(file, in: beside) }
      try exists ? exchange(beside, target) : rename(beside, target)
    } catch {
      try? FileManager.default.removeItem(atPath: beside)
      throw fault(of: error)
    }
  }

  /// Whether the folder exists; refuses one that holds something else.
  private func lookAt(_ target: String) throws(FaultyDocument) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else { return false }
    guard isFolder.boolValue else {
      throw fault("there is a file of this name", "Name a folder.")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: target) else {
      throw fault("the folder can't be read", "Check that you may read it.")
    }
    guard names.isEmpty || names.contains(mainFile) else {
      throw fault(
        "the folder holds other files, and no \(mainFile)",
        "Name a new folder, or one that holds \(mainFile)."
      )
    }
    return true
  }

  private func write(_ file: DocumentFile, in folder: String) throws {
    let path = "\(folder)/\(file.name)"
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteNoPermission) }
    defer { try? handle.close() }
    try handle.write(contentsOf: Array(file.text.utf8))
    // A full disk may only be noticed here.
    try handle.synchronize()
  }

  /// Lets the new folder and the old one change names, moves over what isn't the document's, and removes the old one.
  private func exchange(_ new: String, _ target: String) throws {
    let files = FileManager.default
    let old = new + ".old"
    if let mode = try files.attributesOfItem(atPath: target)[.posixPermissions] {
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: new)
    }
    let others = try files.contentsOfDirectory(atPath: target).filter { !belongs($0) }.sorted()
    try rename(target, old)
    do {
      for name in others { try rename("\(old)/\(name)", "\(new)/\(name)") }
      try rename(new, target)
    } catch {
      for name in others { try? rename("\(new)/\(name)", "\(old)/\(name)") }
      try? rename(old, target)
      throw error
    }
    // What is left of the old folder is only a copy now: failing to remove it doesn't undo the writing.
    try? files.removeItem(atPath: old)
  }

  private func rename(_ from: String, _ to: String) throws {
    try FileManager.default.moveItem(atPath: from, toPath: to)
  }

  private func fault(of error: any Error) -> FaultyDocument {
    if let fault = error as? FaultyDocument { return fault }
    let outer = error as NSError
    let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = [outer, inner].compactMap(\.self).first { $0.domain == NSPOSIXErrorDomain }?.code ?? 0
    let isFull =
      (error as? CocoaError)?.code == .fileWriteOutOfSpace
      || [ENOSPC, EDQUOT, EFBIG].contains(Int32(truncatingIfNeeded: posix))
    if isFull { return fault("there is no room left to write it", "Make room; nothing was changed.") }
    return fault("it can't be written", "Check that you may write there; nothing was changed.")
  }

  private func fault(_ problem: String, _ remedy: String) -> FaultyDocument {
    FaultyDocument(faults: [Fault(file: path, line: nil, field: "", problem: problem, remedy: remedy)])
  }
}
