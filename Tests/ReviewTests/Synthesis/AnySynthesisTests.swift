import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("Whatever was done in a synthesis")
struct AnySynthesisTests {
  /// Acts of synthesis by chance, those that can't be done among them.
  private struct Chance {
    var random: SplitMix64
    let review: Review
    private static let codes = ["talk", "Candour", "secrecy", "quarrels", "peace", "goodwill"]
    private static let names = ["talk", "candour", "quarrels", "peace", "goodwill"]

    /// Begins with a concept for each name.
    init(_ seed: UInt64, _ review: Review) throws {
      (random, self.review) = (SplitMix64(seed: seed), review)
      for name in Self.names {
        let concept = Concept.plain(try #require(Concept.ID(name)), definition: "what is meant")
        try review.append(
          .conceptFormed(ConceptFormation(concept: concept, codes: [CodeUse(name)])), by: "Ann")
      }
    }

    /// Does an act, where it can be done.
    mutating func act() throws {
      let act = try Int.random(in: 0..<7, using: &random) == 0 ? nil : next()
      do throws(ReviewFault) {
        if let act {
          try review.append(act, by: "Ann")
        } else {
          let last = try review.acts().count
          _ = try review.undo(Int.random(in: 3...max(3, last), using: &random), by: "Ann")
        }
      } catch {
        guard case .refused = error else { throw error }
      }
    }

    private mutating func next() throws -> Act? {
      switch Int.random(in: 0..<12, using: &random) {
      case 0...2: try coding()
      case 3: .codesMerged(CodeMerge(codes: [use(), use()], into: random.pick(Self.codes)))
      case 4:
        .codeSplit(CodeSplit(parts: try parts(), into: random.pick(Self.codes)))
      case 5, 6: try formation()
      case 7:
        .conceptsMerged(
          ConceptMerge(
            concept: try concept(), into: try concept(), isReversed: Bool.random(using: &random),
            because: "one thing"))
      case 8, 9: try draft()
      default: try judgement()
      }
    }

    private mutating func use() -> CodeUse {
      CodeUse(random.pick(Self.codes), isReversed: Bool.random(using: &random))
    }

    private mutating func concept() throws -> Concept.ID { try #require(Concept.ID(random.pick(Self.names))) }

    private mutating func candidate() throws -> CandidateDraft.ID {
      try #require(CandidateDraft.ID(random.pick(["one", "two", "three"])))
    }

    private mutating func parts() throws -> [PartUse] {
      let codings = try review.synthesis().codings.map(\.act) + [1]
      return [
        PartUse(
          coding: random.pick(codings), part: Int.random(in: 1...2, using: &random),
          isReversed: Bool.random(using: &random))
      ]
    }

    private mutating func coding() throws -> Act {
      let name = random.pick([nil, nil, nil, "c-one", "c-two"])
      let links = CodingLinks(
        cites: Int.random(in: 0..<8, using: &random) > 0
          ? nil : random.pick([.asLinked, .works(["plots"]), .notGiven]),
        sameAs: Int.random(in: 0..<15, using: &random) > 0 ? [] : ["c-one"])
      let directions: [CodedDirection] = [.more, .less, .muchLess, .none]
      let parts = [
        CodedPart(code: random.pick(Self.codes), slot: .context, direction: random.pick(directions)),
        CodedPart(
          code: random.pick(Self.codes), slot: random.pick([.outcome, .mechanism, .entryPoint]),
          direction: random.pick([.more, .less])),
      ]
      return .coded(
        Coding(
          name: name, ground: .place(source: "plots", .paragraph(1, section: "Results")), parts: parts,
          links: links))
    }

    private mutating func formation() throws -> Act {
      let plain = Concept.plain(try concept(), definition: "what is meant")
      let other = try Int.random(in: 0..<25, using: &random) == 0 ? concept() : nil
      let coding = other.map { Concept.Coding(include: [], exclude: [.init(what: "the like", instead: $0)]) }
      let whole = Concept(
        id: plain.id, name: plain.name, definition: plain.definition, phrases: [], scope: plain.scope,
        scale: plain.scale, wording: plain.wording, group: random.pick(["a", "b"]), coding: coding)
      let parts = try Bool.random(using: &random) ? parts() : []
      return .conceptFormed(ConceptFormation(concept: whole, codes: [use(), use()], parts: parts))
    }

    private mutating func literals() throws -> [Literal] {
      try (0..<Int.random(in: 1...2, using: &random)).map { _ in
        Literal(random.pick([.more, .less]), try concept(), degree: random.pick([.any, .any, .much]))
      }
    }

    private mutating func draft() throws -> Act {
      let codings = try review.synthesis().codings.map(\.act)
      let changes: [OutcomeEffect.Change] = [.raises, .lowers, .buffers]
      return .candidateDrafted(
        CandidateDraft(
          id: try candidate(), context: try literals(),
          conditions: try Int.random(in: 0..<4, using: &random) > 0
            ? [] : literals().compactMap { Condition(anyOf: [$0]) },
          outcome: try (0..<Int.random(in: 1...3, using: &random)).map { _ in
            OutcomeEffect(random.pick(changes), try concept())
          }, reversibility: Reversibility(isAllowed: true, reason: "so"),
          codings: Bool.random(using: &random) ? codings : codings.suffix(2)))
    }

    private mutating func judgement() throws -> Act {
      let fate: CandidateJudgement.Fate = random.pick([
        .kept, .kept, .dropped, .merged(into: try candidate()),
      ])
      return .candidateJudged(CandidateJudgement(candidate: try candidate(), fate: fate, because: "so"))
    }
  }

  @Test("The theory that follows is read again as it was written, or it is told what is missing for one")
  func readAgain() throws {
    var (written, told): (Int, Set<String>) = (0, [])
    for seed in UInt64(1)...16 {
      try TemporaryFolder.with { folder in
        let review = try MadeReview.framed(in: folder)
        var chance = try Chance(seed, review)
        for round in 0..<100 {
          try chance.act()
          guard round % 3 == 2 else { continue }
          do {
            let theory = try review.theory().theory
            #expect(try TheoryDocument.read(files: try TheoryDocument.write(theory)) == theory)
            written += 1
          } catch let faulty as FaultyDocument {
            for fault in faulty.faults {
              // Faults of the document itself would be those of files that nobody has written.
              #expect(fault.file == "synthesis", "\(seed): \(fault)")
              told.insert(fault.problem)
            }
          }
        }
      }
    }
    #expect(written > 1 && told.count > 2, "\(written) \(told)")
  }

  @Test("Each act taken back leaves what the others give alone", arguments: UInt64(30)...33)
  func takenBack(_ seed: UInt64) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      var chance = try Chance(seed, review)
      for _ in 0..<100 { try chance.act() }
      let undone = try review.undoneActs()
      let standing = try review.acts().filter { undone[$0.number] == nil }
      #expect(try review.synthesis() == Synthesis(acts: standing))
      #expect(!undone.isEmpty)
      let again = try Review.inMemory()
      try review.replay(into: again)
      #expect(try again.synthesis() == review.synthesis())
      #expect(try review.synthesis().looseEnds.filter(\.isClash) == [])
    }
  }

