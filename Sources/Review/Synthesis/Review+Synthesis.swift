import Documents
internal import GRDB
import ProgrammeTheory

extension Review {
  /// What has been made of the texts.
  ///
  /// - Parameter last: as it was after this act; `nil` for now.
  /// - Throws: ``ReviewFault``.
  public func synthesis(asOf last: Int? = nil) throws(ReviewFault) -> Synthesis {
    try read { try ActRules($0).synthesis(asOf: last) }
  }

  /// The theory that follows from the synthesis, each telling with the passage on which it rests.
  ///
  /// - Parameter last: as it followed after this act, called by the title that the review has now; `nil` for now.
  /// - Throws: `FaultyDocument` with everything that keeps a kept candidate out; ``ReviewFault`` where the file can't be
  ///   read.
  public func theory(asOf last: Int? = nil) throws -> TheoryOutcome {
    try theory(of: try synthesis(asOf: last))
  }

  /// The theory that follows from a state of the synthesis, called by the title that the review has now.
  ///
  /// - Throws: as ``theory(asOf:)``.
  public func theory(of synthesis: Synthesis) throws -> TheoryOutcome {
    let title = try title()
    // Texts are only added to, so that the places of a state that was read before are there.
    let places = try read { try PassagePlaces($0).places(of: synthesis) }
    return try synthesis.theory(title: title, places: places)
  }

  /// Adds an act that goes on from what there is: nobody else changes that between the looking and the writing.
  ///
  /// - Parameters:
  ///   - name: who does it.
  ///   - make: gives the act.
  /// - Throws: ``ReviewFault/refused(_:)`` where it can't be done, or what `make` throws; nothing is written then.
  @discardableResult
  public func append(by name: String, _ make: (Synthesis) throws -> Act) throws -> LoggedAct {
    var obstacle: (any Error)?
    do {
      let written = try appendSynthesis(by: name) { scribe in
        let act: Act
        do { act = try make(scribe.synthesis) } catch {
          obstacle = error
          throw error
        }
        try scribe.append(act)
      }
      guard let logged = written.last else { throw ReviewFault.damaged(path) }
      return logged
    } catch {
      throw obstacle ?? error
    }
  }

  /// Adds several acts of coding and synthesis, all or none.
  ///
  /// - Parameters:
  ///   - name: who does them.
  ///   - work: adds the acts one after another, and learns their numbers.
  /// - Throws: ``ReviewFault/refused(_:)`` for the first that can't be done; nothing is written then.
  @discardableResult
  func appendSynthesis(
    by name: String, _ work: (inout SynthesisScribe) throws -> Void
  ) throws(ReviewFault) -> [LoggedAct] {
    let name = try Self.checked(name)
    return try write { database in
      var scribe = SynthesisScribe(
        database, by: name, at: clock(), next: try Self.nextNumber(database),
        synthesis: try ActRules(database).synthesis())
      try work(&scribe)
      return scribe.written
    }
  }
}

/// Adds acts within a transaction, each held against what those before it have made.
struct SynthesisScribe {
  private let database: Database
  private let name: String
  private let at: String
  private var next: Int
  /// What has been made so far.
  private(set) var synthesis: Synthesis
  /// The acts that were added.
  private(set) var written: [LoggedAct] = []

  init(_ database: Database, by name: String, at: String, next: Int, synthesis: Synthesis) {
    (self.database, self.name, self.at) = (database, name, at)
    (self.next, self.synthesis) = (next, synthesis)
  }

  /// Adds an act of coding or synthesis.
  ///
  /// - Returns: its number.
  /// - Throws: ``ReviewFault/refused(_:)`` where it can't be done.
  @discardableResult
  mutating func append(_ act: Act) throws -> Int {
    if act.kind != .codesMerged { settle() }
    let logged = LoggedAct(number: next, at: at, by: name, act: act)
    try SynthesisRules(synthesis).check(logged)
    try Review.insert(logged, into: database)
    synthesis.applyUnsettled(logged)
    written.append(logged)
    next += 1
    return logged.number
  }

  /// Gives the codings the codes that count now, after several merges.
  mutating func settle() { synthesis.settle() }
}
