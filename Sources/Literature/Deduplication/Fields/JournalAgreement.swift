/// Whether two names are names of one journal.
enum JournalAgreement: Sendable, Equatable {
  /// The same words.
  case same
  /// One can be the other's abbreviation, short title or parallel title.
  case compatible
  /// Two journals.
  case different
  /// That can't be told: one is missing, or one name is only a part of the other, as with "Cytometry" and
  /// "Communications in Clinical Cytometry".
  case missing

  /// Whether nothing speaks for two journals.
  var agrees: Bool { self == .same || self == .compatible }

  static func between(_ first: ComparedJournal, _ second: ComparedJournal) -> JournalAgreement {
    if first.isMissing || second.isMissing { return .missing }
    // By letters, since "zhen jiu" is "zhenjiu" too.
    if first.words.letters == second.words.letters { return .same }
    if first.opening == second.opening, first.opening.count >= 12 { return .compatible }
    let isLink =
      isShortForm(first, of: second) || isShortForm(second, of: first)
      || isParallel(first, second) || isParallel(second, first)
      || isAcronym(first, of: second) || isAcronym(second, of: first)
    if isLink { return .compatible }
    return isPart(first, of: second) || isPart(second, of: first) ? .missing : .different
  }

  /// Whether one name begins or ends with the other: a section of a journal, an older or a shorter name.
  private static func isPart(_ short: ComparedJournal, of long: ComparedJournal) -> Bool {
    let (count, rest) = (short.coreCount, long.words.count - short.coreCount)
    guard rest > 0 else { return false }
    return [0, rest].contains { start in
      (0..<count).allSatisfy { isOneWord(short.words[$0], long.words[start + $0], strictly: count == 1) }
    }
  }

  /// "J Clin Oncol" of "Journal of Clinical Oncology: official journal of …": each word begins the other's word, and
  /// what the longer has more follows a mark, or is a place or a medium.
  private static func isShortForm(_ short: ComparedJournal, of long: ComparedJournal) -> Bool {
    let count = short.coreCount
    guard count <= long.words.count else { return false }
    for index in 0..<count where !isOneWord(short.words[index], long.words[index], strictly: count == 1) {
      return false
    }
    if count >= long.coreCount || long.breaks.contains(count) { return true }
    // "Cancer. Res" isn't "Cancer" with a subtitle, so before a full stop the word must be whole.
    return long.stops.contains(count) && short.words[count - 1].elementsEqual(long.words[count - 1])
      && short.words[count - 1].count > 4
  }

  /// The acronym in front is left out, as in "JAMA: the journal of the American Medical Association" and "CMAJ Canadian
  /// Medical Association Journal"; or one of two parallel titles is, as in "Revista Panamericana de Salud Publica/Pan
  /// American Journal of Public Health".
  private static func isParallel(_ first: ComparedJournal, _ second: ComparedJournal) -> Bool {
    for start in first.breaks + [1] where start < first.words.count {
      let isAcronym =
        start == 1 && (first.breaks.contains(1) && first.words[0].count <= 6 || beginsWithAcronym(first))
      guard isAcronym || start >= 3 && first.words.count - start >= 3 else { continue }
      let rest = ComparedJournal(words: first.words.words(start..<first.words.count))
      if isShortForm(second, of: rest) || isShortForm(rest, of: second) { return true }
    }
    return false
  }

  private static func beginsWithAcronym(_ journal: ComparedJournal) -> Bool {
    let acronym = journal.words[0]
    guard (3...7).contains(acronym.count), journal.words.count > acronym.count else { return false }
    return zip(acronym, 1...).allSatisfy { $0 == journal.words[$1].first }
  }

  /// "JAMA" of "Journal of the American Medical Association", "PNAS" of "Proceedings of the National Academy of
  /// Sciences of the United States of America".
  private static func isAcronym(_ short: ComparedJournal, of long: ComparedJournal) -> Bool {
    guard short.words.count == 1 || short.breaks.first == 1 else { return false }
    let acronym = short.words[0]
    guard (3...7).contains(acronym.count), long.words.count >= acronym.count else { return false }
    let initials = (0..<acronym.count).map { long.words[$0].first }
    guard zip(acronym, initials).allSatisfy({ $0 == $1 }) else { return false }
    return long.words.count == acronym.count || long.breaks.contains(acronym.count)
      || (acronym.count..<long.words.count).allSatisfy { remarks.contains(long.words, $0) }
  }

  private static func isOneWord(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, strictly: Bool)
    -> Bool
  {
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    if short.elementsEqual(long) { return true }
    if short.count == 1 {
      return !strictly && short.first == UInt8(ascii: "j") && long.starts(with: "journal".utf8)
    }
    // "Cell" and "Cells", "Cancer" and "Cancers" are two journals each.
    if strictly { return short.count >= 5 && long.count - short.count > 1 && long.starts(with: short) }
    if long.starts(with: short) { return true }
    return isContraction(short, of: long) || Slip.isSlip(first, second)
  }

  /// "natl" of "national": the first two letters, the last, and what lies between in its order.
  private static func isContraction(_ short: ArraySlice<UInt8>, of long: ArraySlice<UInt8>) -> Bool {
    guard short.count >= 4, long.count >= short.count + 2, short.prefix(2).elementsEqual(long.prefix(2)),
      short.last == long.last
    else { return false }
    var rest = long
    for letter in short {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// Whether all words are such as libraries add in brackets, as in "(Online)".
  static func isRemark(_ words: FoldedWords) -> Bool {
    words.hashes.allSatisfy { remarks.contains($0) || bracketed.contains($0) }
  }

  /// Places and media that libraries add to a title to tell it from others of its name.
  static let remarks = WordList(
    """
    london england uk usa u s us america united states kingdom online print electronic resource ed edition hagerstown md
    baltimore maryland new york ny philadelphia pa basel switzerland oxford copenhagen denmark dublin ireland internet
    """)

  /// What stands there only in brackets.
  private static let bracketed = WordList(
    """
    clinical research berlin germany paris france tokyo japan cambridge mass boston amsterdam netherlands milan rome italy
    madrid spain india china beijing chicago ill 1985 1990 2000 british english bethesda elsevier
    """)
}
