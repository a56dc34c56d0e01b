import Bibliography
import Literature

/// Writes works down as databases do: each in its own style, each with slips.
struct RecordClerk {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// How a database writes.
  enum Style: CaseIterable {
    case medline, embase, webOfScience, scopus, psycInfo, cinahl
  }

  mutating func shuffle<Value>(_ values: inout [Value]) { values.shuffle(using: &random) }

  /// One to four records of a work, each from another database; of an updated review, each of another year.
  mutating func records(of work: MadeWork) -> [Record] {
    let styles = Style.allCases.shuffled(using: &random).prefix(
      Int.random(in: 1...work.spread, using: &random))
    var records: [Record] = []
    for (number, style) in styles.enumerated() {
      var state = work
      if work.isUpdated, number > 0 { update(&state, number) }
      records.append(record(of: state, style))
      if chance(8) { records.append(records[records.count - 1]) }
    }
    return records
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func update(_ work: inout MadeWork, _ number: Int) {
    work.year += 3 * number
    work.volume += 3 * number
    work.issue = work.issue % 12 + 1
    work.doi += ".pub\(number + 1)"
    if work.authors.count > 2, chance(50) { work.authors.removeLast() }
  }

  private mutating func record(of work: MadeWork, _ style: Style) -> Record {
    var reference = Reference(
      id: "", type: .articleJournal, title: title(work.title, style),
      authors: work.authors.isEmpty ? [] : authors(work.authors, style),
      issued: PartialDate(year: chance(4) && !work.isUpdated ? work.year - 1 : work.year),
      containerTitle: journal(work.journal, style))
    if !chance(4) { reference.volume = volume(work) }
    if !chance(25) { reference.issue = String(work.issue) }
    if !chance(6) { reference.page = pages(work, style) }
    if chance(style == .psycInfo || style == .cinahl ? 20 : 60) { reference.doi = doi(work) }
    if chance(3) { reference.authors = [] }
    return Record(reference: reference, abstract: work.abstract.isEmpty || chance(40) ? nil : work.abstract)
  }

  // MARK: Titles

  private mutating func title(_ title: String, _ style: Style) -> String {
    var title = title
    switch style {
    case .medline: title = chance(10) ? "[\(title)]." : chance(50) ? title + "." : title
    case .embase:
      title = spelledOut(title) + (chance(10) ? " (Structured abstract)" : chance(5) ? ". [French]" : "")
    case .webOfScience: if chance(30) { title = title.uppercased() }
    case .scopus: title = title.replacing("&", with: "&amp;").replacing(" 2 ", with: " <sub>2</sub> ")
    case .psycInfo: title = title.replacing("randomised", with: "randomized").replacing("oe", with: "e")
    case .cinahl:
      if title.count > 90, chance(20), title.contains(": ") { title = String(title.prefix(85)) + "..." }
    }
    if style == .medline, chance(8) { title += " [Review] [41 refs]" }
    if chance(6) { title = misspelled(title) }
    return title
  }

  private func spelledOut(_ title: String) -> String {
    title.replacing("β", with: "beta").replacing("γ", with: "gamma").replacing("ã", with: "a")
  }

  /// One letter of one long word is left out or doubled.
  private mutating func misspelled(_ title: String) -> String {
    var words = title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard
      let place = words.indices.dropFirst().filter({ words[$0].count > 8 && words[$0].allSatisfy(\.isLetter) }
      ).randomElement(using: &random)
    else { return title }
    var letters = Array(words[place])
    let spot = Int.random(in: 3..<(letters.count - 1), using: &random)
    if chance(50) { letters.remove(at: spot) } else { letters.insert(letters[spot], at: spot) }
    words[place] = String(letters)
    return words.joined(separator: " ")
  }

  // MARK: Authors

  private mutating func authors(_ names: [MadeName], _ style: Style) -> [Name] {
    var names = names
    if style == .scopus, names.count > 6 { names = Array(names.prefix(6)) }
    if style == .cinahl, names.count > 3, chance(30) { names = Array(names.prefix(3)) }
    return names.map { name in
      switch style {
      case .medline: Name(family: plain(name.family), given: initials(name.given, joint: ""))
      case .embase: Name(family: plain(name.family), given: initials(name.given, joint: ".") + ".")
      case .webOfScience: Name(family: name.family.uppercased(), given: initials(name.given, joint: ""))
      case .scopus:
        Name(family: name.family.replacing(" ", with: "-"), given: initials(name.given, joint: ". ") + ".")
      case .psycInfo: Name(family: name.family, given: name.given)
      case .cinahl:
        chance(4)
          ? Name(family: name.given, given: name.family) : Name(family: name.family, given: name.given)
      }
    }
  }

  private func initials(_ given: String, joint: String) -> String {
    given.split(separator: " ").compactMap { $0.first.map(String.init) }.joined(separator: joint)
  }

  /// Without accents, as databases of plain letters write.
  private func plain(_ family: String) -> String {
    var family = family
    for (accented, letter) in [
      ("á", "a"), ("ø", "o"), ("ü", "u"), ("ö", "o"), ("ı", "i"), ("Ö", "O"), ("í", "i"), ("é", "e"),
    ] {
      family = family.replacing(accented, with: letter)
    }
    return family
  }

  // MARK: Places

  private mutating func journal(_ journal: MadeJournal, _ style: Style) -> String? {
    if chance(1) { return nil }
    return switch style {
    case .medline: chance(50) ? journal.short : journal.others.randomElement(using: &random) ?? journal.title
    case .webOfScience: journal.title.uppercased()
    case .embase, .scopus:
      chance(20) ? journal.others.randomElement(using: &random) ?? journal.short : journal.title
    case .psycInfo: journal.title.replacing(" and ", with: " & ")
    case .cinahl: chance(30) ? journal.short : journal.title
    }
  }

  private mutating func volume(_ work: MadeWork) -> String {
    chance(4) ? "\(work.volume) Suppl 1" : chance(3) ? "\(work.volume)(\(work.issue))" : String(work.volume)
  }

  private mutating func pages(_ work: MadeWork, _ style: Style) -> String {
    let (first, last) = (String(work.firstPage), String(work.lastPage))
    let start = work.pagePrefix + first
    if work.firstPage == work.lastPage || work.pagePrefix == "e" { return start }
    switch style {
    case .medline: return chance(3) ? "Suppl-\(last.suffix(2))" : "\(start)-\(shortened(last, after: first))"
    case .webOfScience: return chance(30) ? start : "\(start)-\(work.pagePrefix)\(last)"
    case .embase: return "\(start)–\(work.pagePrefix)\(last)"
    default: return "\(start)-\(work.pagePrefix)\(last)"
    }
  }

  /// "97" after "288" is 297.
  private func shortened(_ last: String, after first: String) -> String {
    guard last.count == first.count else { return last }
    let shared = zip(last, first).prefix { $0 == $1 }.count
    return String(last.dropFirst(min(shared, last.count - 1)))
  }

  private mutating func doi(_ work: MadeWork) -> String {
    if chance(2), !work.isUpdated { return work.doi + ".new" }
    return chance(20) ? "https://doi.org/\(work.doi.uppercased())" : work.doi
  }
}
