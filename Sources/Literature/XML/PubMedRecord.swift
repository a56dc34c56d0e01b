import Bibliography

/// A record of PubMed's XML: an article, or a book or a chapter of one (the DTDs of the National Library of Medicine,
/// `pubmed` and `bookdoc`).
struct PubMedRecord: XMLRecordMap {
  static let recordNames: Set<String> = ["PubmedArticle", "PubmedBookArticle"]

  var draft: RecordDraft
  private let isBook: Bool
  /// The journal's short name as PubMed's other format gives it.
  private let shortName: String?

  init(_ record: XMLElement, in report: inout LossReport) {
    isBook = record.name == "PubmedBookArticle"
    let document = record.first("BookDocument")
    let info = record.first("MedlineCitation")?.first("MedlineJournalInfo")
    shortName = info?.first("MedlineTA")?.flatText
    let isWholeBook = isBook && document?.first("ArticleTitle") == nil
    draft = RecordDraft(type: isBook ? (isWholeBook ? .book : .chapter) : .articleJournal)
    for part in record.elements {
      switch part.name {
      case "MedlineCitation", "BookDocument": takeCitation(part, in: &report)
      case "PubmedData", "PubmedBookData": takeData(part, in: &report)
      default: draft.keep(part, in: &report)
      }
    }
    if draft.record.reference.id.isEmpty, let number = draft.record.identifier(.pmid) {
      draft.record.reference.id = number
    }
  }

  // MARK: What the database says

  private mutating func takeCitation(_ citation: XMLElement, in report: inout LossReport) {
    // The article's own date is known before the book's.
    for element in citation.elements {
      switch element.name {
      case "PMID": draft.put(element, as: .identifier(.pmid), in: &report)
      case "Article":
        for part in element.elements { takeOfArticle(part, in: &report) }
      case "Book": takeBook(element, in: &report)
      case "MeshHeadingList": takeHeadings(element, in: &report)
      case "KeywordList": takeKeywords(element, in: &report)
      case "MedlineJournalInfo": takeJournalInfo(element, in: &report)
      case "ArticleIdList": takeIdentifiers(element, in: &report)
      default: takeOfArticle(element, in: &report)
      }
    }
  }

  private mutating func takeData(_ data: XMLElement, in report: inout LossReport) {
    for element in data.elements {
      if element.name == "ArticleIdList" {
        takeIdentifiers(element, in: &report)
      } else {
        draft.keep(element, in: &report)
      }
    }
  }

  private mutating func takeIdentifiers(_ list: XMLElement, in report: inout LossReport) {
    for element in list.elements {
      let kind = element.attribute("IdType") ?? ""
      let name = "ArticleId \(kind)"
      switch kind {
      case "pubmed": draft.put(element, as: .identifier(.pmid), name: name, in: &report)
      case "doi": draft.put(element, as: .doi, name: name, in: &report)
      case "pmc": draft.put(element, as: .identifier(.pmcid), name: name, in: &report)
      case "pii": draft.put(element, as: .identifier(.pii), name: name, in: &report)
      default: draft.keep(element.flatText, name: name, line: element.line, in: &report)
      }
    }
  }

  private mutating func takeJournalInfo(_ info: XMLElement, in report: inout LossReport) {
    for element in info.elements {
      switch element.name {
      case "MedlineTA": draft.put(element, as: .containerShort, in: &report)
      case "ISSNLinking": draft.put(element, as: .serial, in: &report)
      default: draft.keep(element, in: &report)
      }
    }
  }

  /// Headings as PubMed's other format writes them: `Nurses/*psychology`, with a star before what the article is about.
  private mutating func takeHeadings(_ list: XMLElement, in report: inout LossReport) {
    for heading in list.elements {
      let parts = heading.elements.map { part in
        (part.attribute("MajorTopicYN") == "Y" ? "*" : "") + part.flatText
      }
      draft.put(
        parts.joined(separator: "/"), as: .keyword, name: heading.name, line: heading.line, in: &report)
    }
  }

  private mutating func takeKeywords(_ list: XMLElement, in report: inout LossReport) {
    for keyword in list.elements { draft.put(keyword, as: .keyword, in: &report) }
  }

  // MARK: The article

  private mutating func takeOfArticle(_ element: XMLElement, in report: inout LossReport) {
    switch element.name {
    case "Journal": takeJournal(element, in: &report)
    case "ArticleTitle": draft.put(element, as: .title, in: &report)
    case "VernacularTitle": draft.put(element, as: .other(.originalTitle), in: &report)
    case "Pagination": takePages(element, in: &report)
    case "ELocationID": takeLocation(element, in: &report)
    case "Abstract": takeAbstract(element, in: &report)
    case "AuthorList": takePeople(element, in: &report)
    case "Language": draft.put(element, as: .other(.language), in: &report)
    case "ArticleDate", "ContributionDate": takeDate(element, in: &report)
    case "GeneralNote": draft.put(element, as: .note, in: &report)
    case "DataBankList": takeDataBanks(element, in: &report)
    default: draft.keep(element, in: &report)
    }
  }

