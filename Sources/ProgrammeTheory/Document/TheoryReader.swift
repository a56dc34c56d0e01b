internal import Bibliography
internal import Documents

/// Reads the sections of a theory from its files, and notes every fault on the way.
struct TheoryReader {
  static let identityKeys = [
    "format", "id", "title", "version", "language", "summary", "notice", "citation", "licence", "notes",
    "extent", "refines",
  ]
  static let sectionKeys = [
    "phases", "groups", "concepts", "tellings", "configurations", "rivals", "sources", "middleRangeTheories",
    "entryPoints", "arrangements", "flow", "statements", "citations", "loops", "levers", "outlook",
    "caseFields",
    "dynamics",
  ]

  /// The references of a theory that is one file; those of a folder stand in a file of their own.
  static let referencesKey = "references"

  private let log = FaultLog()
  private var sections: [String: DocumentNode] = [:]
  private var main: DocumentMapping?
  private var references = References.none
  private var inlineReferences: DocumentNode?
  private var bytes = 0
  /// Whether every file could be taken apart, so that what is missing is really missing.
  private var isComplete = true

  /// What is known of the references.
  enum References {
    case none, faulty
    case read([Reference])
  }

  /// Takes a YAML file from disk.
  mutating func take(path: String, isMain: Bool) {
    do { take(try DocumentFile(path: path), isMain: isMain) } catch {
      log.note(error)
      isComplete = false
    }
  }

  /// Takes the sections of a YAML file; a section that stands in two files is a fault.
  mutating func take(_ file: DocumentFile, isMain: Bool) {
    bytes += file.text.utf8.count
    guard bytes <= DocumentFile.mostBytes else {
      log.note(
        TheoryDocument.fault(
          file.name, "with this file the theory is larger than 4 MB",
          "A theory is text written by people; shorten it."))
      isComplete = false
      return
    }
    let keys = (isMain ? Self.identityKeys + [Self.referencesKey] : []) + Self.sectionKeys
    guard let map = YAMLDocument.root(of: file, log: log)?.mapping(keys: keys) else {
      isComplete = false
      return
    }
    if isMain {
      main = map
      if let node = map.optional(Self.referencesKey) { take(inline: node, of: file) }
    }
    for key in Self.sectionKeys {
      guard let node = map.optional(key) else { continue }
      if sections[key] != nil {
        node.fault("this section stands in another file already", "Keep each section in one file.")
      } else {
        sections[key] = node
      }
    }
  }

  /// Takes the references that stand in the theory's own file, as CSL-JSON.
  private mutating func take(inline node: DocumentNode, of file: DocumentFile) {
    take(references: DocumentFile(name: file.name, text: node.json), in: Self.referencesKey)
    inlineReferences = node
  }

  /// Takes the file of references from disk.
  mutating func take(referencesPath: String) {
    do { take(references: try DocumentFile(path: referencesPath)) } catch {
      log.note(error)
      references = .faulty
    }
  }

  /// Takes the references of a CSL-JSON file.
  ///
  /// - Parameter key: the key under which they stand in a file that holds more.
  mutating func take(references file: DocumentFile, in key: String = "") {
    if let inlineReferences {
      inlineReferences.fault(
        "the references stand in \(TheoryDocument.referencesFile) too", "Keep them in one of the two.")
      return
    }
    do {
      references = .read(try ReferenceList.read(csl: file.text.utf8, file: file.name).references)
    } catch {
      references = .faulty
      let faults = error.faults.map { fault in
        let field = [fault.record.map { "\(key)[\($0)]" }, fault.field].compactMap(\.self).joined(
          separator: ".")
        return Fault(
          file: fault.file, line: fault.line, field: field, problem: fault.problem, remedy: fault.remedy)
      }
      log.note(FaultyDocument(faults: faults, leftOut: error.leftOut))
    }
  }

  /// The theory that the files hold.
  ///
  /// - Parameters:
  ///   - name: what messages call the files.
  ///   - isFrame: whether concepts, tellings, configurations and rivals stand elsewhere.
  /// - Throws: ``/Documents/FaultyDocument`` with all faults of all files.
  func theory(named name: String, isFrame: Bool = false) throws(FaultyDocument) -> Theory {
    let makeTheory = parts()
    let identity = main.flatMap(identity(of:))
    if let main { isFrame ? checkFrame(main) : checkWhole(main) }
    try log.throwIfFaulty()
    guard let identity else {
      throw TheoryDocument.fault(
        name, "there is no theory in it", "See the description of the theory document.")
    }
    return makeTheory(identity)
  }

