import RealModule

/// The numbers of a block of models, register by register; the one file of the engine with unsafe code.
///
/// It goes without bounds checks, since a tape names only registers that it counts, which is checked once when the
/// registers are made. ``carryOutChecked(_:of:)`` is its slow twin: checked, lane by lane, and the same to the last bit.
struct Registers<Scalar: LaneScalar>: Sendable {
  typealias Vector = Scalar.Vector

  /// How many vectors a register has: four, or a multiple of it.
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

  /// Eight lanes of a register at once.
  subscript(register: Int, chunk chunk: Int) -> Vector {
    get { vectors[register * Self.chunks + chunk] }
    set { vectors[register * Self.chunks + chunk] = newValue }
  }

  /// Puts 0 into registers.
  mutating func clear(_ registers: [Int]) {
    for register in registers {
      for chunk in 0..<Self.chunks { self[register, chunk: chunk] = Vector() }
    }
  }

  // MARK: Carrying out

  /// Carries out instructions of a tape in their order.
  mutating func carryOut(_ instructions: [Tape.Instruction], of tape: Tape) {
    guard count > 0 else { return }
    var next = 0
    while next < instructions.count {
      next = carryOut(instructions, tape.terms, from: next)
      guard next < instructions.count else { break }
      carryOutChecked(instructions[next], tape.terms)
      next += 1
    }
  }

  /// Carries out instructions up to one that the C library does lane by lane.
  ///
  /// A call among the kernels would keep what they work on out of the processor's registers.
  ///
  /// - Returns: the number of that instruction, or how many there are.
  @inline(never)
  private mutating func carryOut(
    _ instructions: [Tape.Instruction], _ terms: [Tape.Operands], from first: Int
  )
    -> Int
  {
    vectors.withUnsafeMutableBufferPointer { vectors in
      instructions.withUnsafeBufferPointer { instructions in
        terms.withUnsafeBufferPointer { terms in
          guard let base = vectors.baseAddress else { return instructions.count }
          for next in first..<instructions.count {
            let instruction = instructions[next]
            if instruction.code.isLaneByLane { return next }
            Self.carryOut(instruction, terms, base)
          }
          return instructions.count
        }
      }
    }
  }

  @inline(__always)
  private static func carryOut(
    _ instruction: Tape.Instruction, _ terms: UnsafeBufferPointer<Tape.Operands>,
    _ base: UnsafeMutablePointer<Vector>
  ) {
    // Registers that there are: no product here can be too large.
    let out = base + Int(instruction.out) &* chunks
    let (a, b) = (base + Int(instruction.a) &* chunks, base + Int(instruction.b) &* chunks)
    let c = base + Int(instruction.c) &* chunks
    switch instruction.code {
    case .take: sum(instruction, terms, base) { b, _ in b }
    case .takeProduct: sum(instruction, terms, base) { Scalar.product($0, $1) }
    case .takePositive: sum(instruction, terms, base) { b, _ in Scalar.positive(b) }
    case .takeNegative: sum(instruction, terms, base) { b, _ in Scalar.negative(b) }
    case .takePositiveProduct:
      sum(instruction, terms, base) { Scalar.positive(Scalar.product($0, $1)) }
    case .takeNegativeProduct:
      sum(instruction, terms, base) { Scalar.negative(Scalar.product($0, $1)) }
    case .addProduct: each { out[$0] = Scalar.sum(a[$0], Scalar.product(b[$0], c[$0])) }
    case .addPositive: each { out[$0] = Scalar.sum(a[$0], Scalar.positive(b[$0])) }
    case .addNegative: each { out[$0] = Scalar.sum(a[$0], Scalar.negative(b[$0])) }
    case .addPositiveProduct:
      each { out[$0] = Scalar.sum(a[$0], Scalar.positive(Scalar.product(b[$0], c[$0]))) }
    case .addNegativeProduct:
      each { out[$0] = Scalar.sum(a[$0], Scalar.negative(Scalar.product(b[$0], c[$0]))) }
    case .productLess: each { out[$0] = Scalar.difference(Scalar.product(a[$0], b[$0]), c[$0]) }
    case .lessProduct: each { out[$0] = Scalar.difference(a[$0], Scalar.product(b[$0], c[$0])) }
    case .divideProduct: each { out[$0] = Scalar.quotient(Scalar.product(a[$0], b[$0]), c[$0]) }
    case .halves: each { out[$0] = Scalar.sum(Scalar.positive(a[$0]), Scalar.negative(b[$0])) }
    case .agreement: each { out[$0] = agreement(a[$0], b[$0]) }
    case .byHalf: each { out[$0] = byHalf(a[$0], b[$0], c[$0]) }
    case .positive: each { out[$0] = Scalar.positive(a[$0]) }
    case .negative: each { out[$0] = Scalar.negative(a[$0]) }
    case .add: each { out[$0] = Scalar.sum(a[$0], b[$0]) }
    case .subtract: each { out[$0] = Scalar.difference(a[$0], b[$0]) }
    case .multiply: each { out[$0] = Scalar.product(a[$0], b[$0]) }
    case .divide: each { out[$0] = Scalar.quotient(a[$0], b[$0]) }
    case .share: each { out[$0] = Scalar.quotient(a[$0], Scalar.sum(a[$0], b[$0])) }
    case .minimum: each { out[$0] = Scalar.lesser(a[$0], b[$0]) }
    case .maximum: each { out[$0] = Scalar.greater(a[$0], b[$0]) }
    case .atLeast: each { out[$0] = Scalar.atLeast(a[$0], b[$0]) }
    case .choose: each { out[$0] = Scalar.choose(a[$0], b[$0], c[$0]) }
    case .power, .logistic, .none: break
    }
  }

