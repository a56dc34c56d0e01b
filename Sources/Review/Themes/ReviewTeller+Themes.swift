import ProgrammeTheory
public import Reporting

extension ReviewTeller {
  /// The themes, each with the passages that tell it.
  public func themes(_ themes: [Theme]) -> Page {
    let mentions = themes.reduce(0) { $0 + $1.mentions.count }
    let works = Set(themes.flatMap(\.works)).count
    let points = themes.count { $0.kind == .entryPoint }
    let counted = [
      Self.counted(points, "point") + " of entry", Self.counted(themes.count - points, "theme"),
      Self.counted(mentions, "coding"), Self.counted(works, "work"),
    ]
    let story =
      themes.isEmpty
      ? [
        "Nothing is coded as a theme or a point of entry yet: realist review code FILE --theme or --entry-point"
      ]
      : ["What stays thematic: " + counted.joined(separator: ", ") + "."]
    return readingPage("Themes", story, themes.enumerated().map { Self.part($1, number: $0 + 1) })
  }

  private static func part(_ theme: Theme, number: Int) -> Part {
    var blocks: [Block] = []
    if let explanation = theme.explanation { blocks.append(.paragraph([Sentence(explanation)])) }
    var facts = ["Found in \(counted(theme.works.count, "work")): \(theme.works.joined(separator: ", "))."]
    if theme.works.isEmpty { facts = ["No work is named for it."] }
    if !theme.phases.isEmpty {
      facts.append(
        "What the same places tell comes in \(theme.phases.map(\.text).joined(separator: ", ")).")
    }
    blocks.append(.paragraph(facts.map { Sentence($0) }))
    if !theme.mentions.isEmpty { blocks.append(.table(table(theme))) }
    let kind = theme.kind == .entryPoint ? "Point of entry" : "Theme"
    return Part(id: "theme-\(number)", title: "\(kind): \(theme.name)", blocks: blocks)
  }

  private static func table(_ theme: Theme) -> Table {
    let hasPhases = !theme.phases.isEmpty
    return Table(
      caption: hasPhases ? "Codings, by phase" : "Codings",
      columns: ["coding", "where"] + (hasPhases ? ["phase"] : []) + ["what it says"],
      rows: theme.mentions.map { mention in
        let said = [
          mention.isReversed ? "the other end of \(theme.name)" : nil, mention.said,
          mention.words.map { "“\($0.opening(of: 200))”" },
        ].compactMap(\.self)
        return [
          Cell(String(mention.coding), alignment: .trailing), Cell(mention.place),
        ] + (hasPhases ? [Cell(mention.phases.map(\.text).joined(separator: ", "))] : [])
          + [Cell(said.joined(separator: ": "))]
      })
  }
}
