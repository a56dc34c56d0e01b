/// What two records say of each other, field by field.
struct PairEvidence: Sendable {
  var title: TitleAgreement
  var names: NamesAgreement
  /// How many authors stand in both lists, and of how many.
  var sharedNames: (shared: Int, of: Int)
  var journal: JournalAgreement
  var year: NumberAgreement
  var volume: NumberAgreement
  var issue: NumberAgreement
  var pages: PagesAgreement
  var doi: IdentifierAgreement
  /// The numbers that databases gave: different where PubMed's differ, the same where any is.
  var number: IdentifierAgreement
  /// The share of text that both abstracts have, 0 to 1; `nil` where one is missing.
  var abstract: Double?
  /// Whether many pieces bear one of the titles.
  var isGeneric: Bool
  /// How many words of meaning the shorter title has.
  var titleWords: Int
  /// Whether one title says that it was cut, so that what it leaves out may tell two works.
  var isCut: Bool
  /// How many pages both have beyond the first; 0 where that isn't known of both.
  var extent: Int
  /// Whether both stand where later versions replace earlier ones under one title.
  var isUpdated: Bool
  /// Whether both are dissertations by a person of the same name, spelled out.
  var isOneThesis: Bool
  /// Whether the kinds of work exclude each other, where no journal says more.
  var typesDiffer: Bool

  init(_ first: ComparedRecord, _ second: ComparedRecord, shelf: JournalShelf) {
    title = .different
    let compared = NamesAgreement.between(first.names, second.names)
    names = compared.0
    sharedNames = (compared.shared, compared.of)
    journal =
      first.journal == second.journal
      ? (shelf[first.journal].isMissing ? .missing : .same)
      : JournalAgreement.between(shelf[first.journal], shelf[second.journal])
    year = NumberAgreement.between(years: first.year, second.year)
    volume = NumberAgreement.between(first.volume, second.volume)
    issue = NumberAgreement.between(issues: first.issue, second.issue)
    pages = PagesAgreement.between(first.pages, second.pages)
    doi = IdentifierAgreement(first.doi, second.doi)
    number = IdentifierAgreement(first.pubMed, second.pubMed)
    if number == .missing, !first.numbers.isDisjoint(with: second.numbers) { number = .same }
    abstract = nil
    isGeneric = first.title.isGeneric || second.title.isGeneric
    titleWords = min(first.title.content.count, second.title.content.count)
    isCut = first.title.isCut || second.title.isCut
    extent = min(first.pages.extent, second.pages.extent)
    isUpdated =
      (shelf[first.journal].isUpdated || first.pages.prefix == "cd")
      && (shelf[second.journal].isUpdated || second.pages.prefix == "cd")
    isOneThesis =
      first.isThesis && second.isThesis && first.soleAuthor != nil && first.soleAuthor == second.soleAuthor
    typesDiffer = first.type.excludes(second.type)
    if journal == .different, !first.serials.isDisjoint(with: second.serials) { journal = .compatible }
    if canBeOne {
      title = TitleAgreement.between(first.title, second.title)
      abstract =
        if let mine = first.abstract, let theirs = second.abstract { mine.likeness(theirs) } else { nil }
    }
  }

  /// Whether titles are worth a look: without an identifier, authors or place in common nothing could make of the two
  /// one work, and most candidates end here.
  private var canBeOne: Bool {
    if doi == .same || number == .same || standsAtOnePlace { return true }
    return names != .different && (journal != .different || year == .same || year == .near)
  }

  /// How many fields speak for two works; what one slip of a database can explain counts 1.
  var contradictions: Int {
    var count = 0
    if pages == .different { count += 1 }
    if pages == .apart { count += 2 }
    if volume == .different { count += 1 }
    if year == .different { count += 1 }
    if issue == .different && !standsAtOnePlace { count += 1 }
    // An article can be registered twice, so its place speaks louder than its DOI.
    if doi == .different && !(volume == .same && (pages == .same || issue == .same)) { count += 1 }
    return count
  }

  /// Whether first page and volume agree, or, where a volume is missing, page, issue and year.
  var standsAtOnePlace: Bool {
    pages == .same && (volume == .same || volume == .missing && issue == .same && year == .same)
  }

  /// Whether years agree, or are one apart as print and online dates are.
  var isOfOneTime: Bool { year == .same || year == .near }
}

/// Whether two identifiers agree.
enum IdentifierAgreement: Sendable, Equatable {
  case same, different, missing

  init(_ first: String?, _ second: String?) {
    guard let first, let second else {
      self = .missing
      return
    }
    self = first == second ? .same : .different
  }
}

extension ComparedPages {
  /// How many pages stand beyond the first; 0 where that isn't known.
  var extent: Int { if isRange, let first, let last { last - first } else { 0 } }
}
