import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

/// Each block of dynamics against its equation, as docs/model.md tells it, with the numbers of one model.
@Suite("Blocks of dynamics")
struct BlockTests {
  private struct One {
    let values: [String: Double]
    let trace: Trace
    func value(_ id: String) -> Double { values[id] ?? .nan }
    func course(_ name: String) throws -> [Double] { try #require(trace.course(of: name)) }
  }

  private func run(
    _ theory: Theory, _ start: StartingPoint, draw: Int = 3, steps: Int = 8, luck: Drawing.Luck = .none
  ) -> One {
    let model = Model(theory, start)
    let drawing = Drawing(model.program, DrawSequence(seed: 11, count: 8), .uniform, luck: luck)
    let trace = Trace(model.program, drawing, draw: draw, steps: steps)
    return One(
      values: Dictionary(uniqueKeysWithValues: zip(trace.parameters, trace.parameterValues)), trace: trace)
  }

  /// What a push of a strength makes of a stock in one step.
  private func pushed(_ level: Double, _ strength: Double, _ one: One, _ concept: String) -> Double {
    let pace = one.value("pace/\(concept)") / Double(Model.stepsInARound)
    let (up, down) = (pace * max(0, strength), pace * one.value("loss/\(concept)") * max(0, -strength))
    return (level + up) / (1 + up + down)
  }

  @Test(
    "A blend pushes by twice its distance from the middle, and what takes over does so as the others grow",
    arguments: 0..<8)
  func blend(draw: Int) throws {
    let block = DynamicsBlock.blend(
      DynamicsBlock.Blend(
        of: [try TinyTheory.id("a"), try TinyTheory.id("b")], and: try TinyTheory.id("c"),
        by: [try TinyTheory.id("m")],
        into: try TinyTheory.id("y"), reason: "test"))
    let one = run(try TinyTheory.make(["a", "b", "c", "m", "y"], [], [block]), try .tells(), draw: draw)
    let (a, b, c, m) = (
      one.value("start/a"), one.value("start/b"), one.value("start/c"), one.value("start/m")
    )
    let h = one.value("top/blend/y") * pow(m, one.value("steepness/blend/y"))
    let (wa, wb) = (one.value("share/a/blend/y"), one.value("share/b/blend/y"))
    let drive = (1 - h) * (wa * a + wb * b) / (wa + wb) + h * c
    let y = try one.course("level/y")
    let expected = pushed(y[0], one.value("strength/blend/y") * (2 * drive - 1), one, "y")
    #expect(abs(y[1] - expected) < 1e-12 && y[1] != y[0])
  }

  @Test("An attempt succeeds by capacity beside demand, with luck", arguments: 0..<8)
  func attempts(draw: Int) throws {
    let block = DynamicsBlock.attempts(
      DynamicsBlock.Attempts(
        ambition: try TinyTheory.id("a"), steps: try TinyTheory.id("s"), complexity: try TinyTheory.id("c"),
        support: [try TinyTheory.id("h"), try TinyTheory.id("i")], burden: [try TinyTheory.id("w")],
        achieves: try TinyTheory.id("y")))
    let theory = try TinyTheory.make(["a", "s", "c", "h", "i", "w", "y"], [], [block])
    for luck in [Drawing.Luck.none, .drawn] {
      let model = Model(theory, try .tells())
      let drawing = Drawing(model.program, DrawSequence(seed: 11, count: 8), .uniform, luck: luck)
      let one = run(theory, try .tells(), draw: draw, luck: luck)
      func start(_ id: String) -> Double { one.value("start/\(id)") }
      let share = one.value("steps/attempts/y")
      let demand = 0.5 * ((1 - share) * start("a") + share * start("s") + start("c"))
      let (wh, wi) = (one.value("share/h/attempts/y"), one.value("share/i/attempts/y"))
      let burdened = 1 - one.value("burden/attempts/y") * max(0, 2 * start("w") - 1)
      let capacity = (wh * start("h") + wi * start("i")) / (wh + wi) * burdened
      let drawn = luck == .none ? 0 : drawing.input(0, draw: draw, round: 1) * one.value("luck/attempts/y")
      let success = 1 / (1 + exp(-one.value("sharpness/attempts/y") * (capacity - demand + drawn)))
      let y = try one.course("level/y")
      let expected = pushed(y[0], one.value("strength/attempts/y") * (2 * success - 1), one, "y")
      #expect(abs(y[1] - expected) < 1e-12)
      #expect(abs(drawing.input(0, draw: draw, round: 1)) <= 1)
    }
  }

