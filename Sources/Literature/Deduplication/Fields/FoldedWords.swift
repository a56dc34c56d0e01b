import Foundation

/// The words of a text in small letters and digits, without accents and punctuation: what is left when two databases
/// have written the same words in their own ways.
///
/// At most ``limit`` scalars are read, so that no text of any length costs more than that.
struct FoldedWords: Sendable {
  /// Letters and digits of all words, one after the other.
  private(set) var letters: [UInt8] = []
  /// Where each word ends in ``letters``.
  private(set) var ends: [Int] = []
  /// A hash of each word, the same in every run.
  private(set) var hashes: [UInt64] = []

  /// How much of a text is read.
  static let limit = 2_048

  init() {}

  init(_ text: String) {
    self.init(utf8: Array(text.utf8.prefix(Self.limit)))
  }

  /// The words of UTF-8; what isn't UTF-8 parts words.
  init(utf8 bytes: [UInt8]) {
    letters.reserveCapacity(bytes.count)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { append(ascii: byte) }
    } else {
      let text = String(decoding: bytes, as: UTF8.self).decomposedStringWithCompatibilityMapping
      for scalar in text.unicodeScalars.prefix(Self.limit * 2) {
        if scalar.isASCII { append(ascii: UInt8(scalar.value)) } else { append(scalar) }
      }
    }
    closeWord()
  }

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  /// Where the word lies in ``letters``.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  subscript(index: Int) -> ArraySlice<UInt8> { letters[range(index)] }

  /// The word as text, for rules that name it.
  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// All words as text, parted by single spaces.
  var text: String { (0..<count).map(text).joined(separator: " ") }

  /// Whether one of the words is in the list.
  func contains(anyOf list: WordList) -> Bool { hashes.contains(where: list.contains) }

  /// The words whose index fits, as a text of its own.
  func filter(_ isKept: (Int) -> Bool) -> FoldedWords {
    var kept = FoldedWords()
    for index in 0..<count where isKept(index) { kept.append(word: self[index]) }
    return kept
  }

  /// The words of a stretch.
  func words(_ stretch: Range<Int>) -> FoldedWords { filter(stretch.contains) }

  mutating func append(word: some Sequence<UInt8>) {
    letters.append(contentsOf: word)
    closeWord()
  }

  private mutating func closeWord() {
    let start = ends.last ?? 0
    guard letters.count > start else { return }
    ends.append(letters.count)
    hashes.append(StableHash.of(letters[start...]))
  }

  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): break
    default: closeWord()
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if let spelling = Self.spellings[scalar.value] {
      letters.append(contentsOf: spelling.utf8)
    } else if scalar.properties.generalCategory == .nonspacingMark || Self.apostrophes.contains(scalar.value)
    {
      return
    } else if let greek = Self.greek[scalar.value] {
      closeWord()
      letters.append(contentsOf: greek.utf8)
      closeWord()
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else {
      closeWord()
    }
  }

  private static let apostrophes: Set<UInt32> = [
    0x2018, 0x2019, 0x02BC, 0x02B9, 0xAD, 0x200B, 0x200D, 0xFEFF,
  ]

  /// Letters that have no accent to take away, as those write them who lack them.
  private static let spellings: [UInt32: String] = [
    0xDF: "ss", 0xE6: "ae", 0xC6: "ae", 0x153: "oe", 0x152: "oe", 0xF8: "o", 0xD8: "o", 0x142: "l",
    0x141: "l",
    0x111: "d", 0x110: "d", 0xF0: "d", 0xD0: "d", 0xFE: "th", 0xDE: "th", 0x131: "i", 0x127: "h", 0x126: "h",
  ]

  /// Greek letters, as databases without them spell them out.
  private static let greek: [UInt32: String] = {
    let names = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
      "nu", "xi",
      "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ]
    var table: [UInt32: String] = [:]
    for (offset, name) in names.enumerated() {
      table[0x3B1 + UInt32(offset)] = name
      table[0x391 + UInt32(offset)] = name
    }
    return table
  }()
}
