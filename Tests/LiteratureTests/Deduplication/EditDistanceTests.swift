import TestSupport
import Testing

@testable import Literature

@Suite("Edit distance")
struct EditDistanceTests {
  /// The table of Wagner and Fischer, cell by cell.
  private func slow(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in second.enumerated() {
        let cell = min(row[column] + 1, row[column + 1] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = row[column + 1]
        row[column + 1] = cell
      }
    }
    return row[second.count]
  }

  @Test("The distance by bits is that of the table, for short and long texts", arguments: 0..<8)
  func twin(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<40 {
      let letters = Array("abcde".utf8)
      let first = (0..<Int.random(in: 0...200, using: &random)).map { _ in random.pick(letters) }
      var second = first
      for _ in 0..<Int.random(in: 0...30, using: &random) where !second.isEmpty {
        second[Int.random(in: second.indices, using: &random)] = random.pick(letters)
      }
      if Bool.random(using: &random) {
        second = Array(second.dropFirst(Int.random(in: 0...90, using: &random)))
      }
      let expected = slow(first, second)
      #expect(EditDistance.between(first[...], second[...]) == expected, "seed \(seed)")
      #expect(EditDistance.between(second[...], first[...]) == expected, "seed \(seed)")
    }
  }

  @Test("No more than the first 320 letters are compared")
  func bounded() {
    let long = [UInt8](repeating: 97, count: 1_000_000)
    #expect(EditDistance.between(long[...], long[...].prefix(320)) == 0)
    #expect(EditDistance.similarity([][...], [][...]) == 1)
  }
}
