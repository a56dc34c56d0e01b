import RealModule

/// The numbers of a block of models, register by register; the one file of the engine with unsafe code.
///
/// It goes without bounds checks, since a tape names only registers that it counts, which is checked once when the
/// registers are made. ``carryOutChecked(_:of:)`` is its slow twin: checked, lane by lane, and the same to the last bit.
struct Registers<Scalar: LaneScalar>: Sendable {
  typealias Vector = Scalar.Vector

  /// How many vectors a register has: four, or a multiple of it.
  static var chunks: Int { Tape.lanes / Vector.scalarCount }

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

  /// Eight lanes of a register in double precision, from one that is a multiple of eight; 0 where there is no such place.
  @inline(__always)
  func eight(of register: Int, from lane: Int) -> SIMD8<Double> {
    guard isPlace(register, lane) else { return SIMD8() }
    return vectors.withUnsafeBytes { bytes in
      Scalar.doubled(bytes.loadUnaligned(fromByteOffset: Self.offset(register, lane), as: SIMD8<Scalar>.self))
    }
  }

  /// Puts numbers into eight lanes of a register, from one that is a multiple of eight.
  mutating func putEight(_ values: SIMD8<Double>, in register: Int, from lane: Int) {
    guard isPlace(register, lane) else { return }
    vectors.withUnsafeMutableBytes { bytes in
      bytes.storeBytes(
        of: Scalar.nearest(values), toByteOffset: Self.offset(register, lane), as: SIMD8<Scalar>.self)
    }
  }

  /// Whether eight lanes lie in a register that there is.
  private func isPlace(_ register: Int, _ lane: Int) -> Bool {
    (0..<count).contains(register) && (0...Tape.lanes - 8).contains(lane)
  }

  private static func offset(_ register: Int, _ lane: Int) -> Int {
    (register * Tape.lanes + lane) * MemoryLayout<Scalar>.size
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

  /// Puts one value of each row into each of some registers: that of a number, in the lane of the row. Nothing happens
  /// where there is no such value.
  mutating func put(_ values: [Double], rowsAt rows: [Int], in columns: [(register: Int, number: Int)]) {
    guard rows.count == Tape.lanes, let last = columns.map(\.number).max(), let end = rows.max(),
      let start = rows.min(), start >= 0, last < values.count - end,
      columns.allSatisfy({ (0..<count).contains($0.register) && $0.number >= 0 })
    else { return }
    vectors.withUnsafeMutableBytes { bytes in
      values.withUnsafeBufferPointer { values in
        guard let lanes = bytes.baseAddress?.assumingMemoryBound(to: Scalar.self) else { return }
        for (register, number) in columns {
          let out = lanes + register &* Tape.lanes
          for (lane, row) in rows.enumerated() { out[lane] = Scalar(values[row &+ number]) }
        }
      }
    }
  }

  /// Writes registers one after another to where the row of each of the first lanes begins. Nothing happens where a row
  /// has no room.
  func copy(_ registers: [Int], to values: inout [Double], rowsAt rows: [Int]) {
    guard rows.count <= Tape.lanes, let end = rows.max(), let start = rows.min(), start >= 0,
      registers.count <= values.count - end, registers.allSatisfy({ (0..<count).contains($0) })
    else { return }
    vectors.withUnsafeBytes { bytes in
      values.withUnsafeMutableBufferPointer { values in
        guard let lanes = bytes.baseAddress?.assumingMemoryBound(to: Scalar.self) else { return }
        for (number, register) in registers.enumerated() {
          for (lane, row) in rows.enumerated() {
            values[row &+ number] = lanes[register &* Tape.lanes &+ lane].doubled
          }
        }
      }
    }
  }

  /// Puts 0 into registers.
  mutating func clear(_ registers: [Int]) {
    for register in registers {
      for chunk in 0..<Self.chunks { vectors[register * Self.chunks + chunk] = Vector() }
    }
  }

  /// Copies registers, one after another.
  ///
  /// - Parameter moves: of the tape that the registers were made for.
  mutating func copy(_ moves: [Tape.Move]) {
    guard count > 0 else { return }
    vectors.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      for move in moves {
        let (from, to) = (Self.vectors(base, move.from), Self.vectors(base, move.to))
        for chunk in 0..<Self.chunks { to[chunk] = from[chunk] }
      }
    }
  }

