import RealModule

/// The numbers of a block of models, register by register; the one file of the engine with unsafe code.
///
/// It goes without bounds checks, since a tape names only registers that it counts, which is checked once when the
/// registers are made. ``carryOutChecked(_:)`` is its slow twin: checked, lane by lane, and the same to the last bit.
struct Registers<Scalar: LaneScalar>: Sendable {
  typealias Vector = Scalar.Vector

  /// How many vectors a register has: four, or eight.
  static var chunks: Int { Lanes<Scalar>.width / Vector.scalarCount }

  private var vectors: [Vector]
  private let count: Int

  /// Registers for a tape, all 0.
  init(_ tape: Tape) {
    count = tape.isSound ? tape.registers : 0
    vectors = Array(repeating: Vector(), count: count * Self.chunks)
  }

  /// The number of a lane of a register.
  subscript(register: Int, lane: Int) -> Scalar {
    get { vectors[register * Self.chunks + lane / Vector.scalarCount][lane % Vector.scalarCount] }
    set { vectors[register * Self.chunks + lane / Vector.scalarCount][lane % Vector.scalarCount] = newValue }
  }

  /// A register's vectors.
  func slice(_ register: Int) -> ArraySlice<Vector> {
    vectors[register * Self.chunks..<(register + 1) * Self.chunks]
  }

  /// Puts vectors into a register.
  mutating func put(_ values: ArraySlice<Vector>, in register: Int) {
    for (offset, value) in values.prefix(Self.chunks).enumerated() {
      vectors[register * Self.chunks + offset] = value
    }
  }

  /// Copies registers, one after another.
  mutating func copy(_ moves: [(from: Int, to: Int)]) {
    for (from, to) in moves {
      for chunk in 0..<Self.chunks { vectors[to * Self.chunks + chunk] = vectors[from * Self.chunks + chunk] }
    }
  }

  /// Adds what registers hold to sums, lane by lane: as many vectors of sums for each register as it has.
  func add(_ registers: ArraySlice<Int>, to sums: inout [Vector]) {
    guard sums.count == registers.count * Self.chunks,
      registers.allSatisfy({ $0 >= 0 && $0 < count })
    else { return }
    vectors.withUnsafeBufferPointer { vectors in
      sums.withUnsafeMutableBufferPointer { sums in
        var next = 0
        for register in registers {
          for chunk in 0..<Self.chunks {
            sums[next] = Vector.sum(sums[next], vectors[register * Self.chunks + chunk])
            next += 1
          }
        }
      }
    }
  }

  // MARK: Carrying out

  /// Carries out instructions in their order.
  mutating func carryOut(_ instructions: [Tape.Instruction]) {
    guard count > 0 else { return }
    vectors.withUnsafeMutableBufferPointer { vectors in
      instructions.withUnsafeBufferPointer { instructions in
        guard let base = vectors.baseAddress else { return }
        var sum = SumAtHand<Vector>()
        for instruction in instructions { Self.carryOut(instruction, base, &sum) }
      }
    }
  }

