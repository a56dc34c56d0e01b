import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

@Suite("Endings")
struct EndingTests {
  private func ending(
    _ of: String, reach: DynamicsBlock.Ending.Reach = .weakest, below: Double = 0.3, months: Double,
    hollow: String? = nil
  ) throws -> DynamicsBlock {
    .ending(
      DynamicsBlock.Ending(
        id: try TinyTheory.id("gone"), name: "it is gone", of: try TinyTheory.id(of), reach: reach,
        watches: .alone, limit: .below(try TinyTheory.range(below)), months: try TinyTheory.range(months),
        hollowUnder: try hollow.map { try TinyTheory.literal($0) }, then: try TinyTheory.literal("more over"))
    )
  }

  private func start(_ words: [String], partners: Int) throws -> StartingPoint {
    var start = try StartingPoint.tells(partners: partners)
    start.roundMonths = 3...3
    start.known = try words.map { word in
      let parts = word.components("@")
      let literal = try TinyTheory.literal(parts[0])
      let fact = Fact.lies(literal.direction, much: literal.degree == .much)
      guard parts.count == 2 else { return StartingPoint.Known(literal.concept, fact) }
      let numbers = parts[1].components("/").compactMap(Int.init)
      let place: LevelPlace =
        numbers.count == 1
        ? .partner(numbers[0] - 1) : .relation(of: numbers[0] - 1, towards: numbers[1] - 1)
      return StartingPoint.Known(literal.concept, fact, .at(place))
    }
    return start
  }

  private let concepts = ["x:relation", "f:partner", "over!", "m!", "y"]
  private let claims = ["k: more m -> raises y", "l: more y -> raises f", "n: more y -> raises x"]

  @Test(
    "A level that lies beyond the threshold ends it after as many rounds as the months make, and no sooner")
  func hold() throws {
    let theory = try TinyTheory.make(concepts, claims, [try ending("x", months: 6)])
    // 6 months are 2 rounds.
    let end = 2 * Model.stepsInARound
    let model = Model(theory, try start(["much less x", "less m", "less y", "less over"], partners: 2))
    let trace = Trace(model, draw: 0, of: DrawSequence(seed: 1, count: 1), prior: .uniform, rounds: 4)
    let cause = try #require(trace.course(of: "ended/cause"))
    #expect(cause[end - 1] == 0 && cause[end] == 2)
    #expect(trace.course(of: "ended/step")?.last == Double(end))
    let over = try #require(trace.course(of: "level/over"))
    #expect(over[end - 1] == 0 && over[end] == 1 && over.last == 1)
  }

  @Test("What has ended stands still")
  func frozen() throws {
    let theory = try TinyTheory.make(concepts, claims, [try ending("x", months: 3)])
    let model = Model(theory, try start(["much less x@1/2", "more x@2/1", "more m", "more y"], partners: 2))
    let trace = Trace(model, draw: 0, of: DrawSequence(seed: 1, count: 1), prior: .mostlyWeak, rounds: 6)
    let end = Int(try #require(trace.course(of: "ended/step")?.last))
    #expect(end > 0 && end < 6 * Model.stepsInARound - 2)
    for name in ["level/y", "level/x/1/2", "level/f/1"] {
      let course = try #require(trace.course(of: name))
      #expect(course[end] == course.last, "\(name)")
      #expect(name == "level/x/1/2" || course[end - 1] != course[end], "\(name) moved before")
    }
  }

  @Test("One pair of three parts, and the others go on")
  func pair() throws {
    let theory = try TinyTheory.make(concepts, claims, [try ending("x", months: 3)])
    let words = ["more x", "much less x@1/2", "more m", "more y"]
    let model = Model(theory, try start(words, partners: 3))
    let trace = Trace(model, draw: 0, of: DrawSequence(seed: 1, count: 1), prior: .mostlyWeak, rounds: 4)
    #expect(trace.course(of: "parted/1/2")?.last == 1)
    #expect(trace.course(of: "parted/1/3")?.last == 0 && trace.course(of: "ended/cause")?.last == 0)
    let (gone, kept) = (
      try #require(trace.course(of: "level/x/1/2")), try #require(trace.course(of: "level/x/1/3"))
    )
    let half = 2 * Model.stepsInARound
    #expect(gone[half] == gone.last && kept[half] != kept.last)
  }

  @Test("A partner that leaves parts from all others; when two are left with nobody, it is over")
  func leaving() throws {
    let theory = try TinyTheory.make(concepts, claims, [try ending("f", months: 3)])
    let one = Trace(
      Model(theory, try start(["more f", "much less f@1", "less m", "less y"], partners: 3)), draw: 0,
      of: DrawSequence(seed: 1, count: 1), prior: .uniform, rounds: 3)
    #expect(["parted/1/2", "parted/1/3"].allSatisfy { one.course(of: $0)?.last == 1 })
    #expect(one.course(of: "parted/2/3")?.last == 0)
    let two = Trace(
      Model(theory, try start(["much less f", "more f@3", "less m", "less y"], partners: 3)), draw: 0,
      of: DrawSequence(seed: 1, count: 1), prior: .uniform, rounds: 3)
    #expect(two.course(of: "parted/2/3")?.last == 1 && two.course(of: "ended/cause")?.last == 2)
  }

  @Test("Where all places count, the last one holds the rest together")
  func strongest() throws {
    let theory = try TinyTheory.make(concepts, claims, [try ending("f", reach: .strongest, months: 3)])
    func cause(_ words: [String]) throws -> Double? {
      Trace(
        Model(theory, try start(words + ["less m", "less y"], partners: 3)), draw: 0,
        of: DrawSequence(seed: 1, count: 1), prior: .uniform, rounds: 3
      ).course(of: "ended/cause")?.last
    }
    #expect(try cause(["much less f", "more f@3"]) == 0)
    #expect(try cause(["much less f"]) == 2)
  }

  @Test("Where they may not part, an empty shell is a rival reading, in half of the models")
  func shell() async throws {
    let theory = try TinyTheory.make(concepts, claims, [try ending("x", months: 3, hollow: "more m")])
    let settings = EnsembleSettings(rounds: 3, draws: 64, seed: 1, priors: [.uniform])
    func ranks(_ words: [String]) async throws -> [Int] {
      try await Ensemble(running: Model(theory, try start(words, partners: 2)), settings).ranks
        .map { $0.share.counts[0] }
    }
    #expect(try await ranks(["much less x", "more m", "less y"]) == [32, 32, 0, 0, 0])
    #expect(try await ranks(["much less x", "less m", "less y"]) == [64, 0, 0, 0, 0])
    #expect(try await ranks(["much more x", "more m", "more y"]) == [0, 0, 0, 64, 0])
  }

  @Test("The later end is the better one of its kind, and kinds come in their order")
  func order() throws {
    let id: DynamicsBlock.ID = try TinyTheory.id("gone")
    let ends: [ModelEnd] = [
      .parted(id, round: 2), .parted(id, round: 9), .shell(id, round: 1), .shell(id, round: 3),
      .standing(id, .poor),
      .middling, .standing(id, .good),
    ]
    for (index, end) in ends.enumerated() {
      for (other, later) in ends.enumerated() { #expect((end < later) == (index < other)) }
    }
  }
}
