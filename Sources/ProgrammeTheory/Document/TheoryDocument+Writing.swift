internal import Bibliography
public import Documents

extension TheoryDocument {
  /// The files of a theory in canonical form: what holds without being written is left out, and equal theories give
  /// the same bytes.
  ///
  /// Reading them gives an equal theory; that is tried before they are given.
  ///
  /// - Returns: `theory.yaml` first, then the other YAML files that have something to hold, and the references.
  /// - Throws: ``/Documents/FaultyDocument`` when a document can't hold the theory: one that isn't whole, or that holds
  ///   what is derived.
  public static func write(_ theory: Theory) throws(FaultyDocument) -> [DocumentFile] {
    let files = try yamlFiles(of: theory) + referenceFiles(of: theory)
    guard try read(files: files) == theory else {
      throw fault(
        mainFile, "the theory holds something that a document can't",
        "Leave out what is derived, such as configurations reversed by rule.")
    }
    return files
  }

  /// Writes a theory to a folder, in place of the theory that was there.
  ///
  /// Other files of the folder stay. When anything goes wrong, on a full disk for instance, the folder is as it was.
  ///
  /// - Throws: ``/Documents/FaultyDocument`` as ``write(_:)`` does, and when the folder holds something else or can't be
  ///   written.
  public static func write(_ theory: Theory, to folder: String) throws(FaultyDocument) {
    let files = try write(theory)
    let place = DocumentFolder(path: folder, mainFile: mainFile) {
      !$0.hasPrefix(".") && $0.hasSuffix(".yaml") || $0 == referencesFile
    }
    try place.write(files)
  }

  /// Reads a theory whose files are at hand, the references among them by their name.
  ///
  /// - Throws: ``/Documents/FaultyDocument`` with every fault of every file.
  public static func read(files: [DocumentFile]) throws(FaultyDocument) -> Theory {
    try read(
      files: files.filter { $0.name != referencesFile },
      references: files.first { $0.name == referencesFile })
  }

  // MARK: Files

  private static func yamlFiles(of theory: Theory) -> [DocumentFile] {
    let files: [(name: String, pairs: [DocumentValue.Pair?])] = [
      (mainFile, theory.identity.pairs + theory.frame), ("concepts.yaml", theory.meanings),
      ("tellings.yaml", theory.reports), ("configurations.yaml", theory.claims),
      ("evidence.yaml", theory.evidence),
      ("settings.yaml", theory.settings),
    ]
    return files.compactMap { name, pairs in
      let pairs = pairs.compactMap(\.self)
      return pairs.isEmpty ? nil : DocumentFile(name: name, text: DocumentValue.group(pairs).yaml())
    }
  }

  private static func referenceFiles(of theory: Theory) throws(FaultyDocument) -> [DocumentFile] {
    guard !theory.references.isEmpty else { return [] }
    do {
      return [
        DocumentFile(
          name: referencesFile, text: try ReferenceList(theory.references, file: referencesFile).csl)
      ]
    } catch {
      throw fault(referencesFile, "two references have one id", "Give each an id of its own.")
    }
  }
}

extension Theory.Identity {
  var pairs: [DocumentValue.Pair?] {
    [
      .text("format", TheoryDocument.format), .name("id", id), .text("title", title),
      .text("version", version), .text("language", language), .text("summary", summary),
      .text("notice", notice),
      citation.map { DocumentValue.Pair("citation", .reference($0)) }, .text("licence", licence),
      .items("notes", notes.map(DocumentValue.text)),
      extent == .whole ? nil : DocumentValue.Pair("extent", extent.document), .name("refines", refines),
    ]
  }
}

extension Theory {
  var frame: [DocumentValue.Pair?] {
    [
      .items("phases", phases.map(\.document)), .items("groups", groups.map(\.document)),
      .items("outlook", outlook.map(\.document)),
      caseFields == CaseFields() ? nil : DocumentValue.Pair("caseFields", caseFields.document),
    ]
  }

  var claims: [DocumentValue.Pair?] {
    [
      DocumentValue.Pair("configurations", .list(configurations.map(\.document))),
      .items("rivals", rivalries.map(\.document)),
    ]
  }

  var evidence: [DocumentValue.Pair?] {
    [
      .items("sources", sources.map(\.document)),
      .items("middleRangeTheories", middleRangeTheories.map(\.document)),
      .items("flow", flow.map(\.document)), .items("statements", statements.map(\.document)),
      .items("citations", citations.map(\.document)),
    ]
  }

  var settings: [DocumentValue.Pair?] {
    [
      .items("entryPoints", entryPoints.map(\.document)),
      .items("arrangements", arrangements.map(\.document)), .items("loops", patterns.map(\.document)),
      .items("levers", levers.map(\.document)), .items("dynamics", dynamics.map(\.document)),
    ]
  }
}

extension Theory {
  var meanings: [DocumentValue.Pair?] { [.init("concepts", .list(concepts.map(\.document)))] }

  var reports: [DocumentValue.Pair?] { [.init("tellings", .list(tellings.map(\.document)))] }

  /// Everything of a document but its identity and its frame, in the order of its files.
  var parts: [DocumentValue.Pair?] { meanings + reports + claims + evidence + settings }
}
