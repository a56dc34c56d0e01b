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
    let own = Self.mix(seed ^ Self.mix(key))
    let part = permuted(UInt32(truncatingIfNeeded: draw), key: UInt32(truncatingIfNeeded: own))
    let jitter = Self.mix(own &+ UInt64(truncatingIfNeeded: draw) &* 0x9e37_79b9_7f4a_7c15)
    let within = Double(jitter >> 11) * 0x1p-53
    return min((Double(part) + within) / Double(count), 1 - 0x1p-53)
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
  static func mix(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Kensler's permutation of the numbers below ``count``: rounds of mixing within the next power of 2, repeated until
  /// the result is small enough.
  private func permuted(_ index: UInt32, key: UInt32) -> UInt32 {
    let length = UInt32(count)
    guard length > 1 else { return 0 }
    let mask = UInt32.max >> UInt32((length - 1).leadingZeroBitCount)
    var bits = index
    repeat {
      bits = (bits ^ key) &* 0xe170_893d
      bits = bits ^ (key >> 16)
      bits = bits ^ ((bits & mask) >> 4)
      bits = (bits ^ (key >> 8)) &* 0x0929_eb3f
      bits = bits ^ (key >> 23)
      bits = (bits ^ ((bits & mask) >> 1)) &* (1 | key >> 27)
      bits = bits &* 0x6935_fa69
      bits = (bits ^ ((bits & mask) >> 11)) &* 0x74dc_b303
      bits = (bits ^ ((bits & mask) >> 2)) &* 0x9e50_1cc3
      bits = (bits ^ ((bits & mask) >> 2)) &* 0xc860_a3df
      bits &= mask
      bits = bits ^ (bits >> 5)
    } while bits >= length
    return UInt32((UInt64(bits) + UInt64(key)) % UInt64(length))
  }
}
