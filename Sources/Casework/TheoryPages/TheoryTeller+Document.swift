import Bibliography
import OrderedCollections
import ProgrammeTheory
public import Reporting

extension TheoryTeller {
  /// The whole theory as a document to read: what it is about, its concepts, its configurations by phase with their
  /// sentences and what they rest on, what contradicts itself, what it explains with, actions, and its sources.
  public var document: Page {
    let part = overview.parts
    let about = part.filter { $0.id == "holds" }
    let settings = part.filter { $0.id == "entry" }
    var parts = about + [Part(id: "concepts", title: "Concepts", blocks: glossary)]
    parts.append(Part(id: "configurations", title: "How it says that things work", blocks: claims))
    parts.append(Part(id: "rivalries", title: "Where it contradicts itself", blocks: rivalries))
    parts += settings
    parts.append(Part(id: "patterns", title: "Loops, scales, thresholds and shifts", blocks: patterns))
    parts.append(Part(id: "middle-range", title: "Theories that it explains with", blocks: middleRange))
    parts.append(Part(id: "actions", title: "Actions", blocks: actions))
    parts.append(Part(id: "references", title: "References", blocks: references))
    let cited = theory.identity.citation.flatMap(theory.reference)
    let story = [
      theory.identity.summary, cited.map { "It encodes: \($0.fullCitation)" }, theory.identity.licence,
    ]
    var page = page(
      theory.identity.title, story: story.compactMap { $0.map { Sentence($0) } },
      parts: parts.filter { !$0.blocks.isEmpty })
    page.subtitle = nil
    return page
  }

  // MARK: Concepts

  private var glossary: [Block] {
    let groups = OrderedSet(theory.groups.map(\.id) + theory.concepts.map(\.group))
    return groups.compactMap { group in
      let members = theory.concepts.filter { $0.group == group }
      guard !members.isEmpty else { return nil }
      let name = theory.groups.first { $0.id == group }?.name ?? group
      return .table(
        Table(
          caption: Theory.capitalised(name), columns: ["Concept", "What is meant", "From", "To"],
          rows: members.map {
            [Cell($0.name), Cell($0.definition), Cell($0.wording.low), Cell($0.wording.high)]
          }))
    }
  }

  // MARK: Configurations

  private var claims: [Block] {
    let phases: [(id: Phase.ID?, name: String)] =
      theory.phases.map { ($0.id, Theory.capitalised($0.name)) } + [(nil, "In no phase of its own")]
    return phases.flatMap { phase -> [Block] in
      let members = theory.configurations.filter { $0.phase == phase.id }
      guard !members.isEmpty else { return [] }
      let heading: [Block] = theory.phases.isEmpty ? [] : [.subheading(phase.name)]
      return heading + members.map { .paragraph(sentences(about: $0)) }
    }
  }

  private func sentences(about configuration: CMOConfiguration) -> [Sentence] {
    var sentences: [Sentence] = []
    if let title = configuration.title {
      sentences.append(Sentence("\(title.withoutFullStop).", emphasis: .strong))
    }
    let contested = theory.rivalries(of: configuration.id)
    sentences.append(
      Sentence(
        theory.sentence(configuration), why: [why(configuration.id)],
        mark: contested.isEmpty ? nil : .contested))
    if let resource = configuration.mechanism?.resource {
      sentences.append(Sentence("What it offers: \(clause(resource))."))
    }
    if let reasoning = configuration.mechanism?.reasoning {
      sentences.append(Sentence("What people make of it: \(clause(reasoning))."))
    }
    let reversal = configuration.reversibility
    sentences.append(
      Sentence("\(reversal.isAllowed ? "It reverses" : "It is one-sided"): \(clause(reversal.reason))."))
    if let note = configuration.note { sentences.append(Sentence(note)) }
    return sentences
  }

  private var rivalries: [Block] {
    theory.rivalries.flatMap { rivalry -> [Block] in
      [
        .paragraph([Sentence("\(Theory.capitalised(clause(rivalry.about))):")]),
        .list(
          rivalry.readings.map { reading in
            Sentence("\(clause(reading.name)).", why: reading.configurations.map { why($0) })
          }),
      ]
    }
  }

  // MARK: The rest

  private var patterns: [Block] {
    guard !theory.patterns.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: "What its authors name", columns: ["Name", "What it is", "How firmly", "Where"],
          rows: theory.patterns.map {
            [Cell($0.name), Cell(words($0.kind)), Cell($0.status.rawValue), Cell($0.place?.words ?? "")]
          }))
    ]
  }

  private func words(_ kind: NamedPattern.Kind) -> String {
    switch kind {
    case .loop(let through, let sign): "a loop through \(names(through)); sign: \(sign.rawValue)"
    case .scale(let low, let high): "a scale from \(name(low)) to \(name(high))"
    case .threshold(let of, let leads): "a threshold of \(name(of)), from which \(name(leads)) follows"
    case .shift(let from, let to, let along):
      "a shift from \(names(from)) to \(name(to)) as \(names(along)) \(along.count > 1 ? "grow" : "grows")"
    }
  }

  private var middleRange: [Block] {
    guard !theory.middleRangeTheories.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: "Theories of the middle range", columns: ["Name", "What it says", "Explains", "Sources"],
          rows: theory.middleRangeTheories.map {
            [Cell($0.name), Cell($0.about), Cell(names($0.explains)), Cell(cited($0.sources))]
          }))
    ]
  }

  private var actions: [Block] {
    guard !theory.levers.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: "What can be done", columns: ["Action", "What it moves", "When", "Sources"],
          rows: theory.levers.map {
            [
              Cell(Theory.capitalised($0.name)), Cell(Theory.list($0.moves.map(theory.clause))),
              Cell(phaseName($0.phase) ?? ""), Cell(cited($0.sources)),
            ]
          }))
    ]
  }

  /// All references, those too that no configuration rests on, under the names by which the theory cites them.
  private var references: [Block] {
    guard !theory.references.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: "All works that the theory names", columns: ["Name", "Work", "Role"],
          rows: theory.references.map {
            [Cell("[\($0.id)]"), Cell($0.fullCitation), Cell(theory.role(of: $0.id).rawValue)]
          }))
    ]
  }
}
