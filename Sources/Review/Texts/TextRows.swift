internal import GRDB

/// The words of texts, as they are written and read within a transaction.
struct TextRows {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// Puts a text there.
  func put(_ content: String, number: Int, act: Int) throws {
    let insertion = try database.cachedStatement(
      sql: "INSERT INTO text_part (text, act, start, content) VALUES (?, ?, ?, ?)")
    let indexing = try database.cachedStatement(sql: "INSERT INTO text_words (rowid, content) VALUES (?, ?)")
    for part in TextParts(content) {
      try insertion.execute(arguments: [number, act, part.start, part.content])
      try indexing.execute(arguments: [database.lastInsertedRowID, part.content])
    }
  }

  /// Hands over the parts of a text in their order.
  func each(of text: Int, _ body: (_ start: Int, _ content: String) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT start, content FROM text_part WHERE text = ? ORDER BY start", arguments: [text])
    while let row = try rows.next() {
      try body(try row.decode(Int.self, atIndex: 0), try row.decode(String.self, atIndex: 1))
    }
  }

  /// A whole text.
  func whole(_ text: Int) throws -> String {
    var whole = ""
    try each(of: text) { whole += $1 }
    return whole
  }

  /// The words at a place of a text, cut off where the text ends.
  func words(of text: Int, at place: Range<Int>) throws -> String {
    let place = max(0, place.lowerBound)..<max(0, place.upperBound)
    // The part that the place starts in is the last that starts at or before it.
    let first =
      try Int.fetchOne(
        database, sql: "SELECT max(start) FROM text_part WHERE text = ? AND start <= ?",
        arguments: [text, place.lowerBound]) ?? 0
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT start, content FROM text_part WHERE text = ? AND start >= ? AND start < ? ORDER BY start",
      arguments: [text, first, place.upperBound])
    var found = String.UnicodeScalarView()
    while let row = try rows.next() {
      var offset = try row.decode(Int.self, atIndex: 0)
      for scalar in try row.decode(String.self, atIndex: 1).unicodeScalars {
        if place.contains(offset) { found.append(scalar) }
        offset += 1
      }
    }
    return String(found)
  }

  /// The passage at a place of a text: by construction its words are those of the text.
  func passage(at position: PositionSelector, in text: AddedText) throws -> Passage {
    let (start, end) = (max(0, position.start), max(0, position.start, position.end))
    let before = max(0, start - QuoteSelector.contextLength)
    let (after, isFar) = end.addingReportingOverflow(QuoteSelector.contextLength)
    let around = Array(try words(of: text.number, at: before..<(isFar ? end : after)).unicodeScalars)
    let (first, last) = (min(start - before, around.count), min(end - before, around.count))
    func joined(_ part: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(part)) }
    let quote = QuoteSelector(
      exact: joined(around[first..<last]), prefix: joined(around[..<first]), suffix: joined(around[last...]))
    return Passage(text: text.number, quote: quote, position: position, page: text.pages(of: position))
  }

  /// Copies the words of the text that an act brought into another review.
  func copy(_ text: Int, act: Int, to destination: Database) throws {
    try TextRows(destination).put(try whole(text), number: text, act: act)
  }
}

extension Act {
  /// The text that the act brought; `nil` where it brought none.
  var broughtText: AddedText? {
    switch self {
    case .textAdded(let text): text
    case .textReplaced(let replacement): replacement.text
    default: nil
    }
  }
}
