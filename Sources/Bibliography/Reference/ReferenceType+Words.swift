extension ReferenceType {
  /// The type of a word of RIS, in any case; `nil` for one that nobody knows.
  ///
  /// Words of its description of 2011 and of programs that a type stands for exactly come from the writer's table; the
  /// others are those of narrower kinds, for which the nearest type is taken.
  package init?(ris word: String) {
    guard let type = Self.byRISWord[word.uppercased()] else { return nil }
    self = type
  }

  /// The word of RIS that ``init(ris:)`` takes for this type, and whether it comes back.
  package var risWord: (word: String, isExact: Bool) { ris }

  /// The type of a word in a table, a database or another format: "Journal Article", "inproceedings", "Thesis".
  package init?(word: String) {
    let small = word.lowercased()
    // CSL's "article" is a preprint; elsewhere the word means one of a journal.
    if let type = Self.byWord[small] ?? ReferenceType(rawValue: small) ?? ReferenceType(ris: word) {
      self = type
      return
    }
    // "Journal Article; Review", "Article in Press".
    guard let key = Self.signs.first(where: { small.contains($0.0) }) else { return nil }
    self = key.1
  }

  /// Whether a word says no more than this type does.
  package func isSaid(by word: String) -> Bool {
    let small = word.lowercased()
    return small == rawValue || small == bibtex.word || small == ris.word.lowercased()
      || small.utf8.count == 1
      || Self.names[self]?.contains(small) == true
  }

  /// What programs call a type in words that say no more.
  private static let names: [ReferenceType: Set<String>] = [
    .articleJournal: ["journal article", "journalarticle", "journal"],
    .chapter: ["book section", "book chapter", "booksection", "bookchapter", "book-chapter"],
    .paperConference: ["conference paper", "conferencepaper"], .webpage: ["web page", "website"],
    .articleMagazine: ["magazine article"], .articleNewspaper: ["newspaper article"],
    .postWeblog: ["blog post"],
    .software: ["computer program"], .document: ["generic", "misc"],
  ]

  private static let byRISWord: [String: ReferenceType] = {
    var words: [String: ReferenceType] = [
      "ABST": .articleJournal, "EJOUR": .articleJournal, "INPR": .articleJournal, "SER": .book,
      "EBOOK": .book,
      "EDBOOK": .book, "BOOKS": .book, "ECHAP": .chapter, "CONF": .paperConference,
      "CONFERENCE": .paperConference,
      "CTLG": .document, "DBASE": .dataset, "AGGR": .dataset, "EQUA": .figure, "CHART": .figure,
      "GOVDOC": .report,
      "GRANT": .document, "GRNT": .document, "MULTI": .document, "SLIDE": .speech, "UNBILL": .bill,
      "UNPD": .article,
      "ADVS": .motionPicture, "ANCIENT": .classic, "HEARING": .hearing, "JOURNAL": .articleJournal,
      "MAGAZINE": .articleMagazine, "PRESS": .articleNewspaper, "WEB": .webpage, "PODCAST": .broadcast,
      "INTV": .interview, "DISS": .thesis, "MANUAL": .standard, "STANDARD": .standard, "PREPRINT": .article,
    ]
    for type in allCases where type.ris.isExact { words[type.ris.word] = type }
    return words
  }()

  private static let byWord: [String: ReferenceType] = {
    var words: [String: ReferenceType] = [
      "journal article": .articleJournal, "journal": .articleJournal, "journalarticle": .articleJournal,
      "article": .articleJournal, "review": .articleJournal, "j": .articleJournal, "letter": .articleJournal,
      "editorial": .articleJournal, "note": .articleJournal, "short survey": .articleJournal,
      "article in press": .articleJournal, "in press": .articleJournal, "erratum": .articleJournal,
      "electronic article": .articleJournal, "magazine article": .articleMagazine,
      "newspaper article": .articleNewspaper, "newspaper": .articleNewspaper, "magazine": .articleMagazine,
      "b": .book, "s": .chapter, "p": .patent, "c": .paperConference, "d": .dataset, "electronic book": .book,
      "edited book": .book, "monograph": .book, "book section": .chapter, "book chapter": .chapter,
      "booksection": .chapter, "bookchapter": .chapter, "book-chapter": .chapter, "inbook": .chapter,
      "electronic book section": .chapter, "conference paper": .paperConference,
      "conference proceedings": .paperConference, "conferencepaper": .paperConference,
      "conference abstract": .paperConference, "conference review": .paperConference,
      "proceedings paper": .paperConference, "meeting abstract": .paperConference,
      "conference": .paperConference, "proceedings": .paperConference, "inproceedings": .paperConference,
      "dissertation": .thesis, "dissertations & theses": .thesis, "mastersthesis": .thesis,
      "phdthesis": .thesis,
      "techreport": .report, "government document": .report, "web page": .webpage, "website": .webpage,
      "online": .webpage, "blog post": .postWeblog, "blogpost": .postWeblog, "preprint": .article,
      "unpublished work": .manuscript, "unpublished": .manuscript, "generic": .document, "misc": .document,
      "other": .document, "computer program": .software, "data set": .dataset, "data paper": .articleJournal,
      "film": .motionPicture, "video": .broadcast, "podcast": .broadcast, "presentation": .speech,
      "encyclopedia article": .entryEncyclopedia, "dictionary entry": .entryDictionary, "case": .legalCase,
      "statute": .legislation, "grant": .document, "serial": .periodical, "clinical trial": .articleJournal,
      "audiovisual material": .motionPicture, "artwork": .graphic,
    ]
    for type in allCases where type.bibtex.isExact { words[type.bibtex.word] = type }
    return words
  }()

  /// Words that settle the type wherever they stand; earlier ones first.
  private static let signs: [(String, ReferenceType)] = [
    ("journal article", .articleJournal), ("conference", .paperConference), ("proceeding", .paperConference),
    ("meeting abstract", .paperConference), ("book chapter", .chapter), ("book section", .chapter),
    ("dissertation", .thesis), ("thesis", .thesis), ("newspaper", .articleNewspaper),
    ("magazine", .articleMagazine), ("article", .articleJournal), ("journal", .articleJournal),
    ("book", .book), ("report", .report), ("patent", .patent), ("review", .articleJournal),
    ("editorial", .articleJournal), ("letter", .articleJournal), ("web", .webpage),
  ]
}
