import Bibliography

/// The authors of a work, made ready to be compared.
struct ComparedNames: Sendable {
  /// At most ``limit`` of them.
  var people: [Person]

  /// How many authors of a work are looked at.
  static let limit = 24

  struct Person: Sendable {
    /// Hashes of the words of the family name, without particles.
    var family: [UInt64]
    /// Hashes of the given names that are more than an initial.
    var given: [UInt64]
    /// Which letters the given names begin with: bit 0 is A.
    var initials: UInt32
    /// The letters of the family name, for slips of spelling.
    var letters: [UInt8]
    /// Whether this is a group, not a person.
    var isGroup: Bool
  }

  var isMissing: Bool { people.isEmpty }

  /// The name by which records are sought together: the longest word of the first person's name.
  var firstKey: UInt64? {
    people.first { !$0.isGroup }.flatMap { $0.letters.isEmpty ? nil : StableHash.of($0.letters) }
  }

  /// Whether one text held all names, so that it isn't known where each begins: "PayenJ.-L.IzopetJ.".
  var isHeap: Bool { people.count == 1 && people[0].family.count + people[0].given.count >= 4 }

  init(_ names: [Name]) {
    if names.count == 1, let heap = Self.heap(names[0]) {
      people = [heap]
    } else {
      people = names.prefix(Self.limit).compactMap(Self.person)
    }
  }

  /// All words of a text in which names run into each other; `nil` where it holds one name.
  private static func heap(_ name: Name) -> Person? {
    let whole = [name.literal, name.family, name.given].compactMap { $0 }.joined(separator: " ")
    guard whole.utf8.count > 24 else { return nil }
    var parted = ""
    var last: Character = " "
    for letter in whole.prefix(1_000) {
      // In "EWang" a name follows an initial.
      if letter.isLowercase, last.isUppercase, !parted.dropLast().isEmpty,
        parted.dropLast().last?.isUppercase == true
      {
        parted.insert(" ", at: parted.index(before: parted.endIndex))
      }
      if letter.isUppercase, last.isLowercase || last == "." { parted.append(" ") }
      parted.append(letter)
      last = letter
    }
    let words = folded(parted)
    var person = Person(family: [], given: [], initials: 0, letters: [], isGroup: false)
    for index in 0..<words.count where isNameWord(words, index) { person.add(family: words[index]) }
    guard person.family.count >= 4, !isGroup(words) else { return nil }
    person.letters = isNameWord(words, 0) ? Array(words[0]) : person.letters
    return person
  }

  private static func person(_ name: Name) -> Person? {
    let whole = name.literal ?? name.family ?? name.given ?? ""
    let rest = name.literal == nil && name.family != nil ? name.given ?? "" : ""
    let family = folded(whole)
    let given = folded(rest)
    if isNobody(family, given) { return nil }
    var person = Person(family: [], given: [], initials: 0, letters: [], isGroup: isGroup(family))
    for index in 0..<family.count where isNameWord(family, index) { person.add(family: family[index]) }
    for index in 0..<given.count {
      if !titles.contains(given, index) { person.add(initial: given[index].first) }
      if isNameWord(given, index) { person.add(given: given[index]) }
    }
    if person.family.isEmpty { person.takeGivenForFamily(given) }
    return person.family.isEmpty ? nil : person
  }

  private static func isNameWord(_ words: FoldedWords, _ index: Int) -> Bool {
    words[index].count >= 2 && !particles.contains(words, index)
  }

  /// Umlauts are written as "ae" or "a", so both become "a".
  private static func folded(_ text: String) -> FoldedWords {
    let words = FoldedWords(utf8: Array(text.utf8.prefix(1_000)))
    var plain = FoldedWords()
    for index in 0..<words.count {
      var letters: [UInt8] = []
      for letter in words[index] {
        if letter == UInt8(ascii: "e"), let last = letters.last, "aou".utf8.contains(last), letters.count > 1
        {
          continue
        }
        letters.append(letter)
      }
      plain.append(word: letters)
    }
    return plain
  }

  private static func isNobody(_ family: FoldedWords, _ given: FoldedWords) -> Bool {
    if family.count + given.count > 4 { return false }
    let words = family.hashes + given.hashes
    return words.allSatisfy(nobody.contains)
  }

  private static func isGroup(_ words: FoldedWords) -> Bool { words.contains(anyOf: groups) }

  private static let nobody = WordList("anonymous anon no authors author listed unknown na nan et al others")

  private static let particles = WordList(
    "van von der den de del della di da dos du la le el al ten ter zu zur bin ibn st jr sr ii iii iv dr prof md phd"
  )

  /// What stands beside given names and isn't one.
  private static let titles = WordList("jr sr ii iii iv dr prof md phd")

  private static let groups = WordList(
    """
    group study investigators committee collaboration collaborators consortium society association network team
    institute organization organisation department college academy council federation foundation center centre ministry
    agency board task force panel university writing trialists initiative
    """)
}

extension ComparedNames.Person {
  fileprivate mutating func add(family word: ArraySlice<UInt8>) {
    family.append(StableHash.of(word))
    if word.count > letters.count { letters = Array(word) }
  }

  fileprivate mutating func add(given word: ArraySlice<UInt8>) { given.append(StableHash.of(word)) }

  fileprivate mutating func add(initial: UInt8?) {
    guard let initial, PlainMarkup.isLetter(initial) else { return }
    initials |= 1 << UInt32(initial - UInt8(ascii: "a"))
  }

  /// "van, Hamont D": what stands for the family name is a particle, and the name is among the given ones.
  fileprivate mutating func takeGivenForFamily(_ words: FoldedWords) {
    for index in 0..<words.count where words[index].count >= 2 { add(family: words[index]) }
    given = []
  }
}
