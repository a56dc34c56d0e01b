extension ReferenceList {
  /// The references as RIS: a record each, lines that end in CR and LF, UTF-8.
  ///
  /// The tags are those of the format's description of 2011, one value a line. What RIS has no place for, or would give
  /// back otherwise, stands in a note (`N1`) that begins with `CSL: `, as a JSON object of fields of CSL; each of its
  /// fields replaces what the tags say. A name without a comma is a body's; a person with a family name alone ends in a
  /// comma.
  ///
  /// - Parameter keywords: further keywords (`KW`) of references.
  public func ris(keywords: [Reference.ID: [String]] = [:]) -> String {
    references.map { RISRecord($0, keywords: keywords[$0.id] ?? []).text }.joined(separator: "\r\n")
  }
}

/// One record of RIS while it is written.
package struct RISRecord {
  private let reference: Reference
  /// The lines without the one that ends the record.
  package private(set) var lines: [String] = []
  private var note = HeldByNote()

  /// The lines of a reference.
  ///
  /// - Parameter isCarried: whether what RIS has no place for is put into a note.
  package init(_ reference: Reference, keywords: [String], isCarried: Bool = true) {
    self.reference = reference
    let type = reference.type.ris
    add("TY", type.word)
    if !type.isExact { note.keep("type", of: reference) }
    add("ID", reference.id, for: "id")
    add(reference.authors, as: "AU", for: "author")
    add(reference.editors, as: reference.type.isPartOfAnother ? "A2" : "ED", for: "editor")
    addDate()
    addTexts()
    addPages()
    addOthers()
    add(keywords: keywords)
    addNotes(isCarried: isCarried)
  }

  /// The record, ending in a line end.
  var text: String { (lines + ["ER  - "]).joined(separator: "\r\n") + "\r\n" }

  private mutating func add(_ tag: String, _ value: String) { lines.append("\(tag)  - \(value)") }

  /// Writes a text under a tag; where that doesn't hold it whole, the note does.
  private mutating func add(_ tag: String, _ text: String?, for field: String) {
    guard let text else { return }
    let line = LineText(text)
    if !line.written.isEmpty { add(tag, line.written) }
    if !line.isWhole { note.keep(field, of: reference) }
  }

  private mutating func addTexts() {
    add("TI", reference.title, for: "title")
    add("T2", reference.containerTitle, for: "container-title")
    add("VL", reference.volume, for: "volume")
    add("IS", reference.issue, for: "issue")
    add("ET", reference.edition, for: "edition")
    add("PB", reference.publisher, for: "publisher")
    add("CY", reference.publisherPlace, for: "publisher-place")
    if let doi = reference.doi {
      let bare = Reference.bareDOI(doi) ?? doi
      add("DO", bare, for: "DOI")
      if bare != doi { note.keep("DOI", of: reference) }
    }
    add("UR", reference.url, for: "URL")
  }

  private mutating func addDate() {
    if let date = reference.issued, (1000...9999).contains(date.year) {
      add("PY", String(date.year))
      if let month = date.month {
        let parts = [String(date.year), Self.twoDigits(month), date.day.map(Self.twoDigits) ?? "", ""]
        add("DA", parts.joined(separator: "/"))
      }
    } else if reference.issued != nil {
      note.keep("issued", of: reference)
    }
    if reference.issuedUntil != nil || !reference.issuedDetails.isEmpty { note.keep("issued", of: reference) }
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private mutating func addPages() {
    guard let ends = reference.pageEnds else {
      note.keep("page", of: reference)
      return
    }
    add("SP", ends.first)
    if let last = ends.last { add("EP", last) }
    if !ends.isExact { note.keep("page", of: reference) }
  }

  // MARK: Names

  private mutating func add(_ names: [Name], as tag: String, for field: String) {
    for name in names {
      let (text, isExact) = Self.written(name)
      if !text.isEmpty { add(tag, text) }
      if !isExact { note.keep(field, of: reference) }
    }
  }

  /// A name as RIS has it, "Family, Given, Suffix" or a whole name, and whether it can be had back from that.
  private static func written(_ name: Name) -> (text: String, isExact: Bool) {
    if let literal = name.literal {
      let line = LineText(literal)
      let hasMore = name != Name(literal: literal)
      return (line.written, line.isWhole && !hasMore && !literal.contains(","))
    }
    let family = [name.nonDroppingParticle, name.family].compactMap { $0 }.joined(separator: " ")
    let given = [name.given, name.droppingParticle].compactMap { $0 }.joined(separator: " ")
    var parts = [LineText(family).written, LineText(given).written]
    if let suffix = name.suffix { parts.append(LineText(suffix).written) }
    let told = [name.family, name.given, name.suffix].compactMap { $0 }
    let isExact =
      name.family != nil && name.nonDroppingParticle == nil && name.droppingParticle == nil
      && name.otherFields.isEmpty && told.allSatisfy { LineText($0).isWhole && !$0.contains(",") }
    // A family name alone keeps its comma: without it, it would be a body's.
    return (parts == ["", ""] ? "" : String(LineText(parts.joined(separator: ", ")).written), isExact)
  }

  // MARK: What this type has no property for

  /// The tags that hold a text of another field as it is.
  private static let tags = [
    ("abstract", "AB"), ("language", "LA"), ("collection-title", "T3"), ("title-short", "ST"),
    ("container-title-short", "J2"), ("genre", "M3"), ("number", "M1"), ("call-number", "CN"),
    ("source", "DB"),
    ("reviewed-title", "RI"), ("section", "SE"), ("number-of-volumes", "NV"), ("PMID", "AN"), ("PMCID", "C2"),
  ]

  private mutating func addOthers() {
    for field in reference.otherFields where field.name != "keyword" {
      let tag = Self.tags.first { $0.0 == field.name }?.1 ?? serialTag(field)
      guard let tag, case .string(let text) = field.value else {
        if let tag, let text = reference.otherText(field.name) { add(tag, LineText(text).written) }
        note.keep(field.name, field.value)
        continue
      }
      add(tag, text, for: field.name)
    }
  }

  /// `SN` is for the number of a serial or of a book: told apart by its form, so only where there is one of the two.
  private mutating func serialTag(_ field: JSONField) -> String? {
    guard field.name == "ISSN" || field.name == "ISBN", case .string(let text) = field.value,
      reference.otherField("ISSN") == nil || reference.otherField("ISBN") == nil
    else { return nil }
    let isSerial = text.wholeMatch(of: #/[0-9]{4}-[0-9]{3}[0-9X]/#) != nil
    return isSerial == (field.name == "ISSN") ? "SN" : nil
  }

  private mutating func add(keywords: [String]) {
    var all = keywords
    if let field = reference.otherFields.first(where: { $0.name == "keyword" }) {
      let own = (reference.otherText("keyword") ?? "").split(separator: ",").map {
        LineText(String($0)).written
      }
      all = own.filter { !$0.isEmpty } + keywords
      if all.isEmpty || !keywords.isEmpty || field.value != .string(own.joined(separator: ", ")) {
        note.keep("keyword", field.value)
      }
    }
    for keyword in all.map({ LineText($0).written }) where !keyword.isEmpty { add("KW", keyword) }
  }

  private mutating func addNotes(isCarried: Bool) {
    if let text = reference.note, !LineText(text).written.hasPrefix(HeldByNote.opening.trimmed) {
      add("N1", text, for: "note")
    } else {
      note.keep("note", of: reference)
    }
    if isCarried, let line = note.line { add("N1", line) }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String { String(self[...].trimmed) }
}
