import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("Concepts that go on as others")
struct MergedConceptTests {
  /// A review with four concepts, each of a code of its own name, one coding, and one candidate whose slots are given.
  private func review(
    _ slots: String, frame: String = MadeReview.frame, judged: String? = "keep", in folder: TemporaryFolder
  ) throws -> Review {
    let review = try MadeReview.framed(frame, in: folder)
    let concepts = ["talk", "candour", "quarrels", "peace"].map {
      "  - {id: \($0), definition: how much \($0), codes: [\($0)]}"
    }
    let judgement = judged.map { "judgements:\n  - {candidate: claim, fate: \($0), because: so}" } ?? ""
    let text = """
      format: realist-synthesis/1
      codings:
        - name: c-one
          source: plots
          place: {section: Results, paragraph: 1}
          context: [less talk]
          outcome: [raises quarrels]
      concepts:
      \(concepts.joined(separator: "\n"))
      candidates:
        - id: claim
      \(slots.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
          reverses: {answer: yes, because: continuous}
          codings: [c-one]
      \(judgement)
      """
    _ = try review.take(DocumentFile(name: "s.yaml", text: text), by: "Ann")
    return review
  }

  private func merge(_ concept: String, _ into: String, reversed: Bool = false) throws -> Act {
    .conceptsMerged(
      ConceptMerge(
        concept: try #require(Concept.ID(concept)), into: try #require(Concept.ID(into)),
        isReversed: reversed,
        because: "one thing"))
  }

  /// The theory as it is read from what is written of it.
  private func readBack(_ review: Review) throws -> Theory {
    let theory = try review.theory().theory
    let again = try TheoryDocument.read(files: try TheoryDocument.write(theory))
    #expect(again == theory)
    return again
  }

