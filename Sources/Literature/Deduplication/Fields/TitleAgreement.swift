/// How far two titles agree.
enum TitleAgreement: Sendable, Equatable {
  /// The same words, after case, accents, punctuation, articles and notes.
  case same
  /// The same words but for slips of spelling.
  case near
  /// One is the beginning or the end of the other: a subtitle, a translation, or a title cut short.
  case extended
  /// Most words are shared.
  case reworded
  /// Too little is shared.
  case different
  /// One or both are missing.
  case missing
  /// The words agree, and the numbers or the parts don't: "Part I" and "Part II", two years of a report, a protocol and
  /// the report of its study.
  case partsDiffer
  /// One is a notice, reply or comment about the other.
  case kindsDiffer

  /// Whether the titles can be those of one work without further proof.
  var agrees: Bool { self == .same || self == .near || self == .extended }

  static func between(_ first: ComparedTitle, _ second: ComparedTitle) -> TitleAgreement {
    if first.words.isEmpty || second.words.isEmpty { return .missing }
    if first.kind != second.kind {
      if mainAgreement(first, second) == .different { return .different }
      return first.kind.isPlanOrWork && second.kind.isPlanOrWork ? .partsDiffer : .kindsDiffer
    }
    let main = mainAgreement(first, second)
    if main.agrees || main == .partsDiffer || (first.other.isEmpty && second.other.isEmpty) { return main }
    let firstForms = [first.words] + first.other
    let secondForms = [second.words] + second.other
    let isShared = firstForms.contains { mine in secondForms.contains { $0.letters == mine.letters } }
    return isShared ? .extended : main
  }

  private static func mainAgreement(_ first: ComparedTitle, _ second: ComparedTitle) -> TitleAgreement {
    if first.words.letters == second.words.letters || first.content.letters == second.content.letters {
      return .same
    }
    let wording = TitleWording(first, second)
    if wording.isFarApart { return .different }
    if wording.isSubtitled { return wording.countsOn ? .partsDiffer : .extended }
    let numbers = NumbersAgreement(first.numbers, second.numbers)
    if numbers == .different {
      return wording.share >= 0.75 || wording.similarity >= 0.8 ? .partsDiffer : .different
    }
    if wording.hasOnlySlips { return numbers == .same ? .near : .reworded }
    return wording.share >= 0.6 || wording.similarity >= 0.6 ? .reworded : .different
  }
}

/// Whether the numbers of two titles tell two works.
private enum NumbersAgreement {
  case same, oneSided, different

  init(_ first: [String], _ second: [String]) {
    if first == second || first.joined() == second.joined() {
      self = .same
    } else if first.sorted() == second.sorted() {
      self = .same
    } else {
      let isWithin = Self.isWithin(first, second) || Self.isWithin(second, first)
      self = isWithin ? .oneSided : .different
    }
  }

  /// Whether all numbers of the shorter list stand in the longer one.
  private static func isWithin(_ short: [String], _ long: [String]) -> Bool {
    var rest = long
    for number in short {
      guard let place = rest.firstIndex(of: number) else { return false }
      rest.remove(at: place)
    }
    return true
  }
}

/// Which words two titles share, and which each has for itself.
private struct TitleWording {
  let first: ComparedTitle
  let second: ComparedTitle
  /// The words that only the first has, and only the second.
  let onlyFirst: [Int]
  let onlySecond: [Int]

  init(_ first: ComparedTitle, _ second: ComparedTitle) {
    self.first = first
    self.second = second
    (onlyFirst, onlySecond) = Self.unshared(first, second)
  }

  /// Walks both orders side by side.
  private static func unshared(_ first: ComparedTitle, _ second: ComparedTitle) -> ([Int], [Int]) {
    var (mine, theirs): ([Int], [Int]) = ([], [])
    var (left, right) = (0, 0)
    while left < first.order.count, right < second.order.count {
      let (one, other) = (first.hashes[first.order[left]], second.hashes[second.order[right]])
      if one <= other {
        if one < other { mine.append(first.order[left]) } else { right += 1 }
        left += 1
      } else {
        theirs.append(second.order[right])
        right += 1
      }
    }
    mine += first.order[left...]
    theirs += second.order[right...]
    return (mine.sorted(), theirs.sorted())
  }

  /// The share of the shorter title's words that the other has too.
  var share: Double {
    let shorter = min(first.hashes.count, second.hashes.count)
    return shorter == 0 ? 0 : Double(first.hashes.count - onlyFirst.count) / Double(shorter)
  }

