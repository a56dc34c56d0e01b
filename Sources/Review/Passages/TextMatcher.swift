import Foundation

/// Finds words in a text that is handed over sign by sign, each sign looked at once (Knuth, Morris & Pratt 1977,
/// doi:10.1137/0206024), whatever the text and the words are.
struct TextMatcher {
  /// How alike the words have to be.
  enum Likeness {
    /// Code point by code point.
    case exact
    /// But for white space, hyphens and dashes, the form of quotation marks, ligatures and how accents are composed.
    case alike
  }

  /// As many places as are kept; words that stand more often name no passage.
  static let mostPlaces = 1_000

  private let pattern: [Unicode.Scalar]
  private let failure: [Int]
  private var keys: TextKeys
  private var matched = 0
  private var offset = 0
  /// Where the last keys were found, as many as the pattern has, one after another in a ring.
  private var recent: [Int]
  private var count = 0
  /// The places at which the words stand.
  private(set) var places: [PositionSelector] = []
  /// Whether there are more places than are kept.
  private(set) var hasMore = false

  /// A matcher; `nil` where nothing is left of the words to look for.
  init?(_ words: String, _ likeness: Likeness) {
    var keys = TextKeys(likeness)
    var pattern: [Unicode.Scalar] = []
    for scalar in words.unicodeScalars { keys.each(of: scalar) { pattern.append($0) } }
    guard !pattern.isEmpty else { return nil }
    (self.pattern, self.keys) = (pattern, keys)
    failure = Self.failure(of: pattern)
    recent = Array(repeating: 0, count: pattern.count)
  }

  /// For each place of the pattern, how much of its start is matched still where the next key differs.
  private static func failure(of pattern: [Unicode.Scalar]) -> [Int] {
    var failure = [0]
    failure.reserveCapacity(pattern.count)
    var length = 0
    for key in pattern.dropFirst() {
      while length > 0, pattern[length] != key { length = failure[length - 1] }
      if pattern[length] == key { length += 1 }
      failure.append(length)
    }
    return failure
  }

  /// Looks through the next piece of the text.
  mutating func read(_ piece: String) {
    for scalar in piece.unicodeScalars {
      if let key = keys.only(of: scalar) {
        take(key)
      } else {
        for key in keys.several(of: scalar) { take(key) }
      }
      offset += 1
    }
  }

  private mutating func take(_ key: Unicode.Scalar) {
    recent[count % recent.count] = offset
    count += 1
    while matched > 0, pattern[matched] != key { matched = failure[matched - 1] }
    if pattern[matched] == key { matched += 1 }
    guard matched == pattern.count else { return }
    matched = failure[matched - 1]
    let place = PositionSelector(start: recent[count % recent.count], end: offset + 1)
    guard places.last != place else { return }
    if places.count < Self.mostPlaces { places.append(place) } else { hasMore = true }
  }
}

/// What of a sign counts where words are compared.
struct TextKeys {
  private let likeness: TextMatcher.Likeness
  private var known: [Unicode.Scalar: [Unicode.Scalar]] = [:]

  init(_ likeness: TextMatcher.Likeness) { self.likeness = likeness }

  /// The one key of a sign; `nil` where it has none or several.
  func only(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard likeness == .alike else { return scalar }
    return scalar.isASCII && scalar.value > 0x2D ? scalar : nil
  }

  /// The keys of a sign that may have none or several.
  mutating func several(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let keys = known[scalar] { return keys }
    let keys = Self.keys(of: scalar)
    known[scalar] = keys
    return keys
  }

  mutating func each(of scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
    if let key = only(of: scalar) { body(key) } else { several(of: scalar).forEach(body) }
  }

  private static func keys(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .dashPunctuation, .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return []
    default: break
    }
    switch scalar {
    case "“", "”", "„", "‟", "«", "»": return ["\""]
    case "‘", "’", "‚", "‛", "′": return ["'"]
    default: break
    }
    // Compatibility decomposition takes ligatures apart and accents off their letters (Unicode Standard Annex 15).
    return String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars
      .filter { !$0.properties.isWhitespace }
  }
}
