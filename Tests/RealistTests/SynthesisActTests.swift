import Foundation
import TestSupport
import Testing

@Suite("Synthesis, act by act")
struct SynthesisActTests {
  /// A review that begins from the gardens, and a program that runs in its folder as Ann.
  private func during(_ body: (Program, TemporaryFolder) async throws -> Void) async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      let made = try await program.run("review", "begin-from", Fixture.gardensPath, "r.realist")
      try #require(made.code == 0, "\(made.err)")
      try await body(program, folder)
    }
  }

  private func json(_ line: String, _ program: Program) async throws -> Any {
    let outcome = try await program.shell("\"$0\" review \(line) --format json")
    try #require(outcome.code == 0, "\(line): \(outcome.err)")
    return try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
  }

  private static let code = "code r.realist --source neighbourhood-gardens --section Money --paragraph"

  @Test("A concept and a candidate are made act by act, and the theory that comes out has them")
  func made() async throws {
    try await during { program, folder in
      try await program.review(
        [
          "\(Self.code) 1 --name c-grants --context 'more grants' --mechanism 'less harvest goals' --outcome 'lowers upkeep'",
          "\(Self.code) 2 --name c-fees --context 'less fees' --outcome 'raises upkeep'",
          "form-concept r.realist money --definition 'What money there is.' --code grants --code 'reversed fees'"
            + " --low 'no money' --high money --scope collaboration --because 'two ends of one thing'",
          "draft r.realist grants-tire --context 'more money' --mechanism 'less harvest-goals' --outcome 'lowers upkeep'"
            + " --condition 'more city-led or less shared-work' --coding c-grants --one-sided 'one source' --title Grants",
          // What isn't given stays as it was.
          "draft r.realist grants-tire --reasoning 'Why aim high?' --coding c-grants --coding c-fees",
          "draft r.realist grants-tire --note x --title ''",
          "draft r.realist grants-tire --note '' --title Grants",
          "judge r.realist grants-tire keep --because 'both places say it'",
          "rivals r.realist money-matters --about 'what money does'"
            + " --reading 'it tires: grants-tire' --reading 'it: draws: full-baskets, tidy-garden-draws'",
        ])
      let told = try await program.review(["theory r.realist --output theory"])
      #expect(told.contains("Wrote theory:"))
      let shown = try await program.shell("\"$0\" theory show theory --format json")
      for word in [
        "\"grants-tire\"", "\"What money there is.\"", "Why aim high?", "\"it: draws\"", "more city-led",
      ] {
        #expect(shown.out.contains(word), "\(word)")
      }
      let check = try await program.shell("\"$0\" theory check theory")
      #expect(check.code == 0, "\(check.out)")
    }
  }

  @Test("A concept is split in two acts, and an extraction form is defined, filled bit by bit and listed")
  func forms() async throws {
    try await during { program, folder in
      let told = try await program.review(
        [
          "form-concept r.realist know-how --code know-how --code tips",
          "split-concept r.realist know-how --into tips --definition 'What they tell.' --code tips --because 'telling only'",
        ])
      #expect(told.contains("formed the concept know-how") && told.contains("formed the concept tips"))
      try await program.review(
        [
          "forms define r.realist study --field 'design: case study | survey' --field 'plots: number' --field 'who says' --required design",
          "forms fill r.realist study neighbourhood-gardens --field 'design: survey' --field 'who says: the city: its office'",
          "forms fill r.realist study neighbourhood-gardens --field 'plots: 12'",
        ])
      let list = try await program.shell("\"$0\" review forms list r.realist")
      #expect(try GoldenFile.difference(list.out, from: "forms.txt") == nil)
      let fields = try #require(try await json("forms list r.realist", program) as? [String: Any])
      #expect((fields["filled"] as? [[String: Any]])?.count == 1)
    }
  }

  @Test(
    "Two coders are compared on what both coded, and two states of the review on what changed between them")
  func compared() async throws {
    try await during { program, folder in
      let before = try await json("log r.realist --last 1", program)
      let act = try #require((before as? [[String: Any]])?.first?["number"] as? Int)
      try await program.review(
        [
          "\(Self.code) 1 --context 'more grants' --outcome 'lowers upkeep' --theme money",
          "\(Self.code) 1 --mechanism 'more grants' --outcome 'raises upkeep' --theme money --by Ben",
          "\(Self.code) 2 --context 'more grants' --by Ben",
          "form-concept r.realist money --definition 'What money there is.' --code grants",
        ])
      let coders = try await program.review(["coders r.realist Ann Ben"])
      #expect(coders.contains("Both coded 1 place. In the same slot of a place both gave 2 of 4 codes"))
      #expect(coders.contains("in another slot: mechanism for Ben"))
      let record = try #require(
        try await json("coders r.realist Ann Ben --compare concepts", program) as? [String: Any])
      #expect(record["format"] as? String == "realist-coder-agreement/1" && record["places"] as? Int == 1)
      let themes = try await program.review(["themes r.realist"])
      #expect(themes.contains("2 points of entry, 1 theme, 2 codings"))
      let states = try await program.review(["compare r.realist \(act)"])
      #expect(states.contains("concepts: 1 new"))
      let change = try #require(try await json("compare r.realist \(act)", program) as? [String: Any])
      #expect(change["format"] as? String == "realist-synthesis-comparison/1")
      let theory = try #require(change["theory"] as? [String: Any])
      #expect(((theory["concepts"] as? [String: Any])?["onlyInNew"] as? [Any])?.count == 1)
    }
  }

  private static let document = """
    format: realist-synthesis/1
    forms:
      - {name: study, fields: [{name: design, type: choice, choices: [case study, survey], required: yes}, {name: plots, type: number}]}
    filled:
      - {form: study, source: neighbourhood-gardens, fields: {design: survey, plots: 12}}
    codings:
      - name: c-grants
        source: neighbourhood-gardens
        place: {section: Money, paragraph: 1}
        context: [more grants]
        reasoning: [why aim high]
        outcome: [buffers upkeep]
        ifThen: If money comes, nobody aims high.
        bearing: against
    merges:
      - {codes: [why aim high, {code: harvest goals, reversed: yes}], into: aiming low, because: one thing}
    splits:
      - {parts: [{coding: c-grants, part: 1}], into: city grants}
    concepts:
      - {id: money, definition: What money there is., codes: [city grants, reversed fees], low: no money, because: two ends}
      - {id: rain, definition: How much it rains., codes: [rain], scope: partner, scale: binary, group: ground}
      - {id: drought, name: dry years, definition: How dry it is., parts: [{coding: c-grants, part: 2}], phrases: [dry]}
    conceptMerges:
      - {concept: drought, into: rain, reversed: yes, because: its other end}
    candidates:
      - id: grants-tire
        title: Grants
        context: [more money]
        conditions: [more city-led, {any: [much less rain, more upkeep]}]
        mechanism: {is: [less harvest-goals], kind: chosen, resource: a grant, reasoning: Why aim high?}
        outcome: [lowers upkeep, buffers harvest]
        reverses: {answer: no, because: one source}
        phase: seasons
        codings: [c-grants]
        within: neighbourhood-gardens
        note: Look again.
    steps:
      - {kind: situate, from: [grants-tire], to: [full-baskets], memo: each in its place}
    judgements:
      - {candidate: grants-tire, fate: keep, because: the place says it, status: hypothesised}
    rivals:
      - {id: money-matters, about: what money does, readings: [{name: it tires, configurations: [grants-tire]}, {name: it draws, configurations: [full-baskets, tidy-garden-draws]}]}
    """

  /// The number of the act that coded last, as the shell asks the log for it.
  private static let lastCoding =
    "$(\"$0\" review log r.realist --kind coded --last 1 --format json"
    + " | sed -n 's/.*\"number\" : \\([0-9]*\\).*/\\1/p')"

  @Test("Commands, act by act, do what one document does: the logs are the same but for the time")
  func oneWay() async throws {
    try await during { program, folder in
      _ = try folder.file("synthesis.yaml", Self.document)
      try FileManager.default.copyItem(atPath: folder("r.realist"), toPath: folder("d.realist"))
      try await program.review(["synthesise d.realist synthesis.yaml"])
      try await program.review(
        [
          "forms define r.realist study --field 'design: case study | survey' --field 'plots: number' --required design",
          "forms fill r.realist study neighbourhood-gardens --field 'design: survey' --field 'plots: 12'",
          "\(Self.code) 1 --name c-grants --context 'more grants' --reasoning 'why aim high' --outcome 'buffers upkeep'"
            + " --if-then 'If money comes, nobody aims high.' --bearing against",
          "merge-codes r.realist 'why aim high' 'reversed harvest goals' --into 'aiming low' --because 'one thing'",
          "split-code r.realist \(Self.lastCoding).1 --into 'city grants'",
          "form-concept r.realist money --definition 'What money there is.' --code 'city grants' --code 'reversed fees'"
            + " --low 'no money' --because 'two ends'",
          "form-concept r.realist rain --definition 'How much it rains.' --code rain --scope partner --scale binary --group ground",
          "form-concept r.realist drought --name 'dry years' --definition 'How dry it is.' --phrase dry --part \(Self.lastCoding).2",
          "merge-concepts r.realist drought rain --reversed --because 'its other end'",
          "draft r.realist grants-tire --title Grants --context 'more money' --condition 'more city-led'"
            + " --condition 'much less rain or more upkeep' --mechanism 'less harvest-goals' --kind chosen"
            + " --resource 'a grant' --reasoning 'Why aim high?' --outcome 'lowers upkeep' --outcome 'buffers harvest'"
            + " --one-sided 'one source' --phase seasons --coding c-grants --within neighbourhood-gardens"
            + " --note 'Look again.'",
          "step r.realist situate --from grants-tire --to full-baskets --memo 'each in its place'",
          "judge r.realist grants-tire keep --because 'the place says it' --status hypothesised",
          "rivals r.realist money-matters --about 'what money does' --reading 'it tires: grants-tire'"
            + " --reading 'it draws: full-baskets, tidy-garden-draws'",
        ])
      func acts(_ review: String) async throws -> [Substring] {
        let log = try await program.run("review", "log", review, "--format", "json").out
        return log.split(separator: "\n").filter { !$0.contains("\"at\" :") }
      }
      let (single, whole) = (try await acts("r.realist"), try await acts("d.realist"))
      #expect(single.count == whole.count && single.count > 800)
      let first = zip(single, whole).first { $0 != $1 }
      #expect(first == nil, "\(first.map { "\($0)" } ?? "")")
    }
  }

  @Test("Mistakes are told with the remedy, and nothing is changed")
  func mistakes() async throws {
    try await during { program, folder in
      let before = try await program.run("review", "log", "r.realist", "--format", "json").out
      let lines: [(String, String)] = [
        ("form-concept r.realist Money --definition x", "no identifier"),
        ("form-concept r.realist money --code x", "--definition"),
        ("form-concept r.realist money --definition x --part 12", "no part"),
        ("form-concept r.realist money --definition x --code ''", "code is empty"),
        ("compare r.realist 2026-13-01", "neither an act nor a day"),
        ("split-concept r.realist know-how --into tips --definition x --code nothing", "no code of know-how"),
        ("draft r.realist a --context 'more know-how' --outcome 'raises harvest'", "--reverses WHY"),
        ("draft r.realist a --context 'some know-how' --reverses x", "no literal"),
        (
          "draft r.realist a --context 'more know-hwo' --outcome 'raises harvest' --reverses x",
          "Did you mean know-how?"
        ),
        ("draft r.realist a --outcome 'helps harvest' --reverses x", "no outcome"),
        ("draft r.realist a --context 'more know-how' --reverses x", "at least two"),
        ("draft r.realist a --coding t-alnoe --reverses x", "Did you mean t-alone?"),
        ("draft r.realist a --condition ' or ' --reverses x", "condition is empty"),
        ("draft r.realist a --reverses x --one-sided y", "either holds reversed or not"),
        ("draft r.realist full-baskets --within x --across", "not both"),
        ("draft r.realist full-baskets", "drafted so already"),
        ("rivals r.realist x --about y --reading 'they help'", "names no candidates"),
        ("rivals r.realist x --about y --reading 'a: full-baskets'", "from 2 to 100"),
        (
          "rivals r.realist x --about y --reading 'a: full-baskets' --reading 'b: full-basket'",
          "Did you mean full-baskets?"
        ),
        ("forms define r.realist s --field a --required b", "no --field does"),
        ("forms define r.realist s --field 'a: one'", "2 to 200"),
        ("forms fill r.realist s neighbourhood-gardens --field 'a: b'", "no form “s”"),
        ("forms fill r.realist s neighbourhood-gardens --field a", "after a colon"),
        ("coders r.realist", "Those who have: Ann."), ("coders r.realist Ann", "Name two people"),
        ("coders r.realist Ann Ben", "Ben hasn't coded yet"), ("coders r.realist Ann Ann", "Name two people"),
        ("coders r.realist Ann Ben --overlap 0", "1 to 100"),
        ("coders r.realist Ann Ben --compare x", "concepts"),
        ("coders r.realist Ann Ben --output r.realist", "take its place"),
        ("themes r.realist --output r.realist", "take its place"),
        ("compare r.realist 99999", "There is no act 99999"),
        ("compare r.realist soon", "neither an act nor a day"),
        ("compare r.realist 2000-01-01", "Nothing had been done by"),
        ("compare r.realist 9 3", "earlier state first"),
      ]
      try await program.expectRefusals(of: "review", lines.map { ($0.0, [$0.1]) })
      #expect(try await program.run("review", "log", "r.realist", "--format", "json").out == before)
    }
  }
}
