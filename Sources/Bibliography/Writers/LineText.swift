/// A text as the value of one line of a file.
///
/// RIS has one value a line, and BibTeX takes every run of white space for one space. So control characters and line
/// ends become spaces, and white space at the ends goes. ``isWhole`` says whether the text survived that.
package struct LineText {
  /// The text on one line; it may be empty.
  package let written: String
  /// Whether a reader of ``written`` has the text back.
  package let isWhole: Bool

  package init(_ text: String) {
    if Self.hasNoBreak(text) {
      // Most texts: nothing in them is looked at but their ends.
      let (first, last) = (text.unicodeScalars.first, text.unicodeScalars.last)
      let isTrimmed = ![first, last].contains { $0?.properties.isWhitespace ?? true }
      written = isTrimmed ? text : String(text[...].trimmed)
      isWhole = isTrimmed
      return
    }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      kept.append(Self.isBreak(scalar) ? " " : scalar)
    }
    while kept.last?.properties.isWhitespace == true { kept.removeLast() }
    written = String(kept.drop(while: \.properties.isWhitespace))
    // Compared as scalars: to Swift, two spellings of an accent are one text.
    isWhole =
      !written.isEmpty && written.unicodeScalars.elementsEqual(text.unicodeScalars)
      && !written.unicodeScalars.contains { $0 == "\u{FEFF}" }
  }

  /// Whether a text surely holds no break and no mark, from its bytes alone.
  private static func hasNoBreak(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      // Controls of ASCII; those of Latin-1; the separators and the mark are behind E2 80 and EF BB.
      if byte < 0x20 || byte == 0x7F || before == 0xC2 && byte < 0xA0 { return false }
      if before == 0xE2 && byte == 0x80 || before == 0xEF && byte == 0xBB { return false }
      before = byte
    }
    return true
  }

  /// Whether a program may take the character for the end of a line, or drop it.
  package static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// What the fields of a file don't give back of a reference, as CSL-JSON on one line.
///
/// Each writer puts it into a field for notes, after the word `CSL:`. Whoever reads such a file reads its fields first;
/// then each field that the note names replaces what was read. So a file is of use to any program, and loses nothing
/// for one that knows the note.
package struct HeldByNote {
  /// The word before the JSON.
  package static let opening = "CSL: "
  private var fields: [JSONField] = []

  /// A note that keeps nothing yet.
  package init() {}

  package mutating func keep(_ name: String, _ value: JSONValue) {
    guard !fields.contains(where: { $0.name == name }) else { return }
    fields.append(JSONField(name, value))
  }

  /// Keeps a field as it stands in the record.
  mutating func keep(_ name: String, of reference: Reference) {
    if let field = reference.cslFields.first(where: { $0.name == name }) { keep(name, field.value) }
  }

  /// The note, or `nil` where nothing has to be said.
  package var line: String? {
    guard !fields.isEmpty else { return nil }
    var line = Self.opening
    var before: Unicode.Scalar = "x"
    for scalar in JSONValue.object(fields).compactText.unicodeScalars {
      // A second space could be taken for one with the first.
      if LineText.isBreak(scalar) || scalar == "\u{FEFF}" || (scalar == " " && before == " ") {
        let code = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      } else {
        line.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return line
  }
}

extension Reference {
  /// The pages as the first and the last, where they are written so; else the whole text and `nil`.
  var pageEnds: (first: String, last: String?, isExact: Bool)? {
    guard let page else { return nil }
    let text = LineText(page).written
    let ends = text.split(omittingEmptySubsequences: false) {
      "-\u{2010}\u{2011}\u{2012}–—\u{2212}".contains($0)
    }
    .map { String($0.trimmed) }
    guard ends.count == 2, let first = ends.first, let last = ends.last, !first.isEmpty, !last.isEmpty else {
      return text.isEmpty ? nil : (text, nil, text == page)
    }
    return (first, last, "\(first)-\(last)" == page)
  }

  /// The text of a field that this type has no property for, where it is a text or a number.
  package func otherText(_ name: String) -> String? {
    switch otherField(name) {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}
