import Bibliography

/// Writes records as CSL-JSON: one list.
///
/// What CSL has no place for, or would give back otherwise, stands in a ``RecordCarrier``: in the field `realist` of
/// `custom`, which CSL leaves to programs.
public struct CSLRecordWriter: RecordWriter {
  /// The field in `custom` that holds the carrier.
  static let carrierField = "realist"

  private var isEmpty = true
  private var unread = LossReport(file: "", format: .cslJSON)

  /// A writer.
  public init() {}

  /// Opens the list.
  public mutating func begin(_ bytes: inout [UInt8]) { bytes.append(contentsOf: "[".utf8) }

  /// Writes a record.
  public mutating func write(_ record: Record, to bytes: inout [UInt8]) {
    // Readers leave control characters out, so that only the carrier, which escapes them, can hold them.
    var fields = Self.fields(of: record)
    if fields.contains(where: \.hasControls) { fields = fields.map(\.withoutControls) }
    if let carrier = RecordCarrier.line(for: record, readBack: read(fields)) {
      Self.add(carrier: carrier, to: &fields)
    }
    bytes.append(contentsOf: (isEmpty ? "\n" : ",\n").utf8)
    isEmpty = false
    ReferenceList.write(fields, to: &bytes)
  }

  /// Closes the list.
  public mutating func end(_ bytes: inout [UInt8]) {
    bytes.append(contentsOf: (isEmpty ? "]\n" : "\n]\n").utf8)
  }

  /// What reading these fields gives.
  private mutating func read(_ fields: [JSONField]) -> Record {
    let located = fields.map { LocatedField(line: 1, name: $0.name, value: $0.value.located) }
    var draft = CSLRecord(located, in: &unread).draft
    return draft.finish(origin: RecordOrigin(file: "", format: .cslJSON, line: 1, position: 1)).withoutOrigin
  }

  // MARK: Fields

  private static let names: [(kind: RecordIdentifier.Kind, field: String)] = [
    (.issn, "ISSN"), (.isbn, "ISBN"), (.pmid, "PMID"), (.pmcid, "PMCID"),
  ]

  private static func fields(of record: Record) -> [JSONField] {
    var fields = record.reference.cslFields
    // A field that programs use otherwise gives way, and stands in the carrier.
    fields.removeAll { $0.name == "custom" && !mayHoldCarrier($0.value) }
    func add(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty, !fields.contains(where: { $0.name == name }) else { return }
      fields.append(JSONField(name, .string(text)))
    }
    add("abstract", record.abstract)
    let separator = record.keywords.contains { $0.contains(",") } ? "; " : ", "
    add("keyword", record.keywords.joined(separator: separator))
    for (kind, name) in names {
      add(name, record.identifiers.filter { $0.kind == kind }.map(\.value).joined(separator: ", "))
    }
    add("note", record.notes.joined(separator: "\n"))
    return fields
  }

  private static func add(carrier: String, to fields: inout [JSONField]) {
    let own = JSONField(carrierField, .string(carrier))
    guard let place = fields.firstIndex(where: { $0.name == "custom" }) else {
      fields.append(JSONField("custom", .object([own])))
      return
    }
    if case .object(let members) = fields[place].value { fields[place].value = .object(members + [own]) }
  }

  private static func mayHoldCarrier(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value else { return false }
    return !members.contains { $0.name == carrierField }
  }
}

extension JSONField {
  fileprivate var hasControls: Bool { name.hasControls || value.hasControls }

  fileprivate var withoutControls: JSONField { JSONField(name.withoutControls, value.withoutControls) }
}

extension JSONValue {
  fileprivate var hasControls: Bool {
    switch self {
    case .string(let text): text.hasControls
    case .array(let elements): elements.contains(where: \.hasControls)
    case .object(let fields): fields.contains(where: \.hasControls)
    default: false
    }
  }

  /// The value without control characters in its texts, tabs and line ends apart.
  fileprivate var withoutControls: JSONValue {
    switch self {
    case .string(let text): .string(text.withoutControls)
    case .array(let elements): .array(elements.map(\.withoutControls))
    case .object(let fields): .object(fields.map(\.withoutControls))
    default: self
    }
  }
}

extension String {
  /// The text without control characters (U+0000 to U+001F, U+007F to U+009F), tabs and line ends apart.
  var withoutControls: String {
    guard hasControls else { return self }
    let kept = unicodeScalars.filter {
      !($0.value < 0x20 && !Self.isKept(UInt8($0.value)) || 0x7F...0x9F ~= $0.value)
    }
    return String(String.UnicodeScalarView(kept))
  }

  /// Told by the bytes, since nearly no text has any, and texts are long.
  fileprivate var hasControls: Bool {
    let bytes = utf8Span.span
    var before: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 ? !Self.isKept(byte) : byte == 0x7F || before == 0xC2 && byte < 0xA0 { return true }
      before = byte
    }
    return false
  }

  /// Whether a control character of ASCII is a tab or a line end.
  private static func isKept(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
