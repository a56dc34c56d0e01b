import Reporting

/// How much of an assessment, a forecast or an advice is told.
public enum Detail: Sendable, Hashable {
  /// What a person reads in one sitting: the story, the shortest chains, the first of what helps and of what to ask.
  case brief
  /// Everything, with pictures and what may be folded away.
  case full
}

extension Detail {
  /// A figure where all is told; else its table alone, since a text has no room for pictures.
  func block(_ figure: Figure) -> Block { self == .full ? .figure(figure) : .table(figure.table) }
}

extension Part {
  /// The part as a telling has it: in a brief one, what may be folded away is only counted, and a picture that can't be
  /// drawn is left out together with its table.
  func told(in detail: Detail) -> Part {
    detail == .full ? self : Part(id: id, title: title, blocks: blocks.compactMap(Self.brief))
  }

  private static func brief(_ block: Block) -> Block? {
    switch block {
    case .details(let summary, _):
      .paragraph([Sentence(summary.text + ": see the full telling.", emphasis: .muted)])
    case .figure: nil
    default: block
    }
  }
}
