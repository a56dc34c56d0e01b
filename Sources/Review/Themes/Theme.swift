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
  /// dropped. The order of phases is the frame's; those that the frame doesn't have follow as candidates named them.
  ///
  /// - Throws: `FaultyDocument` where the frame can't be read.
  public func themes() throws(FaultyDocument) -> [Theme] {
    let frame = try self.frame?.theory()
    var gathering = ThemeGathering(self, phases: frame?.phases.map(\.id) ?? [])
    for point in frame?.entryPoints ?? [] { gathering.note(point) }
    for made in codings { gathering.note(made) }
    return gathering.themes
  }
}

/// Gathers themes from codings and from the points of entry of a frame.
private struct ThemeGathering {
  private struct Key: Hashable {
    let kind: Theme.Kind
    let label: String
  }

  private struct Found {
    var name: String
    var explanation: String?
    var mentions: [Theme.Mention] = []
    var works: [Reference.ID] = []
  }

  private let synthesis: Synthesis
  /// The place of each phase in the order.
  private var ranks: [Phase.ID: Int] = [:]
  private var phases: [GroundPlace: [Phase.ID]] = [:]
  /// The points of entry of the frame.
  private var points: [EntryPoint] = []
  private var order: [Key] = []
  private var found: [Key: Found] = [:]

  init(_ synthesis: Synthesis, phases known: [Phase.ID]) {
    self.synthesis = synthesis
    for phase in known where ranks[phase] == nil { ranks[phase] = ranks.count }
    for candidate in synthesis.candidates where candidate.judgement?.fate != .dropped {
      guard let phase = candidate.draft.phase else { continue }
      if ranks[phase] == nil { ranks[phase] = ranks.count }
      for made in candidate.draft.codings.compactMap(synthesis.coding) {
        phases[GroundPlace(made.coding.ground, synthesis.material), default: []].append(phase)
      }
    }
  }

  mutating func note(_ point: EntryPoint) {
    let key = Key(kind: .entryPoint, label: point.id.text)
    points.append(point)
    if found[key] == nil { order.append(key) }
    found[key] = Found(name: point.name, explanation: point.explanation, works: point.sources)
  }

  mutating func note(_ made: MadeCoding) {
    for (part, use) in zip(made.coding.parts, made.codes) {
      guard let kind = Theme.Kind(rawValue: part.slot.rawValue) else { continue }
      let key = Key(kind: kind, label: label(use.code, kind))
      if found[key] == nil {
        order.append(key)
        found[key] = Found(name: use.code)
      }
      let mention = mention(made, part)
      found[key]?.mentions.append(mention)
    }
  }

  /// Points of entry go by the identifiers that they have in the theory that comes out.
  private func label(_ code: String, _ kind: Theme.Kind) -> String {
    let label = CodeLabel(code).text
    guard kind == .entryPoint else { return label }
    return points.first { $0.isCalled(code) }?.id.text ?? EntryPoint.ID.made(of: code)?.text ?? label
  }

  private func mention(_ made: MadeCoding, _ part: CodedPart) -> Theme.Mention {
    let place = GroundPlace(made.coding.ground, synthesis.material)
    let source = synthesis.source(of: made.coding.ground)
    return Theme.Mention(
      coding: made.act, coder: made.by, source: source, place: made.coding.ground.told(in: source),
      words: synthesis.words(of: made), said: part.words,
      phases: sorted(phases[place] ?? []))
  }

  private func sorted(_ phases: [Phase.ID]) -> [Phase.ID] {
    Set(phases).sorted { (ranks[$0] ?? ranks.count, $0) < (ranks[$1] ?? ranks.count, $1) }
  }

  private func rank(_ phases: [Phase.ID]) -> Int { phases.first.flatMap { ranks[$0] } ?? ranks.count }

  var themes: [Theme] {
    let all = order.compactMap { key in found[key].map { theme(key.kind, $0) } }
    return Theme.Kind.allCases.flatMap { kind in
      inOrder(all.filter { $0.kind == kind }, by: \.phases)
    }
  }

  private func theme(_ kind: Theme.Kind, _ found: Found) -> Theme {
    let mentions = inOrder(found.mentions, by: \.phases)
    var seen: Set<Reference.ID> = []
    let works = mentions.compactMap { synthesis.coding($0.coding) }.flatMap(synthesis.works)
    return Theme(
      kind: kind, name: found.name, explanation: found.explanation, mentions: mentions,
      works: (works + found.works).filter { seen.insert($0).inserted },
      phases: sorted(mentions.flatMap(\.phases)))
  }

  /// By the first phase; where that is the same, in the order that they have.
  private func inOrder<Item>(_ items: [Item], by phases: (Item) -> [Phase.ID]) -> [Item] {
    items.enumerated().sorted {
      (rank(phases($0.element)), $0.offset) < (rank(phases($1.element)), $1.offset)
    }.map(\.element)
  }
}
