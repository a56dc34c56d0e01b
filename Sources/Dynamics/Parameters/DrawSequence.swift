/// Where each parameter falls in each model: a Latin hypercube whose every entry can be worked out by itself.
///
/// Each parameter's range is cut into as many parts as there are draws, and each part is used once (McKay, Beckman and
/// Conover 1979), in an order of the parameter's own. The order is a permutation that is computed from seed and
/// parameter, without a list (Kensler, Correlated multi-jittered sampling, Pixar memo 13-01, 2013). So a model is the same
/// whoever draws it and after what, and nothing has to be kept.
public struct DrawSequence: Sendable, Hashable {
  /// The most draws that a sequence can have.
  public static let most = 100_000_000

  /// What everything is drawn from.
  public let seed: UInt64
  /// How many models there are; from 1 to ``most``.
  public let count: Int

  /// Makes a sequence; a count out of range is brought into it.
  public init(seed: UInt64, count: Int) {
    self.seed = seed
    self.count = min(max(count, 1), Self.most)
  }

  /// At which share of its distribution a parameter falls in a model; from 0 up to, and without, 1.
  ///
  /// - Parameters:
  ///   - key: what stands for the parameter (``Parameter/key``).
  ///   - draw: the number of the model, from 0 up to, and without, ``count``.
  public func share(of key: UInt64, draw: Int) -> Double {
    shares(of: key, draws: draw..<draw + 1).first ?? 0
  }

  /// At which shares of its distribution a parameter falls in some models, one after another.
  func shares(of key: UInt64, draws: Range<Int>) -> [Double] {
    stride(from: draws.lowerBound, to: draws.upperBound, by: FourEights.count).flatMap { first -> [Double] in
      let own = first..<min(first + FourEights.count, draws.upperBound)
      let shares = shares(of: key, draws: FourEights(own))
      return own.indices.map { shares[($0 - first) / 8][($0 - first) % 8] }
    }
  }

  /// At which shares of its distribution a parameter falls in 32 models, eight at a time: as many side by side as hide how
  /// long each step of mixing waits for the one before.
  func shares(of key: UInt64, draws: FourEights) -> [SIMD8<Double>] {
    let own = Self.mix(seed ^ Self.mix(key))
    let parts = permuted(draws, key: UInt32(truncatingIfNeeded: own))
    return [
      shares(of: draws.a, in: parts.a, own), shares(of: draws.b, in: parts.b, own),
      shares(of: draws.c, in: parts.c, own), shares(of: draws.d, in: parts.d, own),
    ]
  }

  /// At which shares of its distribution a parameter falls in eight models, by the parts of its range in which it falls.
  private func shares(of draws: SIMD8<UInt32>, in parts: SIMD8<UInt32>, _ own: UInt64) -> SIMD8<Double> {
    let scale = Double(count)
    var shares = SIMD8<Double>()
    for lane in 0..<8 {
      let jitter = Self.mix(own &+ UInt64(draws[lane]) &* 0x9e37_79b9_7f4a_7c15)
      // As signed numbers, which a processor turns into floating point at once.
      let within = Double(Int64(truncatingIfNeeded: jitter >> 11)) * 0x1p-53
      shares[lane] = Double(Int32(truncatingIfNeeded: parts[lane])) + within
    }
    shares /= scale
    let most = 1 - 0x1p-53
    return shares.each { $0 < most ? $0 : most }
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
  static func mix(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Kensler's permutation of the numbers below ``count``: rounds of mixing within the next power of 2, repeated for
  /// those of which the result isn't small enough.
  private func permuted(_ index: FourEights, key: UInt32) -> FourEights {
    let length = UInt32(count)
    guard length > 1 else { return index.each { _ in SIMD8() } }
    let mask = UInt32.max >> UInt32((length - 1).leadingZeroBitCount)
    var bits = index.each { Self.mixed($0, key: key, mask: mask) }
    while bits.isAny({ Self.atLeast(length, $0) }) {
      bits = bits.each { Self.smaller($0, than: length, key, mask) }
    }
    // Both are below the length: it has to be taken off once at most.
    return bits.each { bits in
      let moved = bits &+ key % length
      return moved &- (Self.atLeast(length, moved) & length)
    }
  }

  /// Numbers mixed once more where they aren't small enough.
  @inline(__always)
  private static func smaller(
    _ bits: SIMD8<UInt32>, than length: UInt32, _ key: UInt32, _ mask: UInt32
  ) -> SIMD8<UInt32> {
    let isLarge = atLeast(length, bits)
    return (bits & ~isLarge) | (mixed(bits, key: key, mask: mask) & isLarge)
  }

  /// All bits where a number is at least a limit, else none; for numbers below 2³¹. By subtraction, since comparing goes lane
  /// by lane.
  @inline(__always)
  private static func atLeast(_ limit: UInt32, _ values: SIMD8<UInt32>) -> SIMD8<UInt32> {
    SIMD8() &- ((SIMD8(repeating: limit - 1) &- values) &>> 31)
  }

  @inline(__always)
  private static func mixed(_ index: SIMD8<UInt32>, key: UInt32, mask: UInt32) -> SIMD8<UInt32> {
    var bits = (index ^ key) &* 0xe170_893d
    bits = bits ^ (key >> 16)
    bits = bits ^ ((bits & mask) &>> 4)
    bits = (bits ^ (key >> 8)) &* 0x0929_eb3f
    bits = bits ^ (key >> 23)
    bits = (bits ^ ((bits & mask) &>> 1)) &* (1 | key >> 27)
    bits = bits &* 0x6935_fa69
    bits = (bits ^ ((bits & mask) &>> 11)) &* 0x74dc_b303
    bits = (bits ^ ((bits & mask) &>> 2)) &* 0x9e50_1cc3
    bits = (bits ^ ((bits & mask) &>> 2)) &* 0xc860_a3df
    bits = bits & mask
    return bits ^ (bits &>> 5)
  }
}

/// The numbers of 32 models, eight in each vector.
struct FourEights: Sendable {
  /// How many there are.
  static let count = 32

  var (a, b, c, d): (SIMD8<UInt32>, SIMD8<UInt32>, SIMD8<UInt32>, SIMD8<UInt32>)

  /// Models one after another, and the last of them again where there are fewer than 32.
  init(_ draws: Range<Int>) {
    func eight(from first: Int) -> SIMD8<UInt32> {
      var numbers = SIMD8<UInt32>()
      for lane in 0..<8 {
        numbers[lane] = UInt32(
          truncatingIfNeeded: min(draws.lowerBound + first + lane, draws.upperBound - 1))
      }
      return numbers
    }
    (a, b, c, d) = (eight(from: 0), eight(from: 8), eight(from: 16), eight(from: 24))
  }

  @inline(__always)
  func each(_ change: (SIMD8<UInt32>) -> SIMD8<UInt32>) -> FourEights {
    var result = self
    (result.a, result.b, result.c, result.d) = (change(a), change(b), change(c), change(d))
    return result
  }

  /// Whether something has a bit in any of them.
  @inline(__always)
  func isAny(_ bits: (SIMD8<UInt32>) -> SIMD8<UInt32>) -> Bool {
    (bits(a) | bits(b) | bits(c) | bits(d)).max() > 0
  }
}
