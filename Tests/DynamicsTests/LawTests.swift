import ProgrammeTheory
import RealModule
import TestSupport
import Testing

@testable import Dynamics

@Suite("Laws of the model")
struct LawTests {
  // MARK: What is drawn

  @Test("Each way of drawing has the median of its distribution, and keeps its bounds")
  func priors() {
    let medians: [(Prior, Double)] = [
      (.logUniform, 0.316_227_766), (.uniform, 0.5), (.mostlyWeak, 0.206_299_474),
      (.mostlyStrong, 0.793_700_526),
    ]
    for (prior, median) in medians {
      #expect(abs(prior.strength(at: 0.5) - median) < 1e-8)
      let values = (0..<1000).map { prior.strength(at: Double($0) / 1000) }
      #expect(values == values.sorted() && values.allSatisfy(prior.range.contains))
    }
    // Means of Beta(1, 3) and Beta(3, 1).
    let (weak, strong) = (Prior.mostlyWeak, Prior.mostlyStrong)
    let shares = (0..<10_000).map { (Double($0) + 0.5) / 10_000 }
    #expect(abs(shares.map(weak.strength).reduce(0, +) / 10_000 - 0.25) < 1e-3)
    #expect(abs(shares.map(strong.strength).reduce(0, +) / 10_000 - 0.75) < 1e-3)
  }

  @Test("Each part of a parameter's range is drawn once", arguments: [1, 2, 3, 64, 1000, 1024, 10_007])
  func hypercube(count: Int) {
    let sequence = DrawSequence(seed: 7, count: count)
    for key in ["a", "b", "strength/x"].map(Parameter.key) {
      let shares = (0..<count).map { sequence.share(of: key, draw: $0) }
      #expect(shares.allSatisfy { (0..<1).contains($0) })
      #expect(Set(shares.map { Int($0 * Double(count)) }).count == count)
    }
    let one = (0..<count).map { sequence.share(of: Parameter.key(of: "a"), draw: $0) }
    let other = (0..<count).map {
      DrawSequence(seed: 8, count: count).share(of: Parameter.key(of: "a"), draw: $0)
    }
    #expect(one != other)
  }

  @Test("Two parameters aren't drawn together")
  func uncorrelated() {
    let sequence = DrawSequence(seed: 1, count: 4096)
    for (first, second) in [
      ("a", "b"), ("strength/k1/mechanism", "strength/k2/mechanism"), ("luck/1", "luck/2"),
    ] {
      let (one, other) = (Parameter.key(of: first), Parameter.key(of: second))
      var sum = 0.0
      for draw in 0..<4096 {
        sum += (sequence.share(of: one, draw: draw) - 0.5) * (sequence.share(of: other, draw: draw) - 0.5)
      }
      let correlation = sum / 4096 * 12
      // Four standard errors of a correlation of none.
      #expect(abs(correlation) < 0.0625)
    }
  }

  @Test("A parameter keeps its number when a fact, an action or a partner is added")
  func kept() throws {
    let theory = try Fixture.gardens()
    let base = Model(theory, try .tells())
    let others = [
      Model(theory, try .tells("more neighbour-bonds")),
      Model(theory, try .tells(levers: theory.levers.map(\.id))), Model(theory, try .tells(partners: 3)),
    ]
    let sequence = DrawSequence(seed: 3, count: 100)
    func values(_ model: Model) -> [String: Double] {
      let drawing = Drawing(model.program, sequence, .uniform)
      return Dictionary(
        uniqueKeysWithValues: model.program.parameters.enumerated().map {
          ($1.id, drawing.value(of: $0, draw: 42))
        })
    }
    let own = values(base)
    for other in others {
      let theirs = values(other)
      let shared = own.filter { theirs[$0.key] != nil && !$0.key.hasPrefix("start/neighbour-bonds") }
      #expect(shared.count > 40 && shared.allSatisfy { theirs[$0.key] == $0.value })
    }
  }

  // MARK: Closed forms

