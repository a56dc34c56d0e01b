import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

@Suite("The quick kernels")
struct KernelTests {
  private func programs() throws -> [Model] {
    let gardens = try Fixture.gardens()
    let bundled = try TheoryDocument.read(path: try #require(Fixture.bundledTheories.first))
    return try [gardens, bundled].flatMap { theory in
      try [2, 3].map { count in
        Model(theory, StartingPoint(partners: try #require(Partners(count: count))))
      }
    }
  }

  private func bits<Scalar: LaneScalar>(_: Scalar.Type, _ model: Model, isChecked: Bool) -> [UInt64] {
    let parts = model.shares.map(\.term) + model.labels.map(\.holds)
    var lanes = Lanes<Scalar>(Tape(model.program, reporting: parts), isChecked: isChecked)
    let drawing = Drawing(model.program, DrawSequence(seed: 7, count: 100), .mostlyStrong)
    drawing.fill(&lanes, with: 3..<35)
    var bits: [UInt64] = []
    for round in 1...3 {
      drawing.feed(&lanes, 3..<35, round: round)
      for _ in 0..<Model.stepsInARound {
        lanes.read()
        for lane in 0..<Lanes<Scalar>.width {
          bits += parts.indices.map { lanes.report($0, lane: lane).doubled.bitPattern }
        }
        lanes.step()
      }
    }
    for lane in 0..<Lanes<Scalar>.width {
      bits += model.program.variables.indices.map { lanes.variable($0, lane: lane).doubled.bitPattern }
    }
    return bits
  }

  @Test("give the same bits as their slow, checked twin, in both precisions")
  func twin() throws {
    for model in try programs() {
      #expect(bits(Float.self, model, isChecked: false) == bits(Float.self, model, isChecked: true))
      #expect(bits(Double.self, model, isChecked: false) == bits(Double.self, model, isChecked: true))
    }
  }

  @Test("add up over steps what would be read at each of them, and begin anew when told")
  func sums() throws {
    let model = try #require(try programs().first)
    // What stays the same through a model, and what is a variable, are added up, too.
    let added = model.shares.map(\.term) + model.placeShares.map(\.term) + [model.cause, Term(0)]
    var (summing, reading) = (
      Lanes<Double>(Tape(model.program, reporting: [], adding: added)),
      Lanes<Double>(Tape(model.program, reporting: added))
    )
    let drawing = Drawing(model.program, DrawSequence(seed: 3, count: 40), .uniform)
    drawing.fill(&summing, with: 0..<32)
    drawing.fill(&reading, with: 0..<32)
    for round in 1...3 {
      drawing.feed(&summing, 0..<32, round: round)
      drawing.feed(&reading, 0..<32, round: round)
      summing.clearSums()
      var expected = added.map { _ in Array(repeating: 0.0, count: 32) }
      for _ in 0..<Model.stepsInARound {
        summing.step()
        reading.read()
        for index in added.indices {
          for lane in 0..<32 { expected[index][lane] += reading.report(index, lane: lane) }
        }
        reading.step()
      }
      for index in added.indices {
        let lanes = stride(from: 0, to: 32, by: 8).flatMap { first in
          let eight = summing.sums(index, from: first)
          return (0..<8).map { eight[$0] }
        }
        #expect(lanes == expected[index])
      }
      let isAllZero = expected.allSatisfy { sums in sums.allSatisfy { $0 == 0 } }
      #expect(!isAllZero)
    }
  }

  @Test("Levels that are noted many models at a time are counted each once, in their bin")
  func bins() throws {
    let model = try #require(try programs().first)
    let layout = TallyLayout(model, EnsembleSettings(rounds: 2))
    let counts = LevelCounts(layout)
    var bins = LevelBins(layout, width: 32)
    var direct = Array(repeating: Int32(0), count: layout.countOfLevels)
    var random = SplitMix64(seed: 4)
    let edges = [0, 1, 0.5, 0.5 - 0x1p-47, 127.0 / 256, Double(Float(0.5).nextDown)]
    for block in 0..<40 {
      let models = block == 39 ? 7 : 32
      for concept in 0..<layout.concepts {
        for round in 0...2 {
          for first in stride(from: 0, to: 32, by: 4) {
            var (levels, isCounted) = (SIMD4<Double>(), SIMD4<Double>())
            for offset in 0..<4 where first + offset < models {
              guard random.next() % 3 > 0 else {
                levels[offset] = random.next() % 2 == 0 ? .nan : 0.3
                continue
              }
              let isEdge = random.next() % 4 == 0
              levels[offset] =
                isEdge
                ? edges[Int(random.next() % UInt64(edges.count))]
                : Double(random.next() >> 24) * 0x1.4p-40 - 0.1
              isCounted[offset] = 1
              direct[layout.level(concept, round, bin: min(max(Int(levels[offset] * 256), 0), 255))] += 1
            }
            bins.note(levels, where: isCounted, concept, round, from: first)
          }
        }
      }
      if bins.isFull(after: models) {
        counts.count(bins)
        bins.removeAll()
      }
    }
    counts.count(bins)
    let counted = counts.take()
    #expect(counted.count == direct.count)
    #expect(zip(counted, direct).allSatisfy(==))
    #expect(counts.take() == [])
    // So near to the next bin a level is taken there.
    let near = LevelCounts(layout)
    var last = LevelBins(layout, width: 32)
    last.note(SIMD4(repeating: 0.5.nextDown), where: SIMD4(repeating: 1), 0, 0, from: 0)
    _ = last.isFull(after: 4)
    near.count(last)
    #expect(near.take()[layout.level(0, 0, bin: 128)] == 4)
  }

  @Test("give the same bits for every operation on any numbers, also on those that are none")
  func operations() throws {
    var random = SplitMix64(seed: 11)
    let odd: [Double] = [0, -0.0, 1, -1, .infinity, -.infinity, .nan, 1e-300, -1e300, 0.5]
    for code in Code.allCases {
      for trial in 0..<20 {
        let tape = Tape(single: code, count: trial % 3)
        var (quick, slow) = (Registers<Double>(tape), Registers<Double>(tape))
        for register in [0, 1, 2, 4] {
          for lane in 0..<Lanes<Double>.width {
            let draw = random.next()
            let value =
              draw % 3 == 0 ? odd[Int(draw / 3 % UInt64(odd.count))] : Double(draw % 2001) / 1000 - 1
            quick[register, lane] = value
            slow[register, lane] = value
          }
        }
        quick.carryOut(tape.step, pausingAt: tape.pausesOfStep, of: tape)
        slow.carryOutChecked(tape.step, of: tape)
        for lane in 0..<Lanes<Double>.width {
          for register in [3, 4, 5] {
            let (one, other) = (quick[register, lane], slow[register, lane])
            #expect(one.bitPattern == other.bitPattern || (one.isNaN && other.isNaN), "\(code)")
          }
        }
      }
    }
  }

  @Test("A tape that names a register that isn't there carries nothing out")
  func unsound() {
    let tape = Tape(single: .add, out: 9)
    var registers = Registers<Double>(tape)
    registers.carryOut(tape.step, pausingAt: tape.pausesOfStep, of: tape)
    #expect(!tape.isSound)
  }

  @Test(
    "Each entry of a Latin hypercube is used once, whatever the count", arguments: [1, 2, 7, 64, 1000, 1025])
  func hypercube(_ count: Int) {
    let sequence = DrawSequence(seed: 5, count: count)
    for key in [UInt64(0), 1, .max, 0x1234_5678_9abc_def0] {
      let shares = sequence.shares(of: key, draws: 0..<count)
      #expect(Set(shares.map { Int($0 * Double(count)) }) == Set(0..<count))
      #expect(shares == (0..<count).map { sequence.share(of: key, draw: $0) })
    }
  }
}
