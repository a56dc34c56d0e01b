internal import Bibliography
internal import Documents

/// Holds a theory document against itself: nothing is defined twice, and whatever is named is defined.
///
/// It looks at the nodes and not at what was read from them, so that each fault points at its own line, and a part
/// with a fault of its own still counts as defined.
struct WholenessCheck {
  let sections: [String: DocumentNode]
  let main: DocumentMapping
  let references: TheoryReader.References
  /// Whether what claims are made of stands elsewhere, so that no name of it can be called unknown.
  var isFrame = false

  /// The kinds of part that have names, with the way from an item to its name.
  private static let names: [(section: String, paths: [DocumentPath])] = [
    ("phases", ["id"]), ("groups", ["id"]), ("concepts", ["id"]), ("tellings", ["id"]),
    ("configurations", ["id"]), ("rivals", ["id"]), ("sources", ["id"]), ("middleRangeTheories", ["id"]),
    ("entryPoints", ["id"]), ("arrangements", ["id"]), ("flow", ["id"]), ("statements", ["id"]),
    ("loops", ["id"]), ("levers", ["id"]), ("outlook", ["concept"]),
    ("dynamics", ["ending.id", "label.id", "order.id"]),
  ]

  /// Notes what is defined twice; that can be said even where another file couldn't be read.
  func duplicates() {
    for (section, paths) in Self.names {
      var lines: [String: Int?] = [:]
      for (name, node) in defined(section, paths) {
        if let first = lines[name] {
          let at = first.map { " (line \($0))" } ?? ""
          node.fault(
            "\u{201C}\(name.clipped)\u{201D} stands twice\(at)", "Give each its own identifier.")
        } else {
          lines[name] = .some(node.line)
        }
      }
    }
  }

  /// Notes what is named and not defined, and the other faults that only the whole shows.
  func run() {
    let known = knownNames()
    for (section, uses) in NameUse.bySection {
      for item in items(section) {
        for use in uses { check(use, in: item, known) }
      }
    }
    if let citation = main.optional("citation"), let id = citation.glimpse {
      known.references.check(id, citation)
    }
    if case .none = references, let first = firstUseOfReferences() {
      first.fault(
        "the document names references, and there is no \(TheoryDocument.referencesFile) beside it",
        "Put the references there, as CSL-JSON.")
    }
    conceptCount()
    links()
    blends()
    refinement()
  }

  // MARK: What is defined

  func items(_ section: String) -> [DocumentNode] {
    guard let node = sections[section] else { return [] }
    return section == "caseFields" ? [node] : node.items
  }

  private func defined(_ section: String, _ paths: [DocumentPath]) -> [(name: String, node: DocumentNode)] {
    items(section).compactMap { item in
      for path in paths {
        if let node = item.first(path), let name = node.glimpse, !name.isEmpty { return (name, node) }
      }
      return nil
    }
  }

  private struct Known {
    let concepts, tellings, configurations, phases, groups, references, steps, blocks: KnownNames
  }

  private func knownNames() -> Known {
    func names(_ kind: String, _ section: String, isRequired: Bool = false) -> KnownNames {
      let paths = Self.names.first { $0.section == section }?.paths ?? []
      // Where a section is missing that must be there, or is no list, that is the fault; its names aren't faults too.
      let isOpen = sections[section].map { !$0.isSequence } ?? (isRequired || isFrame)
      return KnownNames(kind, defined(section, paths).map(\.name), isOpen: isOpen)
    }
    let references: [Reference]? = if case .read(let list) = references { list } else { nil }
    return Known(
      concepts: names("concept", "concepts", isRequired: true),
      tellings: names("telling", "tellings", isRequired: true),
      configurations: names("configuration", "configurations", isRequired: true),
      phases: names("phase", "phases"),
      groups: names("group", "groups", isRequired: true),
      references: KnownNames("reference", (references ?? []).map(\.id), isOpen: references == nil),
      steps: names("step of the flow", "flow"), blocks: names("block", "dynamics"))
  }

