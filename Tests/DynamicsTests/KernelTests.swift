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
        lanes.evaluate()
        for lane in 0..<Lanes<Scalar>.width {
          bits += parts.indices.map { lanes.report($0, lane: lane).doubled.bitPattern }
        }
        lanes.advance()
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

  @Test("give the same bits for every operation on any numbers, also on those that are none")
  func operations() throws {
    var random = SplitMix64(seed: 11)
    let odd: [Double] = [0, -0.0, 1, -1, .infinity, -.infinity, .nan, 1e-300, -1e300, 0.5]
    for code in Code.allCases {
      for _ in 0..<20 {
        let tape = Tape(single: code)
        var (quick, slow) = (Registers<Double>(tape), Registers<Double>(tape))
        for register in 0..<3 {
          for lane in 0..<Lanes<Double>.width {
            let draw = random.next()
            let value =
              draw % 3 == 0 ? odd[Int(draw / 3 % UInt64(odd.count))] : Double(draw % 2001) / 1000 - 1
            quick[register, lane] = value
            slow[register, lane] = value
          }
        }
        quick.carryOut(tape.step, of: tape)
        slow.carryOutChecked(tape.step, of: tape)
        for lane in 0..<Lanes<Double>.width {
          let (one, other) = (quick[3, lane], slow[3, lane])
          #expect(one.bitPattern == other.bitPattern || (one.isNaN && other.isNaN), "\(code)")
        }
      }
    }
  }

  @Test("A tape that names a register that isn't there carries nothing out")
  func unsound() {
    let tape = Tape(single: .add, out: 9)
    var registers = Registers<Double>(tape)
    registers.carryOut(tape.step, of: tape)
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
