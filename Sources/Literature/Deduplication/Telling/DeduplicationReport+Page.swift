import Bibliography
public import Reporting

extension DeduplicationReport {
  /// The report as a page; of long lists it tells the first.
  public func page(madeBy program: String) -> Page {
    Page(
      title: "Duplicates",
      notice: "This is about which records describe one work, not about what they say.",
      story: story.map { Sentence($0) },
      parts: [accuracyPart, groupPart, doubtPart].compactMap(\.self),
      colophon: program)
  }

  /// How many groups and pairs a page tells.
  private static let told = 20

  private var story: [String] {
    let records = deduplication.records.count
    let gone = deduplication.duplicateCount
    let merged = gone + deduplication.groups.count
    return [
      "\(Self.counted(records, "record")) read.",
      "\(Self.counted(deduplication.groups.count, "group")) of the same work, with \(Self.counted(merged, "record")): "
        + "\(gone) fall away and \(records - gone) stay.",
      "\(Self.counted(deduplication.doubtful.count, "pair")) left for a person to decide.",
    ]
  }

  private var groupPart: Part? {
    let groups = deduplication.groups
    if groups.isEmpty { return nil }
    var blocks: [Block] = [.table(basisTable)]
    for group in groups.prefix(Self.told) {
      blocks.append(
        .subheading(PlainWords.clipped(deduplication.records[group.members[0]].reference.title ?? "no title"))
      )
      blocks.append(.list(group.members.map { Sentence(line($0)) }))
      blocks.append(.paragraph(group.links.prefix(4).map { Sentence(told($0)) }))
    }
    if groups.count > Self.told {
      blocks.append(.note(Sentence("… and \(Self.counted(groups.count - Self.told, "group")) more.")))
    }
    return Part(id: "groups", title: "Merged", blocks: blocks)
  }

  private var basisTable: Table {
    let links = deduplication.groups.flatMap(\.links)
    let kinds: [(DuplicateLink.Basis, String)] = [
      (.copy, "every field is the same"), (.fields, "fields agree by the rules"),
      (.person, "a person said so"),
    ]
    return Table(
      caption: "What joined the records", columns: ["reason", "links"],
      rows: kinds.map { basis, words in
        [Cell(words), Cell(String(links.count { $0.basis == basis }), alignment: .trailing)]
      })
  }

  private func told(_ link: DuplicateLink) -> String {
    "\(PlainWords.clipped(names.names[link.first])) and \(PlainWords.clipped(names.names[link.second])). \(link.reason)"
  }

  private var doubtPart: Part? {
    let doubtful = deduplication.doubtful
    if doubtful.isEmpty { return nil }
    var blocks: [Block] = []
    for pair in doubtful.prefix(Self.told) {
      blocks.append(.list([Sentence(line(pair.link.first)), Sentence(line(pair.link.second))]))
      blocks.append(.paragraph([Sentence(pair.link.reason)]))
    }
    if doubtful.count > Self.told {
      blocks.append(.note(Sentence("… and \(Self.counted(doubtful.count - Self.told, "pair")) more.")))
    }
    return Part(id: "doubtful", title: "For a person to decide", blocks: blocks)
  }

  // MARK: Known groups

  private var accuracyPart: Part? {
    guard let accuracy else { return nil }
    var blocks: [Block] = [
      .paragraph([
        Sentence(
          "Of \(Self.counted(accuracy.knownPairs, "known pair")) \(accuracy.sharedPairs) were found: "
            + "recall \(Self.share(accuracy.recall)), precision \(Self.share(accuracy.precision)).")
      ])
    ]
    blocks += pairs("False merges", accuracy.falsePairs)
    blocks += pairs("Missed", accuracy.missedPairs)
    return Part(id: "accuracy", title: "Beside the known groups", blocks: blocks)
  }

  private func pairs(_ title: String, _ pairs: [[Int]]) -> [Block] {
    guard !pairs.isEmpty else { return [.paragraph([Sentence("\(title): none.")])] }
    var blocks: [Block] = [.subheading("\(title): \(pairs.count)")]
    for pair in pairs.prefix(Self.told) { blocks.append(.list(pair.map { Sentence(line($0)) })) }
    if pairs.count > Self.told { blocks.append(.note(Sentence("… and \(pairs.count - Self.told) more."))) }
    return blocks
  }

  /// A share with four decimals, never rounded up to a whole one.
  static func share(_ share: Double) -> String {
    let tenThousandths = Int(share * 10_000)
    let digits = String(tenThousandths % 10_000)
    return "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