  // MARK: Carrying out

  /// Carries out instructions of a tape in their order.
  ///
  /// - Parameter pauses: which of them the C library does lane by lane: a call among the kernels would keep what they work
  ///   on out of the processor's registers.
  mutating func carryOut(_ instructions: [Tape.Instruction], pausingAt pauses: [Int], of tape: Tape) {
    guard count > 0 else { return }
    var next = 0
    for pause in pauses {
      carryOut(instructions[next..<pause], tape.terms)
      carryOutChecked(instructions[pause], tape.terms)
      next = pause + 1
    }
    carryOut(instructions[next...], tape.terms)
  }

  @inline(never)
  private mutating func carryOut(_ instructions: ArraySlice<Tape.Instruction>, _ terms: [Tape.Operands]) {
    vectors.withUnsafeMutableBytes { bytes in
      instructions.withUnsafeBufferPointer { instructions in
        terms.withUnsafeBufferPointer { terms in
          guard let base = bytes.baseAddress else { return }
          for instruction in instructions { Self.carryOut(instruction, terms, base) }
        }
      }
    }
  }

  /// The vectors of the register that begins at a place.
  @inline(__always)
  private static func vectors(_ base: UnsafeMutableRawPointer, _ place: Int32) -> UnsafeMutablePointer<Vector>
  {
    // Places that there are: no product here can be too large, and each is a multiple of a vector's size.
    (base + Int(UInt32(bitPattern: place)) &* MemoryLayout<Scalar>.size).assumingMemoryBound(to: Vector.self)
  }

