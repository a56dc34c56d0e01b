import Bibliography

/// A format whose records are lines that begin with tags.
protocol TagDialect: Sendable {
  /// The tag at the start of a line; `nil` for a line that has none.
  func tag(_ line: Span<UInt8>) -> TaggedLine.Tag?
  /// What a tag does to the record that is open.
  func role(of tag: TaggedLine.Tag, in state: TagState) -> TagRole
  /// What a tag stands for; `nil` for one that is kept raw.
  func meaning(of name: String) -> FieldMeaning?
  /// Whether a field that stands behind the end of a record is one of that record, and doesn't begin another.
  func isTrailing(_ tag: TaggedLine.Tag, in state: TagState) -> Bool
  /// Takes a field; the general way is ``TagDialect/takeGenerally(_:as:_:)``.
  func take(_ field: TagField, as meaning: FieldMeaning?, _ draft: inout TagDraft) -> Bool
  /// Looks at the whole record once more, when all of its fields are taken.
  func finish(_ draft: inout TagDraft)
  /// What a record lacks that was ended by the next one, or by the end of the file; `nil` where it lacks nothing.
  var missingEnd: String? { get }
}

/// What a tag does to the record that is open.
enum TagRole {
  case field
  /// The field that should have begun the open record, and stands behind others.
  case lateBeginning
  /// Begins a record, and ends the one that is open.
  case begins
  /// Ends the record.
  case ends
  /// Stands for no field: a line of the text, or the file's heading.
  case text
}

/// What is known of the record that is open, for telling what a line does.
struct TagState {
  /// Whether a record is open.
  var isOpen = false
  /// The tag with which it began.
  var firstCode: UInt32 = 0
  /// Whether the tag that begins a record has been seen in it.
  var hasBegun = false
  /// Whether its tags are written as the format wants.
  var isStrict = true
  /// Whether its end was read: it is handed over when it is clear that nothing of it stands behind.
  var isEnded = false
  /// Whether fields of it stood behind its end.
  var hasTrailing = false
  /// Whether the last line was blank.
  var isAfterBlank = false
  /// The tag of the field that is open.
  var lastCode: UInt32 = 0

  /// Whether the field that should begin a record may belong to the open one, in which it wasn't seen yet.
  var mayBeginLate: Bool { isOpen && !isEnded && !hasBegun && !isAfterBlank }
}

/// A field of a record as bytes of the buffer.
struct TagField {
  let code: UInt32
  let value: ArraySlice<UInt8>
  let line: Int
  /// Whether it runs over several lines.
  let isOfLines: Bool

  /// The value on one line: lines are joined by one blank.
  var text: String {
    isOfLines ? lines.joined(separator: " ") : ByteScan.text(value)
  }

  /// The value with its line ends.
  var textOfLines: String {
    isOfLines ? lines.joined(separator: "\n") : ByteScan.text(value)
  }

  /// The lines that aren't blank.
  var lines: [String] {
    value.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map(\.trimmed).filter { !$0.isEmpty }
      .map { ByteScan.text($0) }
  }
}

/// A record of a format with tags while its fields are taken.
struct TagDraft {
  var draft = RecordDraft()
  /// The line that a writer of this program left, to be applied when everything else is read.
  var carrier: String?
  /// Whole names and short ones of the same people, of formats that give both.
  var fullNames: [String] = []
  var shortNames: [String] = []
  /// Whether a field said what kind of work it is.
  var hasType = false
  /// Fields that can be told only when the others are known, with their names.
  var waiting: [(name: String, value: String, line: Int)] = []
  /// What was mended in it.
  var repairs: [(what: String, line: Int)] = []
}

extension TagDialect {
  func isTrailing(_ tag: TaggedLine.Tag, in state: TagState) -> Bool { false }
  func finish(_ draft: inout TagDraft) {}
  var missingEnd: String? { nil }

  /// Takes a field by its meaning.
  func takeGenerally(_ field: TagField, as meaning: FieldMeaning?, _ draft: inout TagDraft) -> Bool {
    switch meaning {
    case nil: return false
    case .author: return draft.draft.takeAuthor(field)
    case .keyword:
      guard field.isOfLines else { return draft.draft.takeKeyword(field.text) }
      for line in field.lines { _ = draft.draft.takeKeyword(line) }
      return true
    case .note:
      let text = field.textOfLines
      if RecordCarrier.isLine(text) {
        // The last one is the writer's; what looks like one before it is a note.
        if let earlier = draft.carrier { draft.draft.record.notes.append(earlier) }
        draft.carrier = field.text
        return true
      }
      return draft.draft.takeNote(text)
    case let meaning?: return draft.draft.take(meaning, field.text)
    }
  }
}

extension RecordDraft {
  /// An author a line; the usual "Family, Given" is cut without making a text of the whole.
  mutating func takeAuthor(_ field: TagField) -> Bool {
    if field.isOfLines {
      for line in field.lines { _ = takeAuthor(line) }
      return true
    }
    guard let comma = Self.onlyComma(in: field.value) else { return takeAuthor(field.text) }
    let given = field.value[(comma + 1)...].trimmed
    var name = Name(family: ByteScan.text(field.value[..<comma].trimmed))
    if !given.isEmpty { name.given = ByteScan.text(given) }
    record.reference.authors.append(name)
    return true
  }

  /// The place of a comma behind a name, where there is one only, and no semicolon.
  private static func onlyComma(in value: ArraySlice<UInt8>) -> Int? {
    var place: Int?
    for index in value.indices {
      if value[index] == 0x3B { return nil }
      guard value[index] == 0x2C else { continue }
      if place != nil || index == value.startIndex { return nil }
      place = index
    }
    return place
  }
}
