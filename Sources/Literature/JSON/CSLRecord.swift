import Bibliography

/// A record of CSL-JSON (Citation Style Language, data format 1.0.2), as programs export it.
///
/// Reading goes by the rules of `ReferenceList.read(csl:file:)`; but a field that breaks one is mended or kept raw, and
/// the record stays.
struct CSLRecord {
  private(set) var draft: JSONDraft

  /// What isn't the reference's own, and where it goes.
  private static let meanings: [String: FieldMeaning] = [
    "abstract": .abstract, "keyword": .keywords, "note": .note, "ISSN": .serial, "ISBN": .serial,
    "PMID": .identifier(.pmid), "PMCID": .identifier(.pmcid),
  ]

  init(_ fields: [LocatedField], in report: inout LossReport) {
    draft = JSONDraft(draft: RecordDraft())
    let (own, other) = Self.parted(fields)
    let (reference, unread) = Reference.salvaged(from: own.map(Self.plain))
    var kept = reference
    // These two are looked at more closely than CSL asks for.
    (kept.doi, kept.url) = (nil, nil)
    takeCustom(&kept)
    draft.draft.record.reference = kept
    for field in own
    where !unread.contains(where: { $0.name == field.name }) && field.name != "DOI" && field.name != "URL" {
      report.mapped.count(field.name, line: field.line)
    }
    put("DOI", reference.doi, as: .doi, own, in: &report)
    put("URL", reference.url, as: .url, own, in: &report)
    takeWordedDate()
    for field in unread { mend(field, in: &report) }
    for field in other { take(field, in: &report) }
  }

  private static func parted(_ fields: [LocatedField]) -> (own: [LocatedField], other: [LocatedField]) {
    var (own, other): ([LocatedField], [LocatedField]) = ([], [])
    for field in fields where !field.value.isNothing || field.name == "id" {
      if meanings[field.name] == nil { own.append(field) } else { other.append(field) }
    }
    return (own, other)
  }

  /// Some programs put one text into a list, or a number where CSL has a text.
  private static func plain(_ field: LocatedField) -> LocatedField {
    func with(_ content: LocatedValue.Content) -> LocatedField {
      LocatedField(
        line: field.line, name: field.name, value: LocatedValue(line: field.value.line, content: content))
    }
    switch field.value.content {
    case .array(let elements) where texts.contains(field.name):
      if elements.count == 1, case .string(let text) = elements[0].content { return with(.string(text)) }
    case .number(let spelling) where texts.contains(field.name): return with(.string(spelling))
    default: break
    }
    return field
  }

  private static let texts: Set<String> = [
    "title", "container-title", "container-title-short", "publisher", "publisher-place", "title-short", "DOI",
    "URL",
  ]

  // MARK: Fields

  private mutating func put(
    _ name: String, _ text: String?, as meaning: FieldMeaning, _ own: [LocatedField],
    in report: inout LossReport
  ) {
    guard let text, let field = own.first(where: { $0.name == name }) else { return }
    draft.draft.put(text, as: meaning, name: name, line: field.line, in: &report)
  }

  private mutating func take(_ field: LocatedField, in report: inout LossReport) {
    guard let meaning = Self.meanings[field.name] else { return keep(field, in: &report) }
    if let text = field.value.scalarText {
      if meaning == .note || meaning == .abstract {
        takeText(text, as: meaning, field, in: &report)
      } else {
        draft.draft.put(text, as: meaning, name: field.name, line: field.line, in: &report)
      }
    } else if let texts = field.value.elements?.compactMap(\.scalarText),
      texts.count == field.value.elements?.count
    {
      let single: FieldMeaning = meaning == .keywords ? .keyword : meaning
      for text in texts { draft.draft.put(text, as: single, name: field.name, line: field.line, in: &report) }
    } else {
      keep(field, in: &report)
    }
  }

  /// Takes a text without losing white space at its ends.
  private mutating func takeText(
    _ text: String, as meaning: FieldMeaning, _ field: LocatedField, in report: inout LossReport
  ) {
    guard !text.trimmed.isEmpty else { return }
    _ = draft.draft.take(meaning, text.trimmed)
    report.mapped.count(field.name, line: field.line)
  }

  private mutating func keep(_ field: LocatedField, in report: inout LossReport) {
    draft.keep(field.value.plainText, name: field.name, line: field.line, in: &report)
  }

  /// Takes out what a writer of this program put into the field that CSL leaves to programs.
  private mutating func takeCustom(_ reference: inout Reference) {
    guard let place = reference.otherFields.firstIndex(where: { $0.name == "custom" }),
      case .object(let fields) = reference.otherFields[place].value,
      case .string(let line) = fields.first(where: { $0.name == CSLRecordWriter.carrierField })?.value
    else { return }
    draft.carrier = line
    let rest = fields.filter { $0.name != CSLRecordWriter.carrierField }
    if rest.isEmpty {
      reference.otherFields.remove(at: place)
    } else {
      reference.otherFields[place].value = .object(rest)
    }
  }

  /// A date in words is kept as it is; as far as it is one, it is the date all the same.
  private mutating func takeWordedDate() {
    guard draft.draft.record.reference.issued == nil else { return }
    for case .string(let text) in draft.draft.record.reference.issuedDetails.map(\.value) {
      if let date = DateText(text), date.year != nil, draft.draft.take(.year, text) { return }
    }
  }

  // MARK: What breaks a rule of CSL

  private mutating func mend(_ field: LocatedField, in report: inout LossReport) {
    switch field.name {
    case "author", "editor":
      guard let names = Self.names(field.value), !names.isEmpty else { return keep(field, in: &report) }
      if field.name == "author" {
        draft.draft.record.reference.authors = names
      } else {
        draft.draft.record.reference.editors = names
      }
      report.repair("names that aren't in CSL's form were read as texts (\(field.name))", line: field.line)
    case "issued":
      if let text = Self.date(field.value), draft.draft.take(.year, text) {
        report.repair("a date that isn't in CSL's form was read as far as it goes", line: field.line)
      }
      keep(field, in: &report)
    case "id": break
    case "type":
      if let type = field.value.scalarText.flatMap({ ReferenceType(word: $0) }) {
        draft.draft.record.reference.type = type
        report.repair("a type that CSL doesn't have was taken for \(type.rawValue)", line: field.line)
      }
      keep(field, in: &report)
    default: keep(field, in: &report)
    }
  }

  /// Names that stand as texts, one or a list; or among names in CSL's form.
  private static func names(_ value: LocatedValue) -> [Name]? {
    if let text = value.scalarText { return NameText.names(text).names }
    // No work has as many authors; a list of millions is kept as it is.
    guard let count = value.elements?.count, count <= 20_000 else { return nil }
    return value.elements?.compactMap { element in
      if let text = element.scalarText { return NameText.name(text) }
      guard let members = element.members else { return nil }
      let list = LocatedValue(
        line: 1,
        content: .array([
          LocatedValue(line: 1, content: .object(members.filter { $0.value.scalarText != nil }))
        ]))
      let field = LocatedField(line: 1, name: "author", value: list)
      return Reference.salvaged(from: [field]).reference.authors.first
    }
  }

  /// What can be read of `{"date-parts": [[2020, null]]}`.
  private static func date(_ value: LocatedValue) -> String? {
    if let text = value.scalarText { return text }
    guard let parts = value["date-parts"]?.elements?.first?.elements?.prefix(3) else { return nil }
    let texts = parts.map(\.scalarText).prefix { $0 != nil }.compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: "-")
  }
}
