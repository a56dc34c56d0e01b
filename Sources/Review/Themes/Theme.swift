public import Bibliography
public import Documents
public import ProgrammeTheory

/// Something that stays thematic: a point of entry, or what is told without being a part of a configuration.
public struct Theme: Sendable, Hashable, Codable {
  /// What a theme is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Why partners come together.
    case entryPoint = "entry-point"
    /// What is told, and no part of a configuration.
    case theme
  }

  /// One coding of a theme.
  public struct Mention: Sendable, Hashable, Codable {
    /// The number of the coding's act.
    public let coding: Int
    /// The coder.
    public let coder: String
    /// The key of the source; `nil` where its passage isn't there.
    public let source: String?
    /// Where it stands, in words: `lee2020, passage p12`.
    public let place: String
    /// The words of the passage, or those quoted of the place.
    public let words: String?
    /// Whether it tells the other end of the theme.
    public let isReversed: Bool
    /// What the source says in short words, where the coder gave any.
    public let said: String?
    /// The phases that candidates have which rest on the same place, in their order.
    public let phases: [Phase.ID]
  }

  /// What it is.
  public let kind: Kind
  /// The code, as it is called now, or the name that the frame has for the point of entry.
  public let name: String
  /// What the frame says of the point of entry.
  public let explanation: String?
  /// Its codings, by phase and then in the order in which they were made; those without a phase last.
  public let mentions: [Mention]
  /// The works in which it was found: those of its codings, then further ones that the frame names.
  public let works: [Reference.ID]
  /// The phases of its codings, in their order.
  public let phases: [Phase.ID]
}

extension Synthesis {
  /// The themes: points of entry first, each kind by its first phase and then in the order of first use.
  ///
  /// A theme has no phase of its own. It has that of the configurations which the same places tell: candidates that aren't
  /// dropped, and don't go on in one that is. The order of phases is the frame's; those that the frame doesn't have follow as candidates named them.
  ///
  /// - Throws: `FaultyDocument` where the frame can't be read.
  public func themes() throws(FaultyDocument) -> [Theme] {
    let frame = try self.frame?.theory()
    var gathering = ThemeGathering(self, phases: frame?.phases.map(\.id) ?? [])
    for entry in EntryPointGathering(framed: frame?.entryPoints ?? [], codings: codings).entries {
      gathering.note(entry)
    }
    for made in codings { gathering.note(made) }
    return gathering.themes
  }
}

/// Gathers themes from codings and from the points of entry of a frame.
private struct ThemeGathering {
  private struct Found {
    let kind: Theme.Kind
    let name: String
    var explanation: String?
    var mentions: [Theme.Mention] = []
    var works: [Reference.ID] = []
  }

  private let synthesis: Synthesis
  /// The place of each phase in the order.
  private var ranks: [Phase.ID: Int] = [:]
  private var phases: [GroundPlace: [Phase.ID]] = [:]
  private var found: [Found] = []
  /// The place of each theme among what was found.
  private var places: [CodeLabel: Int] = [:]

  init(_ synthesis: Synthesis, phases known: [Phase.ID]) {
    self.synthesis = synthesis
    for phase in known where ranks[phase] == nil { ranks[phase] = ranks.count }
    for candidate in synthesis.candidates where synthesis.goingOn(candidate.id)?.judgement?.fate != .dropped {
      guard let phase = candidate.draft.phase else { continue }
      if ranks[phase] == nil { ranks[phase] = ranks.count }
      for made in candidate.draft.codings.compactMap(synthesis.coding) {
        phases[GroundPlace(made.coding.ground, synthesis.material), default: []].append(phase)
      }
    }
  }

  mutating func note(_ entry: EntryPointGathering.Entry) {
    found.append(
      Found(
        kind: .entryPoint, name: entry.name, explanation: entry.framed?.explanation,
        mentions: entry.namings.map { mention($0.made, $0.part, $0.use) }, works: entry.framed?.sources ?? [])
    )
  }

  /// Notes the themes of a coding; points of entry are gathered apart.
  mutating func note(_ made: MadeCoding) {
    for (part, use) in zip(made.coding.parts, made.codes) where part.slot == .theme {
      let label = CodeLabel(use.code)
      let place = places[label] ?? found.count
      if place == found.count {
        places[label] = place
        found.append(Found(kind: .theme, name: use.code))
      }
      found[place].mentions.append(mention(made, part, use))
    }
  }

  private func mention(_ made: MadeCoding, _ part: CodedPart, _ use: CodeUse) -> Theme.Mention {
    let place = GroundPlace(made.coding.ground, synthesis.material)
    let source = synthesis.source(of: made.coding.ground)
    return Theme.Mention(
      coding: made.act, coder: made.by, source: source, place: made.coding.ground.told(in: source),
      words: synthesis.words(of: made), isReversed: use.isReversed, said: part.words,
      phases: sorted(phases[place] ?? []))
  }

  private func sorted(_ phases: [Phase.ID]) -> [Phase.ID] {
    Set(phases).sorted { (ranks[$0] ?? ranks.count, $0) < (ranks[$1] ?? ranks.count, $1) }
  }

  private func rank(_ phases: [Phase.ID]) -> Int { phases.first.flatMap { ranks[$0] } ?? ranks.count }

  var themes: [Theme] {
    let all = found.map(theme)
    return Theme.Kind.allCases.flatMap { kind in
      inOrder(all.filter { $0.kind == kind }, by: \.phases)
    }
  }

  private func theme(_ found: Found) -> Theme {
    let mentions = inOrder(found.mentions, by: \.phases)
    let works = mentions.compactMap { synthesis.coding($0.coding) }.flatMap(synthesis.works)
    return Theme(
      kind: found.kind, name: found.name, explanation: found.explanation, mentions: mentions,
      works: (works + found.works).once,
      phases: sorted(mentions.flatMap(\.phases)))
  }

  /// By the first phase; where that is the same, in the order that they have.
  private func inOrder<Item>(_ items: [Item], by phases: (Item) -> [Phase.ID]) -> [Item] {
    items.enumerated().sorted {
      (rank(phases($0.element)), $0.offset) < (rank(phases($1.element)), $1.offset)
    }.map(\.element)
  }
}
