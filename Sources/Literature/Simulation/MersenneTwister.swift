/// The random numbers of NumPy's `RandomState`, so that a simulation begins with the same records as ASReview's.
///
/// Matsumoto and Nishimura 1998, "Mersenne Twister", doi:10.1145/272991.272995, begun as their `init_genrand` does.
struct MersenneTwister {
  private var state: [UInt32]
  private var next = length

  private static let length = 624
  private static let middle = 397

  init(seed: UInt32) {
    state = [seed]
    for index in 1..<Self.length {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index))
    }
  }

  private mutating func renew() {
    for index in 0..<Self.length {
      let following = state[(index + 1) % Self.length]
      let bits = (state[index] & 0x8000_0000) | (following & 0x7fff_ffff)
      let turned = (bits >> 1) ^ (bits & 1 == 0 ? 0 : 0x9908_b0df)
      state[index] = state[(index + Self.middle) % Self.length] ^ turned
    }
    next = 0
  }

  /// The next 32 bits.
  mutating func bits() -> UInt32 {
    if next >= Self.length { renew() }
    var bits = state[next]
    next += 1
    bits ^= bits >> 11
    bits ^= (bits << 7) & 0x9d2c_5680
    bits ^= (bits << 15) & 0xefc6_0000
    return bits ^ (bits >> 18)
  }

  /// A number from 0 to a most one: of as many bits as that has, drawn until one is small enough.
  mutating func number(upTo most: UInt32) -> UInt32 {
    guard most > 0 else { return 0 }
    let mask = UInt32.max >> UInt32(most.leadingZeroBitCount)
    while true {
      let drawn = bits() & mask
      if drawn <= most { return drawn }
    }
  }

  /// Some of these, each once, as `RandomState.choice(items, count, replace=False)` draws them.
  mutating func choice(_ count: Int, of items: [Int]) -> [Int] {
    var shuffled = items
    for index in shuffled.indices.dropFirst().reversed() {
      shuffled.swapAt(index, Int(number(upTo: UInt32(clamping: index))))
    }
    return Array(shuffled.prefix(count))
  }
}
