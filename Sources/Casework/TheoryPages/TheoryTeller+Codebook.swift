import OrderedCollections
import ProgrammeTheory
public import Reporting

extension TheoryTeller {
  /// The codebook as a page: the rules that hold for every concept in front, then the concepts by group.
  public func page(of codebook: Codebook) -> Page {
    let entries = codebook.groups.flatMap(\.entries)
    let noted = entries.count { $0.coding != nil }
    var page = page(
      "Codebook",
      story: [
        Sentence(
          "How each of \(entries.count) concepts is coded, so that a second coder who reads the same sources "
            + "can come to the same facts."),
        Sentence(
          "\(noted) of them say what they take in and what they leave out. A note like “code x” sends you to the "
            + "concept that fits better."),
      ],
      parts: [rules(codebook.rules)]
        + codebook.groups.enumerated().map { number, group in
          Part(
            id: "group-\(number + 1)", title: Theory.capitalised(group.name),
            blocks: group.entries.flatMap(blocks))
        })
    // No sentence of it is a claim of the theory, so that no explanation is named.
    (page.explanations, page.sources) = ([], [])
    return page
  }

  private func rules(_ rules: [CodingRule]) -> Part {
    Part(
      id: "rules", title: "Rules for every concept",
      blocks: rules.flatMap { [.subheading($0.title), .list($0.says.map { Sentence($0) })] })
  }

  // MARK: One concept

  private func blocks(for entry: Codebook.Entry) -> [Block] {
    var blocks: [Block] = [
      .subheading("\(Theory.capitalised(entry.name)) (\(entry.id))"),
      .paragraph([Sentence(entry.definition), Sentence(words(entry.scope))]),
      .table(levels(of: entry)), .list(meaning(of: entry) + looking(for: entry) + standing(of: entry)),
    ]
    if !entry.fields.isEmpty {
      let fields = Theory.list(entry.fields)
      blocks.append(
        .note(
          Sentence("It follows from \(fields). Write a fact only where a source says otherwise, or more.")))
    }
    return blocks
  }

  private func words(_ scope: Concept.Scope) -> String {
    switch scope {
    case .collaboration: "One level for all: leave of and towards out."
    case .partner: "A level for each partner: say whose it is under of."
    case .relation:
      "A level for each ordered pair of partners: say whose it is under of, and towards whom under towards."
    }
  }

  private func levels(of entry: Codebook.Entry) -> Table {
    let rows = entry.levels.map { [Cell($0.level.rawValue), Cell($0.means ?? missing($0.level, in: entry))] }
    return Table(
      caption: "\(Theory.capitalised(entry.name)): what to write under is (scale: \(entry.scale.rawValue))",
      columns: ["Level", "When"], rows: rows)
  }

  private func missing(_ level: StatedLevel, in entry: Codebook.Entry) -> String {
    switch (level, entry.scale) {
    case (.neither, .binary): "it is so or it isn't; use this only where a note below says so"
    case (.neither, _): "known to lie at neither end"
    default: "not used: it is so or it isn't"
    }
  }

  private func meaning(of entry: Codebook.Entry) -> [Sentence] {
    var sentences = (entry.coding?.include ?? []).map { Sentence("Take in: \(clause($0)).") }
    sentences += (entry.coding?.exclude ?? []).map { exclusion in
      let instead = exclusion.instead.map { "code \(name($0)) (\($0))" } ?? "it isn't this concept"
      return Sentence("Leave out: \(clause(exclusion.what)); \(instead).")
    }
    sentences += entry.arrivals.map {
      Sentence("Sent here by \(name($0.from)) (\($0.from)): \(clause($0.what)).")
    }
    return sentences
  }

  private func looking(for entry: Codebook.Entry) -> [Sentence] {
    var sentences: [Sentence] = []
    if !entry.phrases.isEmpty {
      sentences.append(Sentence("Words for it in the source: \(quoted(entry.phrases))."))
    }
    let shared = OrderedDictionary(grouping: entry.sharedPhrases, by: \.of)
    sentences += shared.map { other, phrases in
      let inside = quoted(OrderedSet(phrases.map(\.inside)))
      return Sentence("Don't take for it: \(inside), which is \(name(other)) (\(other)).")
    }
    if let question = entry.question {
      let because = question.because.map { " Asked because: \(clause($0))." } ?? ""
      sentences.append(Sentence("Ask: \(question.ask)\(because)"))
    }
    for direction in Direction.allCases {
      let signs = entry.signs?.of(direction) ?? []
      guard !signs.isEmpty else { continue }
      sentences.append(
        Sentence("Signs of \(direction.rawValue): \(signs.map(clause).joined(separator: "; "))."))
    }
    return sentences
  }

  private func quoted(_ phrases: some Sequence<String>) -> String {
    phrases.map { "“\($0)”" }.joined(separator: ", ")
  }

  private func standing(of entry: Codebook.Entry) -> [Sentence] {
    let counts = [
      ("context", entry.slots.context.count), ("mechanism", entry.slots.mechanism.count),
      ("outcome", entry.slots.outcome.count),
    ].filter { $0.1 > 0 }.map { "\($0.0) of \($0.1)" }
    let stands =
      counts.isEmpty
      ? "In the theory's configurations it doesn't stand."
      : "In the theory's configurations: \(Theory.list(counts))."
    return [Sentence(stands, emphasis: .muted)]
      + entry.disputes.map {
        Sentence("The theory contradicts itself on this: \(clause($0)).", mark: .contested)
      }
  }
}
