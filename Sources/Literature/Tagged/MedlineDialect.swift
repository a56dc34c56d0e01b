import Bibliography

/// PubMed's own format (MEDLINE/PubMed data element descriptions), of files called `.nbib`.
struct MedlineDialect: TagDialect {
  private static let pmid = TaggedLine.code("PMID")

  func tag(_ line: Span<UInt8>) -> TaggedLine.Tag? { TaggedLine.medline(line) }

  func role(of tag: TaggedLine.Tag, in state: TagState) -> TagRole {
    if tag.code == Self.pmid {
      return state.mayBeginLate ? .lateBeginning : .begins
    }
    // A record without PubMed's number begins as the one before it did.
    return state.isOpen && !state.hasBegun && state.isAfterBlank && tag.code == state.firstCode
      ? .begins : .field
  }

  func meaning(of name: String) -> FieldMeaning? { Self.meanings[name] }

  /// The meanings of tags; a tag that isn't here is kept raw.
  static let meanings: [String: FieldMeaning] = [
    "PMID": .identifier(.pmid), "PMC": .identifier(.pmcid), "TI": .title, "BTI": .title,
    "TT": .other(.originalTitle),
    "FAU": .author, "AU": .author, "CN": .author, "FED": .editor, "ED": .editor, "DP": .date,
    "JT": .container,
    "TA": .containerShort, "VI": .volume, "IP": .issue, "PG": .pages, "EN": .edition, "PB": .publisher,
    "PL": .place, "AB": .abstract, "LA": .other(.language), "MH": .keyword, "OT": .keyword, "IS": .serial,
    "ISBN": .serial, "AID": .doi, "LID": .doi, "PT": .type, "GN": .note, "CTI": .other(.collection),
    "SI": .identifier(.trial),
  ]

  func take(_ field: TagField, as meaning: FieldMeaning?, _ draft: inout TagDraft) -> Bool {
    switch field.code {
    case Self.pmid:
      _ = draft.draft.take(.key, field.text)
      return draft.draft.take(.identifier(.pmid), field.text)
    case TaggedLine.code("FAU"):
      draft.fullNames.append(field.text)
      guard draft.draft.takeAuthor(field) else { return false }
      Self.splitSuffix(&draft.draft.record.reference.authors)
      return true
    case TaggedLine.code("AU"): return takeShortName(field, &draft)
    case TaggedLine.code("CN"):
      draft.draft.record.reference.authors.append(Name(literal: field.text))
      return true
    case TaggedLine.code("AID"), TaggedLine.code("LID"): return takeLocation(field.text, &draft)
    case TaggedLine.code("PT"): return takeType(field.text, &draft)
    case TaggedLine.code("BTI"):
      guard draft.draft.bookTitle == nil else { return false }
      draft.draft.bookTitle = field.text
      return true
    case TaggedLine.code("PG"): return takePages(field.text, &draft)
    case TaggedLine.code("DP"): return draft.draft.take(.year, field.text)
    case TaggedLine.code("ED"):
      // The short form of FED.
      return draft.draft.record.reference.editors.contains { Self.short($0) == field.text }
        || draft.draft.take(.editor, field.text)
    case TaggedLine.code("SI"):
      let text = field.text
      guard text.lowercased().hasPrefix("clinicaltrials.gov/") else { return false }
      return draft.draft.take(.identifier(.trial), String(text.dropFirst("clinicaltrials.gov/".utf8.count)))
    default: return takeGenerally(field, as: meaning, &draft)
    }
  }

  /// PubMed puts "Jr" behind the given names: "Smith, John A Jr".
  private static func splitSuffix(_ names: inout [Name]) {
    guard var name = names.last, name.suffix == nil, let given = name.given,
      let blank = given.lastIndex(of: " "), NameText.isSuffix(given[given.index(after: blank)...])
    else { return }
    name.suffix = String(given[given.index(after: blank)...])
    name.given = given[..<blank].trimmed
    names[names.count - 1] = name
  }

  /// `AU` repeats in short what the `FAU` before it says in full.
  private func takeShortName(_ field: TagField, _ draft: inout TagDraft) -> Bool {
    let text = field.text
    if draft.shortNames.count < draft.fullNames.count {
      draft.shortNames.append(text)
      let name = draft.draft.record.reference.authors.last
      return name.map { Self.isShort(text, of: $0) } ?? false
    }
    draft.fullNames.append(text)
    draft.shortNames.append(text)
    return draft.draft.takeAuthor(text)
  }

  /// Whether "Smith JA Jr" is the short form of a name.
  private static func isShort(_ text: String, of name: Name) -> Bool {
    guard let family = name.family else { return name.literal == text }
    return text.hasPrefix(family)
  }

  /// "Smith JA Jr" for "Smith, John A, Jr".
  static func short(_ name: Name) -> String {
    guard let family = name.family else { return name.literal ?? "" }
    let initials = (name.given ?? "").split { $0 == " " || $0 == "." || $0 == "-" }
      .compactMap { $0.first?.uppercased() }.joined()
    return [family, initials, name.suffix ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `10.1000/x [doi]`, `S0140-6736(20)30183-5 [pii]`.
  private func takeLocation(_ text: String, _ draft: inout TagDraft) -> Bool {
    if text.hasSuffix("[doi]") { return draft.draft.takeDOI(text) }
    if text.hasSuffix("[pii]") {
      return draft.draft.take(.identifier(.pii), String(text.dropLast("[pii]".utf8.count)).trimmed)
    }
    return false
  }

  /// The types that a work has: the first that says what kind it is decides, and all are kept.
  private func takeType(_ text: String, _ draft: inout TagDraft) -> Bool {
    guard let type = ReferenceType(word: text) else { return false }
    if !draft.hasType {
      draft.hasType = true
      draft.draft.record.reference.type = type
    }
    return draft.draft.record.reference.type == type && type.isSaid(by: text)
  }

  private func takePages(_ text: String, _ draft: inout TagDraft) -> Bool {
    // An article's number stands here as well: "e123", "1234".
    draft.draft.take(.pages, text)
  }

  func finish(_ draft: inout TagDraft) {
    if !draft.hasType, draft.draft.record.reference.containerTitle != nil {
      draft.draft.record.reference.type = .articleJournal
    }
  }
}
