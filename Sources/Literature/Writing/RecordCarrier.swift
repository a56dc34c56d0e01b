import Bibliography

/// What the fields of a format don't give back of a record, as JSON on one line.
///
/// A writer first writes a record in the format's own fields, then reads them back, and puts what came back otherwise
/// into a field for notes. The line begins with `CSL: ` and is an object of fields of CSL, as `HeldByNote` has it; the
/// field `realist` of this object holds the parts of a record that CSL has no field for. Whoever reads such a file reads
/// its fields first; then each field that the line names replaces what was read, and `null` takes it away. So the file is
/// of use to any program, and nothing is lost by construction, whatever a writer's own rules are.
public enum RecordCarrier {
  private static let ownField = "realist"
  /// A line that holds nothing.
  static let nothing = HeldByNote.opening + "{}"

  /// The line, or `nil` where nothing has to be said.
  ///
  /// - Parameters:
  ///   - record: the record that is written.
  ///   - readBack: what reading the format's own fields gives.
  public static func line(for record: Record, readBack: Record) -> String? {
    var note = HeldByNote()
    if record.reference != readBack.reference {
      let (own, other) = (record.reference.cslFields, readBack.reference.cslFields)
      for field in own where !other.contains(field) { note.keep(field.name, field.value) }
      for field in other where !own.contains(where: { $0.name == field.name }) {
        note.keep(field.name, .null)
      }
    }
    var parts = Self.parts(of: record, unlike: readBack)
    // Readers put the fields that a reference has no property for in the order of their names.
    let names = record.reference.otherFields.map(\.name)
    if names != names.sorted() { parts.append(JSONField("order", .array(names.map { .string($0) }))) }
    if !parts.isEmpty { note.keep(ownField, .object(parts)) }
    return note.line
  }

  /// Whether a note is such a line.
  public static func isLine(_ text: some StringProtocol) -> Bool {
    text.utf8.starts(with: HeldByNote.opening.utf8)
  }

  /// Puts what a line holds into the record that was read from the fields beside it.
  ///
  /// - Returns: whether it was such a line; where it wasn't, the record is as it was.
  public static func apply(_ line: String, to record: inout Record) -> Bool {
    guard isLine(line),
      case .object(let fields) = JSONValue(parsing: String(line.dropFirst(HeldByNote.opening.count)))
    else { return false }
    var result = record
    var order: [String]?
    if case .object(let parts) = fields.first(where: { $0.name == ownField })?.value {
      for part in parts where part.name != "order" {
        guard take(part, into: &result) else { return false }
      }
      order = parts.first { $0.name == "order" }?.value.texts
    }
    let named = fields.filter { $0.name != ownField }
    if !named.isEmpty {
      var all = record.reference.cslFields.filter { field in !named.contains { $0.name == field.name } }
      all += named.filter { $0.value != .null }
      guard let reference = Reference(cslFields: all) else { return false }
      result.reference = reference
    }
    result.reference.sortOtherFields(by: order)
    record = result
    return true
  }

  // MARK: The parts that CSL has no field for

  private static func parts(of record: Record, unlike other: Record) -> [JSONField] {
    var parts: [JSONField] = []
    if !isSame(record.abstract, other.abstract) {
      parts.append(JSONField("abstract", record.abstract.map { .string($0) } ?? .null))
    }
    func add<Part: Equatable>(_ name: String, _ list: KeyPath<Record, [Part]>, _ json: (Part) -> JSONValue) {
      guard record[keyPath: list] != other[keyPath: list] else { return }
      let own = record[keyPath: list].map(json)
      if own != other[keyPath: list].map(json) { parts.append(JSONField(name, .array(own))) }
    }
    add("keywords", \.keywords) { .string($0) }
    add("notes", \.notes) { .string($0) }
    add("identifiers", \.identifiers, \.json)
    add("labels", \.labels, \.json)
    add("raw", \.raw, \.json)
    return parts
  }

  /// Whether two abstracts are the same letter for letter, in the same code points.
  private static func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.utf8.count == other.utf8.count && one.utf8.elementsEqual(other.utf8)
  }

  private static func take(_ part: JSONField, into record: inout Record) -> Bool {
    switch (part.name, part.value) {
    case ("abstract", .string(let text)): record.abstract = text
    case ("abstract", .null): record.abstract = nil
    case ("keywords", .array(let values)): record.keywords = values.compactMap(\.text)
    case ("notes", .array(let values)): record.notes = values.compactMap(\.text)
    case ("identifiers", .array(let values)):
      record.identifiers = values.compactMap { RecordIdentifier(json: $0) }
    case ("labels", .array(let values)): record.labels = values.compactMap { ScreeningLabel(json: $0) }
    case ("raw", .array(let values)): record.raw = values.compactMap { RawField(json: $0) }
    default: return false
    }
    return true
  }
}

extension Reference {
  /// Puts the fields that have no property in the order of their names, or in another one.
  mutating func sortOtherFields(by order: [String]? = nil) {
    guard otherFields.count > 1 else { return }
    if let order {
      let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
      otherFields.sort { places[$0.name, default: .max] < places[$1.name, default: .max] }
    } else {
      otherFields.sort { $0.name < $1.name }
    }
  }
}

extension JSONValue {
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate var texts: [String]? {
    guard case .array(let values) = self else { return nil }
    let texts = values.compactMap(\.text)
    return texts.count == values.count ? texts : nil
  }

  fileprivate subscript(name: String) -> String? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value.text
  }
}

extension RecordIdentifier {
  fileprivate var json: JSONValue { .array([.string(kind.rawValue), .string(value)]) }

  fileprivate init?(json: JSONValue) {
    guard let texts = json.texts, texts.count == 2, let kind = Kind(rawValue: texts[0]) else { return nil }
    self.init(kind, texts[1])
  }
}

extension RawField {
  fileprivate var json: JSONValue { .array([.string(name), .string(value)]) }

  fileprivate init?(json: JSONValue) {
    guard let texts = json.texts, texts.count == 2 else { return nil }
    self.init(texts[0], texts[1])
  }
}

extension ScreeningLabel {
  fileprivate var json: JSONValue {
    var fields = [JSONField("field", .string(field)), JSONField("value", .string(value))]
    if let decision { fields.append(JSONField("decision", .string(decision.rawValue))) }
    if let stage { fields.append(JSONField("stage", .string(stage.rawValue))) }
    if let reviewer { fields.append(JSONField("reviewer", .string(reviewer))) }
    if isPrior { fields.append(JSONField("prior", .bool(true))) }
    return .object(fields)
  }

  fileprivate init?(json: JSONValue) {
    guard let field = json["field"], let value = json["value"], case .object(let fields) = json else {
      return nil
    }
    self.init(
      field: field, value: value, decision: json["decision"].flatMap(Decision.init),
      stage: json["stage"].flatMap(Stage.init), reviewer: json["reviewer"],
      isPrior: fields.contains(JSONField("prior", .bool(true))))
  }
}
