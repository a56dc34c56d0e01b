import Bibliography

/// What two records say of each other, in words.
struct EvidenceWords {
  private(set) var agreed: [String] = []
  private(set) var differed: [String] = []

  init(_ evidence: PairEvidence, _ first: Record, _ second: Record) {
    let (mine, theirs) = (first.reference, second.reference)
    addTitle(evidence.title)
    addNames(evidence)
    addJournal(evidence.journal, mine.containerTitle, theirs.containerTitle)
    add("year", evidence.year, mine.issued.map { String($0.year) }, theirs.issued.map { String($0.year) })
    add("volume", evidence.volume, mine.volume, theirs.volume)
    add("issue", evidence.issue, mine.issue, theirs.issue)
    addPages(evidence.pages, mine.page, theirs.page)
    add("DOI", evidence.doi, mine.doi, theirs.doi)
    add("database number", evidence.number, first.identifier(.pmid), second.identifier(.pmid))
    if let abstract = evidence.abstract {
      if abstract > 0.6 { agreed.append("abstract") } else if abstract < 0.1 { differed.append("abstract") }
    }
  }

  private mutating func addTitle(_ title: TitleAgreement) {
    switch title {
    case .same: agreed.append("title")
    case .near: agreed.append("title but for slips")
    case .extended: agreed.append("title, which one has longer")
    case .reworded: differed.append("title in part")
    case .different: differed.append("title")
    case .missing: differed.append("title, which is missing")
    case .partsDiffer: differed.append("numbers or parts in the title")
    case .kindsDiffer:
      differed.append("kind of piece: a notice, reply or comment bears the title of what it is about")
    }
  }

  private mutating func addNames(_ evidence: PairEvidence) {
    let count = "authors (\(evidence.sharedNames.shared) of \(evidence.sharedNames.of))"
    switch evidence.names {
    case .same, .overlapping: agreed.append(count)
    case .weak:
      differed.append("most authors (\(evidence.sharedNames.shared) of \(evidence.sharedNames.of) the same)")
    case .different: differed.append("authors")
    case .missing: break
    }
  }

  private mutating func addJournal(_ journal: JournalAgreement, _ first: String?, _ second: String?) {
    switch journal {
    case .same: agreed.append("journal")
    case .compatible: agreed.append("journal (\(Self.both(first, second)))")
    case .different: differed.append("journal (\(Self.both(first, second)))")
    case .missing: break
    }
  }

  private mutating func add(_ name: String, _ agreement: NumberAgreement, _ first: String?, _ second: String?)
  {
    switch agreement {
    case .same: agreed.append(name)
    case .near, .different: differed.append("\(name) (\(Self.both(first, second)))")
    case .missing: break
    }
  }

  private mutating func addPages(_ pages: PagesAgreement, _ first: String?, _ second: String?) {
    switch pages {
    case .same: agreed.append("pages")
    case .touching: agreed.append("pages in part (\(Self.both(first, second)))")
    case .unclear, .different, .apart: differed.append("pages (\(Self.both(first, second)))")
    case .missing: break
    }
  }

  private mutating func add(
    _ name: String, _ agreement: IdentifierAgreement, _ first: String?, _ second: String?
  ) {
    switch agreement {
    case .same: agreed.append(name)
    case .different: differed.append("\(name) (\(Self.both(first, second)))")
    case .missing: break
    }
  }

  /// What both say, short enough for a line.
  private static func both(_ first: String?, _ second: String?) -> String {
    [first, second].map { PlainWords.clipped($0 ?? "none") }.joined(separator: "; ")
  }
}
