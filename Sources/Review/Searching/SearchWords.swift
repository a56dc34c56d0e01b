/// What a person looks for among records: words, phrases, words near each other, and how they are put together.
///
/// It is parsed here and written anew for SQLite's FTS5, each word in quotes, so that whatever is typed is either
/// understood or refused in words.
public struct SearchWords: Sendable, Hashable {
  /// Why words can't be searched for.
  public struct Fault: Error, Sendable, Hashable {
    /// What is wrong, and what to do.
    public let words: String
  }

  /// The fields that may be named before a colon, with what they are called in the index.
  static let fields = ["title", "abstract", "authors", "journal", "keywords"]
  /// As many words as may be looked for at once.
  static let mostWords = 200
  static let deepest = 20

  /// What FTS5 takes.
  let expression: String
  /// The words and phrases that may stand in what is found, each as FTS5 takes it.
  let phrases: [String]
  /// Whether fields of records are named.
  let namesFields: Bool

  /// Understands what a person typed.
  ///
  /// Words alone must all be there. `"…"` is a phrase, `word*` a beginning, `title:word` a field; `OR`, `AND`, `NOT` and
  /// brackets put them together; `NEAR(one two, 5)` finds words at most 5 apart.
  ///
  /// - Throws: ``Fault`` where it can't be understood.
  public init(_ text: String) throws(Fault) {
    guard text.utf8.count <= 10_000 else {
      throw Fault(words: "A search has up to 10,000 bytes. Make it shorter.")
    }
    let tokens = try SearchToken.tokens(of: text)
    namesFields = tokens.contains { if case .field = $0 { true } else { false } }
    var parser = SearchParser(tokens: tokens)
    expression = try parser.whole()
    phrases = parser.phrases
  }
}

/// A piece of what was typed.
enum SearchToken: Equatable {
  case word(String)
  case phrase(String)
  case open, close, comma, star
  case field(String)
  case and, or, not, near

  static func tokens(of text: String) throws(SearchWords.Fault) -> [SearchToken] {
    var tokens: [SearchToken] = []
    var rest = Substring(text)
    while let sign = rest.first {
      switch sign {
      case "(": tokens.append(.open)
      case ")": tokens.append(.close)
      case ",": tokens.append(.comma)
      case "*": tokens.append(.star)
      case "\"", "“", "”", "„":
        let inner = rest.dropFirst().prefix { !"\"“”".contains($0) }
        guard inner.endIndex < rest.endIndex else {
          throw SearchWords.Fault(
            words: "A phrase begins with \" and has no end. Put \" behind its last word.")
        }
        tokens.append(.phrase(String(inner)))
        rest = rest[inner.endIndex...].dropFirst()
        continue
      case _ where sign.isWhitespace: break
      default:
        let word = rest.prefix { !$0.isWhitespace && !"()\"“”„,*".contains($0) }
        tokens += self.tokens(ofWord: word)
        rest = rest[word.endIndex...]
        continue
      }
      rest = rest.dropFirst()
    }
    return tokens
  }

  private static func tokens(ofWord word: Substring) -> [SearchToken] {
    switch word {
    case "AND": return [.and]
    case "OR": return [.or]
    case "NOT": return [.not]
    case "NEAR": return [.near]
    default: break
    }
    if let colon = word.firstIndex(of: ":") {
      let name = word[..<colon].lowercased()
      if SearchWords.fields.contains(name) {
        let rest = word[word.index(after: colon)...]
        return [.field(name)] + (rest.isEmpty ? [] : [.word(String(rest))])
      }
    }
    return [.word(String(word))]
  }
}

/// Writes what was typed as FTS5 takes it.
struct SearchParser {
  private let tokens: [SearchToken]
  private var place = 0
  private var words = 0
  /// What is wanted, word by word.
  private(set) var phrases: [String] = []

  init(tokens: [SearchToken]) { self.tokens = tokens }

  private var next: SearchToken? { place < tokens.count ? tokens[place] : nil }

  mutating func whole() throws(SearchWords.Fault) -> String {
    guard !tokens.isEmpty else { throw SearchWords.Fault(words: "Say what to look for.") }
    let expression = try either(depth: 0)
    guard next == nil else {
      throw SearchWords.Fault(words: "A bracket closes that none opened. Take it out, or open one before.")
    }
    return expression
  }

  private mutating func either(depth: Int) throws(SearchWords.Fault) -> String {
    guard depth < SearchWords.deepest else {
      throw SearchWords.Fault(words: "Brackets stand more than \(SearchWords.deepest) deep. Use fewer.")
    }
    var parts = [try all(depth: depth)]
    while next == .or {
      place += 1
      parts.append(try all(depth: depth))
    }
    return Self.joined(parts, " OR ")
  }