  /// A sum that stays in the processor's own registers while it grows, four vectors at a time.
  @inline(__always)
  private static func sum(
    _ instruction: Tape.Instruction, _ terms: UnsafeBufferPointer<Tape.Operands>,
    _ base: UnsafeMutablePointer<Vector>, _ term: (Vector, Vector) -> Vector
  ) {
    let own = UnsafeBufferPointer(
      rebasing: terms[Int(instruction.b)..<Int(instruction.b) &+ Int(instruction.c)])
    for chunk in stride(from: 0, to: chunks, by: 4) {
      let start = base + (Int(instruction.a) &* chunks &+ chunk)
      var (w, x, y, z) = (start[0], start[1], start[2], start[3])
      for operands in own {
        let b = base + (Int(operands.b) &* chunks &+ chunk)
        let c = base + (Int(operands.c) &* chunks &+ chunk)
        w = Scalar.sum(w, term(b[0], c[0]))
        x = Scalar.sum(x, term(b[1], c[1]))
        y = Scalar.sum(y, term(b[2], c[2]))
        z = Scalar.sum(z, term(b[3], c[3]))
      }
      let out = base + (Int(instruction.out) &* chunks &+ chunk)
      (out[0], out[1], out[2], out[3]) = (w, x, y, z)
    }
  }

  @inline(__always)
  private static func agreement(_ a: Vector, _ b: Vector) -> Vector {
    Scalar.sum(Scalar.positive(Scalar.lesser(a, b)), Scalar.negative(Scalar.greater(a, b)))
  }

  @inline(__always)
  private static func byHalf(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    Scalar.sum(Scalar.product(a, Scalar.positive(c)), Scalar.product(b, Scalar.negative(c)))
  }

  @inline(__always)
  private static func each(_ compute: (Int) -> Void) {
    for chunk in 0..<chunks { compute(chunk) }
  }
}

extension Tape {
  /// Whether every instruction names registers, and terms of sums, that there are.
  var isSound: Bool {
    let own = 0..<Int32(clamping: registers)
    let areTermsSound = terms.allSatisfy { own.contains($0.b) && own.contains($0.c) }
    return areTermsSound
      && (setUp + step).allSatisfy { instruction in
        guard own.contains(instruction.out), own.contains(instruction.a) else { return false }
        guard instruction.code.isSumOfTerms else {
          return own.contains(instruction.b) && own.contains(instruction.c)
        }
        return instruction.b >= 0 && instruction.c >= 0
          && Int(instruction.b) + Int(instruction.c) <= terms.count
      }
  }
}
