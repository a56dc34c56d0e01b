import Bibliography
import OrderedCollections

/// The references among themselves, and how the text uses them.
extension TheoryCheck {
  /// Included studies that the text never uses, and works that stand twice in the list.
  func citations() -> [Finding] { neverCited() + twice() }

  /// Where the document records no citations, nothing can be said.
  private func neverCited() -> [Finding] {
    guard !theory.citations.isEmpty else { return [] }
    let used = Set(theory.citations.filter { !$0.isListing }.flatMap(\.works))
    return theory.sources.filter { $0.role == .included && !used.contains($0.id) }.map { source in
      let lists = theory.citations.filter { $0.isListing && $0.works.contains(source.id) }
      return Finding(
        kind: .includedButNeverCited, subjects: [.source(source.id)],
        places: lists.map { .text($0.place) } + [.reference(source.id)],
        sentence: "\(work(source.id)) is an included study, and no paragraph of the prose cites it.",
        short: work(source.id))
    }
  }

  private func twice() -> [Finding] {
    sameWorks.map { one, other in
      Finding(
        kind: .sameWorkTwice, subjects: [.source(one.id), .source(other.id)],
        places: [.reference(one.id), .reference(other.id)],
        sentence: "[\(one.id)] and [\(other.id)] are one work: \(one.shortCitation).",
        short: "[\(one.id)] and [\(other.id)]: \(one.shortCitation)")
    }
  }

  /// The identifier that stands for a work, whichever of its references is meant: the first one's.
  func canonical(_ id: Reference.ID) -> Reference.ID {
    sameWorks.first { $0.other.id == id }?.one.id ?? id
  }
}
