/// What is made of two records' evidence.
enum PairVerdict: Sendable, Equatable {
  /// One work, beyond what a slip of a database can explain.
  case sure
  /// Perhaps one work; a person says.
  case doubtful
  /// Two works.
  case different
}

extension PairEvidence {
  /// The verdict, by rules that ask for agreement on *what* the work is (title, authors) and on *where* it stands
  /// (journal, volume, pages, year), and forgive one slip where the rest is whole.
  var verdict: PairVerdict {
    if isSure { return .sure }
    return isDoubtful ? .doubtful : .different
  }

  /// Whether the two can't be one work, so that no chain of others may bring them together.
  var contradicts: Bool {
    if verdict == .sure { return false }
    switch title {
    case .different, .partsDiffer, .kindsDiffer: return true
    default: break
    }
    return contradictions >= 2 || journal == .different || names == .different && !standsUnderOneTitle
      || number == .different
  }

  /// How strong the link is, to join the strongest first.
  var strength: Int {
    var points = 0
    switch title {
    case .same: points += 40
    case .near: points += 30
    case .extended: points += 20
    default: points += 5
    }
    points += names == .same ? 10 : names == .overlapping ? 6 : 0
    points += journal == .same ? 6 : journal == .compatible ? 5 : 0
    points +=
      [volume == .same, issue == .same, year == .same, doi == .same, number == .same].count { $0 } * 4
    points += pages == .same ? 8 : pages == .touching ? 4 : 0
    return points - 8 * contradictions
  }

  private var isSure: Bool {
    if title == .kindsDiffer || number == .different && !standsAtOnePlace { return false }
    if typesDiffer && !journal.agrees && !isOneThesis { return false }
    if journal == .missing && agreesWithoutJournal { return true }
    return hasOneIdentifier || isUpdate || isThesis || agreesThroughout || standsAlike || standsUnderOneTitle
      || hasOneSlip || isSurelyPlaced
  }

  /// One DOI or one database's number, and nothing of weight against it. Abstracts of a meeting can share a DOI, so the title
  /// must fit.
  private var hasOneIdentifier: Bool {
    guard doi == .same || number == .same, names != .different else { return false }
    return (title.agrees || title == .reworded && names == .same && !isGeneric || title == .missing)
      && contradictions <= (title == .same ? 1 : 0) && !(isGeneric && names == .missing && !standsAtOnePlace)
  }

  /// Later versions of one review replace it, in other years, issues and by other authors: under its title, or under its
  /// number.
  private var isUpdate: Bool {
    guard isUpdated, !isGeneric, names != .different, journal != .different else { return false }
    if doi == .same || pages == .same { return title.agrees || title == .reworded }
    return journal.agrees && (title == .same || title == .near) && pages != .different
  }

  /// A dissertation and its entry in a list of dissertations, by a person named in full.
  private var isThesis: Bool { isOneThesis && title == .same && !isGeneric && isOfOneTime }

  /// Title, authors and journal agree, and nothing of what both say of the place differs.
  private var agreesThroughout: Bool {
    guard title.agrees, !isGeneric, journal.agrees, contradictions == 0, !abstractDiffers else {
      return false
    }
    if isCut, pages != .same, pages != .touching { return false }
    let isPlaced = volume == .same || pages == .same || pages == .touching
    switch names {
    case .same, .overlapping:
      if title == .same { return isOfOneTime || isPlaced }
      return isPlaced && isOfOneTime
        || names == .same && year == .same && volume == .missing && pages == .missing
    case .missing:
      return standsAtOnePlace || isPlaced && year == .same && pages != .unclear && title != .extended
    case .weak: return standsAtOnePlace
    case .different: return false
    }
  }

  /// A title of many words in one journal and year, whose authors one record lacks.
  private var isLongTitleOfOneYear: Bool {
    title == .same && titleWords >= 6 && year == .same && pages != .unclear
  }

  /// Where a journal is missing, title, authors, year, and volume or pages must all agree.
  private var agreesWithoutJournal: Bool {
    title == .same && !isGeneric && names == .same && year == .same && contradictions == 0
      && (volume == .same || pages == .same && extent > 0)
      && doi != .different && !abstractDiffers && !isCut
  }

  /// Title and place agree, with at most one slip in the rest.
  private var standsAlike: Bool {
    let isAtOnePlace =
      standsAtOnePlace || pages == .same && extent > 0 && year == .same && volume != .different
    guard title.agrees, isAtOnePlace, names != .different, !isGeneric || isOneGenericPiece else {
      return false
    }
    switch journal {
    case .same, .compatible: return contradictions <= 1
    case .missing: return contradictions == 0 && (names == .same || names == .overlapping)
    case .different:
      return standsAtOnePlace && extent > 0 && isOfOneTime && contradictions == 0 && names == .same
    }
  }

  /// "News" in one place: what many pieces bear as a title must stand on the same pages of the same issue, since many
  /// journals count each issue's pages from 1.
  private var isOneGenericPiece: Bool {
    guard journal.agrees, standsAtOnePlace, contradictions == 0, issue != .different, doi != .different,
      names != .weak
    else { return false }
    let isCloser = issue == .same || doi == .same || extent > 0
    return isCloser && (year == .same || year == .near && extent > 0)
  }

  /// One title, and one range of pages in one volume of one journal: one article, whoever is named for it. A group's
  /// work is listed under the group, or under the one who signed for it.
  private var standsUnderOneTitle: Bool {
    title == .same && !isGeneric && journal != .different && standsAtOnePlace && extent > 0 && year == .same
      && contradictions == 0 && doi != .different && (journal.agrees || names != .different)
  }

  /// All agrees but one number: pages or issue.
  private var hasOneSlip: Bool {
    (title == .same || title == .near) && !isGeneric && names == .same && journal.agrees && volume == .same
      && isOfOneTime && contradictions == 1 && doi != .different && !abstractDiffers
  }

  /// One range of pages in one volume by the same authors is one article, whatever its title was made into: a
  /// translation, a number lost.
  private var isSurelyPlaced: Bool {
    guard journal.agrees, standsAtOnePlace, extent > 0, isOfOneTime, names == .same, contradictions == 0,
      doi != .different, title != .kindsDiffer, !isGeneric || issue != .different
    else { return false }
    return title == .reworded || title == .missing || title == .partsDiffer
      || extent >= 2 && sharedNames.shared > 1
  }

  private var abstractDiffers: Bool {
    if let abstract { abstract < 0.05 && !standsAtOnePlace } else { false }
  }

  private var isDoubtful: Bool {
    if doi == .same || number == .same { return true }
    let namesFit = names == .same || names == .overlapping
    switch title {
    case .same, .near, .extended:
      if isGeneric { return journal.agrees && volume == .same && contradictions == 0 && names != .different }
      if journal == .different { return namesFit && (year == .same || year == .near) }
      return names != .different && (namesFit || isOfOneTime)
    case .reworded:
      return namesFit && journal != .different && contradictions <= 1 && (volume == .same || pages == .same)
        || namesFit && (abstract ?? 0) > 0.6
    case .kindsDiffer, .partsDiffer:
      return namesFit && journal.agrees && standsAtOnePlace
    case .different, .missing:
      return namesFit && journal.agrees && standsAtOnePlace && contradictions == 0
    }
  }
}
