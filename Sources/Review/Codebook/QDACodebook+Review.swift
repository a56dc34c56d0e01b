import Documents
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
    let brought = BroughtCodes(synthesis)
    var byLabel: [CodeLabel: Code] = [:]
    var order: [CodeLabel] = []
    var stock = GuidStock(reserved: brought.owners)
    func put(_ label: CodeLabel, _ code: Code) {
      order.append(label)
      byLabel[label] = code
    }
    for use in synthesis.codesInUse {
      let label = CodeLabel(use.code)
      let known = brought.code(label)
      let slots = use.slots.map(\.rawValue).joined(separator: ", ")
      let used =
        use.parts == 0 ? nil : "Coded \(use.parts == 1 ? "once" : "\(use.parts) times"), as \(slots)."
      put(
        label,
        Code(
          guid: stock.take(known?.guid, of: label, from: use.code), name: use.code,
          description: known?.description ?? used, colour: known?.colour, isCodable: known?.isCodable ?? true)
      )
    }
    for code in synthesis.brought.flatMap(\.codes) where !code.isCodable {
      let label = brought.label(code.name)
      guard byLabel[label] == nil else { continue }
      put(
        label,
        Code(
          guid: stock.take(code.guid, of: label, from: code.name), name: code.name,
          description: code.description, colour: code.colour, isCodable: false))
    }
    let tree = CodeTree(codes: byLabel, order: order, under: brought.under)
    let sets = Self.sets(of: synthesis, byLabel) + Self.broughtSets(of: synthesis, byLabel)
    self.init(
      origin: program, codes: tree.roots,
      sets: sets.map { set in
        var set = set
        set.guid = stock.take(set.guid, of: nil, from: "set: " + set.name)
        return set
      })
  }

  private static func sets(of synthesis: Synthesis, _ codes: [CodeLabel: Code]) -> [CodeSet] {
    synthesis.concepts.map { formed in
      let concept = formed.formation.concept
      let labels = formed.formation.codes.map(synthesis.label(of:))
      return CodeSet(
        guid: QDAGuid.derived(from: "concept: \(concept.id)"), name: concept.name,
        description: concept.definition, members: labels.compactMap { codes[$0]?.guid }.once)
    }
  }

  private static func broughtSets(of synthesis: Synthesis, _ codes: [CodeLabel: Code]) -> [CodeSet] {
    let formed = Set(synthesis.concepts.map { QDAGuid.derived(from: "concept: \($0.id)") })
    var seen = formed
    return synthesis.brought.flatMap(\.sets).compactMap { set in
      let labels = set.codes.map { synthesis.label(of: CodeUse($0)) }
      let made = CodeSet(
        guid: set.guid, name: set.name, description: set.description,
        members: labels.compactMap { codes[$0]?.guid }.once)
      return seen.insert(made.guid).inserted ? made : nil
    }
  }

  // MARK: Into a review

  /// The codebook as an act brings it into a review, and what became of names that stand twice.
  ///
  /// A review tells codes apart by their names. Where a codebook has one name in two places, the later is called by its own name
  /// and that of the code above it. A code that came in before by another name is told: its codings don't follow by
  /// themselves.
  ///
  /// - Parameters:
  ///   - file: the file, without its folders.
  ///   - synthesis: what the review has.
  public func brought(
    from file: String, into synthesis: Synthesis = Synthesis()
  ) -> (act: CodesBrought, told: [String]) {
    var names: [String: String] = [:]
    var known: Set<CodeLabel> = []
    var told: [String] = []
    let before = BroughtCodes(synthesis)
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
      if let former = before.owners[code.guid], former != before.label(name) {
        told.append(
          "“\(name.shortened)” came in before as “\(before.spelling(former).shortened)”, with the same GUID. To let the codings of that "
            + "follow: realist review merge-codes FILE \(before.spelling(former).quotedForShell) --into \(name.quotedForShell)"
        )
      }
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
