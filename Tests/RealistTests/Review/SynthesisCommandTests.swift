import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("A synthesis by commands")
struct SynthesisCommandTests {
  private func hold(_ told: String, _ name: String) throws {
    let difference = try GoldenFile.difference(told, from: name)
    #expect(difference == nil)
  }

  @Test("Each command says what it did, with the act by which it is called from then on")
  func made() async throws { try hold(try await SmallSynthesis.told(), "made.txt") }

  @Test("Sources, texts, hits and passages read so")
  func reading() async throws {
    try await SmallSynthesis.during { program, _ in
      let told = try await program.typed(
        [
          "sources s.realist", "texts list s.realist", "texts show s.realist 1 --page 2",
          "texts show s.realist 1 --from 0 --to 15", "texts find s.realist growers",
          "texts find s.realist 'growers AND menus' --text 2 --most 1",
          "texts seek s.realist 'trust* OR distrust*'",
          "texts seek s.realist 'trust* OR distrust*' --most 1 --see",
          "texts seek s.realist 'trust* OR distrust*'", "texts seek s.realist 'trust* OR distrust*' --all",
          "passages list s.realist", "passages list s.realist --source roe2021",
          "passages show s.realist p10",
          "passages show s.realist p11", "passages check s.realist",
        ].map { "review \($0)" })
      try hold(told, "reading.txt")
      #expect(told.split(separator: "\n").filter { !$0.hasPrefix("$") && $0.count > 80 } == [])
    }
  }

  @Test("Codings, codes, concepts, candidates and how they came about read so")
  func synthesis() async throws {
    try await SmallSynthesis.during { program, _ in
      let told = try await program.typed(
        [
          "codings s.realist", "codings s.realist --coder Ben", "codings s.realist --source ash1999",
          "codes s.realist", "concepts s.realist", "candidates s.realist", "refinements s.realist",
          "rameses s.realist", "codebook s.realist",
        ].map { "review \($0)" })
      try hold(told, "synthesis.txt")
    }
  }

  @Test("As Markdown, the checklist is one table and the candidates another")
  func markdown() async throws {
    try await SmallSynthesis.during { program, _ in
      let told = try await program.typed([
        "review candidates s.realist --format markdown", "review rameses s.realist --format markdown",
      ])
      try hold(told, "synthesis.md")
    }
  }

  @Test("As JSON, passages, codings and candidates read so")
  func json() async throws {
    try await SmallSynthesis.during { program, _ in
      let told = try await program.typed(
        ["passages show s.realist p10", "codings s.realist --coder Ben", "candidates s.realist"].map {
          "review \($0) --format json"
        })
      try hold(told, "synthesis.json.txt")
    }
  }

  @Test(
    "Programs get JSON of each answer",
    arguments: [
      "sources s.realist", "source s.realist lee2020 --role other",
      "appraise s.realist lee2020 --rigour low --because x",
      "texts list s.realist", "texts show s.realist 2", "texts find s.realist growers",
      "texts seek s.realist growers --see", "texts add s.realist roe2021 lee.txt",
      "texts replace s.realist 2 lee.txt", "passages list s.realist", "passages check s.realist",
      "passages mark s.realist 1 'bottle plums'", "code s.realist --passage p9 --theme x",
      "codes s.realist", "concepts s.realist", "refinements s.realist", "rameses s.realist",
      "merge-codes s.realist pride --into joy",
      "split-code s.realist 14.1 --into talk", "judge s.realist prices-hurt drop --because x",
      "step s.realist situate --from prices-hurt --memo x",
      "merge-concepts s.realist prices deliveries --because x",
      "log s.realist --last 3",
    ])
  func jsonOfAll(_ line: String) async throws {
    try await SmallSynthesis.during { program, _ in
      let outcome = try await program.shell("\"$0\" review \(line) --format json")
      #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
      _ = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
    }
  }

  @Test("A newer taking of a text keeps the passages that it holds, and tells those that it doesn't")
  func replaced() async throws {
    try await SmallSynthesis.during { program, folder in
      let newer = SmallSynthesis.lee.replacing("the growers each week", with: "the grow-\r\ners  each week")
        .replacing("kept buying from far away", with: "bought elsewhere").replacing(
          "What grows", with: "This is what grows")
      _ = try folder.file("newer.txt", newer)
      try hold(
        try await program.typed(
          [
            "texts replace s.realist 1 newer.txt", "texts list s.realist", "passages list s.realist",
            "passages show s.realist p9", "passages show s.realist p10", "passages check s.realist",
            "code s.realist --passage p10 --theme x", "log s.realist --last 1",
          ].map { "review \($0)" }), "replaced.txt")
    }
  }

  @Test("The theory that comes out runs; each telling has the words of its passage, with page and paragraph")
  func theory() async throws {
    try await SmallSynthesis.during { program, folder in
      let told = try await program.typed([
        "review theory s.realist --output theory", "theory check theory", "theory gaps theory",
        "theory clusters theory", "theory saturation theory", "theory table told theory",
        "theory why menus --theory theory",
      ])
      try hold(told, "theory.txt")
      let theory = try TheoryDocument.read(path: folder("theory"))
      let places = theory.tellings.map { "\($0.id) \($0.place.words)" }
      #expect(
        places == [
          "lee-weekly section “What grows by the kitchen door, page 1”, paragraph 2",
          "lee-never section “What grows by the kitchen door, page 2”, paragraph 1",
          "roe-talk section “Menus on paper, page 1”, paragraph 1",
          "roe-price section “Menus on paper, page 2”, paragraph 1", "coding-19 section “Talk”, paragraph 2",
        ])
      #expect(theory.tellings.map { $0.passage != nil } == [true, true, true, true, false])
      #expect(theory.tellings[1].passage?.page == "2")
    }
  }

  @Test(
    "A review that begins from the theory gives the same theory; after a text is replaced the two are told apart"
  )
  func backAndForth() async throws {
    try await SmallSynthesis.during { program, folder in
      let began = try await program.typed([
        "review theory s.realist --output theory", "review begin-from theory again.realist",
        "review theory again.realist --output again", "theory compare theory again",
      ])
      #expect(began.contains("say the same, on the same evidence."), "\(began)")
      _ = try folder.file(
        "newer.txt", SmallSynthesis.lee.replacing("What grows", with: "This is what grows"))
      let moved = try await program.typed([
        "review texts replace s.realist 1 newer.txt", "review theory s.realist --output moved",
        "theory compare theory moved",
      ])
      try hold(moved, "moved.txt")
    }
  }
}
