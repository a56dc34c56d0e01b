import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

@Suite("Ensembles")
struct EnsembleTests {
  private let settings = EnsembleSettings(rounds: 4, draws: 200, seed: 9)

  private func model(levers: Bool = false) throws -> (Theory, Model) {
    let theory = try Fixture.gardens()
    return (
      theory, Model(theory, try .tells("more harvest-goals", levers: levers ? theory.levers.map(\.id) : []))
    )
  }

  @Test("Any number of threads counts the same", arguments: [2, 7])
  func threads(_ count: Int) async throws {
    let (_, model) = try model()
    let one = try await Ensemble(running: model, settings)
    let many = try await Ensemble(running: model, settings, threads: count)
    #expect(EnsemblePart(one, .whole).bytes == EnsemblePart(many, .whole).bytes)
    #expect(one.models == [200, 200, 200, 200] && one.faults == 0)
  }

  @Test("Any number of threads counts the same levels, also where each counts its own many times")
  func longThreads() async throws {
    let (_, model) = try model()
    let long = EnsembleSettings(rounds: 1, draws: 2_200, seed: 9, priors: [.uniform], attributed: 0)
    let one = try await Ensemble(running: model, long)
    let many = try await Ensemble(running: model, long, threads: 3)
    #expect(EnsemblePart(one, .whole).bytes == EnsemblePart(many, .whole).bytes)
    let levels = try #require(one.tallies.first?.levels)
    #expect(levels.prefix(TallyLayout.bins).reduce(0, +) == 2_200)
  }

  @Test("Counts that so many models can't give are no tally")
  func impossible() async throws {
    let (_, model) = try model()
    let small = EnsembleSettings(rounds: 1, draws: 32, seed: 1, priors: [.uniform])
    let tally = try #require(try await Ensemble(running: model, small).tallies.first)
    #expect(Tally(tally.layout, counts: tally.counts, draws: 32) == tally)
    for place in [tally.layout.models, tally.layout.turn(0, part: 0, 0), tally.counts.count - 1] {
      for count in [-1, 33, Int64.max, Int64.min] {
        var counts = tally.counts
        counts[place] = count
        #expect(Tally(tally.layout, counts: counts, draws: 32) == nil, "\(place): \(count)")
      }
    }
    var counts = tally.counts
    counts[tally.layout.share(0, 1)] = .min
    #expect(Tally(tally.layout, counts: counts, draws: 32) == nil)
    counts[tally.layout.share(0, 1)] = -1 << 40
    #expect(Tally(tally.layout, counts: counts, draws: 32) != nil)
    #expect(Tally(tally.layout, counts: Array(counts.dropLast()), draws: 32) == nil)
  }

