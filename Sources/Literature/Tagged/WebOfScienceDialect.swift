import Bibliography

/// Web of Science's plain text, of files called `.ciw` or `.txt`.
struct WebOfScienceDialect: TagDialect {
  private static let type = TaggedLine.code("PT")
  private static let end = TaggedLine.code("ER")
  private static let outside: Set<UInt32> = [
    TaggedLine.code("FN"), TaggedLine.code("VR"), TaggedLine.code("EF"),
  ]

  var missingEnd: String? { "the line ER is missing" }

  func tag(_ line: Span<UInt8>) -> TaggedLine.Tag? { TaggedLine.webOfScience(line) }

  func role(of tag: TaggedLine.Tag, in state: TagState) -> TagRole {
    if Self.outside.contains(tag.code), !state.isOpen || state.isEnded { return .text }
    if tag.code == Self.type {
      return state.mayBeginLate ? .lateBeginning : .begins
    }
    return tag.code == Self.end ? .ends : .field
  }

  func meaning(of name: String) -> FieldMeaning? { WebOfScienceTags.meanings[name] }

  func take(_ field: TagField, as meaning: FieldMeaning?, _ draft: inout TagDraft) -> Bool {
    switch field.code {
    case TaggedLine.code("AU"), TaggedLine.code("AF"), TaggedLine.code("BA"):
      return takeNames(field, &draft)
    case TaggedLine.code("CA"):
      for line in field.lines.isEmpty ? [field.text] : field.lines {
        draft.draft.record.reference.authors.append(Name(literal: line))
      }
      return true
    case TaggedLine.code("BE"), TaggedLine.code("ED"):
      return draft.draft.take(editors: field.lines.map { NameText.name($0) })
    case TaggedLine.code("DE"), TaggedLine.code("ID"): return takeKeywords(field.text, &draft)
    case TaggedLine.code("PT"): return takeType(field, &draft)
    case TaggedLine.code("UT"):
      _ = draft.draft.take(.key, field.text)
      return draft.draft.take(.identifier(.webOfScience), field.text)
    case TaggedLine.code("DT"):
      if field.text.contains("Proceedings Paper"), draft.draft.record.reference.type == .articleJournal {
        // A paper of a conference that a journal printed: the journal decides.
        draft.draft.record.reference.type = .articleJournal
      }
      return takeGenerally(field, as: meaning, &draft)
    default: return takeGenerally(field, as: meaning, &draft)
    }
  }

  /// `AF` has the names in full that `AU` has in short.
  private func takeNames(_ field: TagField, _ draft: inout TagDraft) -> Bool {
    let lines = field.lines
    if field.code == TaggedLine.code("AF") {
      draft.fullNames = lines
    } else if draft.shortNames.isEmpty {
      draft.shortNames = lines
    } else {
      return false
    }
    return true
  }

  private func takeKeywords(_ text: String, _ draft: inout TagDraft) -> Bool {
    for word in text.split(separator: ";").map(\.trimmed) where !word.isEmpty {
      draft.draft.record.keywords.append(word)
    }
    return true
  }

  private func takeType(_ field: TagField, _ draft: inout TagDraft) -> Bool {
    guard let type = ReferenceType(word: field.text) else { return false }
    draft.draft.record.reference.type = type
    return field.text.utf8.count == 1
  }

  func finish(_ draft: inout TagDraft) {
    let names = draft.fullNames.count >= draft.shortNames.count ? draft.fullNames : draft.shortNames
    let people = names.map { name in
      // Short names have no full stops: "Parkes-Loach, PS"; bodies have no comma.
      name.contains(",") ? NameText.name(name) : Name(literal: name)
    }
    draft.draft.record.reference.authors = people + draft.draft.record.reference.authors
    // Short names that aren't those of the full ones are kept.
    if names != draft.shortNames, !draft.shortNames.isEmpty, draft.shortNames != draft.fullNames {
      draft.draft.record.raw.append(RawField("AU", draft.shortNames.joined(separator: "\n")))
    }
  }
}