  @Test("What two concepts say alike is said once when they are one")
  func alike() throws {
    try TemporaryFolder.with { folder in
      let slots = """
        context: [less talk, less candour]
        conditions: [less talk, less candour, {any: [more peace, less talk, less candour]}]
        mechanism: {is: [more peace], kind: produced}
        outcome: [raises quarrels]
        """
      let review = try review(slots, in: folder)
      try review.append(try merge("candour", "talk"), by: "Ann")
      let claim = try #require(try readBack(review).configurations.first)
      #expect(claim.context.map(\.description) == ["less talk"])
      #expect(
        claim.conditions.map { $0.anyOf.map(\.description) } == [["less talk"], ["more peace", "less talk"]])
    }
  }

  @Test("The other end of a concept says alike what the concept's own end says")
  func otherEnd() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels, lowers peace]", in: folder)
      try review.append(try merge("peace", "quarrels", reversed: true), by: "Ann")
      #expect(try readBack(review).configurations.first?.outcome.map(\.description) == ["raises quarrels"])
    }
  }

  @Test("Beside much more of a concept, more of it is not said again", arguments: [true, false])
  func farEnd(_ isFirst: Bool) throws {
    try TemporaryFolder.with { folder in
      let context = isFirst ? "much less talk, less candour" : "less talk, much less candour"
      let review = try review("context: [\(context)]\noutcome: [raises quarrels]", in: folder)
      try review.append(try merge("candour", "talk"), by: "Ann")
      #expect(try readBack(review).configurations.first?.context.map(\.description) == ["much less talk"])
    }
  }

  @Test(
    "A merge that would let a slot go both ways is refused, and names the candidate",
    arguments: [
      ("context: [less talk, more candour]\noutcome: [raises quarrels]", "candour", "talk", false),
      ("context: [less talk]\noutcome: [raises quarrels, raises peace]", "peace", "quarrels", true),
      (
        "context: [less talk]\nmechanism: {is: [more peace, less candour], kind: chosen}\noutcome: [raises quarrels]",
        "candour", "peace", false
      ),
    ])
  func opposite(_ slots: String, _ concept: String, _ into: String, _ reversed: Bool) throws {
    try TemporaryFolder.with { folder in
      let review = try review(slots, in: folder)
      let before = try review.rows()
      let words = try wordsOfRefusal {
        try review.append(try merge(concept, into, reversed: reversed), by: "Ann")
      }
      #expect(words.contains("let candidate claim go both ways with \(into)"))
      #expect(try review.rows() == before)
      _ = try readBack(review)
    }
  }

  @Test("A candidate that was dropped stands in no merge's way, and then can't be kept")
  func dropped() throws {
    try TemporaryFolder.with { folder in
      let review = try review(
        "context: [less talk, more candour]\noutcome: [raises quarrels]", judged: "drop", in: folder)
      try review.append(try merge("candour", "talk"), by: "Ann")
      let id = try #require(CandidateDraft.ID("claim"))
      let keep = Act.candidateJudged(CandidateJudgement(candidate: id, fate: .kept, because: "so"))
      #expect(
        try wordsOfRefusal { try review.append(keep, by: "Ann") }.contains("talk stands twice in the context")
      )
      let dropping = try #require(try review.acts([.candidateJudged]).first?.number)
      #expect(try wordsOfRefusal { _ = try review.undo(dropping, by: "Ann") }.contains("go both ways"))
    }
  }

  @Test("A draft that a merge couldn't be done with doesn't come back by taking its successor back")
  func undoneDraft() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk, more candour]\noutcome: [raises quarrels]", in: folder)
      guard var draft = try review.synthesis().candidates.first?.draft else { return }
      draft.context = draft.context.filter { $0.direction == .less }
      let newer = try review.append(.candidateDrafted(draft), by: "Ann")
      try review.append(try merge("candour", "talk"), by: "Ann")
      let words = try wordsOfRefusal { _ = try review.undo(newer.number, by: "Ann") }
      #expect(words.contains("would let candidate claim go both ways with talk in its context"))
    }
  }

  @Test("A code that another concept has taken over doesn't come back to the first")
  func undoneForming() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      var formations = try review.synthesis().concepts.map(\.formation)
      formations[1].codes = []
      let bare = try review.append(.conceptFormed(formations[1]), by: "Ann")
      formations[0].codes.append(CodeUse("candour"))
      try review.append(.conceptFormed(formations[0]), by: "Ann")
      #expect(
        try wordsOfRefusal { _ = try review.undo(bare.number, by: "Ann") }.contains(
          "would form candour from the code “candour”, which stands for talk"))
    }
  }

  @Test("One part of a coding stands for one concept")
  func sharedPart() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      let coding = try #require(try review.synthesis().codings.first?.act)
      var formations = try review.synthesis().concepts.map(\.formation)
      let part = PartUse(coding: coding, part: 1)
      formations[2].parts = [part, PartUse(coding: coding, part: 1, isReversed: true)]
      #expect(
        try wordsOfRefusal { try review.append(.conceptFormed(formations[2]), by: "Ann") }.contains(
          "stands twice"))
      formations[2].parts = [part]
      try review.append(.conceptFormed(formations[2]), by: "Ann")
      formations[3].parts = [part]
      #expect(
        try wordsOfRefusal { try review.append(.conceptFormed(formations[3]), by: "Ann") }.contains(
          "stands for quarrels already"))
    }
  }

  @Test("A concept that the frame names doesn't end")
  func framed() throws {
    try TemporaryFolder.with { folder in
      let lever = "\nlevers:\n  - {id: meet, name: Meet, moves: [raises candour]}"
      let review = try review(
        "context: [less talk]\noutcome: [raises quarrels]", frame: MadeReview.frame + lever, in: folder)
      let words = try wordsOfRefusal { try review.append(try merge("candour", "talk"), by: "Ann") }
      #expect(words.contains("the frame names the concept candour (levers[0].moves[0])"))
      let forming = try #require(try review.acts([.conceptFormed]).dropFirst().first?.number)
      #expect(try wordsOfRefusal { _ = try review.undo(forming, by: "Ann") }.contains("the frame names"))
      let newer = try TheoryFrame(path: folder.file("frame.yaml", MadeReview.frame))
      try review.append(.theoryFramed(newer), by: "Ann")
      try review.append(try merge("candour", "talk"), by: "Ann")
      _ = try readBack(review)
    }
  }

  @Test("A slot has as many effects as a document takes, buffers among them")
  func effects() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      guard var draft = try review.synthesis().candidates.first?.draft else { return }
      let concepts = ["talk", "candour", "quarrels", "peace"].compactMap { Concept.ID($0) }
      draft.outcome = concepts.flatMap { concept in
        [OutcomeEffect.Change.raises, .buffers, .exposes].map { OutcomeEffect($0, concept) }
      }
      try review.append(.candidateDrafted(draft), by: "Ann")
      draft.outcome.append(OutcomeEffect(.buffers, concepts[0]))
      let words = try wordsOfRefusal { try review.append(.candidateDrafted(draft), by: "Ann") }
      #expect(words == "The outcome has 13 literals, and 12 are the most.")
    }
  }

  @Test(
    "No candidate comes to go on in itself because a judgement or a draft is taken back",
    arguments: [true, false])
  func circle(_ isJudged: Bool) throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      guard let draft = try review.synthesis().candidates.first?.draft else { return }
      var other = draft
      other.id = try #require(CandidateDraft.ID("other"))
      try review.append(.candidateDrafted(other), by: "Ann")
      func judge(_ candidate: CandidateDraft.ID, _ fate: CandidateJudgement.Fate) throws -> Int {
        let judgement = CandidateJudgement(candidate: candidate, fate: fate, because: "so")
        return try review.append(.candidateJudged(judgement), by: "Ann").number
      }
      _ = try judge(draft.id, .merged(into: other.id))
      other.note = "anew"
      var anew = draft
      anew.note = "anew"
      let between =
        try isJudged
        ? judge(draft.id, .kept) : review.append(.candidateDrafted(anew), by: "Ann").number
      _ = try judge(other.id, .merged(into: draft.id))
      #expect(try wordsOfRefusal { _ = try review.undo(between, by: "Ann") }.contains("go on in itself"))
    }
  }

  @Test(
    "What coders are told to name instead of a concept is named as it goes on", arguments: ["talk", "peace"])
  func instead(_ into: String) throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      var formation = try #require(try review.synthesis().concepts.last?.formation)
      let plain = formation.concept
      let exclusion = Concept.Coding.Exclusion(what: "plain words", instead: Concept.ID("candour"))
      formation.concept = Concept(
        id: plain.id, name: plain.name, definition: plain.definition, phrases: [], scope: plain.scope,
        scale: plain.scale, wording: plain.wording, group: plain.group,
        coding: Concept.Coding(include: ["quiet"], exclude: [exclusion]))
      try review.append(.conceptFormed(formation), by: "Ann")
      try review.append(try merge("candour", into), by: "Ann")
      let coding = try #require(try readBack(review).concepts.last?.coding)
      #expect(coding.include == ["quiet"] && coding.exclude.map(\.what) == ["plain words"])
      #expect(coding.exclude.map(\.instead?.text) == [into == plain.id.text ? nil : into])
    }
  }

  @Test(
    "A merge that would leave conditions that can't hold, or always do, is refused",
    arguments: [
      ("[more peace, more candour]", "candour", "peace", true, "ask for more and less of peace at once"),
      ("[{any: [more peace, less candour]}]", "candour", "peace", false, "more or less of peace"),
      ("[more candour]", "candour", "talk", false, "ask for more and less of talk at once"),
    ])
  func conditions(
    _ conditions: String, _ concept: String, _ into: String, _ reversed: Bool, _ told: String
  ) throws {
    try TemporaryFolder.with { folder in
      let review = try review(
        "context: [less talk]\nconditions: \(conditions)\noutcome: [raises quarrels]", in: folder)
      let words = try wordsOfRefusal {
        try review.append(try merge(concept, into, reversed: reversed), by: "Ann")
      }
      #expect(words.contains("let candidate claim") && words.contains(told), "\(words)")
    }
  }

  @Test("A draft whose conditions can't hold, or say nothing, is refused")
  func drafted() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      guard let draft = try review.synthesis().candidates.first?.draft else { return }
      let (talk, peace) = (try #require(Concept.ID("talk")), try #require(Concept.ID("peace")))
      func refusal(_ conditions: [[Literal]]) throws -> String {
        var other = draft
        other.conditions = conditions.compactMap { Condition(anyOf: $0) }
        return try wordsOfRefusal { try review.append(.candidateDrafted(other), by: "Ann") }
      }
      #expect(try refusal([[Literal(.more, talk, degree: .much)]]).contains("at once"))
      #expect(try refusal([[Literal(.more, peace), Literal(.less, peace)]]).contains("says nothing"))
      #expect(try refusal([[Literal(.more, peace)], [Literal(.less, peace)]]).contains("at once"))
      #expect(try refusal([[Literal(.more, peace), Literal(.less, peace, degree: .much)]]) == "")
      #expect(try refusal([[Literal(.more, talk), Literal(.more, peace)]]) == "")
    }
  }

  @Test("A concept whose codes were merged is formed anew, and split, with its codes as they are now")
  func mergedCodes() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      let id = try #require(Concept.ID("talk"))
      var formation = try #require(try review.synthesis().concept(id)?.formation)
      formation.codes = [CodeUse("talk"), CodeUse("chat"), CodeUse("silence", isReversed: true)]
      try review.append(.conceptFormed(formation), by: "Ann")
      for code in ["chat", "silence"] {
        try review.append(
          .coded(
            Coding(
              ground: .place(source: "plots", .paragraph(1, section: "Results")),
              parts: [CodedPart(code: code, slot: .theme)])), by: "Ann")
      }
      try review.append(.codesMerged(CodeMerge(codes: [CodeUse("chat")], into: "talk")), by: "Ann")
      let anew = try review.append(by: "Ann") { synthesis in
        var now = try #require(synthesis.formation(of: id))
        now.because = "anew"
        return .conceptFormed(now)
      }
      guard case .conceptFormed(let formed) = anew.act else { return }
      #expect(formed.codes == [CodeUse("talk"), CodeUse("silence", isReversed: true)])
      try review.append(
        .codesMerged(CodeMerge(codes: [CodeUse("talk")], into: "Talking")), by: "Ann")
      let quiet = ConceptFormation(
        concept: .plain(try #require(Concept.ID("quiet")), definition: "how quiet"),
        codes: [CodeUse("silence")])
      _ = try review.split(id, into: quiet, by: "Ann")
      #expect(try review.synthesis().concept(id)?.formation.codes == [CodeUse("Talking")])
    }
  }

  @Test("An act that can't be made from what there is writes nothing, and its obstacle is told as it is")
  func unmade() throws {
    try TemporaryFolder.with { folder in
      let review = try review("context: [less talk]\noutcome: [raises quarrels]", in: folder)
      let before = try review.rows()
      #expect(throws: CancellationError.self) {
        try review.append(by: "Ann") { _ in throw CancellationError() }
      }
      #expect(throws: ReviewFault.self) {
        try review.append(by: "Ann") { .candidateDrafted(try #require($0.candidates.first?.draft)) }
      }
      #expect(try review.rows() == before)
    }
  }
}
