import ProgrammeTheory

extension QDACodebook {
  /// The codes of a review: those that came in with what their codebook says of them, and those that coders made; each concept
  /// is a set of the codes that it is formed from.
  ///
  /// A code that went on as another in a merge is there under its new name only.
  ///
  /// - Parameters:
  ///   - synthesis: the review's synthesis.
  ///   - program: name and version of the program.
  public init(_ synthesis: Synthesis, madeBy program: String) {
    let brought = synthesis.brought.flatMap(\.codes)
    let known = Dictionary(brought.map { (CodeLabel($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    let uses = synthesis.codesInUse
    var byLabel: [CodeLabel: Code] = [:]
    var order: [CodeLabel] = []
    for use in uses {
      let label = CodeLabel(use.code)
      order.append(label)
      byLabel[label] = Self.code(use, known[label])
    }
    for code in brought where byLabel[CodeLabel(code.name)] == nil && !code.isCodable {
      order.append(CodeLabel(code.name))
      byLabel[CodeLabel(code.name)] = Self.code(code)
    }
    let tree = CodeTree(
      codes: byLabel, order: order, under: known.compactMapValues { $0.under.map { CodeLabel($0) } })
    self.init(
      origin: program, codes: tree.roots,
      sets: Self.sets(of: synthesis, byLabel) + Self.broughtSets(of: synthesis, byLabel))
  }

  private static func code(_ use: Synthesis.CodeInUse, _ known: CodesBrought.Code?) -> Code {
    let slots = use.slots.map(\.rawValue).joined(separator: ", ")
    let used = use.parts == 0 ? nil : "Coded \(use.parts == 1 ? "once" : "\(use.parts) times"), as \(slots)."
    return Code(
      guid: known?.guid, name: use.code, description: known?.description ?? used, colour: known?.colour,
      isCodable: known?.isCodable ?? true)
  }

  private static func code(_ code: CodesBrought.Code) -> Code {
    Code(
      guid: code.guid, name: code.name, description: code.description, colour: code.colour,
      isCodable: code.isCodable)
  }

  private static func sets(of synthesis: Synthesis, _ codes: [CodeLabel: Code]) -> [CodeSet] {
    synthesis.concepts.map { formed in
      let concept = formed.formation.concept
      let labels = formed.formation.codes.map { CodeLabel(synthesis.current($0).code) }
      return CodeSet(
        guid: QDAGuid.derived(from: "concept: \(concept.id)"), name: concept.name,
        description: concept.definition, members: Self.once(labels.compactMap { codes[$0]?.guid }))
    }
  }

  private static func broughtSets(of synthesis: Synthesis, _ codes: [CodeLabel: Code]) -> [CodeSet] {
    let formed = Set(synthesis.concepts.map { QDAGuid.derived(from: "concept: \($0.id)") })
    var seen = formed
    return synthesis.brought.flatMap(\.sets).compactMap { set in
      let labels = set.codes.map { CodeLabel(synthesis.current(CodeUse($0)).code) }
      let made = CodeSet(
        guid: set.guid, name: set.name, description: set.description,
        members: Self.once(labels.compactMap { codes[$0]?.guid }))
      return seen.insert(made.guid).inserted ? made : nil
    }
  }

  private static func once(_ guids: [String]) -> [String] {
    var seen: Set<String> = []
    return guids.filter { seen.insert($0).inserted }
  }

  // MARK: Into a review

  /// The codebook as an act brings it into a review, and what became of names that stand twice.
  ///
  /// A review tells codes apart by their names. Where a codebook has one name in two places, the later is called by its own name
  /// and that of the code above it.
  ///
  /// - Parameter file: the file, without its folders.
  public func brought(from file: String) -> (act: CodesBrought, told: [String]) {
    var names: [String: String] = [:]
    var known: Set<CodeLabel> = []
    var told: [String] = []
    let codes = allCodes.map { code, above in
      var name = code.name
      if !known.insert(CodeLabel(name)).inserted {
        name = above.map { "\(code.name) (\($0.name))" } ?? "\(code.name) (again)"
        var number = 2
        while !known.insert(CodeLabel(name)).inserted {
          name = "\(code.name) (\(above?.name ?? "again"), \(number))"
          number += 1
        }
        told.append("“\(code.name.shortened)” stands twice; the later is called “\(name.shortened)”.")
      }
      names[code.guid] = name
      return CodesBrought.Code(
        name: name, description: code.description, colour: code.colour, isCodable: code.isCodable,
        guid: code.guid, under: above.flatMap { names[$0.guid] })
    }
    let sets = self.sets.map { set in
      CodesBrought.CodeSet(
        name: set.name, description: set.description, guid: set.guid,
        codes: set.members.compactMap { names[$0] })
    }
    return (CodesBrought(file: file, codes: codes, sets: sets), told)
  }
}

/// Codes put under those that they stand under.
private struct CodeTree {
  let codes: [CodeLabel: QDACodebook.Code]
  let order: [CodeLabel]
  private var inner: [CodeLabel: [CodeLabel]] = [:]
  private var outer: [CodeLabel] = []

  init(codes: [CodeLabel: QDACodebook.Code], order: [CodeLabel], under: [CodeLabel: CodeLabel]) {
    (self.codes, self.order) = (codes, order)
    for label in order {
      if let above = under[label], codes[above] != nil, !Self.isUnder(above, label, under) {
        inner[above, default: []].append(label)
      } else {
        outer.append(label)
      }
    }
  }

  /// Whether a code stands, at any distance, under another: two codebooks may put each under the other.
  private static func isUnder(_ label: CodeLabel, _ other: CodeLabel, _ under: [CodeLabel: CodeLabel]) -> Bool
  {
    var next: CodeLabel? = label
    for _ in 0..<200 {
      guard let current = next else { return false }
      if current == other { return true }
      next = under[current]
    }
    return true
  }

  var roots: [QDACodebook.Code] { outer.compactMap(code) }

  private func code(_ label: CodeLabel) -> QDACodebook.Code? {
    guard var code = codes[label] else { return nil }
    code.children = (inner[label] ?? []).compactMap(self.code)
    return code
  }
}
