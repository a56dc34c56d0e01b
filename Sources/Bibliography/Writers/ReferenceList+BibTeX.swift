extension ReferenceList {
  /// The references as BibTeX: an entry each, in UTF-8, under the keys of ``citationKeys``.
  ///
  /// Types of entries and fields are those of BibTeX's manual, and the further fields that biblatex and reference
  /// managers share (`doi`, `url`, `abstract`, `keywords`, `issn`, …). Texts are escaped for TeX; `doi` and `url` are
  /// not, since styles take them as they are. What BibTeX has no place for, or would give back otherwise, stands in the
  /// field `annote`, which the standard styles don't print: `CSL: ` and a JSON object of fields of CSL, each of which
  /// replaces what the other fields say.
  ///
  /// - Parameter keywords: further keywords of references.
  public func bibtex(keywords: [Reference.ID: [String]] = [:]) -> String {
    let keys = citationKeys
    return references.map { reference in
      BibTeXEntry(reference, key: keys[reference.id] ?? reference.id, keywords: keywords[reference.id] ?? [])
        .text
    }.joined(separator: "\n")
  }
}

/// One entry of BibTeX while it is written.
package struct BibTeXEntry {
  private let reference: Reference
  private let key: String
  private let word: String
  private var lines: [String] = []
  private var note = HeldByNote()

  /// The entry of a reference.
  ///
  /// - Parameters:
  ///   - isCarried: whether what BibTeX has no place for is said in the field `annote`; else somebody else sees to it.
  ///   - word: the word of its type, where another one than that of the reference's type is wanted.
  package init(
    _ reference: Reference, key: String, keywords: [String], isCarried: Bool = true, word: String? = nil
  ) {
    self.reference = reference
    self.key = key
    self.word = word ?? reference.type.bibtex.word
    if !reference.type.bibtex.isExact { note.keep("type", of: reference) }
    if ReferenceList.id(inKey: key).map({ Array($0.utf8) }) != Array(reference.id.utf8) {
      note.keep("id", of: reference)
    }
    add(reference.authors, as: "author", isIncomplete: reference.authorsAreIncomplete)
    add(reference.editors, as: "editor", isIncomplete: false)
    addTexts()
    addDate()
    addPages()
    addAddresses()
    addOthers()
    add(keywords: keywords)
    add("note", reference.note, for: "note")
    if isCarried, let line = note.line { addCarrier(line) }
  }

  /// Adds a field of one text to those that the reference has.
  package mutating func add(_ field: String, text: String) {
    let line = LineText(text).written
    if !line.isEmpty { put(field, TeXText.escaped(line)) }
  }

  /// Adds a field as it is, TeX and all, where its braces pair up and the entry doesn't have it yet; else nothing.
  package mutating func add(_ field: String, verbatim text: String) {
    let opening = "\(field) = "
    guard TeXText.pairUp(text), !lines.contains(where: { $0.hasPrefix(opening) }) else { return }
    put(field, text)
  }

  /// Adds what BibTeX has no place for.
  package mutating func addCarrier(_ line: String) {
    put("annote", TeXText.escaped(line, keepingBraces: true))
  }

  /// The entry, ending in a line end.
  package var text: String {
    "@\(word){\(key),\n" + lines.map { "  \($0),\n" }.joined() + "}\n"
  }

  private mutating func put(_ field: String, _ value: String) { lines.append("\(field) = {\(value)}") }

  /// Writes a text; where its field doesn't hold it whole, the note does.
  private mutating func add(_ field: String, _ text: String?, for name: String) {
    guard let text else { return }
    let line = LineText(text)
    if !line.written.isEmpty {
      put(field, name == "title" ? TeXText.title(line.written) : TeXText.escaped(line.written))
    }
    if !Self.isKept(text) { note.keep(name, of: reference) }
  }

  /// Whether BibTeX gives a text back: it makes one space of two.
  static func isKept(_ text: String) -> Bool { LineText(text).isWhole && !text.contains("  ") }

  private mutating func addTexts() {
    add("title", reference.title, for: "title")
    let container =
      switch word {
      case "article": "journal"
      case "misc", "booklet": "howpublished"
      default: "booktitle"
      }
    add(container, reference.containerTitle, for: "container-title")
    add("volume", reference.volume, for: "volume")
    // The number of a report is its own, and no issue's.
    if word == "techreport" {
      note.keep("issue", of: reference)
    } else {
      add("number", reference.issue, for: "issue")
    }
    add("edition", reference.edition, for: "edition")
    let house =
      switch word {
      case "techreport": "institution"
      case "phdthesis": "school"
      default: "publisher"
      }
    add(house, reference.publisher, for: "publisher")
    add("address", reference.publisherPlace, for: "publisher-place")
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private mutating func addDate() {
    let dates = [reference.issued, reference.issuedUntil].compactMap { $0 }
    let isWritten = dates.allSatisfy { (1000...9999).contains($0.year) }
    if let date = reference.issued, isWritten {
      put("year", String(date.year))
      if let month = date.month { lines.append("month = \(Self.months[month - 1])") }
      // BibTeX has no day and no end; biblatex has both in one field.
      if date.day != nil || dates.count > 1 {
        put("date", dates.map(\.description).joined(separator: "/"))
      }
    }
    if !isWritten || !reference.issuedDetails.isEmpty { note.keep("issued", of: reference) }
  }

  private mutating func addPages() {
    guard let ends = reference.pageEnds else {
      note.keep("page", of: reference)
      return
    }
    put(
      "pages", [ends.first, ends.last].compactMap { $0 }.map { TeXText.escaped($0) }.joined(separator: "--"))
    if !ends.isExact || !Self.isKept(ends.first) { note.keep("page", of: reference) }
  }

  /// Braces and backslashes would end the field or be taken for commands.
  private mutating func addAddresses() {
    func isSafe(_ text: String) -> Bool { !text.contains { "{}\\".contains($0) } && LineText(text).isWhole }
    if let doi = reference.doi {
      let bare = Reference.bareDOI(doi) ?? doi
      put("doi", isSafe(bare) ? bare : TeXText.escaped(LineText(bare).written))
      if bare != doi || !isSafe(bare) { note.keep("DOI", of: reference) }
    }
    if let url = reference.url {
      let safe = LineText(url).written.map { character in
        switch character {
        case "{": "%7B"
        case "}": "%7D"
        case "\\": "%5C"
        default: String(character)
        }
      }
      put("url", safe.joined())
      if !isSafe(url) { note.keep("URL", of: reference) }
    }
  }

  // MARK: Names

  private mutating func add(_ names: [Name], as field: String, isIncomplete: Bool) {
    let written = names.map(BibTeXName.init)
    var texts = written.map(\.text).filter { !$0.isEmpty }
    if isIncomplete, !texts.isEmpty { texts.append("others") }
    if !texts.isEmpty { put(field, texts.joined(separator: " and ")) }
    if written.contains(where: { !$0.isExact }) { note.keep(field, of: reference) }
  }

  // MARK: What this type has no property for

  private static let fields = [
    ("abstract", "abstract"), ("language", "language"), ("collection-title", "series"),
    ("title-short", "shorttitle"), ("container-title-short", "shortjournal"), ("genre", "type"),
    ("number-of-pages", "pagetotal"), ("ISSN", "issn"), ("ISBN", "isbn"), ("PMID", "pmid"),
    ("PMCID", "pmcid"),
  ]

  private mutating func addOthers() {
    for field in reference.otherFields where field.name != "keyword" {
      let isNumberOfReport = field.name == "number" && word == "techreport"
      let place = isNumberOfReport ? "number" : Self.fields.first { $0.0 == field.name }?.1
      if let place, let text = reference.otherText(field.name) { add(place, text, for: field.name) }
      if place == nil || !field.value.isText { note.keep(field.name, field.value) }
    }
  }

  private mutating func add(keywords: [String]) {
    let own = reference.otherFields.first { $0.name == "keyword" }
    let text = own.flatMap { _ in reference.otherText("keyword") }
    let further = keywords.map { $0.replacing(",", with: ";") }
    let all = ([text].compactMap { $0 } + further).map { LineText($0).written }.filter { !$0.isEmpty }
    if !all.isEmpty { put("keywords", TeXText.escaped(all.joined(separator: ", "))) }
    if let own, !own.value.isText || !keywords.isEmpty || !Self.isKept(text ?? "") {
      note.keep("keyword", own.value)
    }
  }
}

extension JSONValue {
  fileprivate var isText: Bool {
    if case .string = self { true } else { false }
  }
}
