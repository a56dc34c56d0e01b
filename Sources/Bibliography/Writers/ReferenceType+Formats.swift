extension ReferenceType {
  /// The type in RIS, and whether reading it gives this type back. The words are those of the format's list of 2011.
  var ris: (word: String, isExact: Bool) {
    switch self {
    case .articleJournal: ("JOUR", true)
    case .articleMagazine: ("MGZN", true)
    case .articleNewspaper: ("NEWS", true)
    case .bill: ("BILL", true)
    case .book: ("BOOK", true)
    case .chapter: ("CHAP", true)
    case .classic: ("CLSWK", true)
    case .dataset: ("DATA", true)
    case .document: ("GEN", true)
    case .entryDictionary: ("DICT", true)
    case .entryEncyclopedia: ("ENCYC", true)
    case .figure: ("FIGURE", true)
    case .graphic: ("ART", true)
    case .hearing: ("HEAR", true)
    case .legalCase: ("CASE", true)
    case .legislation: ("STAT", true)
    case .manuscript: ("MANSCPT", true)
    case .map: ("MAP", true)
    case .motionPicture: ("MPCT", true)
    case .musicalScore: ("MUSIC", true)
    case .pamphlet: ("PAMP", true)
    case .paperConference: ("CPAPER", true)
    case .patent: ("PAT", true)
    case .periodical: ("JFULL", true)
    case .personalCommunication: ("PCOMM", true)
    case .post: ("ICOMM", true)
    case .postWeblog: ("BLOG", true)
    case .regulation: ("LEGAL", true)
    case .report: ("RPRT", true)
    case .software: ("COMP", true)
    case .song: ("SOUND", true)
    case .standard: ("STAND", true)
    case .thesis: ("THES", true)
    case .webpage: ("ELEC", true)
    case .review, .reviewBook: ("JOUR", false)
    case .entry: ("CHAP", false)
    case .broadcast: ("VIDEO", true)
    case .treaty: ("LEGAL", false)
    case .article: ("UNPB", true)
    case .collection, .event, .interview, .performance, .speech: ("GEN", false)
    }
  }

  /// Whether a work of this type stands in another one, so that its editors are those of the other.
  var isPartOfAnother: Bool {
    switch self {
    case .articleJournal, .articleMagazine, .articleNewspaper, .chapter, .entry, .entryDictionary,
      .entryEncyclopedia,
      .paperConference, .review, .reviewBook:
      true
    default: false
    }
  }

  /// The type of entry in BibTeX (the 14 of its manual), and whether reading it gives this type back.
  var bibtex: (word: String, isExact: Bool) {
    switch self {
    case .articleJournal: ("article", true)
    case .articleMagazine, .articleNewspaper, .review, .reviewBook: ("article", false)
    case .book: ("book", true)
    case .classic: ("book", false)
    case .chapter: ("incollection", true)
    case .entry, .entryDictionary, .entryEncyclopedia: ("incollection", false)
    case .paperConference: ("inproceedings", true)
    case .thesis: ("phdthesis", true)
    case .report: ("techreport", true)
    case .standard: ("techreport", false)
    case .manuscript: ("unpublished", true)
    case .pamphlet: ("booklet", true)
    case .document: ("misc", true)
    case .article, .bill, .broadcast, .collection, .dataset, .event, .figure, .graphic, .hearing, .interview,
      .legalCase, .legislation, .map, .motionPicture, .musicalScore, .patent, .performance, .periodical,
      .personalCommunication, .post, .postWeblog, .regulation, .software, .song, .speech, .treaty, .webpage:
      ("misc", false)
    }
  }
}
