import Foundation

/// A file, or the screen, that is written piece by piece and shows nothing until all of it is there.
///
/// Pieces go to a temporary file, which takes the place of the named one at the end, or is printed. Where the work fails
/// before, the temporary file goes and what was there stays.
final class OutputFile {
  private let path: String?
  private let temporary: URL
  private let handle: FileHandle
  private var isDone = false

  /// An output to the file of a path, or to the screen.
  ///
  /// - Throws: ``Complaint`` where it can't be written.
  init(to path: String?) throws(Complaint) {
    self.path = path
    let target = path.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
    if let target, let path {
      let kind = try? FileManager.default.attributesOfItem(atPath: target.path)[.type] as? FileAttributeType
      if let kind, kind != .typeRegular {
        let what = kind == .typeDirectory ? "a folder" : "no ordinary file"
        throw Complaint("\(path): this is \(what). Name a file.")
      }
    }
    let folder = target?.deletingLastPathComponent() ?? FileManager.default.temporaryDirectory
    temporary = folder.appendingPathComponent(".realist-\(UUID().uuidString)")
    guard FileManager.default.createFile(atPath: temporary.path, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: temporary.path)
    else {
      throw Complaint(
        "\(path ?? folder.path): the file can't be written. Check that the folder exists and that you may write there."
      )
    }
    self.handle = handle
  }

  deinit {
    if !isDone { try? FileManager.default.removeItem(at: temporary) }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``Complaint`` where they can't be written, as on a full disk.
  func write(_ bytes: [UInt8]) throws(Complaint) {
    do {
      try handle.write(contentsOf: Foundation.Data(bytes))
    } catch {
      throw Complaint(
        "\(path ?? "the output"): it can't be written to its end. Check the space on the disk.", code: 1)
    }
  }

  /// Puts all that was written where it belongs.
  ///
  /// - Throws: ``Complaint`` where that can't be done; what was there before is still there then.
  func finish() throws(Complaint) {
    do {
      if let path {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        try handle.close()
        // The new file is as open to others as a file that a program makes usually is.
        guard rename(temporary.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        isDone = true
      } else {
        try handle.seek(toOffset: 0)
        while let piece = try handle.read(upToCount: 256 * 1024), !piece.isEmpty {
          try FileHandle.standardOutput.write(contentsOf: piece)
        }
      }
    } catch {
      throw Complaint(
        "realist: the output can't be written. Check the space on the disk; what was written is not whole.",
        code: 1)
    }
  }
}
