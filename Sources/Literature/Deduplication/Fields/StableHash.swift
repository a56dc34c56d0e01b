/// A hash that is the same in every run and on every machine: 64-bit FNV-1a, stirred at the end.
///
/// Swift's own hasher is seeded anew in each run, and candidates and groups must not depend on that.
/// Source: Fowler, Noll, Vo, "FNV hash"; the last steps are those of SplitMix64 (Steele, Lea and Flood 2014).
struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    // A mark that no UTF-8 holds keeps "ab", "c" apart from "a", "bc".
    state = (state ^ 0xFF) &* 0x0000_0100_0000_01B3
  }

  mutating func combine(_ number: UInt64) { state = Self.stirred(state ^ number) }

  mutating func combine(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }

  var value: UInt64 { Self.stirred(state) }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }

  static func stirred(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