  @Test("Without configurations nothing moves but states, which close in on their rest points as they should")
  func still() throws {
    let theory = try TinyTheory.make(
      ["a", "b"], [], [.state(concept: try TinyTheory.id("b"), rest: try TinyTheory.range(0.3))])
    var start = try StartingPoint.tells("much more a", "much more b")
    start.unknown = .neutral
    let model = Model(theory, start)
    #expect(model.moving.map(\.text) == ["b"])
    let drawing = Drawing(model.program, DrawSequence(seed: 1, count: 8), .uniform)
    let trace = Trace(model.program, drawing, draw: 3, steps: 20)
    let values = Dictionary(uniqueKeysWithValues: zip(trace.parameters, trace.parameterValues))
    let course = try #require(trace.course(of: "level/b"))
    let shrink = 1 / (1 + (values["pace/b"] ?? 0) * (values["pull/b"] ?? 0) / Double(Model.stepsInARound))
    var distance = course[0] - 0.3
    #expect(distance > 0.5)
    for level in course {
      #expect(abs(level - 0.3 - distance) < 1e-12)
      distance *= shrink
    }
  }

  @Test("A chain of one dyad closes in on its end as 1 / (1 + u) to the power of the steps")
  func chain() throws {
    let theory = try TinyTheory.make(["a!", "b"], ["k: more a -> raises b"])
    let model = Model(theory, try .tells("more a", "much less b"))
    let drawing = Drawing(model.program, DrawSequence(seed: 1, count: 8), .uniform)
    let trace = Trace(model.program, drawing, draw: 5, steps: 30)
    let values = Dictionary(uniqueKeysWithValues: zip(trace.parameters, trace.parameterValues))
    let u = (values["pace/b"] ?? 0) / Double(Model.stepsInARound) * (values["strength/k/raises/b"] ?? 0)
    let course = try #require(trace.course(of: "level/b"))
    var room = 1 - course[0]
    #expect(u > 0.001 && room > 0.5)
    for level in course {
      #expect(abs(1 - level - room) < 1e-12)
      room /= 1 + u
    }
  }