  private mutating func all(depth: Int) throws(SearchWords.Fault) -> String {
    var wanted = [try one(depth: depth)]
    var unwanted: [String] = []
    while let token = next, token != .or, token != .close {
      if token == .not {
        place += 1
        let wantedPhrases = phrases
        unwanted.append(try one(depth: depth))
        phrases = wantedPhrases
      } else {
        if token == .and { place += 1 }
        wanted.append(try one(depth: depth))
      }
    }
    let all = Self.joined(wanted, " AND ")
    return unwanted.isEmpty ? all : "(\(all) NOT \(Self.joined(unwanted, " OR ")))"
  }

  private mutating func one(depth: Int) throws(SearchWords.Fault) -> String {
    defer { place += 1 }
    switch next {
    case .open:
      place += 1
      let inner = try either(depth: depth + 1)
      guard next == .close else {
        throw SearchWords.Fault(
          words: "A bracket opens that none closes. Put ) behind what belongs together.")
      }
      return "(\(inner))"
    case .field(let name):
      place += 1
      let before = phrases.count
      guard let token = next, let inner = try field(token, depth: depth) else {
        throw SearchWords.Fault(words: "Behind \(name): a word, a phrase or a bracket is missing.")
      }
      for index in before..<phrases.count { phrases[index] = "{\(name)} : (\(phrases[index]))" }
      return "{\(name)} : \(inner)"
    case .near: return try near()
    case .word, .phrase: return try text()
    case .and, .or: throw Self.dangling("AND and OR stand between two things to look for")
    case .not: throw Self.dangling("NOT stands behind something that is to be found, before what is not")
    case .star: throw Self.dangling("* stands right behind the beginning of a word")
    case .comma: throw Self.dangling("A comma stands only in NEAR(one two, 5)")
    case .close, nil: throw Self.dangling("Something to look for is missing at the end or before a bracket")
    }
  }

  /// What a field is looked through for; whoever calls steps over its last token.
  private mutating func field(_ token: SearchToken, depth: Int) throws(SearchWords.Fault) -> String? {
    switch token {
    case .word, .phrase: return try text()
    case .open:
      place += 1
      let inner = try either(depth: depth + 1)
      guard next == .close else { return nil }
      return "(\(inner))"
    default: return nil
    }
  }

  /// A word or a phrase, with a star behind it where it is a beginning.
  private mutating func text(isAlone: Bool = true) throws(SearchWords.Fault) -> String {
    words += 1
    guard words <= SearchWords.mostWords else {
      throw SearchWords.Fault(words: "More than \(SearchWords.mostWords) words and phrases. Use fewer.")
    }
    let text: String
    switch next {
    case .word(let word): text = word
    case .phrase(let phrase): text = phrase
    default: text = ""
    }
    guard
      text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    else { throw SearchWords.Fault(words: "“\(text.prefix(40))” holds no letter and no digit to look for.") }
    let quoted = "\"" + text.replacing("\"", with: "\"\"").replacing("\0", with: " ") + "\""
    var forms = [quoted]
    if place + 1 < tokens.count, tokens[place + 1] == .star {
      place += 1
      forms = isAlone ? Self.beginning(text, quoted) : [quoted + "*"]
    }
    phrases += forms
    return Self.joined(forms, " OR ")
  }

  /// What begins as a word does.
  ///
  /// The index holds stems, and the stem of “collaborate” is shorter than `collaborat*`: what such a beginning becomes with
  /// usual endings is looked for, too.
  private static func beginning(_ text: String, _ quoted: String) -> [String] {
    guard text.utf8.count > 3, text.allSatisfy(\.isLetter) else { return [quoted + "*"] }
    return [quoted + "*"] + endings.map { "\"\(text)\($0)\"" }
  }

  private static let endings = [
    "e", "ed", "es", "ing", "ion", "ions", "ive", "or", "y", "ies", "al", "ment", "ity", "on", "ng", "ve",
    "te", "tion",
  ]

  /// `NEAR(one two, 5)`.
  private mutating func near() throws(SearchWords.Fault) -> String {
    let form = "NEAR is written so: NEAR(one \"two three\", 5)."
    place += 1
    guard next == .open else { throw SearchWords.Fault(words: form) }
    place += 1
    var parts: [String] = []
    var distance = 10
    reading: while let token = next {
      switch token {
      case .word, .phrase:
        parts.append(try text(isAlone: false))
        place += 1
      case .comma:
        place += 1
        guard case .word(let digits)? = next, let number = Int(digits), (0...1_000).contains(number) else {
          throw SearchWords.Fault(words: "\(form) The number is from 0 to 1,000.")
        }
        distance = number
        place += 1
      default: break reading
      }
    }
    guard next == .close, parts.count > 1 else { throw SearchWords.Fault(words: form) }
    return "NEAR(\(parts.joined(separator: " ")), \(distance))"
  }

  private static func dangling(_ words: String) -> SearchWords.Fault { SearchWords.Fault(words: "\(words).") }

  private static func joined(_ parts: [String], _ sign: String) -> String {
    parts.count == 1 ? parts[0] : "(\(parts.joined(separator: sign)))"
  }
}
