import Bibliography

/// RIS, as its description of 2011 has it and as databases and programs write it.
struct RISDialect: TagDialect {
  private static let type = TaggedLine.code("TY")
  private static let end = TaggedLine.code("ER")
  /// Fields whose text may hold a line that looks like a tag.
  private static let texts: Set<UInt32> = [
    TaggedLine.code("AB"), TaggedLine.code("N2"), TaggedLine.code("N1"), TaggedLine.code("TI"),
    TaggedLine.code("T1"),
  ]

  var missingEnd: String? { "the line ER is missing" }

  func tag(_ line: Span<UInt8>) -> TaggedLine.Tag? { TaggedLine.ris(line) }

  func role(of tag: TaggedLine.Tag, in state: TagState) -> TagRole {
    // In a record written as the format wants, a text may have "AD - so" at the start of one of its lines.
    if state.isOpen, state.isStrict, !tag.isStrict, Self.texts.contains(state.lastCode) {
      if tag.code != Self.end || tag.length > 4 { return .text }
    }
    if tag.code == Self.type {
      return state.isOpen && !state.hasBegun && !state.isAfterBlank ? .field : .begins
    }
    if tag.code == Self.end { return .ends }
    return .field
  }

  /// Ovid gives links behind the end of the record that they belong to, under tags of its own.
  func isTrailing(_ tag: TaggedLine.Tag, in state: TagState) -> Bool {
    (!state.isAfterBlank || state.hasTrailing) && Self.meanings[TaggedLine.name(tag.code)] == nil
  }

  func meaning(of name: String) -> FieldMeaning? { Self.meanings[name] }

  /// The meanings of tags; a tag that isn't here is kept raw.
  static let meanings: [String: FieldMeaning] = [
    "TY": .type, "ID": .key, "TI": .title, "T1": .title, "CT": .title, "AU": .author, "A1": .author,
    "ED": .editor, "A2": .editor, "PY": .year, "Y1": .year, "DA": .date, "T2": .container, "JF": .container,
    "JA": .containerShort, "J1": .containerShort, "J2": .containerShort, "T3": .other(.collection),
    "VL": .volume, "IS": .issue, "CP": .issue, "SP": .firstPage, "EP": .lastPage, "ET": .edition,
    "PB": .publisher, "CY": .place, "PP": .place, "DO": .doi, "UR": .url, "AB": .abstract, "N2": .abstract,
    "KW": .keyword, "SN": .serial, "N1": .note, "LA": .other(.language), "DB": .other(.source),
    "ST": .other(.shortTitle), "CN": .other(.callNumber), "RI": .other(.reviewed), "SE": .other(.section),
    "NV": .other(.volumes), "C7": .other(.number),
    // These hang on what stands in them.
    "M1": .other(.number), "M3": .other(.genre), "L3": .url, "L2": .url, "AN": .identifier(.accession),
    "C2": .identifier(.pmcid), "C5": .identifier(.pmid), "U2": .identifier(.embase), "JO": .container,
    // Cochrane's.
    "SO": .container, "YR": .year, "NO": .issue, "PG": .pages, "US": .url, "XR": .identifier(.embase),
    "BT": .title, "A3": .editor, "A4": .editor,
  ]

  func take(_ field: TagField, as meaning: FieldMeaning?, _ draft: inout TagDraft) -> Bool {
    switch meaning {
    case .title?, .volume?, .abstract?, .firstPage?, .lastPage?: break
    default: if let taken = takeByTag(field, &draft) { return taken }
    }
    return takeGenerally(field, as: meaning, &draft)
  }

  /// Takes a field whose tag programs use for different things; `nil` for one that has its meaning always.
  private func takeByTag(_ field: TagField, _ draft: inout TagDraft) -> Bool? {
    switch field.code {
    case Self.type: return takeType(field, &draft)
    case TaggedLine.code("BT"):
      guard draft.draft.bookTitle == nil else { return false }
      draft.draft.bookTitle = field.text
      return true
    case TaggedLine.code("JO"), TaggedLine.code("SO"):
      // Ovid's line of where the work stands: "BMJ. 366:l4000, 2019 Jul 10".
      if Self.isPlace(field.value) { return false }
      guard draft.draft.containerOfEitherKind == nil else {
        return draft.draft.containerOfEitherKind == field.text
      }
      draft.draft.containerOfEitherKind = field.text
      return true
    case TaggedLine.code("A2"), TaggedLine.code("ED"):
      // Ovid puts the names of all works cited here, in one line.
      return field.value.count(where: { $0 == 0x2C }) > 2 && !field.value.contains(0x3B) ? false : nil
    case TaggedLine.code("A3"): return draft.draft.takeName(field.text, as: "collection-editor")
    case TaggedLine.code("A4"): return draft.draft.takeName(field.text, as: "translator")
    case TaggedLine.code("KW"): return takeKeywords(field, &draft)
    case TaggedLine.code("DO"), TaggedLine.code("L3"), TaggedLine.code("L2"), TaggedLine.code("M3"),
      TaggedLine.code("ET"), TaggedLine.code("M1"):
      return takeByContent(field, &draft)
    case TaggedLine.code("AN"), TaggedLine.code("C2"), TaggedLine.code("C5"), TaggedLine.code("U2"),
      TaggedLine.code("XR"):
      return takeNumber(field, &draft)
    default: return nil
    }
  }