  @Test("A buffer alone moves nothing, and divides what is lost by 1 + its strength")
  func buffer() throws {
    let loss = "loss: more a -> lowers x"
    let bare = Model(
      try TinyTheory.make(["a!", "b!", "x"], [loss]), try .tells("more a", "more b", "more x"))
    let spared = Model(
      try TinyTheory.make(["a!", "b!", "x"], [loss, "keep: more b -> buffers x"]),
      try .tells("more a", "more b", "more x"))
    let alone = Model(
      try TinyTheory.make(["a!", "b!", "x"], ["keep: more b -> buffers x", "still: more x -> raises a"]),
      try .tells("more b", "more x"))
    #expect(!alone.moving.contains { $0.text == "x" })
    let sequence = DrawSequence(seed: 2, count: 4)
    for draw in 0..<4 {
      let one = Trace(bare, draw: draw, of: sequence, prior: .uniform, rounds: 1)
      let two = Trace(spared, draw: draw, of: sequence, prior: .uniform, rounds: 1)
      let values = Dictionary(uniqueKeysWithValues: zip(two.parameters, two.parameterValues))
      let (x, y) = (try #require(one.course(of: "level/x")), try #require(two.course(of: "level/x")))
      let strength = values["strength/keep/buffers/x"] ?? 0
      // x' = x / (1 + v): v = x/x' − 1 is divided by 1 + strength.
      let (bareLoss, sparedLoss) = (x[0] / x[1] - 1, y[0] / y[1] - 1)
      let ratio = bareLoss / sparedLoss
      #expect(abs(ratio - 1 - strength) < 1e-9)
    }
  }

  // MARK: Partners

  @Test("Partners under other numbers have the same course under these", arguments: [2, 5])
  func relabelled(count: Int) throws {
    let theory = try Fixture.gardens()
    let partners = try #require(Partners(count: count))
    let model = Model(theory, StartingPoint(partners: partners))
    let turned = (0..<count).map { (count - 1 - $0) }
    func renamed(_ id: String) -> String {
      let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard ["start", "level", "activation", "beyond", "parted"].contains(parts[0]), parts.count > 2 else {
        return id
      }
      var numbers = parts.dropFirst(2).compactMap(Int.init).map { turned[$0 - 1] + 1 }
      guard numbers.count == parts.count - 2 else { return id }
      if parts[0] == "parted" { numbers.sort() }
      return (parts.prefix(2) + numbers.map(String.init)).joined(separator: "/")
    }
    let sequence = DrawSequence(seed: 5, count: 3)
    let plain = Drawing(model.program, sequence, .mostlyStrong)
    let values = Dictionary(
      uniqueKeysWithValues: model.program.parameters.enumerated().map {
        ($1.id, plain.value(of: $0, draw: 1))
      })
    let other = Drawing(model.program, sequence, .mostlyStrong, given: { values[renamed($0)] })
    let (one, two) = (
      Trace(model.program, plain, draw: 1, steps: 16), Trace(model.program, other, draw: 1, steps: 16)
    )
    var compared = 0
    for name in one.variables where name.hasPrefix("level/") {
      let (mine, theirs) = (try #require(one.course(of: name)), try #require(two.course(of: renamed(name))))
      for (first, second) in zip(mine, theirs) { #expect(abs(first - second) < 1e-12, "\(name)") }
      compared += renamed(name) == name ? 0 : 1
    }
    #expect(compared >= 2 * count)
  }

  @Test("Fifty partners compile and run")
  func fifty() throws {
    let theory = try TinyTheory.make(
      ["a:partner", "x:relation", "y"],
      ["k: more a -> produced more x -> raises y; turns", "back: more y -> raises x"])
    let model = Model(theory, try .tells("more a", partners: 50))
    let trace = Trace(model, draw: 0, of: DrawSequence(seed: 1, count: 2), prior: .uniform, rounds: 3)
    #expect(trace.variables.count { $0.hasPrefix("level/x/") } == 2450)
    #expect(trace.values.allSatisfy { $0.allSatisfy(\.isFinite) })
    let y = try #require(trace.course(of: "level/y"))
    #expect(try #require(y.last) > y[0])
  }
}

@Suite("Powers and roots of eight numbers")
struct RootTests {
  @Test("are right to the last places, and don't hang on their neighbours")
  func precision() {
    var random = SplitMix64(seed: 5)
    func share() -> Double { Double(random.next() >> 11) * 0x1p-53 }
    for _ in 0..<20_000 {
      let exponents = SIMD8((0..<8).map { _ in share() * 40 - 20 })
      let bases = SIMD8((0..<8).map { _ in share() * (random.next() % 2 == 0 ? 1 : 1e-9) })
      let (powers, roots) = (exponents.exponentiated, bases.cubeRoots)
      for lane in 0..<8 {
        let (power, root) = (Double.exp2(exponents[lane]), roots[lane])
        #expect(abs(powers[lane] - power) <= 2 * power.ulp)
        // What the cube is off, exactly: glibc's own cube roots may be 4 units in the last place off.
        let square = root * root
        let left = (-square).addingProduct(root, root) * root
        let excess = (-bases[lane]).addingProduct(square, root) + left
        #expect(abs(excess) <= 3 * square * root.ulp)
        #expect(SIMD8(repeating: exponents[lane]).exponentiated[5] == powers[lane])
        #expect(SIMD8(repeating: bases[lane]).cubeRoots[3] == roots[lane])
      }
    }
  }

  @Test("are exact at the lower ends")
  func ends() {
    #expect(SIMD8(repeating: 0.0).exponentiated[0] == 1)
    #expect(SIMD8(repeating: -3.0).exponentiated[0] == 0.125)
    #expect(SIMD8(repeating: 0.0).cubeRoots[0] == 0)
    for prior in Prior.allCases {
      #expect(prior.strength(at: 0) == prior.range.lowerBound)
      #expect(abs(prior.strength(at: 1) - prior.range.upperBound) <= 1e-15)
    }
  }
}
