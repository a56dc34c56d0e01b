/// How many letters must be put in, taken out or changed to make one text of another.
///
/// Source: Myers 1999, "A fast bit-vector algorithm for approximate string matching based on dynamic programming",
/// in the block form of Hyyrö 2003.
enum EditDistance {
  /// At most this many letters of each text are compared.
  static let limit = 320

  /// The distance between both texts, of which no more than ``limit`` letters are looked at.
  static func between(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
    let pattern = first.prefix(limit)
    let text = second.prefix(limit)
    if pattern.isEmpty { return text.count }
    if text.isEmpty { return pattern.count }
    return pattern.count <= 64 ? short(pattern, text) : long(pattern, text)
  }

  /// 1 for the same letters, 0 for nothing in common.
  static func similarity(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Double {
    let longest = max(first.prefix(limit).count, second.prefix(limit).count)
    return longest == 0 ? 1 : 1 - Double(between(first, second)) / Double(longest)
  }

  private static func short(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Int {
    var vertical = Column(positive: ~0, negative: 0)
    let last = UInt64(1) << UInt64(pattern.count - 1)
    var distance = pattern.count
    for byte in text {
      var match: UInt64 = 0
      var bit: UInt64 = 1
      for letter in pattern {
        if letter == byte { match |= bit }
        bit <<= 1
      }
      let step = vertical.advance(match: match, carry: 1, last: last)
      distance += step
    }
    return distance
  }

  private static func long(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Int {
    let blocks = (pattern.count + 63) / 64
    var places = [UInt64](repeating: 0, count: 256 * blocks)
    for (offset, letter) in pattern.enumerated() {
      places[Int(letter) * blocks + offset / 64] |= 1 << UInt64(offset % 64)
    }
    var columns = [Column](repeating: Column(positive: ~0, negative: 0), count: blocks)
    let last = UInt64(1) << UInt64((pattern.count - 1) % 64)
    var distance = pattern.count
    for byte in text {
      var carry = 1
      for block in 0..<blocks {
        carry = columns[block].advance(
          match: places[Int(byte) * blocks + block], carry: carry, last: block == blocks - 1 ? last : 1 << 63)
      }
      distance += carry
    }
    return distance
  }

  /// 64 rows of one column of the table of distances, as the steps from row to row.
  private struct Column {
    var positive: UInt64
    var negative: UInt64

    /// Goes one letter on; gives the step along the row of `last`: -1, 0 or 1.
    mutating func advance(match: UInt64, carry: Int, last: UInt64) -> Int {
      let across = match | negative
      let match = carry < 0 ? match | 1 : match
      let diagonal = (((match & positive) &+ positive) ^ positive) | match
      var up = negative | ~(diagonal | positive)
      var down = positive & diagonal
      let step = up & last != 0 ? 1 : (down & last != 0 ? -1 : 0)
      up = (up << 1) | (carry > 0 ? 1 : 0)
      down = (down << 1) | (carry < 0 ? 1 : 0)
      positive = down | ~(across | up)
      negative = up & across
      return step
    }
  }
}