  /// Whether a colon or a semicolon stands behind a number or its bracket, as no journal's name has it.
  private static func isPlace(_ value: ArraySlice<UInt8>) -> Bool {
    value.indices.dropFirst().contains { index in
      (value[index] == 0x3A || value[index] == 0x3B)
        && (TaggedLine.isDigit(value[index - 1]) || value[index - 1] == UInt8(ascii: ")"))
    }
  }

  private func takeType(_ field: TagField, _ draft: inout TagDraft) -> Bool {
    let word = field.text
    guard let type = ReferenceType(ris: word) else {
      draft.repairs.append(
        ("the type “\(PlainWords.clipped(word))” is none of RIS, taken as a document", field.line))
      return false
    }
    draft.draft.record.reference.type = type
    // A word for a narrower kind is kept beside the type that it is taken for.
    return type.risWord.word == word.uppercased() || type.risWord.word == word
  }

  /// A keyword, or several that a semicolon parts.
  private func takeKeywords(_ field: TagField, _ draft: inout TagDraft) -> Bool {
    guard field.isOfLines || field.value.contains(0x3B) else { return draft.draft.takeKeyword(field.text) }
    for line in field.isOfLines ? field.lines : [field.text] {
      if line.utf8.contains(0x3B) {
        _ = draft.draft.takeKeywords(line)
      } else {
        _ = draft.draft.takeKeyword(line)
      }
    }
    return true
  }

  private func takeByContent(_ field: TagField, _ draft: inout TagDraft) -> Bool {
    let text = field.text
    switch field.code {
    case TaggedLine.code("DO"): return draft.draft.takeDOI(text)
    case TaggedLine.code("ET"):
      // PubMed's records in EndNote have the day of the first appearance here.
      if let date = DateText(text), date.year != nil, date.day != nil { return false }
      return draft.draft.take(.edition, text)
    case TaggedLine.code("M1"):
      // Embase has addresses here.
      return text.utf8.count <= 40 && draft.draft.take(.other(.number), text)
    case TaggedLine.code("M3"):
      return RecordDraft.doi(in: text) == nil
        ? draft.draft.take(.other(.genre), text) : draft.draft.takeDOI(text)
    default:
      // A link that is a DOI; any other is one of many, and kept as it is.
      return ByteScan.holds(text, "10.") && ByteScan.holds(text, "doi") && draft.draft.takeDOI(text)
    }
  }

  private func takeNumber(_ field: TagField, _ draft: inout TagDraft) -> Bool {
    let text = field.text
    let isNumber = (1...8).contains(text.utf8.count) && text.utf8.allSatisfy(TaggedLine.isDigit)
    switch field.code {
    case TaggedLine.code("AN"):
      draft.waiting.append(("AN", text, field.line))
      return true
    case TaggedLine.code("C2"):
      if text.uppercased().hasPrefix("PMC") { return draft.draft.take(.identifier(.pmcid), text) }
      return isNumber && draft.draft.take(.identifier(.pmid), text)
    case TaggedLine.code("XR"):
      // "PUBMED 29459515", "EMBASE 616123456".
      let words = text.split(separator: " ")
      guard words.count == 2, words[1].utf8.allSatisfy(TaggedLine.isDigit) else { return false }
      if words[0] == "PUBMED" { return draft.draft.take(.identifier(.pmid), String(words[1])) }
      return words[0] == "EMBASE" && draft.draft.take(.identifier(.embase), "L\(words[1])")
    case TaggedLine.code("C5"):
      return isNumber && text.utf8.count > 5 && draft.draft.take(.identifier(.pmid), text)
    default:
      let isEmbase =
        text.utf8.count > 5 && text.hasPrefix("L") && text.utf8.dropFirst().allSatisfy(TaggedLine.isDigit)
      return isEmbase && draft.draft.take(.identifier(.embase), text)
    }
  }

  func finish(_ draft: inout TagDraft) {
    finishNumbers(&draft)
    // EndNote and Mendeley give the issue of a journal here.
    guard draft.draft.record.reference.issue == nil, draft.draft.record.reference.type == .articleJournal,
      let place = draft.draft.record.reference.otherFields.firstIndex(where: { $0.name == "number" }),
      case .string(let number) = draft.draft.record.reference.otherFields[place].value, Self.isIssue(number)
    else { return }
    draft.draft.record.reference.otherFields.remove(at: place)
    draft.draft.record.reference.issue = number
  }

  /// "3", "3-4", "Suppl 1": an article's number is longer.
  private static func isIssue(_ text: String) -> Bool {
    text.utf8.count <= 4 && text.utf8.allSatisfy { TaggedLine.isDigit($0) || $0 == 0x2D || $0 == 0x2F }
      || text.lowercased().hasPrefix("suppl") && text.utf8.count < 16
  }

  /// The database says whose an accession number is; digits alone, where none is named or PubMed is, are PubMed's.
  private func finishNumbers(_ draft: inout TagDraft) {
    guard !draft.waiting.isEmpty else { return }
    // No other field of RIS waits.
    let numbers = exchange(&draft.waiting, with: [])
    let source = draft.draft.record.reference.otherText("source")?.lowercased() ?? ""
    let isPubMed =
      source.isEmpty || source.contains("medline") || source.contains("pubmed") || source.contains("nlm")
    for number in numbers {
      let isDigits =
        (4...8).contains(number.value.utf8.count) && number.value.utf8.allSatisfy(TaggedLine.isDigit)
      let kind: RecordIdentifier.Kind =
        number.value.hasPrefix("WOS:") ? .webOfScience : isPubMed && isDigits ? .pmid : .accession
      _ = draft.draft.take(.identifier(kind), number.value)
    }
  }
}
