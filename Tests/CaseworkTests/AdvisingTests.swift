import Casework
import Documents
import Dynamics
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@Suite("An advice from models")
struct AdvisingTests {
  private let few = ForecastSettings(rounds: 6, models: 256, seed: 2, threads: 2)

  @Test("Doing nothing more, a looser arrangement and not to collaborate are always among the options")
  func options() async throws {
    let advice = try await Advice(of: try GardenCase.read("mill-lane"), by: try Fixture.gardens(), few)
    let page = AdviceTeller(of: advice, madeBy: "realist 0").page
    let told = MarkdownRenderer().render(page)
    #expect(told.contains("Do nothing more") && told.contains("Do not collaborate"))
    #expect(told.contains("looser arrangement"))
    #expect(Mentions(of: page).dangling == [] && !told.contains("%"))
    #expect(advice.singles.options.count == 1 + advice.actions.count + (advice.looser == nil ? 0 : 1))
  }

  @Test("The source's own advice is judged by the models, and every one of its actions has a verdict")
  func enforced() async throws {
    let subject = try #require(try BundledCases.all().last)
    let advice = try await Advice(
      of: subject, by: try BundledCases.theory(), most: 1,
      ForecastSettings(rounds: 4, models: 256, seed: 1, threads: 2))
    let moved = Set(advice.actions.flatMap { $0.moves.map(\.concept.text) })
    // What it advises for an enforced merger (section "Implications"): agreements, a vision, earlier work together,
    // accountability, and early wins.
    let advised = [
      "legal-agreements", "shared-vision", "initial-trust", "accountability", "early-wins",
    ]
    #expect(advised.filter { !moved.contains($0) } == [])
    let teller = AdviceRecord(advice, madeBy: "realist 0")
    let json = String(decoding: try JSONEncoder().encode(teller), as: UTF8.self)
    #expect(json.contains("\"verdict\":\"helps\"") && json.contains("\"ranked\""))
    let page = AdviceTeller(of: advice, madeBy: "realist 0").page
    #expect(page.figures.map(\.id) == ["ranking", "when"])
    #expect(Mentions(of: page).dangling == [])
    #expect(advice.together == nil && !advice.timing.levers.isEmpty)
  }

  @Test("Actions that are named are all put together in pairs, and no other")
  func named() async throws {
    let theory = try Fixture.gardens()
    let levers = theory.levers.prefix(2).map(\.id)
    let advice = try await Advice(
      of: try GardenCase.made(), by: theory, levers: levers, most: 2, few)
    #expect(advice.actions.map(\.id) == levers)
    #expect(advice.together?.sets == [[levers[0]], [levers[1]], levers])
  }

  @Test("An action that is in place is no option")
  func inPlace() async throws {
    let theory = try Fixture.gardens()
    let subject = try GardenCase.made("facts:", "  - {concept: shared-work, is: high}")
    let advice = try await Advice(of: subject, by: theory, most: 1, few)
    #expect(advice.inPlace.map(\.id.text) == ["dig-in-common"])
    #expect(!advice.actions.contains { $0.id.text == "dig-in-common" })
  }
}

@Suite("Options on the same models")
struct OptionTests {
  private let settings = EnsembleSettings(rounds: 5, draws: 64, seed: 4, attributed: 0)

