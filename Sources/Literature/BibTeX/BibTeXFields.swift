import Bibliography

/// What the types and fields of BibTeX and biblatex stand for, and those that databases add.
enum BibTeXFields {
  /// The type of an entry's word, and whether writing it gives the word back.
  static func type(_ word: String) -> (type: ReferenceType, isExact: Bool) {
    if let type = exact[word] { return (type, true) }
    return (others[word] ?? ReferenceType(word: word) ?? .document, false)
  }

  private static let exact: [String: ReferenceType] = [
    "article": .articleJournal, "book": .book, "booklet": .pamphlet, "incollection": .chapter,
    "inproceedings": .paperConference, "conference": .paperConference, "phdthesis": .thesis,
    "thesis": .thesis,
    "techreport": .report, "report": .report, "unpublished": .manuscript, "misc": .document,
  ]

  /// After the mapping of biblatex's types to CSL's that its users agree on.
  private static let others: [String: ReferenceType] = [
    "inbook": .chapter, "bookinbook": .chapter, "suppbook": .chapter, "suppcollection": .chapter,
    "mastersthesis": .thesis, "proceedings": .book, "mvproceedings": .book, "collection": .book,
    "mvcollection": .book, "mvbook": .book, "manual": .book, "reference": .book, "mvreference": .book,
    "inreference": .entryEncyclopedia, "periodical": .periodical, "suppperiodical": .articleJournal,
    "online": .webpage, "electronic": .webpage, "www": .webpage, "webpage": .webpage, "patent": .patent,
    "dataset": .dataset, "data": .dataset, "software": .software, "standard": .standard, "review": .review,
    "legislation": .legislation, "jurisdiction": .legalCase, "video": .motionPicture, "movie": .motionPicture,
    "audio": .song, "music": .song, "artwork": .graphic, "image": .graphic, "letter": .personalCommunication,
    "performance": .performance, "preprint": .article, "newspaper": .articleNewspaper,
    "magazine": .articleMagazine,
  ]

  /// What a field stands for in an entry of a type; `nil` where it has no place.
  static func meaning(of name: String, in type: ReferenceType) -> FieldMeaning? {
    if name == "number", [.report, .patent, .standard, .legislation].contains(type) {
      return .other(.number)
    }
    return meanings[name]
  }

  private static let meanings: [String: FieldMeaning] = [
    "title": .title, "journal": .container, "journaltitle": .container, "booktitle": .container,
    "shortjournal": .containerShort, "abbrev_source_title": .containerShort, "journal-iso": .containerShort,
    "series": .other(.collection), "volume": .volume, "number": .issue, "issue": .issue, "pages": .pages,
    "page": .pages, "pagetotal": .pageCount, "numpages": .pageCount, "edition": .edition,
    "publisher": .publisher, "institution": .publisher, "school": .publisher, "address": .place,
    "location": .place, "doi": .doi, "url": .url, "issn": .serial, "eissn": .serial, "isbn": .serial,
    "abstract": .abstract, "keywords": .keywords, "keyword": .keywords, "author_keywords": .keywords,
    "author-keywords": .keywords, "keywords-plus": .keywords, "language": .other(.language),
    "langid": .other(.language), "note": .note, "annote": .note, "annotation": .note,
    "pmid": .identifier(.pmid),
    "pubmed_id": .identifier(.pmid), "pmcid": .identifier(.pmcid), "pmc": .identifier(.pmcid),
    "unique-id": .identifier(.webOfScience), "type": .other(.genre), "shorttitle": .other(.shortTitle),
    "origtitle": .other(.originalTitle), "eventtitle": .other(.eventTitle), "venue": .other(.eventPlace),
    "library": .other(.archive), "eid": .other(.number), "art_number": .other(.number),
    "article-number": .other(.number), "articleno": .other(.number), "year": .year, "month": .month,
    "day": .day, "date": .date,
  ]

  /// Fields that TeX doesn't read: an underscore or a percent sign in them is itself.
  static func isVerbatim(_ name: String) -> Bool {
    ["url", "doi", "file", "eprint", "pdf", "unique-id", "pmid", "pmcid"].contains(name)
  }
}