  @inline(__always)
  private static func carryOut(
    _ instruction: Tape.Instruction, _ terms: UnsafeBufferPointer<Tape.Operands>,
    _ base: UnsafeMutableRawPointer
  ) {
    let (out, a) = (vectors(base, instruction.out), vectors(base, instruction.a))
    var b: UnsafeMutablePointer<Vector> { vectors(base, instruction.b) }
    var c: UnsafeMutablePointer<Vector> { vectors(base, instruction.c) }
    var d: UnsafeMutablePointer<Vector> { vectors(base, instruction.d) }
    switch instruction.code {
    case .take: sum(instruction, terms, base) { b, _ in b }
    case .takeProduct: sum(instruction, terms, base) { Scalar.product($0, $1) }
    case .takePositive: sum(instruction, terms, base) { b, _ in Scalar.positive(b) }
    case .takeNegative: sum(instruction, terms, base) { b, _ in Scalar.negative(b) }
    case .takePositiveProduct:
      sum(instruction, terms, base) { Scalar.positive(Scalar.product($0, $1)) }
    case .takeNegativeProduct:
      sum(instruction, terms, base) { Scalar.negative(Scalar.product($0, $1)) }
    case .bothHalves: halves(instruction, terms, base)
    case .levelStep: levelStep(instruction, terms, base)
    case .twoProducts: each(out) { Scalar.sum(Scalar.product(a[$0], b[$0]), Scalar.product(c[$0], d[$0])) }
    case .addByHalf: each(out) { Scalar.sum(d[$0], byHalf(a[$0], b[$0], c[$0])) }
    case .addProduct: each(out) { Scalar.sum(a[$0], Scalar.product(b[$0], c[$0])) }
    case .addPositive: each(out) { Scalar.sum(a[$0], Scalar.positive(b[$0])) }
    case .addNegative: each(out) { Scalar.sum(a[$0], Scalar.negative(b[$0])) }
    case .addPositiveProduct:
      each(out) { Scalar.sum(a[$0], Scalar.positive(Scalar.product(b[$0], c[$0]))) }
    case .addNegativeProduct:
      each(out) { Scalar.sum(a[$0], Scalar.negative(Scalar.product(b[$0], c[$0]))) }
    case .productLess: each(out) { Scalar.difference(Scalar.product(a[$0], b[$0]), c[$0]) }
    case .productLessBothWays:
      each(out) { chunk in
        let way = Scalar.difference(Scalar.product(a[chunk], b[chunk]), c[chunk])
        d[chunk] = Scalar.difference(Vector(), way)
        return way
      }
    case .lessProduct: each(out) { Scalar.difference(a[$0], Scalar.product(b[$0], c[$0])) }
    case .divideProduct: each(out) { Scalar.quotient(Scalar.product(a[$0], b[$0]), c[$0]) }
    case .halves: each(out) { Scalar.sum(Scalar.positive(a[$0]), Scalar.negative(b[$0])) }
    case .agreement: each(out) { agreement(a[$0], b[$0]) }
    case .byHalf: each(out) { byHalf(a[$0], b[$0], c[$0]) }
    case .positive: each(out) { Scalar.positive(a[$0]) }
    case .negative: each(out) { Scalar.negative(a[$0]) }
    case .add: each(out) { Scalar.sum(a[$0], b[$0]) }
    case .subtract: each(out) { Scalar.difference(a[$0], b[$0]) }
    case .multiply: each(out) { Scalar.product(a[$0], b[$0]) }
    case .divide: each(out) { Scalar.quotient(a[$0], b[$0]) }
    case .share: each(out) { Scalar.quotient(a[$0], Scalar.sum(a[$0], b[$0])) }
    case .minimum: each(out) { Scalar.lesser(a[$0], b[$0]) }
    case .maximum: each(out) { Scalar.greater(a[$0], b[$0]) }
    case .atLeast: each(out) { Scalar.atLeast(a[$0], b[$0]) }
    case .choose: each(out) { Scalar.choose(a[$0], b[$0], c[$0]) }
    case .power, .logistic, .none: break
    }
  }

  // MARK: Kernels

  @inline(__always)
  private static func each(_ out: UnsafeMutablePointer<Vector>, _ compute: (Int) -> Vector) {
    for chunk in 0..<chunks { out[chunk] = compute(chunk) }
  }

  /// The terms that an instruction names.
  @inline(__always)
  private static func own(
    _ instruction: Tape.Instruction, _ terms: UnsafeBufferPointer<Tape.Operands>
  ) -> UnsafeBufferPointer<Tape.Operands> {
    UnsafeBufferPointer(
      start: terms.baseAddress.map { $0 + Int(instruction.b) }, count: Int(instruction.c))
  }

  /// Four vectors, that the processor's own registers hold.
  private struct Four {
    var (a, b, c, d): (Vector, Vector, Vector, Vector)

    @inline(__always) init(_ all: Vector) { (a, b, c, d) = (all, all, all, all) }

    @inline(__always) init(_ each: (Int) -> Vector) { (a, b, c, d) = (each(0), each(1), each(2), each(3)) }

    @inline(__always) func with(_ other: Four, _ compute: (Vector, Vector) -> Vector) -> Four {
      var result = self
      result.a = compute(a, other.a)
      result.b = compute(b, other.b)
      result.c = compute(c, other.c)
      result.d = compute(d, other.d)
      return result
    }

    @inline(__always) func put(_ out: UnsafeMutablePointer<Vector>) {
      (out[0], out[1], out[2], out[3]) = (a, b, c, d)
    }
  }

  /// Four vectors of a term of a sum.
  @inline(__always)
  private static func term(
    _ operands: Tape.Operands, _ base: UnsafeMutableRawPointer, _ chunk: Int,
    _ compute: (Vector, Vector) -> Vector
  ) -> Four {
    let (b, c) = (vectors(base, operands.b) + chunk, vectors(base, operands.c) + chunk)
    return Four { compute(b[$0], c[$0]) }
  }