  // MARK: What is named

  /// The concepts that are named, each with the field in which it stands first.
  var conceptsNamed: [(concept: Concept.ID, field: String)] {
    var seen: Set<Concept.ID> = []
    var named: [(concept: Concept.ID, field: String)] = []
    for (section, uses) in NameUse.bySection {
      for item in items(section) {
        for use in uses {
          for node in item.all(use.path) {
            guard let concept = node.glimpse.flatMap(use.concept), seen.insert(concept).inserted else {
              continue
            }
            named.append((concept, node.field))
          }
        }
      }
    }
    return named
  }

  private func check(_ use: NameUse, in item: DocumentNode, _ known: Known) {
    for node in item.all(use.path) {
      guard let text = node.glimpse else { continue }
      switch use.kind {
      case .concept, .literal, .effect:
        if let concept = use.concept(in: text) { known.concepts.check(concept.text, node) }
      case .telling: checkIdentifier(text, known.tellings, node)
      case .configuration: checkIdentifier(text, known.configurations, node)
      case .phase: checkIdentifier(text, known.phases, node)
      case .group: known.groups.check(text, node)
      case .reference: known.references.check(text, node)
      case .step: checkIdentifier(text, known.steps, node)
      case .block: checkIdentifier(text, known.blocks, node)
      }
    }
  }

  /// What is no identifier at all has its fault already.
  private func checkIdentifier(_ text: String, _ names: KnownNames, _ node: DocumentNode) {
    if Identifier<Theory>(text) != nil { names.check(text, node) }
  }

  private func firstUseOfReferences() -> DocumentNode? {
    if let citation = main.optional("citation") { return citation }
    for (section, uses) in NameUse.bySection {
      for use in uses where use.kind == .reference {
        for item in items(section) {
          if let node = item.all(use.path).first(where: { $0.glimpse != nil }) { return node }
        }
      }
    }
    return nil
  }

  // MARK: The whole

  private func conceptCount() {
    let concepts = items("concepts")
    guard concepts.count > Theory.mostConcepts else { return }
    concepts[Theory.mostConcepts].fault(
      "there are \(concepts.count) concepts, and \(Theory.mostConcepts) are the most",
      "Merge concepts that stand for one thing.")
  }

  /// An ending that watches a blend needs one that its concept is a part of.
  private func blends() {
    let blocks = items("dynamics")
    let blended = Set(blocks.flatMap { $0.all("blend.of[]").compactMap(\.glimpse) })
    for block in blocks {
      guard let watches = block.first("ending.watches"), watches.glimpse == "blended",
        let concept = block.first("ending.of")?.glimpse, !blended.contains(concept)
      else { continue }
      watches.fault(
        "no blend has \u{201C}\(concept.clipped)\u{201D} among its \u{201C}of\u{201D}",
        "Write alone, or add a blend of that concept.")
    }
  }

  private static let (id, sameAs, sources): (DocumentPath, DocumentPath, DocumentPath) = (
    "id", "sameAs[]", "sources"
  )
  private static let links: [DocumentPath] = [sameAs, "refersTo[]", "inverts"]

  private func links() {
    let tellings = items("tellings")
    let linkedTo = Set(tellings.flatMap { $0.all(Self.sameAs).compactMap(\.glimpse) })
    for telling in tellings {
      let id = telling.first(Self.id)?.glimpse
      for path in Self.links {
        for node in telling.all(path) where node.glimpse == id && id != nil {
          node.fault("a telling points to itself", "Name another, or leave it out.")
        }
      }
      guard let sources = telling.first(Self.sources), sources.glimpse == "as linked" else { continue }
      let isLinked = !telling.all(Self.sameAs).isEmpty || id.map(linkedTo.contains) ?? false
      if !isLinked {
        sources.fault(
          "the sources are said to be those of linked tellings, and none is linked",
          "Link one with sameAs, list the references, or write: not given.")
      }
    }
  }
}
