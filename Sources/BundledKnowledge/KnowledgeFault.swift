/// Why a path is no folder of knowledge.
public enum KnowledgeFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing stands at the path.
  case missing
  /// Something other than a folder stands there.
  case notAFolder
  /// The folder holds no `theories/`.
  case noTheories
  /// The folder, or one in it, can't be listed.
  case unreadable

  /// The reason in words.
  public var description: String {
    switch self {
    case .missing: "there is nothing at this path"
    case .notAFolder: "this is not a folder"
    case .noTheories: "this folder has no folder \"theories\" in it"
    case .unreadable: "this folder, or one in it, may not be read"
    }
  }
}

/// The bundled theories, cases and templates weren't found.
public struct KnowledgeNotFound: Error, Hashable, Sendable, CustomStringConvertible {
  /// One place that was looked at.
  public struct Place: Hashable, Sendable {
    /// The path of the place.
    public let path: String
    /// Why it won't do.
    public let fault: KnowledgeFault

    /// A place with what is wrong with it.
    public init(path: String, fault: KnowledgeFault) {
      self.path = path
      self.fault = fault
    }
  }

  /// Every place that was looked at, in this order.
  public let places: [Place]
  /// Whether `REALIST_HOME` named the place, so that no other was tried.
  public let namedByEnvironment: Bool

  /// What was looked for, where, why each place won't do, and what to do.
  public var description: String {
    let tried = places.map { "  \($0.path): \($0.fault)" }
    if namedByEnvironment {
      return
        (["REALIST_HOME names a place that can't be used:"] + tried + [
          "Set REALIST_HOME to a folder that holds \"theories\" (and \"cases\", \"templates\"), or unset it to use what"
            + " came with the program."
        ]).joined(separator: "\n")
    }
    let looked = tried.isEmpty ? ["  nowhere: the program can't tell where it lies"] : tried
    return
      (["The bundled theories and cases were not found. Looked at:"] + looked + [
        "Install the program with `make install`, or set REALIST_HOME to a folder that holds \"theories\" (and \"cases\","
          + " \"templates\")."
      ]).joined(separator: "\n")
  }
}