  private static func coded(_ code: String) -> Coding {
    Coding(
      ground: .place(source: "plots", .paragraph(1, section: "Results")),
      parts: [CodedPart(code: code, slot: .theme)])
  }

  @Test(
    "A part that there can't be is refused, and does no harm in a log", arguments: [Int.min, -1, 0, 2, .max])
  func absurdPart(_ part: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      let coding = try review.append(.coded(Self.coded("talk")), by: "Ann")
      let use = PartUse(coding: coding.number, part: part)
      let split = Act.codeSplit(CodeSplit(parts: [use], into: "candour"))
      let formed = Act.conceptFormed(
        ConceptFormation(
          concept: .plain(try #require(Concept.ID("talk")), definition: "how open"), parts: [use]))
      for act in [split, formed] {
        #expect(throws: ReviewFault.self) { try review.append(act, by: "Ann") }
      }
      var synthesis = try review.synthesis()
      for act in [split, formed] { synthesis.apply(LoggedAct(number: 9, at: "", by: "Ann", act: act)) }
      #expect(synthesis.codesInUse.map(\.code) == ["talk"] && synthesis.looseEnds.count == 1)
    }
  }

  @Test("A coding to which another is linked stays")
  func linked() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      var first = Self.coded("talk")
      first.name = "c-one"
      var second = Self.coded("talk")
      second.links.sameAs = ["c-one"]
      let one = try review.append(.coded(first), by: "Ann").number
      let two = try review.append(.coded(second), by: "Ann").number
      #expect(
        try wordsOfRefusal { _ = try review.undo(one, by: "Ann") }.contains(
          "act \(two) is linked to the coding c-one"))
      var own = Self.coded("talk")
      (own.name, own.links.refersTo) = ("c-own", ["c-own"])
      #expect(throws: ReviewFault.self) { try review.append(.coded(own), by: "Ann") }
    }
  }

  @Test(
    "Codes that are merged and split by chance stand where each by itself says", arguments: UInt64(50)...57)
  func labels(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let codes = ["a", "B", "c", "d", "e"]
    var (acts, synthesis): ([LoggedAct], Synthesis) = ([], Synthesis())
    for number in 1...300 {
      let act: Act
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let uses = (0..<2).map { _ in CodeUse(random.pick(codes), isReversed: Bool.random(using: &random)) }
        act = .codesMerged(CodeMerge(codes: uses, into: random.pick(codes + ["b", "f"])))
      case 1:
        let part = PartUse(coding: Int.random(in: 1...number, using: &random), part: 1)
        act = .codeSplit(CodeSplit(parts: [part], into: random.pick(codes)))
      default: act = .coded(Self.coded(random.pick(codes)))
      }
      acts.append(LoggedAct(number: number, at: "", by: "Ann", act: act))
      synthesis.apply(acts[number - 1])
      let used = Dictionary(grouping: synthesis.codings, by: { CodeLabel($0.codes[0].code) })
      for code in codes + ["f"] {
        #expect(synthesis.isUsed(CodeLabel(code)) == (used[CodeLabel(code)] != nil))
      }
      // What a code counts as once more is what it counts as already.
      for made in synthesis.codings { #expect(synthesis.current(made.codes[0]) == made.codes[0]) }
    }
    #expect(Synthesis(acts: acts) == synthesis)
  }

  @Test("A long chain of merges is followed in time that grows with it, and to the right end")
  func chain() {
    let length = 5_000
    var acts: [Act] = (0..<length).map { _ in .coded(Self.coded("c0")) }
    acts += (0..<length).map { step in
      .codesMerged(CodeMerge(codes: [CodeUse("c\(step)", isReversed: step % 3 == 0)], into: "c\(step + 1)"))
    }
    // There and back again, and under the first name once more.
    for _ in 0..<length {
      acts.append(.codesMerged(CodeMerge(codes: [CodeUse("c\(length)", isReversed: true)], into: "c0")))
      acts.append(.codesMerged(CodeMerge(codes: [CodeUse("c0")], into: "c\(length)")))
    }
    let logged = MadeReview.logged(acts)
    let start = ContinuousClock.now
    let synthesis = Synthesis(acts: logged)
    #expect(ContinuousClock.now - start < .seconds(20))
    let turns = (0..<length).count { $0 % 3 == 0 } + length
    #expect(Set(synthesis.codings.map(\.codes)) == [[CodeUse("c\(length)", isReversed: turns % 2 == 1)]])
    #expect(synthesis.codesInUse.map(\.code) == ["c\(length)"])
  }
}
