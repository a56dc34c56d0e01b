import Casework
import Documents
import Foundation

/// The file that an interview writes to. Nothing that somebody else wrote into it is ever lost.
struct CaseFile {
  /// The file, as the person named it.
  let path: String
  /// What the program itself wrote there, or would have written; anything else is somebody's own.
  private var ours: String?

  /// Names a file.
  ///
  /// - Parameter read: the case that was read from it, where there is one.
  init(path: String, read: Case? = nil) {
    self.path = path
    if let read { ours = try? CaseDocument.write(read, named: path).text }
  }

  /// Whether there is anything of this name.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether what stands in the file is more than the program would have written: comments, or an order of its own.
  var isHandwritten: Bool { text.map { $0 != ours } ?? false }

  private var text: String? {
    (try? Foundation.Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
  }
  private var url: URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }

  /// Writes a case, whole or not at all. What the program didn't write itself is kept beside it first.
  ///
  /// - Returns: the name of the copy, where one was made.
  /// - Throws: ``/Documents/FaultyDocument`` when a document can't hold the case, and ``Complaint`` when the file or the
  ///   copy can't be written; the file is as it was then.
  mutating func save(_ subject: Case) throws -> String? {
    let new = try CaseDocument.write(subject, named: path).text
    let old = text
    if old == new {
      ours = new
      return nil
    }
    let copy = try old != nil && old != ours ? keep() : nil
    try Console.save(new, to: path)
    ours = new
    return copy
  }

  /// Puts a copy beside the file, under a name that nothing has.
  private func keep() throws -> String {
    let bytes = try Foundation.Data(contentsOf: url)
    for number in 1...999 {
      let name = path + ".before" + (number == 1 ? "" : "-\(number)")
      do {
        try bytes.write(to: URL(fileURLWithPath: name), options: .withoutOverwriting)
        return name
      } catch CocoaError.fileWriteFileExists {
        continue
      } catch {
        throw Complaint("\(name): a copy of the file as it was can't be written, so nothing was changed.")
      }
    }
    throw Complaint("\(path): there are 999 copies of it already. Tidy up first; nothing was changed.")
  }
}
