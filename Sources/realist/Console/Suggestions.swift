import ArgumentParser
import BundledKnowledge
import Foundation
import ProgrammeTheory

/// What a shell offers while somebody types an argument. It answers with nothing where something is amiss: the command
/// itself will say what.
extension CompletionKind {
  /// The bundled cases, and files.
  static var cases: CompletionKind {
    .custom { _, _, prefix in bundled { $0.cases.map(\.id) } + files(prefix) }
  }

  /// The bundled theories, and files and folders.
  static var theories: CompletionKind {
    .custom { _, _, prefix in bundled { $0.theories.map(\.id) } + files(prefix) }
  }

  /// The concepts of the theory that the line names with `--theory`, or of the first.
  static var concepts: CompletionKind {
    .custom { words, _, _ in
      let named = words.firstIndex(of: "--theory").map { words[($0 + 1)...] }?.first
      return (try? Shelf().theoryOrFirst(named).concepts.map(\.id.text)) ?? []
    }
  }

  private static func bundled(_ names: (KnowledgeFolder) -> [String]) -> [String] {
    (try? KnowledgeFolder.locate()).map(names) ?? []
  }

  /// The documents and folders whose paths begin as the one that is being typed.
  private static func files(_ prefix: String) -> [String] {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let entries = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return (entries ?? []).sorted().compactMap { name in
      var isFolder: ObjCBool = false
      guard !name.hasPrefix("."),
        FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder)
      else { return nil }
      if isFolder.boolValue { return folder + name + "/" }
      return [".yaml", ".json"].contains(where: name.hasSuffix) ? folder + name : nil
    }
  }
}