  private func checkWhole(_ main: DocumentMapping) {
    let whole = WholenessCheck(sections: sections, main: main, references: references)
    whole.duplicates()
    guard isComplete else { return }
    for key in ["concepts", "tellings", "configurations"] where sections[key] == nil {
      main.whole.fault(
        "\u{201C}\(key)\u{201D} is missing", "A theory has concepts, tellings and configurations.")
    }
    whole.run()
  }

  /// The concepts that are named, each with the field in which it stands first.
  var conceptsNamed: [(concept: Concept.ID, field: String)] {
    guard let main else { return [] }
    return WholenessCheck(sections: sections, main: main, references: .faulty, isFrame: true).conceptsNamed
  }

  /// The sections that a frame doesn't have.
  static let sectionsOfClaims = ["concepts", "tellings", "configurations", "rivals"]

  private func checkFrame(_ main: DocumentMapping) {
    for key in Self.sectionsOfClaims {
      sections[key]?.fault(
        "a frame has no \u{201C}\(key)\u{201D}", "Leave them out: they come from the codings and candidates.")
    }
    let whole = WholenessCheck(sections: sections, main: main, references: .faulty, isFrame: true)
    whole.duplicates()
    if isComplete { whole.run() }
  }

  /// Reads every section, so that all faults are found, and gives a way to make the theory once it has an identity.
  private func parts() -> (Theory.Identity) -> Theory {
    let caseFields = sections["caseFields"].flatMap(CaseFields.init) ?? CaseFields()
    let (phases, groups) = (items("phases", Phase.init), items("groups", ConceptGroup.init))
    let (concepts, tellings) = (items("concepts", Concept.init), items("tellings", Telling.init))
    let configurations = items("configurations", CMOConfiguration.init)
    let (rivalries, sources) = (items("rivals", Rivalry.init), items("sources", Source.init))
    let middleRangeTheories = items("middleRangeTheories", MiddleRangeTheory.init)
    let entryPoints = items("entryPoints", EntryPoint.init)
    let arrangements = items("arrangements", Arrangement.init)
    let (flow, statements) = (items("flow", FlowStep.init), items("statements", Statement.init))
    let (citations, patterns) = (items("citations", Citation.init), items("loops", NamedPattern.init))
    let (levers, outlook) = (items("levers", Lever.init), items("outlook", Prospect.init))
    let dynamics = items("dynamics", DynamicsBlock.init)
    return { [references] identity in
      var theory = Theory(identity: identity)
      if case .read(let list) = references { theory.references = list }
      (theory.phases, theory.groups) = (phases, groups)
      (theory.concepts, theory.tellings, theory.configurations) = (concepts, tellings, configurations)
      (theory.rivalries, theory.sources) = (rivalries, sources)
      theory.middleRangeTheories = middleRangeTheories
      (theory.entryPoints, theory.arrangements) = (entryPoints, arrangements)
      (theory.flow, theory.statements, theory.citations) = (flow, statements, citations)
      (theory.patterns, theory.levers, theory.outlook) = (patterns, levers, outlook)
      (theory.caseFields, theory.dynamics) = (caseFields, dynamics)
      return theory
    }
  }

  private func items<Value>(_ key: String, _ read: (DocumentNode) -> Value?) -> [Value] {
    (sections[key]?.sequence() ?? []).compactMap(read)
  }

  private func identity(of main: DocumentMapping) -> Theory.Identity? {
    let format = main.words("format", "Write format: \(TheoryDocument.format).")
    if let format, format != TheoryDocument.format {
      main.optional("format")?.fault(
        "this version doesn't know the format \u{201C}\(format)\u{201D}", "It reads \(TheoryDocument.format)."
      )
    }
    let id: Theory.ID? = main.ownIdentifier()
    let title = main.words("title", "Give the theory a title.")
    let version = main.words("version", "Give a version, such as 1.0.0.")
    let language = main.words("language", "Give a language tag, such as en.")
    let summary = main.words("summary", "Say in a few sentences what the theory says.")
    let extent = main.optional("extent").map(Extent.init) ?? .whole
    let refines: Theory.ID? = main.optional("refines")?.identifier()
    guard let id, let title, let version, let language, let summary else { return nil }
    return Theory.Identity(
      id: id, title: title, version: version, language: language, summary: summary,
      notice: main.optional("notice")?.text(), citation: main.optional("citation")?.text(),
      licence: main.optional("licence")?.text(),
      notes: main.list("notes") { $0.text() }, extent: extent ?? .whole, refines: refines)
  }
}
