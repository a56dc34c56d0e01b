public import ProgrammeTheory

/// Which concept each part of each coding stands for.
public struct ConceptAssignment: Sendable, Hashable {
  /// A concept, as coded or the other end of it.
  public struct Meaning: Sendable, Hashable {
    /// The concept.
    public let concept: Concept.ID
    /// Whether more of what is coded is less of the concept.
    public let isReversed: Bool
  }

  private var codes: [CodeLabel: Meaning] = [:]
  /// By the part, whichever end of the concept it stands for.
  private var parts: [PartUse: Meaning] = [:]

  init(_ synthesis: Synthesis) {
    for formed in synthesis.concepts {
      for use in formed.formation.codes {
        let now = synthesis.current(use)
        codes[CodeLabel(now.code)] = Meaning(concept: formed.id, isReversed: now.isReversed)
      }
      for use in formed.formation.parts {
        parts[PartUse(coding: use.coding, part: use.part)] = Meaning(
          concept: formed.id, isReversed: use.isReversed)
      }
    }
  }

  /// What a code stands for; `nil` where no concept is formed from it.
  public func meaning(of code: String) -> Meaning? { codes[CodeLabel(code)] }

  /// What a part of a coding stands for whatever its code does; `nil` where no concept is formed from it so.
  func meaning(ofPartAlone use: PartUse) -> Meaning? {
    parts[PartUse(coding: use.coding, part: use.part)]
  }

  /// What a part of a coding stands for; `nil` where no concept is formed from it.
  ///
  /// - Parameters:
  ///   - part: which part, from 1.
  ///   - coding: the coding.
  public func meaning(ofPart part: Int, of coding: MadeCoding) -> Meaning? {
    if let own = parts[PartUse(coding: coding.act, part: part)] { return own }
    guard coding.codes.indices.contains(part - 1) else { return nil }
    let use = coding.codes[part - 1]
    return codes[CodeLabel(use.code)].map {
      Meaning(concept: $0.concept, isReversed: $0.isReversed != use.isReversed)
    }
  }
}

extension Synthesis {
  /// Which concept each part of each coding stands for.
  public var assignment: ConceptAssignment { ConceptAssignment(self) }

  /// The label of what a code counts as now.
  func label(of use: CodeUse) -> CodeLabel { CodeLabel(current(use).code) }

  /// Whether something stands under a code now, or it came in to be used: whether it is among ``codesInUse``.
  func isUsed(_ label: CodeLabel) -> Bool {
    codeNames.isUsed(label)
  }

  /// What a concept is formed of, with its codes as they count now, each once: what a later forming goes on from. `nil` where
  /// there is no such concept.
  public func formation(of id: Concept.ID) -> ConceptFormation? {
    guard var formation = concept(id)?.formation else { return nil }
    var seen: Set<CodeLabel> = []
    formation.codes = formation.codes.map(current).filter { seen.insert(CodeLabel($0.code)).inserted }
    return formation
  }

  /// A code as it is used now.
  public struct CodeInUse: Sendable, Hashable {
    /// The code.
    public let code: String
    /// How many parts of codings stand under it.
    public let parts: Int
    /// The keys of the sources in which it is used, in the order of first use.
    public let sources: [String]
    /// The slots in which it stands, in the order of ``CodingSlot``.
    public let slots: [CodingSlot]
    /// What it stands for; `nil` where no concept is formed from it.
    public let meaning: ConceptAssignment.Meaning?
  }

  /// The codes, those that are used in the order of first use, then those that only came in.
  public var codesInUse: [CodeInUse] {
    var order: [CodeLabel] = []
    var uses: [CodeLabel: (parts: Int, sources: [String], slots: Set<CodingSlot>)] = [:]
    func note(_ code: String) -> CodeLabel {
      let label = CodeLabel(code)
      if uses[label] == nil {
        uses[label] = (0, [], [])
        order.append(label)
      }
      return label
    }
    for made in codings {
      let source = source(of: made.coding.ground)
      for (part, use) in zip(made.coding.parts, made.codes) {
        let label = note(use.code)
        uses[label]?.parts += 1
        uses[label]?.slots.insert(part.slot)
        if let source, uses[label]?.sources.contains(source) == false { uses[label]?.sources.append(source) }
      }
    }
    for code in brought.flatMap(\.codes) where code.isCodable { _ = note(current(CodeUse(code.name)).code) }
    let assignment = assignment
    return order.map { label in
      let use = uses[label] ?? (0, [], [])
      return CodeInUse(
        code: codeNames.spelling(of: label), parts: use.parts, sources: use.sources,
        slots: CodingSlot.allCases.filter(use.slots.contains),
        meaning: assignment.meaning(of: label.text))
    }
  }
}