  private func model() throws -> (Theory, Model) {
    let theory = try Fixture.gardens()
    var start = StartingPoint(partners: try #require(Partners(count: 2)))
    start.levers = theory.levers.map(\.id)
    return (theory, Model(theory, start))
  }

  @Test("A plan ends as it does in a run of its own, also when it begins late", arguments: [1, 2, 4, 9])
  func alone(_ round: Int) async throws {
    let (theory, model) = try model()
    let plan = Plan([Plan.Step(try #require(theory.levers.first).id, from: round)])
    let others = [2, 3, 5].map { OptionTrials.Option(Plan([Plan.Step(theory.levers[1].id, from: $0)])) }
    let trials = try await OptionTrials(
      of: [model], [OptionTrials.Option(), OptionTrials.Option(plan)] + others, settings, threads: 2)
    let own = try await Ensemble(running: model, settings, plan: plan)
    let ranks = ModelEnd.Rank.allCases
    #expect(ranks.map { trials.ends(1, $0).counts } == own.ranks.map(\.share.counts))
    let none = try await Ensemble(running: model, settings)
    #expect(ranks.map { trials.ends(0, $0).counts } == none.ranks.map(\.share.counts))
    // What begins after the last round is nothing.
    if round > 5 { #expect(trials.verdict(1) == .noDifference && trials.better(1).frequency == .never) }
  }

  @Test("Better one way round is worse the other, and nothing differs from itself")
  func turned() async throws {
    let (theory, model) = try model()
    let plans = theory.levers.prefix(2).map { Plan([Plan.Step($0.id)]) }
    let trials = try await OptionTrials(
      of: [model],
      [
        OptionTrials.Option(plans[0], against: 1), OptionTrials.Option(plans[1], against: 0),
        OptionTrials.Option(plans[0], against: 0),
      ], settings, keepsHinges: true)
    #expect(trials.better(0) == trials.worse(1) && trials.worse(0) == trials.better(1))
    #expect(trials.better(2).frequency == .never && trials.same(2).frequency == .always)
    for from in ModelEnd.Rank.allCases {
      for to in ModelEnd.Rank.allCases {
        #expect(trials.turns(0, from: from, to: to) == trials.turns(1, from: to, to: from))
      }
    }
    // Every model lies in one part of each number's range.
    for hinge in trials.hinges.indices {
      let parts = OptionTrials.Part.allCases.map { trials.effect(1, where: hinge, lies: $0) }
      #expect(
        (0..<4).allSatisfy { prior in
          parts.reduce(0) { $0 + $1.better.models[prior] } == settings.draws
            && parts.reduce(0) { $0 + $1.better.counts[prior] } == trials.better(1).counts[prior]
        })
    }
  }

  @Test("A model that isn't there is the first; no models are no options")
  func hostile() async throws {
    let (_, model) = try model()
    let trials = try await OptionTrials(
      of: [model], [OptionTrials.Option(model: 7, against: -3), OptionTrials.Option(model: -1)], settings)
    #expect(trials.options.allSatisfy { $0.model == 0 && $0.against == 0 })
    let none = try await OptionTrials(of: [], [OptionTrials.Option()], settings)
    #expect(none.options.isEmpty)
  }
}

@Suite("Plan documents")
struct PlanTests {
  private func setting(_ name: String = "mill-lane") throws -> PlanDocument.Setting {
    PlanComparison.setting(
      of: try GardenCase.read(name), by: try Fixture.gardens(), asOf: nil, rounds: 10)
  }

  private static let head = "format: realist-plan/1\nid: p\ntitle: P\n"

  private func read(_ text: String) throws -> ActionPlan {
    try PlanDocument.read(DocumentFile(name: "plan.yaml", text: Self.head + text), for: try setting())
  }

  @Test("Actions begin in rounds, or on dates where the case says how long a round is")
  func rounds() throws {
    // The last thing that happened in Mill Lane happened in 2020, and a round takes 6 months.
    let plan = try read(
      "actions:\n  - {do: fence, from: 3, until: 5}\n  - {do: dig-in-common, from: 2022-01}\n")
    #expect(plan.plan.steps.map(\.rounds) == [3...5, 3...Int.max])
    #expect(try read("actions: [{do: fence, from: 2001}]").plan.steps.map(\.rounds.lowerBound) == [1])
  }

  @Test(
    "What can't be a plan is told with line, field and remedy",
    arguments: [
      ("actions: []", "names no action"), ("", "names no action"),
      ("actions: [{do: fense}]", "Did you mean fence?"),
      ("actions: [{do: fence, from: 0}]", "1 to 10"), ("actions: [{do: fence, from: .nan}]", "1 to 10"),
      ("actions: [{do: fence, from: 11}]", "1 to 10"), ("actions: [{do: fence, from: 1e9}]", "1 to 10"),
      ("actions: [{do: fence, from: 4, until: 2}]", "ends before it begins"),
      ("actions: [{do: fence, from: 2050}]", "beyond the 10 rounds"),
      ("actions: [{do: fence, whne: 3}]", "whne"), ("actions: fence", "list"),
      ("arrangement: castle", "knows no arrangement"), ("actions: [{from: 2}]", "Name an action"),
    ])
  func faults(_ text: String, _ told: String) throws {
    let fault = try #require(throws: FaultyDocument.self) { _ = try read(text) }
    #expect(fault.description.contains(told) && fault.description.contains("plan.yaml"), "\(fault)")
  }

  @Test("A date is refused where the case gives no length of a round")
  func undated() throws {
    let subject = try GardenCase.made()
    let setting = PlanComparison.setting(of: subject, by: try Fixture.gardens(), asOf: nil, rounds: 10)
    let file = DocumentFile(name: "plan.yaml", text: Self.head + "actions: [{do: fence, from: 2021}]")
    let fault = try #require(throws: FaultyDocument.self) { _ = try PlanDocument.read(file, for: setting) }
    #expect(fault.description.contains("roundMonths"))
  }

  @Test("A damaged plan is read or told its faults, and never traps")
  func damaged() throws {
    let setting = try setting()
    let text =
      Self.head
      + "arrangement: allotments\nactions:\n  - {do: fence, from: 2, until: 4}\n  - {do: dig-in-common}\n"
    for seed in 0..<2000 {
      var mutation = Mutation(seed: UInt64(seed))
      let bytes = mutation.damaged(text)
      do {
        let plan = try PlanDocument.read(try DocumentFile(name: "plan.yaml", bytes: bytes), for: setting)
        #expect(!plan.plan.steps.isEmpty || plan.arrangement != nil, "seed \(seed)")
      } catch {
        #expect(!error.faults.isEmpty && error.faults.allSatisfy { !$0.remedy.isEmpty }, "seed \(seed)")
      }
    }
  }

  @Test("Plans compared in the other order give the same, the other way round")
  func order() async throws {
    let (subject, theory) = (try GardenCase.read("mill-lane"), try Fixture.gardens())
    let plans = [try read("actions: [{do: fence}]"), try read("actions: [{do: dig-in-common, from: 2}]")]
    let settings = ForecastSettings(rounds: 6, models: 128, seed: 5, threads: 2)
    let one = try await PlanComparison(of: plans, for: subject, by: theory, settings)
    let other = try await PlanComparison(of: plans.reversed(), for: subject, by: theory, settings)
    #expect(one.trials.better(one.option(ofPair: 0)) == other.trials.worse(other.option(ofPair: 0)))
    #expect(one.trials.better(1) == other.trials.better(2) && one.trials.worse(2) == other.trials.worse(1))
    let page = PlanTeller(of: one, madeBy: "realist 0").page
    #expect(MarkdownRenderer().render(page).contains("Plan beside plan"))
  }
}
