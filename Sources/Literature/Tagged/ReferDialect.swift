import Bibliography

/// Refer, as EndNote and others write it in files called `.enw`.
struct ReferDialect: TagDialect {
  private static let type = TaggedLine.code("%0")

  func tag(_ line: Span<UInt8>) -> TaggedLine.Tag? { TaggedLine.refer(line) }

  func role(of tag: TaggedLine.Tag, in state: TagState) -> TagRole {
    if tag.code == Self.type {
      return state.mayBeginLate ? .lateBeginning : .begins
    }
    // Without types, a blank line parts records.
    return state.isOpen && !state.hasBegun && state.isAfterBlank ? .begins : .field
  }

  func meaning(of name: String) -> FieldMeaning? { Self.meanings[name] }

  /// The meanings of tags; a tag that isn't here is kept raw.
  static let meanings: [String: FieldMeaning] = [
    "%0": .type, "%A": .author, "%B": .container, "%C": .place, "%D": .year, "%E": .editor, "%F": .key,
    "%G": .other(.language), "%I": .publisher, "%J": .container, "%K": .keyword, "%L": .other(.callNumber),
    "%M": .identifier(.accession), "%N": .issue, "%P": .pages, "%R": .doi, "%S": .other(.collection),
    "%T": .title,
    "%U": .url, "%V": .volume, "%X": .abstract, "%Z": .note, "%7": .edition, "%8": .date,
    "%9": .other(.genre),
    "%@": .serial, "%~": .other(.source), "%6": .other(.volumes), "%!": .other(.shortTitle), "%O": .note,
    "%&": .other(.section), "%H": .editor, "%Y": .editor, "%?": .editor,
  ]

  func take(_ field: TagField, as meaning: FieldMeaning?, _ draft: inout TagDraft) -> Bool {
    let text = field.text
    switch field.code {
    case Self.type:
      guard let type = ReferenceType(word: text) else { return false }
      draft.draft.record.reference.type = type
      draft.hasType = true
      return type.isSaid(by: text)
    case TaggedLine.code("%K"):
      for line in field.isOfLines ? field.lines : [text] {
        if line.contains(";") || line.contains(",") {
          _ = draft.draft.takeKeywords(line)
        } else {
          _ = draft.draft.takeKeyword(line)
        }
      }
      return true
    case TaggedLine.code("%H"): return draft.draft.takeName(text, as: "translator")
    case TaggedLine.code("%Y"): return draft.draft.takeName(text, as: "collection-editor")
    case TaggedLine.code("%?"): return false
    case TaggedLine.code("%M"):
      let isNumber = (6...8).contains(text.utf8.count) && text.utf8.allSatisfy(TaggedLine.isDigit)
      let kind: RecordIdentifier.Kind = text.hasPrefix("WOS:") ? .webOfScience : isNumber ? .pmid : .accession
      return draft.draft.take(.identifier(kind), text)
    case TaggedLine.code("%A"), TaggedLine.code("%E"):
      // Refer's own order is "Given Family".
      let parts = text.contains(";") ? text.split(separator: ";").map(\.trimmed) : [text]
      let names = parts.map { NameText.name($0, isPerson: true) }
      if field.code == TaggedLine.code("%A") { draft.draft.record.reference.authors += names; return true }
      return draft.draft.take(editors: names)
    default: return takeGenerally(field, as: meaning, &draft)
    }
  }

  func finish(_ draft: inout TagDraft) {
    if !draft.hasType, draft.draft.record.reference.containerTitle != nil {
      draft.draft.record.reference.type = .articleJournal
    }
  }
}
