extension Reference {
  /// The citation that stands in a sentence: "Dickinson and Glasby 2010", "Aunger et al. 2021", "NHS England 2019".
  ///
  /// Two names are given in full, of more the first. Without an author the editor stands there, then the title; without
  /// a year "n.d.".
  public var shortCitation: String {
    let names = (authors.isEmpty ? editors : authors).map(\.shortForm).filter { !$0.isEmpty }
    let who: String
    switch (names.first, names.count) {
    case (nil, _): who = title ?? containerTitle ?? id
    case (let first?, let count) where count > 2 || authorsAreIncomplete: who = "\(first) et al."
    case (let first?, 2): who = "\(first) and \(names[1])"
    case (let first?, _): who = first
    }
    return "\(who) \(issued.map { String($0.year) } ?? "n.d.")"
  }

  /// The whole citation as plain text, in the Vancouver manner of medical journals: authors, title, container, year,
  /// volume, issue, pages, and the address at which to find it.
  public var fullCitation: String {
    var sentences = [authorSentence, title].compactMap { $0 }
    switch type {
    case .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia: sentences += bookSentences
    default: sentences += containerTitle == nil ? imprintSentences : journalSentences
    }
    sentences += [doiURL ?? url].compactMap { $0 }
    return sentences.filter { !$0.isEmpty }.map(Self.closed).joined(separator: " ")
  }

  /// The address that the DOI resolves at, such as `https://doi.org/10.1136/bmj.m1932`.
  public var doiURL: String? {
    doi.flatMap(Self.bareDOI).map { "https://doi.org/" + Self.percentEncoded($0) }
  }

  // MARK: Parts of the full citation

  private var authorSentence: String? {
    let names = authors.isEmpty ? editors : authors
    guard !names.isEmpty else { return nil }
    var listed = names.map(\.listForm)
    if authorsAreIncomplete { listed.append("et al.") }
    return listed.joined(separator: ", ") + (authors.isEmpty ? ", editors" : "")
  }

  private var yearText: String? { issued.map { String($0.year) } }

  private var pagesText: String? {
    page.map { pageRange == nil ? $0 : $0.replacing("-", with: "–") }
  }

  /// "Public Manag Rev. 2010;12(6):811–828"
  private var journalSentences: [String] {
    let locator =
      (volume ?? "") + (issue.map { "(\($0))" } ?? "") + (pagesText.map { ":\($0)" } ?? "")
    let dated = [yearText, locator.isEmpty ? nil : locator].compactMap { $0 }.joined(separator: ";")
    return [containerTitle ?? "", imprint(year: nil), dated]
  }

  /// "In: Oxford handbook of public health", "3rd edition", "Oxford: Oxford University Press; 2013", "p. 526–538"
  private var bookSentences: [String] {
    [
      containerTitle.map { "In: \($0)" } ?? "", edition.map { "Edition \($0)" } ?? "",
      imprint(year: yearText),
      pagesText.map { "p. \($0)" } ?? "",
    ]
  }

  /// "London: Routledge; 2014", "26 pages"
  private var imprintSentences: [String] {
    [
      edition.map { "Edition \($0)" } ?? "", imprint(year: yearText), pagesText.map { "p. \($0)" } ?? "",
      numberOfPages.map { "\($0) pages" } ?? "",
    ]
  }

  private func imprint(year: String?) -> String {
    let house = [publisherPlace, publisher].compactMap { $0 }.joined(separator: ": ")
    return [house.isEmpty ? nil : house, year].compactMap { $0 }.joined(separator: "; ")
  }

  /// The sentence with a full stop, unless it closes itself or is an address, which a full stop would break.
  private static func closed(_ sentence: String) -> String {
    if sentence.hasPrefix("http") { return sentence }
    let bare = sentence.reversed().first { !"”’\"')".contains($0) }
    return bare.map { ".?!".contains($0) } ?? false ? sentence : sentence + "."
  }
}

extension Reference {
  /// The DOI without an address or "doi:" before it, or `nil` where it isn't one.
  package static func bareDOI(_ written: String) -> String? {
    var text = Substring(written).trimmed
    for opening in ["https://", "http://", "dx.", "doi.org/", "doi:"]
    where text.begins(withASCII: opening) {
      text = text.dropFirst(opening.count).trimmed
    }
    guard text.hasPrefix("10."), let slash = text.firstIndex(of: "/"),
      text.index(after: slash) < text.endIndex,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) || !text.contains(where: \.isWhitespace)
    else { return nil }
    return String(text)
  }

  /// Old DOIs hold `<`, `>` and `#`, which an address can't.
  private static func percentEncoded(_ doi: String) -> String {
    doi.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let character = Character(scalar)
      if scalar.isASCII, character.isLetter || character.isNumber || "-._~/:;()@!$*+,=".contains(character) {
        return String(character)
      }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
