/// Random numbers by SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195): the same on every machine.
package struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Shuffles numbers (Fisher and Yates), in a way that doesn't hang on the standard library's version.
  package mutating func shuffle(_ items: inout [Int]) {
    guard items.count > 1 else { return }
    for index in (1..<items.count).reversed() {
      items.swapAt(index, Int(next().multipliedFullWidth(by: UInt64(index + 1)).high))
    }
  }
}