  /// Saves the letter by letter comparison for titles that share next to nothing.
  var isFarApart: Bool {
    share < 0.3 && min(first.hashes.count, second.hashes.count) > 3
  }

  /// Whether one title is the other and a subtitle, in front or behind, or was cut short by its database.
  var isSubtitled: Bool {
    let isFirstShorter = first.words.letters.count < second.words.letters.count
    let short = isFirstShorter ? first : second
    let long = isFirstShorter ? second : first
    let shortLetters = short.words.letters
    guard shortLetters.count >= 20, short.content.count >= 3, Self.numbersFit(short, long) else {
      return false
    }
    if long.words.letters.starts(with: shortLetters) {
      return shortLetters.count >= 60 || Self.endsAtMain(short, long)
    }
    return shortLetters.count >= 40
      && long.words.letters.suffix(shortLetters.count).elementsEqual(shortLetters)
  }

  /// Whether the longer title has the shorter one's numbers at the same end: "Part I" is no beginning of "Part II".
  private static func numbersFit(_ short: ComparedTitle, _ long: ComparedTitle) -> Bool {
    long.numbers.starts(with: short.numbers)
      || long.numbers.suffix(short.numbers.count).elementsEqual(short.numbers)
  }

  /// Whether what the longer title has more counts something: "Part 2", "annual report 2010". The shorter may then be
  /// another part.
  var countsOn: Bool {
    let isFirstShorter = first.words.letters.count < second.words.letters.count
    let (short, long) = isFirstShorter ? (first, second) : (second, first)
    if short.numbers.count == long.numbers.count { return false }
    let start = long.words.ends.firstIndex { $0 > short.words.letters.count } ?? 0
    return (start..<long.words.count).contains { index in
      ComparedTitle.isCounted(long.words, index) || ComparedTitle.isYear(long.words[index])
    }
  }

  private static func endsAtMain(_ short: ComparedTitle, _ long: ComparedTitle) -> Bool {
    long.mainCount > 0 && long.words.ends[long.mainCount - 1] == short.words.letters.count
  }

  /// How alike the letters are, 0 to 1.
  var similarity: Double { EditDistance.similarity(first.words.letters[...], second.words.letters[...]) }

  /// Whether each word that one has for itself is a slip of one that the other has.
  var hasOnlySlips: Bool {
    if max(onlyFirst.count, onlySecond.count) > 6 || share < 0.5 && first.hashes.count > 3 { return false }
    let similarity = similarity
    if similarity < 0.75 { return false }
    let mine = onlyFirst.flatMap { Array(first.content[$0]) }
    let theirs = onlySecond.flatMap { Array(second.content[$0]) }
    if mine == theirs { return true }
    var rest = onlySecond
    var unmatched: [ArraySlice<UInt8>] = []
    for index in onlyFirst {
      let word = first.content[index]
      if let place = rest.firstIndex(where: { Slip.isSlip(word, second.content[$0]) }) {
        rest.remove(at: place)
      } else {
        unmatched.append(word)
      }
    }
    unmatched += rest.map { second.content[$0] }
    // Letters lost with a symbol ("IFN-" for "IFN-γ") or a word run into its neighbour leave a short rest on one side.
    if unmatched.isEmpty { return true }
    return Slip.isSlip(mine[...], theirs[...])
      || (similarity >= 0.93 && unmatched.count == 1 && unmatched[0].count <= 2)
  }
}

/// Whether two words are one word written with a slip.
enum Slip {
  static func isSlip(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    let shorter = min(first.count, second.count)
    guard shorter >= 4, abs(first.count - second.count) <= 3 else { return false }
    if hasDigits(first) || hasDigits(second) { return false }
    let distance = EditDistance.between(first, second)
    if distance > (shorter >= 8 ? 2 : 1) { return false }
    return !isOpposite(first, second) && !isOpposite(second, first)
  }

  private static func hasDigits(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(where: ComparedTitle.isDigit)
  }

  /// "hypotension" is no slip of "hypertension".
  private static func isOpposite(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    opposites.contains { first.starts(with: $0.0) && second.starts(with: $0.1) }
  }

  private static let opposites: [([UInt8], [UInt8])] = [
    ("hypo", "hyper"), ("intra", "inter"), ("increas", "decreas"), ("in", "ex"), ("afferen", "efferen"),
    ("abduct", "adduct"), ("under", "over"), ("pre", "pro"), ("macro", "micro"), ("endo", "ecto"),
    ("endo", "exo"),
    ("male", "female"), ("maternal", "paternal"), ("ante", "anti"), ("infra", "intra"), ("uni", "bi"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
