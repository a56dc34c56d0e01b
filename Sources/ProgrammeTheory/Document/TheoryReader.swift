internal import Bibliography
internal import Documents

/// A value together with the node that it was read from, so that a later check can still point at its line.
struct Located<Value> {
  let value: Value
  let node: DocumentNode
}

/// Reads the sections of a theory from its files, and notes every fault on the way.
struct TheoryReader {
  static let identityKeys = [
    "format", "id", "title", "version", "language", "summary", "citation", "licence", "notes",
  ]
  static let sectionKeys = [
    "phases", "groups", "concepts", "tellings", "configurations", "rivals", "sources", "middleRangeTheories",
    "entryPoints", "arrangements", "flow", "statements", "citations", "loops", "levers", "outlook",
    "caseFields",
    "dynamics",
  ]

  let log: FaultLog
  private var sections: [String: DocumentNode] = [:]
  private var main: DocumentMapping?
  private(set) var references: [Reference] = []
  private(set) var hasReferences = false

  init(log: FaultLog) {
    self.log = log
  }

  /// Takes the sections of the files; a section that stands in two files is a fault.
  mutating func take(_ files: [DocumentFile]) {
    for (index, file) in files.enumerated() {
      let keys = (index == 0 ? Self.identityKeys : []) + Self.sectionKeys
      guard let map = YAMLDocument.root(of: file, log: log)?.mapping(keys: keys) else { continue }
      if index == 0 { main = map }
      for key in Self.sectionKeys {
        guard let node = map.optional(key) else { continue }
        if sections[key] != nil {
          node.fault("this section stands in another file already", "Keep each section in one file.")
        } else {
          sections[key] = node
        }
      }
    }
  }

  /// Takes the references of a CSL-JSON file.
  mutating func take(references file: DocumentFile) {
    hasReferences = true
    do {
      references = try ReferenceList.read(csl: file.text.utf8, file: file.name).references
    } catch {
      for fault in error.faults {
        let field = [fault.record.map { "[\($0)]" }, fault.field].compactMap(\.self).joined(separator: ".")
        log.note(
          Fault(
            file: fault.file, line: fault.line, field: field, problem: fault.problem, remedy: fault.remedy))
      }
    }
  }

  /// The theory, or `nil` when there is no main file or no identity; all faults are in the log.
  func theory() -> Theory? {
    guard let main else { return nil }
    var read = LocatedTheory()
    read.phases = located("phases", Phase.init)
    read.groups = located("groups", ConceptGroup.init)
    read.concepts = located("concepts", Concept.init)
    read.tellings = located("tellings", Telling.init)
    read.configurations = located("configurations", CMOConfiguration.init)
    read.rivalries = located("rivals", Rivalry.init)
    read.sources = located("sources", Source.init)
    read.middleRangeTheories = located("middleRangeTheories", MiddleRangeTheory.init)
    read.entryPoints = located("entryPoints", EntryPoint.init)
    read.arrangements = located("arrangements", Arrangement.init)
    read.flow = located("flow", FlowStep.init)
    read.statements = located("statements", Statement.init)
    read.citations = located("citations", Citation.init)
    read.patterns = located("loops", NamedPattern.init)
    read.levers = located("levers", Lever.init)
    read.outlook = located("outlook", Prospect.init)
    read.caseFields = sections["caseFields"].flatMap { node in
      CaseFields(node).map { Located(value: $0, node: node) }
    }
    read.dynamics = located("dynamics", DynamicsBlock.init)
    read.references = references
    for key in ["concepts", "tellings", "configurations"] where sections[key] == nil {
      main.whole.fault(
        "\u{201C}\(key)\u{201D} is missing", "A theory has concepts, tellings and configurations.")
    }
    let identity = identity(of: main)
    let whole = WholenessCheck(read: read, hasReferences: hasReferences)
    whole.run(citation: main.optional("citation"))
    return identity.map(read.theory(identity:))
  }

  private func located<Value>(_ key: String, _ read: (DocumentNode) -> Value?) -> [Located<Value>] {
    (sections[key]?.sequence() ?? []).compactMap { node in
      read(node).map { Located(value: $0, node: node) }
    }
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
    guard let id, let title, let version, let language, let summary else { return nil }
    return Theory.Identity(
      id: id, title: title, version: version, language: language, summary: summary,
      citation: main.optional("citation")?.text(), licence: main.optional("licence")?.text(),
      notes: main.list("notes") { $0.text() })
  }
}

/// The parts of a theory, each with the node that it was read from.
struct LocatedTheory {
  var references: [Reference] = []
  var phases: [Located<Phase>] = []
  var groups: [Located<ConceptGroup>] = []
  var concepts: [Located<Concept>] = []
  var tellings: [Located<Telling>] = []
  var configurations: [Located<CMOConfiguration>] = []
  var rivalries: [Located<Rivalry>] = []
  var sources: [Located<Source>] = []
  var middleRangeTheories: [Located<MiddleRangeTheory>] = []
  var entryPoints: [Located<EntryPoint>] = []
  var arrangements: [Located<Arrangement>] = []
  var flow: [Located<FlowStep>] = []
  var statements: [Located<Statement>] = []
  var citations: [Located<Citation>] = []
  var patterns: [Located<NamedPattern>] = []
  var levers: [Located<Lever>] = []
  var outlook: [Located<Prospect>] = []
  var caseFields: Located<CaseFields>?
  var dynamics: [Located<DynamicsBlock>] = []

  func theory(identity: Theory.Identity) -> Theory {
    var theory = Theory(identity: identity)
    theory.references = references
    theory.phases = phases.map(\.value)
    theory.groups = groups.map(\.value)
    theory.concepts = concepts.map(\.value)
    theory.tellings = tellings.map(\.value)
    theory.configurations = configurations.map(\.value)
    theory.rivalries = rivalries.map(\.value)
    theory.sources = sources.map(\.value)
    theory.middleRangeTheories = middleRangeTheories.map(\.value)
    theory.entryPoints = entryPoints.map(\.value)
    theory.arrangements = arrangements.map(\.value)
    theory.flow = flow.map(\.value)
    theory.statements = statements.map(\.value)
    theory.citations = citations.map(\.value)
    theory.patterns = patterns.map(\.value)
    theory.levers = levers.map(\.value)
    theory.outlook = outlook.map(\.value)
    theory.caseFields = caseFields?.value ?? CaseFields()
    theory.dynamics = dynamics.map(\.value)
    return theory
  }
}