  @Test("Parts add up to the whole, in any order, and are refused where they don't fit")
  func parts() async throws {
    let (theory, model) = try model()
    let whole = try await Ensemble(running: model, settings)
    var parts: [EnsemblePart] = []
    for index in 1...4 {
      let shard = try #require(Shard(index, of: 4))
      parts.append(EnsemblePart(try await Ensemble(running: model, settings, shard: shard), shard))
    }
    let read = try parts.map { try EnsemblePart(bytes: $0.bytes) }
    #expect(read == parts)
    var sum = read[2]
    for index in [0, 3] { try sum.add(read[index]) }
    #expect(throws: EnsemblePart.Fault.missing([try #require(Shard(2, of: 4))])) {
      _ = try sum.ensemble(of: model, settings)
    }
    #expect(throws: EnsemblePart.Fault.self) { try sum.add(read[0]) }
    try sum.add(read[1])
    let merged = try sum.ensemble(of: model, settings)
    #expect(EnsemblePart(merged, .whole).bytes == EnsemblePart(whole, .whole).bytes)
    let other = Model(theory, try .tells("less harvest-goals"))
    #expect(throws: EnsemblePart.Fault.self) { _ = try sum.ensemble(of: other, settings) }
    #expect(throws: EnsemblePart.Fault.self) {
      _ = try sum.ensemble(of: model, EnsembleSettings(rounds: 5, draws: 200, seed: 9))
    }
  }

  @Test(
    "What moved what can be kept in the first models only, and nothing else changes", arguments: [0, 50, 64])
  func attributed(_ count: Int) async throws {
    let (_, model) = try model()
    let some = EnsembleSettings(rounds: 4, draws: 200, seed: 9, attributed: count)
    let (few, all) = (
      try await Ensemble(running: model, some, threads: 2), try await Ensemble(running: model, settings)
    )
    #expect(few.attributedModels == Array(repeating: count, count: 4) && all.attributedModels == all.models)
    #expect(few.ends.map(\.share) == all.ends.map(\.share))
    for concept in model.moving {
      for round in 0...4 {
        #expect(few.bands(of: concept, after: round) == all.bands(of: concept, after: round))
        #expect(few.changes(of: concept, by: round)?.risen == all.changes(of: concept, by: round)?.risen)
      }
    }
    #expect(few.contributions(in: 2).isEmpty == (count == 0))
    for contribution in few.contributions(in: 2) {
      #expect(contribution.up.models == few.attributedModels)
      #expect(zip(contribution.up.counts, contribution.down.counts).allSatisfy { $0 + $1 <= count })
    }
    // Its means lie within what they can differ by: those of so few models, of which each moves by at most 1.
    for (one, other) in zip(few.contributions(in: 2), all.contributions(in: 2)) {
      #expect(one.source == other.source && one.concept == other.concept)
      #expect(zip(one.means, other.means).allSatisfy { abs($0 - $1) < 0.05 })
    }
  }

  @Test("Starts that share what is drawn get the numbers that each would draw alone")
  func sharedDraws() throws {
    let theory = try Fixture.gardens()
    let models = try ["more harvest-goals", "less harvest-goals", "more harvest-goals"].map {
      Model(theory, try .tells($0))
    }
    let sequence = DrawSequence(seed: 5, count: 300)
    var drawn = DrawnBlock()
    var differing = 0
    for prior in Prior.allCases {
      for draws in [0..<32, 32..<64, 290..<300, 0..<32] {
        var values: [[UInt64]] = []
        for model in models {
          let drawing = Drawing(model.program, sequence, prior)
          let read = model.levels.map(\.term)
          var (together, alone) = (
            Lanes<Float>(Tape(model.program, reporting: read)),
            Lanes<Float>(Tape(model.program, reporting: read))
          )
          let shares = drawing.fill(&together, with: draws, sharing: &drawn)
          #expect(shares == drawing.fill(&alone, with: draws))
          together.read()
          alone.read()
          let bits = read.indices.flatMap { index in
            (0..<32).map { together.report(index, lane: $0).doubled.bitPattern }
          }
          #expect(
            bits
              == read.indices.flatMap { index in
                (0..<32).map { alone.report(index, lane: $0).doubled.bitPattern }
              })
          values.append(bits)
        }
        #expect(values[0] == values[2])
        if values[0] != values[1] { differing += 1 }
      }
    }
    #expect(differing == 4 * Prior.allCases.count)
  }

  @Test("A part that was cut off or changed is refused, or is another part; it never ends the program")
  func damaged() async throws {
    let (_, model) = try model()
    let small = EnsembleSettings(rounds: 1, draws: 32, seed: 1, priors: [.uniform], attributed: 0)
    let bytes = EnsemblePart(try await Ensemble(running: model, small), .whole).bytes
    let heading = try #require(bytes.firstIndex(of: 0x0a))
    for end in [0, 1, heading, heading + 1, bytes.count / 2, bytes.count - 1] {
      #expect(throws: EnsemblePart.Fault.self) { _ = try EnsemblePart(bytes: Array(bytes[..<end])) }
    }
    #expect(throws: EnsemblePart.Fault.self) { _ = try EnsemblePart(bytes: bytes + [0]) }
    var random = SplitMix64(seed: 4)
    var refused = 0
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        let ensemble = try EnsemblePart(bytes: changed).ensemble(of: model, small)
        // Whatever was taken can also be told.
        _ = (ensemble.ends, ensemble.ranks, ensemble.sensitivities)
        for concept in model.moving { _ = ensemble.bands(of: concept, after: 1) }
      } catch { refused += 1 }
    }
    #expect(refused > 20)
    let text =
      #"{"format":"realist ensemble part 3","plan":{"steps":[]},"program":"0","settings":{"draws":1,"attributed":0,"isSingle":false,"priors":[],"rounds":1,"seed":1},"shards":[{"count":1000000000000000000,"index":1}]}"#
    #expect(throws: EnsemblePart.Fault.self) { _ = try EnsemblePart(bytes: Array(text.utf8) + [0x0a]) }
    let earlier = text.replacing("part 3", with: "part 2")
    #expect(throws: EnsemblePart.Fault.otherwise("another version of realist")) {
      _ = try EnsemblePart(bytes: Array(earlier.utf8) + [0x0a])
    }
  }

  @Test("What sources add makes up the movement of the mean level, rest included")
  func shares() throws {
    let theory = try Fixture.gardens()
    let model = Model(theory, try .tells(partners: 3), isEndless: true)
    let capped = Set(model.caps.map(\.variable))
    let concepts = model.moving.filter { id in
      !model.program.variables.enumerated().contains { number, variable in
        variable.name.hasPrefix("level/\(id)") && capped.contains { model.program[$0].number == number }
      }
    }
    let means = concepts.compactMap { id in model.levels.first { $0.concept == id }?.term }
    var lanes = Lanes<Double>(Tape(model.program, reporting: means + model.shares.map(\.term)))
    let drawing = Drawing(model.program, DrawSequence(seed: 3, count: 32), .uniform)
    drawing.fill(&lanes, with: 0..<32)
    drawing.feed(&lanes, 0..<32, round: 1)
    var (before, expected): ([[Double]], [[Double]]) = ([], [])
    for step in 0...6 {
      lanes.read()
      let now = means.indices.map { mean in (0..<32).map { lanes.report(mean, lane: $0) } }
      if step > 0 {
        for (index, concept) in concepts.enumerated() {
          for lane in 0..<32 {
            #expect(abs(now[index][lane] - before[index][lane] - expected[index][lane]) < 1e-12, "\(concept)")
          }
        }
      }
      before = now
      expected = concepts.map { concept in
        (0..<32).map { lane in
          model.shares.enumerated().filter { $1.concept == concept }
            .reduce(0) { $0 + lanes.report(means.count + $1.offset, lane: lane) }
        }
      }
      lanes.step()
    }
    #expect(concepts.count >= 6)
  }

  @Test("Place by place, what sources add makes up what they add on the whole")
  func places() async throws {
    let theory = try Fixture.gardens()
    let model = Model(theory, try .tells(partners: 3))
    let ensemble = try await Ensemble(running: model, EnsembleSettings(rounds: 2, draws: 64, seed: 2))
    let byPlace = ensemble.contributionsByPlace(in: 2)
    #expect(Set(byPlace.map(\.place)).count == 9)
    var compared = 0
    for whole in ensemble.contributions(in: 2) {
      let parts = byPlace.filter { $0.source == whole.source && $0.concept == whole.concept }
      guard let first = parts.first else { continue }
      // A source may bear on a concept twice; places stay as many.
      let places = Set(parts.map(\.place)).count
      #expect(places == (theory.concept(first.concept)?.scope == .partner ? 3 : 6))
      for prior in 0..<4 {
        let sum = parts.reduce(0) { $0 + $1.means[prior] }
        #expect(abs(sum / Double(places) - whole.means[prior]) < 1e-6, "\(whole.source)")
      }
      compared += 1
    }
    #expect(compared > 5)
    #expect(Model(theory, try .tells(partners: 6)).placeShares.isEmpty)
  }

  @Test("What the lanes do at once gives the numbers of the program, line by line")
  func fused() throws {
    let (_, model) = try model(levers: true)
    let program = model.program
    let drawing = Drawing(program, DrawSequence(seed: 1, count: 4), .uniform)
    let trace = Trace(program, drawing, draw: 2, steps: 8)
    var held = trace.values[0]
    for step in 0..<8 {
      var values: [Double] = []
      for line in program.lines {
        let parts = line.operands.map { values[$0.index] }
        switch line.operation {
        case .constant: values.append(line.value)
        case .parameter: values.append(trace.parameterValues[line.number])
        case .variable: values.append(held[line.number])
        case .input: values.append(drawing.input(line.number, draw: 2, round: step / Model.stepsInARound + 1))
        case .add: values.append(parts[0] + parts[1])
        case .subtract: values.append(parts[0] - parts[1])
        case .multiply: values.append(parts[0] * parts[1])
        case .divide: values.append(parts[0] / parts[1])
        case .share: values.append(parts[0] / (parts[0] + parts[1]))
        case .minimum: values.append(min(parts[0], parts[1]))
        case .maximum: values.append(max(parts[0], parts[1]))
        case .logistic: values.append(1 / (1 + exp(-parts[0])))
        case .power: values.append(pow(parts[0], parts[1]))
        case .atLeast: values.append(parts[0] >= parts[1] ? 1 : 0)
        case .choose: values.append(parts[0] != 0 ? parts[1] : parts[2])
        }
      }
      held = program.variables.map { values[$0.next.index] }
      #expect(held == trace.values[step + 1], "step \(step)")
    }
  }

  @Test("Single precision stays near double precision")
  func single() async throws {
    let (_, model) = try model()
    let double = try await Ensemble(running: model, settings)
    let single = try await Ensemble(
      running: model, EnsembleSettings(rounds: 4, draws: 200, seed: 9, isSingle: true))
    for concept in model.moving {
      for (one, other) in zip(
        double.bands(of: concept, after: 4) ?? [], single.bands(of: concept, after: 4) ?? [])
      {
        #expect(abs((one.median ?? 0) - (other.median ?? 1)) < 0.02, "\(concept)")
      }
    }
  }

  @Test("A run stops when its task is cancelled")
  func cancelled() async throws {
    let (_, model) = try model()
    let task = Task {
      try await Ensemble(running: model, EnsembleSettings(rounds: 100, draws: 1_000_000), threads: 2)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }

  @Test("Of ends, shares and ranks nothing is lost: each model ends in one way")
  func whole() async throws {
    let (_, model) = try model()
    let ensemble = try await Ensemble(running: model, settings)
    for prior in settings.priors.indices {
      #expect(ensemble.ends.reduce(0) { $0 + $1.share.counts[prior] } == 200)
      #expect(ensemble.ranks.reduce(0) { $0 + $1.share.counts[prior] } == 200)
    }
    let parameters = ensemble.sensitivities
    #expect(parameters.allSatisfy { $0.indices.allSatisfy { (0...1).contains($0) } })
    #expect(parameters.contains { ($0.indices.max() ?? 0) > 0.02 })
  }

  @Test("An order that every model meets is met in all, and one that none can is failed in all")
  func orders() async throws {
    func order(_ id: String, never: String) throws -> DynamicsBlock {
      .order(
        DynamicsBlock.Order(
          id: try TinyTheory.id(id), says: id, given: [], with: [try TinyTheory.literal("more a")],
          than: [try TinyTheory.literal("less a")], never: try TinyTheory.literal(never), after: nil))
    }
    let theory = try TinyTheory.make(
      ["a!", "b"], ["k: more a -> raises b; turns"],
      [try order("so", never: "less b"), try order("not-so", never: "more b")])
    let partners = try #require(Partners(count: 2))
    let trials = try await OrderTrials(of: theory, partners: partners, EnsembleSettings(rounds: 3, draws: 64))
    for prior in 0..<4 {
      #expect(trials.scores[prior].map(\.met) == [64, 0] && trials.scores[prior].map(\.failed) == [0, 64])
      #expect(trials.meetingAll(prior: prior) == 0 && !trials.meetsAll(5, prior: prior))
    }
  }
}
