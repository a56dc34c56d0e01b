internal import Documents
public import ProgrammeTheory

/// How one case names another.
public enum CaseName: Sendable, Hashable, CustomStringConvertible {
  /// A bundled case, by its identifier.
  case bundled(Case.ID)
  /// A case document, by its path; one that isn't absolute starts from the folder of the document that names it.
  case file(String)

  /// The name as it is written.
  public var description: String {
    switch self {
    case .bundled(let id): id.text
    case .file(let path): path
    }
  }

  /// Whether a text is written as a path is: with a slash in it, or ending as a YAML file does.
  public static func isPath(_ text: String) -> Bool {
    text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
  }
}

extension DocumentNode {
  /// The name of another case.
  func caseName() -> CaseName? {
    if let glimpse, CaseName.isPath(glimpse) { return text().map(CaseName.file) }
    return identifier().map(CaseName.bundled)
  }
}