  @Test("A capped level stays below what the highest of its needs allows", arguments: 0..<8)
  func cap(draw: Int) throws {
    let block = DynamicsBlock.cap(
      DynamicsBlock.Cap(
        of: try TinyTheory.id("y"), by: [try TinyTheory.id("a"), try TinyTheory.id("b")],
        floor: try TinyTheory.range(0.3, 0.5), reason: "test"))
    let theory = try TinyTheory.make(["a", "b", "m!", "y"], ["k: more m -> raises y"], [block])
    let one = run(theory, try .tells("more m", "more y"), draw: draw, steps: 60)
    let floor = one.value("floor/y")
    let allowed = floor + (1 - floor) * max(one.value("start/a"), one.value("start/b"))
    let y = try one.course("level/y")
    #expect(y.dropFirst().allSatisfy { $0 <= allowed + 1e-15 })
    #expect(y[60] == min(y[60], allowed) && y[60] > 0.3)
  }

  @Test(
    "What sets a start is worked out in one step from all that bears on it, and is handed on unless that is known"
  )
  func initial() throws {
    let theory = try TinyTheory.make(
      ["a!", "early", "x"],
      ["k: more a -> raises early", "l: more early -> raises x", "n: more a -> lowers x"],
      [.initial(concept: try TinyTheory.id("early"), sets: try TinyTheory.id("x"))])
    let one = run(theory, try .tells("more a"))
    let expected =
      (one.value("start/early") + one.value("strength/k/raises/early"))
      / (1 + one.value("strength/k/raises/early"))
    let x = try one.course("level/x")
    #expect(abs(x[0] - expected) < 1e-12)
    // Handed on once: what sets the start doesn't push on in every step.
    #expect(abs(x[1] - pushed(x[0], -one.value("strength/n/lowers/x"), one, "x")) < 1e-12)
    let known = run(theory, try .tells("more a", "much less x"))
    #expect(try known.course("level/x")[0] <= 0.15)
  }

  @Test("A requirement shifts the threshold towards the end, and never off the scale")
  func requirement() throws {
    let ending = DynamicsBlock.ending(
      DynamicsBlock.Ending(
        id: try TinyTheory.id("gone"), name: "gone", of: try TinyTheory.id("x"), reach: .weakest,
        watches: .alone,
        limit: .below(try TinyTheory.range(0.3)), months: try TinyTheory.range(1), hollowUnder: nil,
        then: try TinyTheory.literal("more over")))
    let theory = try TinyTheory.make(
      ["x", "need", "over!"], ["k: more x -> raises x"],
      [ending, .requirement(concept: try TinyTheory.id("need"), shifts: try TinyTheory.id("gone"))])
    for draw in 0..<8 {
      let model = Model(theory, try .tells())
      let drawing = Drawing(model.program, DrawSequence(seed: 11, count: 8), .uniform)
      var lanes = Lanes<Double>(Tape(model.program, reporting: model.endings[0].margins))
      drawing.fill(&lanes, with: draw..<draw + 1)
      lanes.read()
      let trace = Trace(model.program, drawing, draw: draw, steps: 1)
      let values = Dictionary(uniqueKeysWithValues: zip(trace.parameters, trace.parameterValues))
      let need = 2 * (values["start/need"] ?? .nan) - 1
      let threshold = 0.3 + (values["reach/need/gone"] ?? .nan) * 0.3 * need
      #expect(abs(lanes.report(0, lane: 0) - ((values["start/x"] ?? .nan) - threshold)) < 1e-12)
      #expect((0...0.6).contains(threshold))
    }
  }

  @Test("A label with rounds holds once it has held for that long, and begins anew when it fails")
  func label() async throws {
    let label = DynamicsBlock.label(
      DynamicsBlock.Label(
        id: try TinyTheory.id("fine"), name: "fine", all: [try TinyTheory.literal("more y")],
        rounds: try TinyTheory.range(2), standing: .good))
    let theory = try TinyTheory.make(["m!", "y"], ["k: more m -> raises y"], [label])
    let settings = EnsembleSettings(rounds: 4, draws: 32, seed: 1, priors: [.uniform])
    let good = try await Ensemble(running: Model(theory, try .tells("more m", "more y")), settings)
    let id: DynamicsBlock.ID = try TinyTheory.id("fine")
    #expect((0...4).map { good.holding(id, after: $0)?.counts[0] } == [0, 0, 32, 32, 32])
    #expect(good.ranks.last?.share.counts == [32])
    let bad = try await Ensemble(running: Model(theory, try .tells("less m", "less y")), settings)
    #expect((0...4).allSatisfy { bad.holding(id, after: $0)?.counts[0] == 0 })
    #expect(bad.ranks.map { $0.share.counts[0] } == [0, 0, 0, 32, 0])
  }
}
