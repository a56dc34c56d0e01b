/// Reads the words of texts as scikit-learn's `TfidfVectorizer` does by default, and so as ASReview does.
///
/// A text is put into lower case (Unicode's full mapping, with its rule for a final sigma); a word is then a run of at
/// least two letters, digits or `_`: the pattern `(?u)\b\w\w+\b`. Combining marks are no part of words there, and so
/// not here. It reads each scalar once.
struct WordScan {
  /// The word that is being read, in UTF-8.
  private var word: [UInt8] = []
  private var scalars = 0
  /// Whether the last scalar that isn't passed over in telling cases has a case: what a final sigma asks.
  private var followsCased = false

  /// Hands over each word of a text, in UTF-8.
  mutating func read(_ text: String, _ take: ([UInt8]) -> Void) {
    followsCased = false
    var rest = text.unicodeScalars.makeIterator()
    while let scalar = rest.next() {
      if scalar.isASCII {
        readASCII(UInt8(truncatingIfNeeded: scalar.value), take)
      } else {
        readOther(scalar, before: rest, take)
      }
    }
    end(take)
  }

  @inline(__always)
  private mutating func readASCII(_ byte: UInt8, _ take: ([UInt8]) -> Void) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      add(byte)
      followsCased = true
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      add(byte | 0x20)
      followsCased = true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      add(byte)
      followsCased = false
    case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "^"), UInt8(ascii: "`"):
      // The ASCII that is passed over in telling cases.
      end(take)
    default:
      end(take)
      followsCased = false
    }
  }

  private mutating func readOther(
    _ scalar: Unicode.Scalar, before rest: String.UnicodeScalarView.Iterator, _ take: ([UInt8]) -> Void
  ) {
    let properties = scalar.properties
    if scalar == "Σ" {
      add(followsCased && !Self.beginsCased(rest) ? "ς" : "σ")
    } else if properties.changesWhenLowercased {
      for lowered in properties.lowercaseMapping.unicodeScalars { addOrEnd(lowered, take) }
    } else {
      addOrEnd(scalar, take)
    }
    if !properties.isCaseIgnorable { followsCased = properties.isCased }
  }

  /// Whether what follows has a case, past what is passed over in telling cases.
  private static func beginsCased(_ rest: String.UnicodeScalarView.Iterator) -> Bool {
    var rest = rest
    while let scalar = rest.next() {
      if !scalar.properties.isCaseIgnorable { return scalar.properties.isCased }
    }
    return false
  }

  private mutating func addOrEnd(_ scalar: Unicode.Scalar, _ take: ([UInt8]) -> Void) {
    if Self.isOfWords(scalar) { add(scalar) } else { end(take) }
  }

  /// Whether a scalar may be part of a word: `\w` of Python's `re`, a letter, anything numeric, or `_`.
  static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar == "_" || scalar.properties.numericType != nil
    }
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    word.append(byte)
    scalars += 1
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    scalars += 1
  }

  @inline(__always)
  private mutating func end(_ take: ([UInt8]) -> Void) {
    if scalars >= 2 { take(word) }
    if scalars > 0 {
      word.removeAll(keepingCapacity: true)
      scalars = 0
    }
  }
}
