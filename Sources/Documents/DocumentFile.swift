import Foundation

/// The text of one file from outside, held to the limits that keep a hostile file from doing harm.
public struct DocumentFile: Sendable, Hashable {
  /// The most bytes that a document may have: 4 MiB. A theory of 100 configurations needs a tenth of it.
  public static let mostBytes = 4 * 1024 * 1024

  /// The file as the person named it; messages name it so.
  public let name: String
  /// What the file says.
  public let text: String

  /// A document that is already at hand as text, such as a test's or a template's.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Reads a file.
  ///
  /// - Parameter path: the file, as the person named it.
  /// - Throws: ``FaultyDocument`` when the file is missing, a folder, unreadable, empty, larger than
  ///   ``mostBytes``, or not UTF-8.
  public init(path: String) throws(FaultyDocument) {
    func fault(_ problem: String, _ remedy: String) -> FaultyDocument {
      FaultyDocument(faults: [Fault(file: path, line: nil, field: "", problem: problem, remedy: remedy)])
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw fault("there is no such file", "Check the path.")
    }
    guard !isFolder.boolValue else {
      throw fault("this is a folder, not a file", "Name a file in it.")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw fault("the file can't be opened", "Check that you may read it.")
    }
    defer { try? handle.close() }
    let bytes: Foundation.Data
    do {
      // One byte more than is allowed tells "too large" from "just fits", and bounds what a device can feed us.
      bytes = try handle.read(upToCount: Self.mostBytes + 1) ?? Foundation.Data()
    } catch {
      throw fault("the file can't be read", "Check that it is an ordinary file and that you may read it.")
    }
    guard bytes.count <= Self.mostBytes else {
      throw fault(
        "the file is larger than 4 MB", "A document of this kind is text written by people; split it.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("the file isn't valid UTF-8", "Save it as UTF-8 text.")
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw fault("the file is empty", "Write the document, or start from a template.")
    }
    self.init(name: path, text: text)
  }
}
