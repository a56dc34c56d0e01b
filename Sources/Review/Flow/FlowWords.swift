import Literature

/// What a flow says in words: the same in a picture, in a table and on a page.
enum FlowWords {
  static let notSaid = "the source doesn't say"

  /// A count, or that it isn't said.
  static func count(_ count: Int?) -> String { count.map(PlainNumber.grouped) ?? notSaid }

  /// Ways that nobody counted apart, as one: “reference scanning and citation tracking”.
  static func ways(_ waves: [Wave]) -> String {
    let names = waves.map(\.name)
    guard let last = names.last else { return "a way that isn't said" }
    let rest = names.dropLast()
    return rest.isEmpty ? last : rest.joined(separator: ", ") + " and " + last
  }

  /// A source with its count: “Google Scholar (426,000 hits, first 40 pages read): 4”.
  static func source(_ source: FoundCount) -> String {
    name(source) + (source.count.map { ": " + PlainNumber.grouped($0) } ?? "")
  }

  /// A source with what is known of its hits: “Google Scholar (426,000 hits, first 40 pages read)”.
  static func name(_ source: FoundCount) -> String {
    let hits = source.hits.map { PlainNumber.grouped($0) + ($0 == 1 ? " hit" : " hits") }
    let read = source.read.flatMap { $0.isEmpty ? nil : "\($0) read" }
    let known = [hits, read].compactMap(\.self).joined(separator: ", ")
    let name = source.source.isEmpty ? "a source without a name" : source.source
    return name + (known.isEmpty ? "" : " (\(known))")
  }

  /// The reason of an exclusion with its count.
  static func exclusion(_ exclusion: ScreenedCount.Exclusion) -> String {
    "\(reason(exclusion)): \(PlainNumber.grouped(exclusion.count))"
  }

  /// The reason of an exclusion.
  static func reason(_ exclusion: ScreenedCount.Exclusion) -> String {
    exclusion.reason.isEmpty ? "no reason given" : exclusion.reason
  }

  /// What is said of records that no entry tells of.
  static let left = "what is left: the source doesn't say why"

  /// The stage, as the start of a sentence.
  static func stage(_ stage: ScreeningStage) -> String {
    stage.name.prefix(1).uppercased() + stage.name.dropFirst()
  }

  /// A place where records come in.
  static func place(_ place: FlowPlace) -> String {
    switch place {
    case .stage(let stage): "before \(stage.name)"
    case .included: "after the last stage"
    }
  }

  /// What can't be right, in a sentence.
  static func contradiction(_ contradiction: Flow.Contradiction) -> String {
    switch contradiction {
    case .moreRemovedThanFound(let place, let found, let removed):
      "\(PlainNumber.grouped(removed)) records are said to be taken out \(self.place(place)), and only "
        + "\(PlainNumber.grouped(found)) were found."
    case .moreToldThanScreened(let stage, let screened, let told):
      "At \(stage.name), \(PlainNumber.grouped(told)) records are told of, and only "
        + "\(PlainNumber.grouped(screened)) were screened."
    case .fewerScreenedThanCame(let stage, let came, let screened):
      "\(PlainNumber.grouped(came)) records came to \(stage.name), and \(PlainNumber.grouped(screened)) were "
        + "screened: of \(PlainNumber.grouped(came - screened)) nothing is said."
    case .moreScreenedThanCame(let stage, let came, let screened):
      "\(PlainNumber.grouped(screened)) records were screened at \(stage.name), and only "
        + "\(PlainNumber.grouped(came)) came to it."
    }
  }
}
