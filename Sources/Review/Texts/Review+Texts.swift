internal import GRDB

extension Review {
  /// Adds a text to a source.
  ///
  /// - Parameters:
  ///   - text: the text, as ``TextExtraction`` took it from a file.
  ///   - source: the key of the source.
  ///   - title: what it is, where the source has several.
  ///   - name: who adds it.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is no such source, or the file is a text of it already. Nothing is
  ///   changed then.
  public func addText(
    _ text: ExtractedText, of source: String, title: String? = nil, by name: String
  ) throws(ReviewFault) -> LoggedAct {
    let name = try Self.checked(name)
    return try write { database in
      let rules = ActRules(database)
      let material = try rules.material()
      try rules.requireSource(source, material)
      let same = material.currentTexts.first { $0.source == source && $0.fileChecksum == text.fileChecksum }
      if let same {
        throw ReviewFault.refused("\(text.file): this file is text \(same.number) of \(source) already.")
      }
      let added = text.added(number: material.texts.count + 1, source: source, title: title)
      try TextRows(database).put(text.content, number: added.number, act: try Self.nextNumber(database))
      return try self.append(.textAdded(added), by: name, in: database)
    }
  }

  /// Puts a newer taking in a text's place, and looks for the passages of the former one in it.
  ///
  /// A passage is found by its words: exactly, or else but for white space, hyphens, ligatures and the form of quotation
  /// marks; of several places that one whose surroundings are most alike. What isn't found so is told as lost, and stays
  /// in the former text; it is looked for again when the newer one is replaced in its turn.
  ///
  /// - Parameters:
  ///   - former: the number of the text.
  ///   - text: the newer taking.
  ///   - name: who replaces it.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is no such text, it was replaced before, or the newer one is the same.
  public func replaceText(
    _ former: Int, by text: ExtractedText, by name: String
  ) throws(ReviewFault) -> LoggedAct {
    let name = try Self.checked(name)
    return try write { database in
      let rules = ActRules(database)
      let material = try rules.material()
      let held = try rules.requireText(former, material)
      let added = text.added(number: material.texts.count + 1, source: held.source, title: held.title)
      try rules.require(
        added.checksum != held.checksum,
        "\(text.file): its words are those of text \(former). Nothing was changed.")
      // The words have to stand there before passages are looked for in them.
      let act = try Self.nextNumber(database)
      try TextRows(database).put(text.content, number: added.number, act: act)
      let finder = PassageFinder(database, added)
      let moves = try material.passages.filter { material.newest(of: $0.passage.text) == former }
        .map { try finder.move($0) }
      return try self.append(
        .textReplaced(TextReplacement(former: former, text: added, passages: moves)), by: name, in: database)
    }
  }

  /// A part of a text.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - position: the part, in code points; cut off where the text ends.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is no such text.
  public func words(ofText number: Int, at position: PositionSelector) throws(ReviewFault) -> String {
    try read { database in
      let rules = ActRules(database)
      let text = try rules.requireText(number, try rules.material())
      let start = min(max(position.start, 0), text.length)
      return try TextRows(database).words(of: number, at: start..<min(max(position.end, start), text.length))
    }
  }
}
