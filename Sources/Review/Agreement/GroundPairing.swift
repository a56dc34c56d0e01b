import ProgrammeTheory

/// What one coder made of one place of a source, in one or more codings.
public struct CoderGround: Sendable, Hashable {
  /// The place, as the first of the codings names it.
  public var ground: CodingGround { codings[0].coding.ground }
  /// The key of the source; `nil` where its passage or text isn't there.
  public let source: String?
  /// The words of the passage, or those that are quoted of a place; `nil` where there are none.
  public let words: String?
  /// Its codings, in the order in which they were made; never empty.
  public internal(set) var codings: [MadeCoding]
  /// Where it lies.
  let place: GroundPlace
}

/// Where something coded lies: two codings of one place are told by it.
enum GroundPlace: Hashable {
  case span(text: Int, start: Int, end: Int)
  case paragraph(source: String, section: CodeLabel, number: Int)
  /// What heads a row is no part of where it is; its number is, where it is given.
  case row(source: String, table: CodeLabel, row: CodeLabel, number: Int?)
  case gone(passage: Int)

  init(_ ground: CodingGround, _ material: ReviewMaterial) {
    switch ground {
    case .place(let source, .paragraph(let number, let section)):
      self = .paragraph(source: source, section: CodeLabel(section), number: number)
    case .place(let source, .row(let row, let table, _, let number)):
      self = .row(source: source, table: CodeLabel(table), row: CodeLabel(row), number: number)
    case .passage(let act):
      guard let passage = material.passage(act)?.passage else {
        self = .gone(passage: act)
        return
      }
      self = .span(text: passage.text, start: passage.position.start, end: passage.position.end)
    }
  }
}

extension GroundPlace {
  var isRow: Bool { if case .row = self { true } else { false } }

  /// A row without its number; anything else as it is.
  var unnumbered: GroundPlace {
    guard case .row(let source, let table, let row, _) = self else { return self }
    return .row(source: source, table: table, row: row, number: nil)
  }
}

/// Which places two coders both coded.
///
/// Both coded what is the same place: a passage of the same words at the same place whoever marked it, or the same cited
/// paragraph or row. Of the rest, two passages of one text count as one place where they overlap enough: where what they
/// share is at least so many per cent of what they cover together. Each passage is paired once, the most alike first. Coding
/// programs compare segments in the same way (MAXQDA's agreement on segments that overlap by a given share).
struct GroundPairing {
  /// What both coded, in the order of the sources and of their texts.
  private(set) var both: [(first: CoderGround, second: CoderGround)] = []
  /// What only the first coded.
  private(set) var onlyFirst: [CoderGround] = []
  /// What only the second coded.
  private(set) var onlySecond: [CoderGround] = []

  /// - Parameters:
  ///   - synthesis: the codings.
  ///   - first: the first coder.
  ///   - second: the second coder.
  ///   - overlap: from how much overlap on two passages are one place, in per cent from 1 to 100.
  init(_ synthesis: Synthesis, _ first: String, _ second: String, overlap: Int) {
    let sides = (Self.grounds(of: first, synthesis), Self.grounds(of: second, synthesis))
    let places = Dictionary(
      sides.1.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { first, _ in first })
    var partners = sides.0.map { places[$0.place] }
    var isTaken = Array(repeating: false, count: sides.1.count)
    for partner in partners.compactMap(\.self) { isTaken[partner] = true }
    for (first, second) in Self.rows(sides.0, sides.1) where partners[first] == nil && !isTaken[second] {
      partners[first] = second
      isTaken[second] = true
    }
    let spans = (
      GroundSpan.all(sides.0) { partners[$0] == nil }, GroundSpan.all(sides.1) { !isTaken[$0] }
    )
    for pair in GroundOverlap.all(spans.0, spans.1, least: overlap)
    where partners[pair.first.index] == nil && !isTaken[pair.second.index] {
      partners[pair.first.index] = pair.second.index
      isTaken[pair.second.index] = true
    }
    let order = GroundOrder(synthesis)
    for (ground, partner) in zip(sides.0, partners) {
      if let partner { both.append((ground, sides.1[partner])) } else { onlyFirst.append(ground) }
    }
    onlySecond = zip(sides.1, isTaken).filter { !$0.1 }.map(\.0)
    both.sort { order.precedes($0.first, $1.first) }
    onlyFirst.sort(by: order.precedes)
    onlySecond.sort(by: order.precedes)
  }

  /// The rows that are the same but for a number which only one of the two gives, where it is clear which one is meant: each
  /// has one such row alone.
  private static func rows(_ first: [CoderGround], _ second: [CoderGround]) -> [(Int, Int)] {
    func byRow(_ grounds: [CoderGround]) -> [GroundPlace: [Int]] {
      Dictionary(grouping: grounds.indices.filter { grounds[$0].place.isRow }) {
        grounds[$0].place.unnumbered
      }
    }
    let others = byRow(second)
    return byRow(first).compactMap { place, here in
      guard let there = others[place], here.count == 1, there.count == 1 else { return nil }
      let pair = (first[here[0]].place, second[there[0]].place)
      guard pair.0 == place || pair.1 == place else { return nil }
      return (here[0], there[0])
    }
  }

