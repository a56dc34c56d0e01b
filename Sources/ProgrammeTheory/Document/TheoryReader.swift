internal import Bibliography
internal import Documents

/// Reads the sections of a theory from its files, and notes every fault on the way.
struct TheoryReader: Sendable {
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
  private(set) var sections: [String: DocumentNode] = [:]
  private var main: DocumentMapping?
  private var references = References.none
  private var inlineReferences: DocumentNode?
  private var bytes = 0
  /// Whether every file could be taken apart, so that what is missing is really missing.
  private var isComplete = true

  /// What is known of the references.
  enum References: Sendable {
    case none, faulty
    case read([Reference])
  }

  /// A file with what was found in it before it was composed; no file where it is not to be.
  private struct Admission: Sendable {
    var file: DocumentFile?
    let log = FaultLog()
  }

  /// Takes YAML files from disk, the main one first.
  mutating func take(paths: [String]) { take(paths.map { admission(ofPath: $0) }) }

  /// Takes YAML files that are at hand, the main one first.
  mutating func take(_ files: [DocumentFile]) { take(files.map { admission(of: $0) }) }

  private mutating func admission(ofPath path: String) -> Admission {
    let refused = Admission()
    do { return admission(of: try DocumentFile(path: path)) } catch { refused.log.note(error) }
    return refused
  }

  /// Holds a file to the limits of the whole theory. This is done file by file, so that it is always the same one that
  /// goes beyond them.
  private mutating func admission(of file: DocumentFile) -> Admission {
    var admission = Admission()
    bytes += file.text.utf8.count
    if bytes > DocumentFile.mostBytes {
      admission.log.note(
        TheoryDocument.fault(
          file.name, "with this file the theory is larger than 4 MB",
          "A theory is text written by people; shorten it."))
    } else if YAMLDocument.mayBeComposed(file, countedIn: log, log: admission.log) {
      admission.file = file
    }
    return admission
  }

  /// Composes the files side by side, and takes what they hold in their order.
  private mutating func take(_ admissions: [Admission]) {
    let roots = SideBySide.map(admissions, weight: { $0.file?.text.utf8.count ?? 0 }) { admission in
      admission.file.flatMap { YAMLDocument.composed($0, log: admission.log) }
    }
    for (index, admission) in admissions.enumerated() {
      for fault in admission.log.faults { log.note(fault) }
      take(roots[index]?.noting(in: log), of: admission.file, isMain: index == 0)
    }
  }

  /// Takes the sections of a YAML file; a section that stands in two files is a fault.
  private mutating func take(_ root: DocumentNode?, of file: DocumentFile?, isMain: Bool) {
    let keys = (isMain ? Self.identityKeys + [Self.referencesKey] : []) + Self.sectionKeys
    guard let file, let map = root?.mapping(keys: keys) else {
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
    let main = main
    // Whether names are defined is seen in the nodes, so it needn't wait for what is made of them.
    let check = Part(weight: .max) { log in
      if let main { isFrame ? checkFrame(main, log) : checkWhole(main, log) }
      return { _ in }
    }
    let faultless = log.isEmpty ? Self.faultless([check] + parts) : nil
    let fillings = faultless ?? parts.map { $0.read(log) }
    let identity = main.flatMap(identity(of:))
    if faultless == nil { _ = check.read(log) }
    try log.throwIfFaulty()
    guard let identity else {
      throw TheoryDocument.fault(
        name, "there is no theory in it", "See the description of the theory document.")
    }
    var theory = Theory(identity: identity)
    if case .read(let list) = references { theory.references = list }
    for fill in fillings { fill(&theory) }
    return theory
  }

  private func whole(_ main: DocumentMapping, _ log: FaultLog, isFrame: Bool = false) -> WholenessCheck {
    WholenessCheck(
      sections: sections.mapValues { $0.noting(in: log) }, main: main.noting(in: log),
      references: isFrame ? .faulty : references, isFrame: isFrame)
  }

  private func checkWhole(_ main: DocumentMapping, _ log: FaultLog) {
    let whole = whole(main, log)
    whole.duplicates()
    guard isComplete else { return }
    for key in ["concepts", "tellings", "configurations"] where sections[key] == nil {
      whole.main.whole.fault(
        "\u{201C}\(key)\u{201D} is missing", "A theory has concepts, tellings and configurations.")
    }
    whole.run()
  }

  /// The concepts that are named, each with the field in which it stands first.
  var conceptsNamed: [(concept: Concept.ID, field: String)] {
    guard let main else { return [] }
    return whole(main, log, isFrame: true).conceptsNamed
  }

  /// The sections that a frame doesn't have.
  static let sectionsOfClaims = ["concepts", "tellings", "configurations", "rivals"]

  private func checkFrame(_ main: DocumentMapping, _ log: FaultLog) {
    let whole = whole(main, log, isFrame: true)
    for key in Self.sectionsOfClaims {
      whole.sections[key]?.fault(
        "a frame has no \u{201C}\(key)\u{201D}", "Leave them out: they come from the codings and candidates.")
    }
    whole.duplicates()
    if isComplete { whole.run() }
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
