import Foundation

/// The folder in which the bundled theories, cases and templates lie.
///
/// It holds `theories/`, with a folder for each theory, and may hold `cases/`, with a file for each case, and
/// `templates/`. Its lists are read once, when it is found.
public struct KnowledgeFolder: Hashable, Sendable {
  /// The folder's absolute path.
  public let path: String
  /// The theories, sorted by id.
  public let theories: [BundledTheory]
  /// The cases, sorted by id.
  public let cases: [BundledCase]

  /// The theory with this id.
  public func theory(_ id: String) -> BundledTheory? { theories.first { $0.id == id } }

  /// The case with this id.
  public func `case`(_ id: String) -> BundledCase? { cases.first { $0.id == id } }

  /// The folder of JSON Schemas, one for each kind of document; it need not exist.
  public var schemasPath: String { path + "/schemas" }

  /// The folder of templates; it need not exist.
  public var templatesPath: String { path + "/templates" }
}

/// One theory that ships with the program.
public struct BundledTheory: Hashable, Sendable, Identifiable {
  /// The name of its folder.
  public let id: String
  /// The absolute path of its folder.
  public let path: String
}

/// One case that ships with the program.
public struct BundledCase: Hashable, Sendable, Identifiable {
  /// The name of its file without `.yaml`.
  public let id: String
  /// The absolute path of its file.
  public let path: String
}

extension KnowledgeFolder {
  /// Reads the folder at this path.
  ///
  /// - Throws: ``KnowledgeFault`` where it isn't a folder of knowledge or can't be read.
  public init(at path: String) throws(KnowledgeFault) {
    let root = URL(fileURLWithPath: path).standardizedFileURL.path
    guard let isFolder = Self.isFolder(root) else { throw .missing }
    guard isFolder else { throw .notAFolder }
    guard Self.isFolder(root + "/theories") == true else { throw .noTheories }
    self.path = root
    self.theories = try Self.names(in: root + "/theories").compactMap { name in
      let folder = root + "/theories/" + name
      return Self.isFolder(folder) == true ? BundledTheory(id: name, path: folder) : nil
    }
    let files = Self.isFolder(root + "/cases") == true ? try Self.names(in: root + "/cases") : []
    self.cases = files.compactMap { name in
      let file = root + "/cases/" + name
      guard name.hasSuffix(".yaml"), Self.isFolder(file) == false else { return nil }
      return BundledCase(id: String(name.dropLast(".yaml".count)), path: file)
    }.sorted { $0.id < $1.id }
  }

  /// Whether a folder or something else stands at the path; `nil` where nothing does. Symbolic links are followed.
  private static func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
  }

  private static func names(in folder: String) throws(KnowledgeFault) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
        .sorted()
    } catch {
      throw .unreadable
    }
  }
}