  private static func grounds(of coder: String, _ synthesis: Synthesis) -> [CoderGround] {
    var grounds: [CoderGround] = []
    var places: [GroundPlace: Int] = [:]
    for made in synthesis.codings where made.by == coder {
      let place = GroundPlace(made.coding.ground, synthesis.material)
      if let known = places[place] {
        grounds[known].codings.append(made)
      } else {
        places[place] = grounds.count
        grounds.append(
          CoderGround(
            source: synthesis.source(of: made.coding.ground), words: synthesis.words(of: made),
            codings: [made], place: place))
      }
    }
    return grounds
  }
}

extension Synthesis {
  /// The words that a coding stands on: those of its passage, or those that are quoted of its place; `nil` where there are
  /// none.
  func words(of made: MadeCoding) -> String? {
    switch made.coding.ground {
    case .passage(let act): material.passage(act)?.passage.quote.exact
    case .place: made.coding.quotation?.exact
    }
  }
}

/// A passage as a stretch of its text.
private struct GroundSpan {
  let index: Int
  let text: Int
  let start: Int
  let end: Int

  /// The stretches of some places, by text and start.
  static func all(_ grounds: [CoderGround], where isWanted: (Int) -> Bool) -> [GroundSpan] {
    grounds.enumerated().compactMap { index, ground in
      // A file from outside may hold any numbers: what is no stretch of a text overlaps with none.
      guard isWanted(index), case .span(let text, let start, let end) = ground.place, start >= 0,
        end > start, end - start <= Passage.mostLength
      else { return nil }
      return GroundSpan(index: index, text: text, start: start, end: end)
    }.sorted { ($0.text, $0.start, $0.end) < ($1.text, $1.start, $1.end) }
  }
}

/// How much two passages overlap.
private struct GroundOverlap {
  let first: GroundSpan
  let second: GroundSpan
  let shared: Int
  let together: Int

  /// As many passages are looked at to each side of one, those that start nearest: so that passages by the thousand over
  /// one stretch take no longer than others.
  static let mostNeighbours = 100

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The overlaps of passages of one coder with those of the other, the largest first. Neighbours are looked for from both
  /// sides, so that which coder is the first changes nothing.
  static func all(_ first: [GroundSpan], _ second: [GroundSpan], least: Int) -> [GroundOverlap] {
    var seen: Set<Pair> = []
    var found: [GroundOverlap] = []
    func note(_ one: GroundSpan, _ other: GroundSpan) {
      guard let overlap = GroundOverlap(one, other, least: least),
        seen.insert(Pair(first: one.index, second: other.index)).inserted
      else { return }
      found.append(overlap)
    }
    neighbours(of: first, in: second) { note($0, $1) }
    neighbours(of: second, in: first) { note($1, $0) }
    return found.sorted { $0.precedes($1) }
  }

  private static func neighbours(
    of spans: [GroundSpan], in others: [GroundSpan], _ body: (GroundSpan, GroundSpan) -> Void
  ) {
    var near = 0
    for span in spans {
      while near < others.count, (others[near].text, others[near].start) < (span.text, span.start) {
        near += 1
      }
      for other in others[max(0, near - mostNeighbours)..<min(others.count, near + mostNeighbours)] {
        body(span, other)
      }
    }
  }

  private init?(_ one: GroundSpan, _ other: GroundSpan, least: Int) {
    guard one.text == other.text else { return nil }
    let shared = min(one.end, other.end) - max(one.start, other.start)
    // Both are as long as a passage may be, so that nothing runs over.
    guard shared > 0 else { return nil }
    let together = (one.end - one.start) + (other.end - other.start) - shared
    guard shared * 100 >= least * together else { return nil }
    (self.first, self.second, self.shared, self.together) = (one, other, shared, together)
  }

  /// By how much they share; of the same, by where the two lie, whichever of them is the first.
  private func precedes(_ other: GroundOverlap) -> Bool {
    let (here, there) = (shared * other.together, other.shared * together)
    guard here == there else { return here > there }
    let (one, two) = (position, other.position)
    return (first.text, one.0, one.1, one.2, one.3) < (other.first.text, two.0, two.1, two.2, two.3)
  }

  private var position: (Int, Int, Int, Int) {
    (
      min(first.start, second.start), max(first.start, second.start), min(first.end, second.end),
      max(first.end, second.end)
    )
  }
}

/// The order in which people go through places: source by source, text by text, and from the start of each.
private struct GroundOrder {
  private let sources: [String: Int]

  init(_ synthesis: Synthesis) {
    sources = Dictionary(
      synthesis.material.sources.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func precedes(_ one: CoderGround, _ other: CoderGround) -> Bool {
    let (here, there) = (rank(one), rank(other))
    guard here == there else { return here < there }
    let (source, otherSource) = (one.source ?? "", other.source ?? "")
    guard source == otherSource else {
      return source.utf8.lexicographicallyPrecedes(otherSource.utf8)
    }
    return position(one).lexicographicallyPrecedes(position(other))
  }

  private func rank(_ ground: CoderGround) -> Int {
    ground.source.flatMap { sources[$0] } ?? sources.count
  }

  private func position(_ ground: CoderGround) -> [Int] {
    switch ground.place {
    case .span(let text, let start, let end): [0, text, start, end]
    case .paragraph, .row: [1, ground.codings[0].act]
    case .gone(let passage): [2, passage]
    }
  }
}