  @inline(__always)
  private static func carryOut(
    _ instruction: Tape.Instruction, _ base: UnsafeMutablePointer<Vector>, _ sum: inout SumAtHand<Vector>
  ) {
    // Registers that there are: no product here can be too large.
    let out = base + Int(instruction.out) &* chunks
    let (a, b) = (base + Int(instruction.a) &* chunks, base + Int(instruction.b) &* chunks)
    let c = base + Int(instruction.c) &* chunks
    switch instruction.code {
    case .begin: sum.begin(a, chunks)
    case .take: sum.take(chunks) { b[$0] }
    case .takeProduct: sum.take(chunks) { Vector.product(b[$0], c[$0]) }
    case .takePositive: sum.take(chunks) { Vector.positive(b[$0]) }
    case .takeNegative: sum.take(chunks) { Vector.negative(b[$0]) }
    case .takePositiveProduct: sum.take(chunks) { Vector.positive(Vector.product(b[$0], c[$0])) }
    case .takeNegativeProduct: sum.take(chunks) { Vector.negative(Vector.product(b[$0], c[$0])) }
    case .end: sum.end(out, chunks)
    case .addProduct: each { out[$0] = Vector.sum(a[$0], Vector.product(b[$0], c[$0])) }
    case .addPositive: each { out[$0] = Vector.sum(a[$0], Vector.positive(b[$0])) }
    case .addNegative: each { out[$0] = Vector.sum(a[$0], Vector.negative(b[$0])) }
    case .addPositiveProduct:
      each { out[$0] = Vector.sum(a[$0], Vector.positive(Vector.product(b[$0], c[$0]))) }
    case .addNegativeProduct:
      each { out[$0] = Vector.sum(a[$0], Vector.negative(Vector.product(b[$0], c[$0]))) }
    case .positive: each { out[$0] = Vector.positive(a[$0]) }
    case .negative: each { out[$0] = Vector.negative(a[$0]) }
    case .add: each { out[$0] = Vector.sum(a[$0], b[$0]) }
    case .subtract: each { out[$0] = Vector.difference(a[$0], b[$0]) }
    case .multiply: each { out[$0] = Vector.product(a[$0], b[$0]) }
    case .divide: each { out[$0] = Vector.quotient(a[$0], b[$0]) }
    case .share: each { out[$0] = Vector.quotient(a[$0], Vector.sum(a[$0], b[$0])) }
    case .minimum: each { out[$0] = Vector.lesser(a[$0], b[$0]) }
    case .maximum: each { out[$0] = Vector.greater(a[$0], b[$0]) }
    case .atLeast: each { out[$0] = Vector.atLeast(a[$0], b[$0]) }
    case .choose: each { out[$0] = Vector.choose(a[$0], b[$0], c[$0]) }
    case .power: eachLane { out[$0][$1] = Scalar.pow(a[$0][$1], b[$0][$1]) }
    case .logistic: eachLane { out[$0][$1] = 1 / (1 + Scalar.exp(-a[$0][$1])) }
    case .none: break
    }
  }

  @inline(__always)
  private static func each(_ compute: (Int) -> Void) {
    for chunk in 0..<chunks { compute(chunk) }
  }

  @inline(__always)
  private static func eachLane(_ compute: (Int, Int) -> Void) {
    for chunk in 0..<chunks { for lane in 0..<Vector.scalarCount { compute(chunk, lane) } }
  }
}

/// A sum that is kept in the processor's own registers while it grows: four vectors, or eight.
private struct SumAtHand<Vector: LaneVector> {
  private var (a, b, c, d) = (Vector(), Vector(), Vector(), Vector())
  private var (e, f, g, h) = (Vector(), Vector(), Vector(), Vector())

  @inline(__always)
  mutating func begin(_ values: UnsafeMutablePointer<Vector>, _ chunks: Int) {
    (a, b, c, d) = (values[0], values[1], values[2], values[3])
    if chunks > 4 { (e, f, g, h) = (values[4], values[5], values[6], values[7]) }
  }

  @inline(__always)
  mutating func take(_ chunks: Int, _ term: (Int) -> Vector) {
    (a, b) = (Vector.sum(a, term(0)), Vector.sum(b, term(1)))
    (c, d) = (Vector.sum(c, term(2)), Vector.sum(d, term(3)))
    guard chunks > 4 else { return }
    (e, f) = (Vector.sum(e, term(4)), Vector.sum(f, term(5)))
    (g, h) = (Vector.sum(g, term(6)), Vector.sum(h, term(7)))
  }

  @inline(__always)
  func end(_ out: UnsafeMutablePointer<Vector>, _ chunks: Int) {
    (out[0], out[1], out[2], out[3]) = (a, b, c, d)
    if chunks > 4 { (out[4], out[5], out[6], out[7]) = (e, f, g, h) }
  }
}

extension Tape {
  /// Whether every instruction names registers that there are.
  var isSound: Bool {
    let own = 0..<Int32(clamping: registers)
    return (setUp + step).allSatisfy {
      own.contains($0.out) && own.contains($0.a) && own.contains($0.b) && own.contains($0.c)
    }
  }
}