  /// A sum that stays in the processor's own registers while it grows, four vectors at a time.
  @inline(__always)
  private static func sum(
    _ instruction: Tape.Instruction, _ terms: UnsafeBufferPointer<Tape.Operands>,
    _ base: UnsafeMutableRawPointer, _ compute: (Vector, Vector) -> Vector
  ) {
    let (out, start) = (vectors(base, instruction.out), vectors(base, instruction.a))
    for chunk in stride(from: 0, to: chunks, by: 4) {
      var sum = Four { start[chunk + $0] }
      for operands in own(instruction, terms) {
        sum = sum.with(term(operands, base, chunk, compute), Scalar.sum)
      }
      sum.put(out + chunk)
    }
  }

  /// Two sums that stay in the processor's own registers while they grow: what is above 0, and what is below.
  @inline(__always)
  private static func halves(
    _ instruction: Tape.Instruction, _ terms: UnsafeBufferPointer<Tape.Operands>,
    _ base: UnsafeMutableRawPointer
  ) {
    let (out, along) = (vectors(base, instruction.out), vectors(base, instruction.d))
    for chunk in stride(from: 0, to: chunks, by: 4) {
      var (up, down) = (Four(Vector()), Four(Vector()))
      for operands in own(instruction, terms) {
        let term = term(operands, base, chunk, Scalar.product)
        up = up.with(term) { Scalar.sum($0, Scalar.positive($1)) }
        down = down.with(term) { Scalar.sum($0, Scalar.negative($1)) }
      }
      if instruction.count == 1 { down = Four(Vector()).with(down, Scalar.difference) }
      up.put(out + chunk)
      down.put(along + chunk)
    }
  }

  /// What pulls a level up and what pulls it down, and the share of the former.
  @inline(__always)
  private static func levelStep(
    _ instruction: Tape.Instruction, _ terms: UnsafeBufferPointer<Tape.Operands>,
    _ base: UnsafeMutableRawPointer
  ) {
    let (out, along) = (vectors(base, instruction.out), vectors(base, instruction.d))
    let (level, own) = (vectors(base, instruction.a), own(instruction, terms))
    let ups = min(Int(instruction.count), own.count)
    for chunk in stride(from: 0, to: chunks, by: 4) {
      var up = Four { level[chunk + $0] }
      var down = Four(Vector(repeating: 1)).with(up, Scalar.difference)
      for index in 0..<ups { up = up.with(term(own[index], base, chunk, Scalar.product), Scalar.sum) }
      for index in ups..<own.count {
        down = down.with(term(own[index], base, chunk, Scalar.product), Scalar.sum)
      }
      let whole = up.with(down, Scalar.sum)
      if instruction.d != instruction.out { whole.put(along + chunk) }
      up.with(whole, Scalar.quotient).put(out + chunk)
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
}

extension Tape {
  /// Whether every instruction and every move names registers, and terms of sums, that there are.
  var isSound: Bool {
    guard registers <= Int(Int32.max) / Tape.lanes else { return false }
    let end = Int32(registers * Tape.lanes)
    func isRegister(_ place: Int32) -> Bool {
      (0..<end).contains(place) && place.isMultiple(of: Int32(Tape.lanes))
    }
    let areTermsSound = terms.allSatisfy { isRegister($0.b) && isRegister($0.c) }
    let areMovesSound = (moves(from: starts) + moves(from: nexts)).allSatisfy {
      isRegister($0.from) && isRegister($0.to)
    }
    return areTermsSound && areMovesSound
      && (setUp + step + reading).allSatisfy { instruction in
        guard isRegister(instruction.out), isRegister(instruction.a), isRegister(instruction.d) else {
          return false
        }
        guard instruction.code.isSumOfTerms else {
          return isRegister(instruction.b) && isRegister(instruction.c)
        }
        return instruction.b >= 0 && instruction.c >= 0
          && Int(instruction.b) + Int(instruction.c) <= terms.count
      }
  }
}
