/// Turns JSON records into references and keeps what is wrong with them.
struct RecordReader {
  let file: String
  private(set) var faults: [BibliographyFault] = []
  /// The record's own fields in which something is wrong.
  private(set) var faultyFields: Set<String> = []
  /// Whether what is wrong is told, or only in which fields.
  private let isTelling: Bool
  private var record: Int?
  private var id: String?
  private var recordCount = 0
  private var ids: [String: (record: Int, line: Int)] = [:]

  init(file: String, isTelling: Bool = true) {
    self.file = file
    self.isTelling = isTelling
  }

  /// The reference that a record describes, or `nil` where it can't be one; what is wrong is reported.
  mutating func reference(_ element: LocatedValue) -> Reference? {
    recordCount += 1
    record = recordCount
    id = nil
    guard case .object(let members) = element.content else {
      wrongType(element, field: nil, expected: "a record is an object between { and }")
      return nil
    }
    var fields = RecordFields(members)
    let id = readID(fields.take("id"), line: element.line)
    let type = readType(fields.take("type"), line: element.line)
    guard var reference = id.flatMap({ id in type.map { Reference(id: id, type: $0) } }) else {
      // The rest is still read, so that one reading tells all that is wrong.
      var unnamed = Reference(id: "", type: .document)
      fill(&unnamed, from: &fields)
      return nil
    }
    fill(&reference, from: &fields)
    return reference
  }

  private mutating func fill(_ reference: inout Reference, from fields: inout RecordFields) {
    reference.title = text(fields.take("title"))
    reference.authors = names(fields.take("author"))
    reference.editors = names(fields.take("editor"))
    readIssued(fields.take("issued"), into: &reference)
    reference.containerTitle = text(fields.take("container-title"))
    reference.volume = text(fields.take("volume"), orNumber: true)
    reference.issue = text(fields.take("issue"), orNumber: true)
    reference.page = text(fields.take("page"), orNumber: true)
    reference.edition = text(fields.take("edition"), orNumber: true)
    reference.publisher = text(fields.take("publisher"))
    reference.publisherPlace = text(fields.take("publisher-place"))
    reference.doi = doi(fields.take("DOI"))
    reference.url = address(fields.take("URL"))
    reference.note = text(fields.take("note"))
    reference.otherFields = fields.rest
  }

  // MARK: Fields

  private mutating func readID(_ field: LocatedField?, line: Int) -> String? {
    guard let field else {
      report(
        .missingField, line: line, field: "id", problem: "the record has no id",
        remedy: "Write \"id\": \"…\".")
      return nil
    }
    guard let id = text(field, orNumber: true) else { return nil }
    guard id.contains(where: { !$0.isWhitespace }) else {
      report(
        .wrongValue, line: field.line, field: "id", problem: "the id is empty",
        remedy: "Write a word or a number.")
      return nil
    }
    self.id = id
    if let earlier = ids[id] {
      faults.append(
        .duplicateID(
          id, file: file, line: field.line, record: recordCount, earlier: earlier.record,
          earlierLine: earlier.line))
    } else {
      ids[id] = (recordCount, field.line)
    }
    return id
  }

  private mutating func readType(_ field: LocatedField?, line: Int) -> ReferenceType? {
    guard let field else {
      report(
        .missingField, line: line, field: "type", problem: "the record has no type",
        remedy: "Write a type of CSL, such as \"article-journal\", \"chapter\", \"report\" or \"document\".")
      return nil
    }
    guard let word = text(field) else { return nil }
    guard let type = ReferenceType(rawValue: word) else {
      report(
        .wrongValue, line: field.line, field: "type",
        problem: "\"\(BibliographyFault.shortened(word))\" is no type of CSL",
        remedy:
          "Use \"article-journal\", \"book\", \"chapter\", \"report\", \"webpage\" or, if none fits, \"document\"."
      )
      return nil
    }
    return type
  }

  /// The text of a field, or `nil` after a fault.
  mutating func text(_ field: LocatedField?, orNumber: Bool = false, label: String? = nil) -> String? {
    guard let field else { return nil }
    switch field.value.content {
    case .string(let text): return text
    case .number(let spelling) where orNumber: return spelling
    default:
      wrongType(
        field.value, field: label ?? field.name,
        expected: orNumber ? "it is a text in double quotes or a number" : "it is a text in double quotes")
      return nil
    }
  }

  private mutating func doi(_ field: LocatedField?) -> String? {
    guard let field, let doi = text(field) else { return nil }
    if Reference.bareDOI(doi) == nil {
      report(
        .wrongValue, line: field.line, field: field.name,
        problem: "\"\(BibliographyFault.shortened(doi))\" is no DOI",
        remedy: "A DOI begins with 10., has a slash and no spaces, such as 10.1136/bmj.m1932.")
    }
    return doi
  }

  private mutating func address(_ field: LocatedField?) -> String? {
    guard let field, let url = text(field) else { return nil }
    if !Reference.isWebAddress(url) {
      report(
        .wrongValue, line: field.line, field: field.name,
        problem: "\"\(BibliographyFault.shortened(url))\" is no web address",
        remedy: "Begin it with https:// or http:// and leave no spaces, quotes or angle brackets in it.")
    }
    return url
  }

  // MARK: Faults

  mutating func repeatedField(_ field: LocatedField) {
    report(
      .repeatedField, line: field.line, field: field.name, problem: "the field stands twice in one object",
      remedy: "Keep one of the two.")
  }

  mutating func wrongType(_ value: LocatedValue, field: String?, expected: String) {
    report(
      field == nil ? .notRecords : .wrongType, line: value.line, field: field,
      problem: "this is \(value.value.kindInWords)", remedy: "Correct it: \(expected).")
  }

  mutating func report(
    _ kind: BibliographyFault.Kind, line: Int, field: String? = nil, problem: @autoclosure () -> String,
    remedy: String
  ) {
    guard isTelling else {
      if let field { faultyFields.insert(Self.ownField(field)) }
      return
    }
    faults.append(
      BibliographyFault(
        kind: kind, file: file, line: line, record: record, id: id, field: field, problem: problem(),
        remedy: remedy))
  }

  /// The record's own field in the words of a fault: "author" of "author 2, family".
  private static func ownField(_ words: String) -> String {
    let first = words.prefix { $0 != "," }
    let parts = first.split(separator: " ")
    guard parts.count > 1, let last = parts.last, last.allSatisfy(\.isWholeNumber) else {
      return String(first)
    }
    return parts.dropLast().joined(separator: " ")
  }
}

/// The fields of an object that are still to be read.
struct RecordFields {
  private var fields: [LocatedField]

  init(_ fields: [LocatedField]) {
    self.fields = fields
  }

  /// Removes the field of this name and gives it.
  mutating func take(_ name: String) -> LocatedField? {
    guard let place = fields.firstIndex(where: { $0.name == name }) else { return nil }
    return fields.remove(at: place)
  }

  /// What nobody took, in its order.
  var rest: [JSONField] { fields.map { JSONField($0.name, $0.value.value) } }
}