  private mutating func takeJournal(_ journal: XMLElement, in report: inout LossReport) {
    for element in journal.elements {
      switch element.name {
      case "ISSN": draft.put(element, as: .serial, in: &report)
      case "Title": draft.put(element, as: .container, in: &report)
      case "ISOAbbreviation":
        if let shortName, !shortName.isEmpty { _ = draft.take(.containerShort, shortName) }
        draft.put(element, as: .containerShort, in: &report)
      case "JournalIssue":
        for part in element.elements {
          switch part.name {
          case "Volume": draft.put(part, as: .volume, in: &report)
          case "Issue": draft.put(part, as: .issue, in: &report)
          case "PubDate": takeDate(part, in: &report)
          default: draft.keep(part, in: &report)
          }
        }
      default: draft.keep(element, in: &report)
      }
    }
  }

  /// PubMed gives the pages as one text, newer files the first and the last one besides.
  private mutating func takePages(_ element: XMLElement, in report: inout LossReport) {
    if let pages = element.first("MedlinePgn") {
      draft.put(PageText.plain(pages.flatText), as: .pages, name: pages.name, line: pages.line, in: &report)
    }
    let isTold = draft.record.reference.page != nil
    for part in element.elements where part.name != "MedlinePgn" {
      let text = part.flatText
      if isTold, draft.record.reference.page.map({ $0.contains(text) || $0.isShortened(to: text) }) ?? false {
        report.mapped.count(part.name, line: part.line)
      } else if part.name == "StartPage", !isTold {
        draft.put(part, as: .firstPage, in: &report)
      } else if part.name == "EndPage", !isTold {
        draft.put(part, as: .lastPage, in: &report)
      } else {
        draft.keep(part, in: &report)
      }
    }
  }

  private mutating func takeLocation(_ element: XMLElement, in report: inout LossReport) {
    let kind = element.attribute("EIdType") ?? ""
    guard element.attribute("ValidYN") != "N" else { return draft.keep(element, in: &report) }
    switch kind {
    case "doi": draft.put(element, as: .doi, name: "ELocationID doi", in: &report)
    case "pii": draft.put(element, as: .identifier(.pii), name: "ELocationID pii", in: &report)
    default: draft.keep(element, in: &report)
    }
  }

  /// The parts of a structured abstract, each after its label, as PubMed's other format gives them.
  private mutating func takeAbstract(_ abstract: XMLElement, in report: inout LossReport) {
    var parts: [String] = []
    for element in abstract.elements {
      guard element.name == "AbstractText" else {
        draft.keep(element, in: &report)
        continue
      }
      let text = element.flatText
      guard !text.isEmpty else { continue }
      let label = element.attribute("Label") ?? ""
      parts.append(label.isEmpty || label == "UNLABELLED" ? text : "\(label): \(text)")
    }
    draft.put(parts.joined(separator: " "), as: .abstract, name: "Abstract", line: abstract.line, in: &report)
  }

  /// Numbers of registers of trials and of databases of sequences.
  private mutating func takeDataBanks(_ list: XMLElement, in report: inout LossReport) {
    for bank in list.elements {
      let isRegister = bank.first("DataBankName")?.flatText == "ClinicalTrials.gov"
      guard isRegister, let numbers = bank.first("AccessionNumberList") else {
        draft.keep(bank, in: &report)
        continue
      }
      for number in numbers.elements { draft.put(number, as: .identifier(.trial), in: &report) }
    }
  }

  // MARK: Books

  private mutating func takeBook(_ book: XMLElement, in report: inout LossReport) {
    let isWhole = draft.record.reference.type == .book
    for element in book.elements {
      switch element.name {
      case "BookTitle": draft.put(element, as: isWhole ? .title : .container, in: &report)
      case "Publisher":
        for part in element.elements {
          switch part.name {
          case "PublisherName": draft.put(part, as: .publisher, in: &report)
          case "PublisherLocation": draft.put(part, as: .place, in: &report)
          default: draft.keep(part, in: &report)
          }
        }
      case "PubDate": takeDate(element, in: &report)
      case "AuthorList": takePeople(element, in: &report)
      case "Isbn": draft.put(element, as: .serial, in: &report)
      case "Edition": draft.put(element, as: .edition, in: &report)
      case "Volume": draft.put(element, as: .volume, in: &report)
      case "CollectionTitle": draft.put(element, as: .other(.collection), in: &report)
      case "ELocationID": takeLocation(element, in: &report)
      default: draft.keep(element, name: "Book/\(element.name)", in: &report)
      }
    }
  }
}

extension String {
  /// Whether a text of two pages, such as "811-28", shortens a last page, such as "828".
  fileprivate func isShortened(to last: String) -> Bool {
    guard let hyphen = lastIndex(of: "-") else { return false }
    let end = self[index(after: hyphen)...]
    return !end.isEmpty && last.hasSuffix(end)
  }
}
