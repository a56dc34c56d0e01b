internal import GRDB

/// Which hits of which terms were seen, as it follows from the standing acts.
public struct SeenTerms: Sendable, Hashable {
  /// A place in a text.
  public struct Place: Sendable, Hashable {
    /// The number of the text.
    public let text: Int
    /// Where the hit starts, in code points.
    public let start: Int

    init(text: Int, start: Int) { (self.text, self.start) = (text, start) }

    init(_ hit: TextHit) { self.init(text: hit.text.number, start: hit.start) }
  }

  private var seen: [String: Set<Place>] = [:]

  /// What follows from acts.
  ///
  /// - Parameter acts: the standing acts; those of other kinds are passed over.
  public init(acts: some Sequence<LoggedAct>) {
    for logged in acts {
      guard case .hitsSeen(let hits) = logged.act else { continue }
      for places in hits.places {
        for start in places.starts {
          seen[Self.key(hits.terms), default: []].insert(Place(text: places.text, start: start))
        }
      }
    }
  }

  /// Whether a hit of some terms was seen.
  public func contains(_ hit: TextHit, of terms: String) -> Bool {
    seen[Self.key(terms)]?.contains(Place(hit)) ?? false
  }

  private static func key(_ terms: String) -> String { terms.onALine }
}

/// The state of a second pass by some terms: hits in all texts, and which were seen.
public struct SecondPass: Sendable, Hashable {
  /// A hit, and whether it was seen.
  public struct Hit: Sendable, Hashable {
    /// The hit.
    public let hit: TextHit
    /// Whether somebody marked it as seen.
    public let isSeen: Bool
  }

  /// As many hits as one pass has.
  public static let mostHits = 10_000

  /// What was looked for.
  public let terms: String
  /// The hits, as they stand in the texts.
  public let hits: [Hit]

  /// Those that nobody has seen yet.
  public var unseen: [TextHit] { hits.filter { !$0.isSeen }.map(\.hit) }

  /// The same, once some hits were marked as seen.
  public func seeing(_ seen: [TextHit]) -> SecondPass {
    // A hit by itself would take all pages of its text along.
    let places = Set(seen.map(SeenTerms.Place.init))
    return SecondPass(
      terms: terms,
      hits: hits.map { Hit(hit: $0.hit, isSeen: $0.isSeen || places.contains(SeenTerms.Place($0.hit))) })
  }
}

extension Review {
  /// The hits of terms in all texts that weren't replaced, and which of them were seen.
  ///
  /// Going back to what was read, with the terms of mechanisms that were found later, is how Aunger et al. 2021 end their
  /// analysis (doi:10.1186/s13643-021-01630-8, “Synthesis and analysis process”).
  ///
  /// - Parameter terms: what is looked for, as ``SearchWords`` has it.
  /// - Throws: ``ReviewFault/refused(_:)`` where it can't be understood, or there are more than ``SecondPass/mostHits``.
  public func secondPass(_ terms: String) throws(ReviewFault) -> SecondPass {
    let words: SearchWords
    do { words = try SearchWords(terms) } catch { throw .refused("What to look for: \(error.words)") }
    return try read { database in
      let search = try TextSearch(database, try ActRules(database).material(), words)
      let hits = try search.hits(.standing, most: SecondPass.mostHits + 1)
      guard hits.count <= SecondPass.mostHits else {
        throw ReviewFault.refused(
          "There are more than \(ReviewTeller.grouped(SecondPass.mostHits)) hits. Look for something rarer.")
      }
      let seen = SeenTerms(acts: try ActLog(database).standing(.hitsSeen))
      return SecondPass(
        terms: terms, hits: hits.map { SecondPass.Hit(hit: $0, isSeen: seen.contains($0, of: terms)) })
    }
  }

  /// Marks hits as seen.
  ///
  /// - Parameters:
  ///   - hits: the hits.
  ///   - terms: what was looked for.
  ///   - name: who has seen them.
  /// - Throws: ``ReviewFault``.
  public func see(_ hits: [TextHit], of terms: String, by name: String) throws(ReviewFault) -> LoggedAct {
    var starts: [Int: [Int]] = [:]
    for hit in hits { starts[hit.text.number, default: []].append(hit.start) }
    let places = starts.keys.sorted().map { SeenHits.Places(text: $0, starts: (starts[$0] ?? []).sorted()) }
    return try append(.hitsSeen(SeenHits(terms: terms, places: places)), by: name)
  }
}
