/// Damage done to a text, as a slip of the finger, a broken disk or ill will may do it.
public struct Mutation: Sendable {
  private var random: SplitMix64

  /// Damage that follows from a seed.
  public init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// A number by chance, for choices about what to damage.
  public mutating func choice(of count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// The text with one to four damages. What isn't UTF-8 afterwards stays so.
  public mutating func damaged(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    switch choice(of: 10) {
    case 0: bytes[choice(of: bytes.count)] ^= UInt8(1 << choice(of: 8))
    case 1: bytes[choice(of: bytes.count)] = random.pick(Array(":-{}[],#&*!|>'\"%@`?\n\t \0".utf8))
    case 2: bytes.removeSubrange(piece(of: bytes, atMost: 40))
    case 3: bytes.removeLast(choice(of: bytes.count))
    case 4: insert(at: choice(of: bytes.count), into: &bytes)
    case 5: replaceWord(in: &bytes)
    default: damageLines(of: &bytes)
    }
  }

  private mutating func piece(of bytes: [UInt8], atMost most: Int) -> Range<Int> {
    let start = choice(of: bytes.count)
    return start..<min(bytes.count, start + 1 + choice(of: most))
  }

  private mutating func insert(at index: Int, into bytes: inout [UInt8]) {
    let count = random.pick([1, 3, 30, 999, 1_001, 5_000])
    let text =
      switch choice(of: 6) {
      case 0: String(repeating: "[", count: count)
      case 1: String(repeating: "{a: ", count: count)
      case 2: "\n" + String(repeating: "- ", count: count)
      case 3: String(repeating: "9", count: count)
      case 4: random.pick(NastyText.examples)
      default:
        random.pick([
          "\u{0}", "\u{1B}[2J", "\u{85}", "\u{2028}", "\u{FEFF}", "\r", "&a ", "*a ", "!!int ", "? ", "<<: ",
        ])
      }
    bytes.insert(contentsOf: text.utf8, at: index)
  }

  private static let words = [
    "-1", "0", "1e999", "99999999999999999999", "0x7fffffffffffffff", "nan", "-0.0", "null", "~", "yes",
    "more", "less",
    "much more", "raises", "buffers", "[]", "{}", "''", "as linked", "not given", "a-b", "A", "é", "t-1",
  ]

  /// Puts one word of the text, or one of a list of nasty ones, in the place of another.
  private mutating func replaceWord(in bytes: inout [UInt8]) {
    let words = bytes.split { !isOfWord($0) }
    guard let old = words.randomElement(using: &random), let other = words.randomElement(using: &random)
    else { return }
    let new = Bool.random(using: &random) ? Array(other) : Array(random.pick(Self.words).utf8)
    bytes.replaceSubrange(old.indices, with: new)
  }

  private func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-")
  }

  private mutating func damageLines(of bytes: inout [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let (one, other) = (choice(of: lines.count), choice(of: lines.count))
    switch choice(of: 6) {
    case 0: lines.remove(at: one)
    case 1: lines.insert(lines[one], at: other)
    case 2: lines.swapAt(one, other)
    case 3: lines[one] = [UInt8](repeating: 0x20, count: choice(of: 6)) + lines[one]
    case 4: lines[one] = lines[one].drop { $0 == 0x20 }
    default: lines[min(one, other)...max(one, other)].reverse()
    }
    bytes = Array(lines.joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))
  }
}
