internal import GRDB

/// Whether a passage or a text is still what was marked or taken.
public struct PassageCheck: Sendable, Hashable {
  /// Something that isn't as it was.
  public struct Fault: Sendable, Hashable {
    /// What: `p12`, or `text 3`.
    public let subject: String
    /// What is wrong.
    public let words: String
  }

  /// How many passages were looked at.
  public let passages: Int
  /// How many texts were looked at.
  public let texts: Int
  /// The names of passages that a newer text doesn't hold, so that they stand in a former one alone.
  public let lost: [String]
  /// What isn't as it was; empty where all is.
  public let faults: [Fault]
}

extension Review {
  /// Marks a passage by its words.
  ///
  /// The words kept are those of the text: white space, hyphens at line ends, ligatures and the form of quotation marks may
  /// differ in what is given.
  ///
  /// - Parameters:
  ///   - quote: the words, and as much of what stands before and after them as tells them apart.
  ///   - text: the number of the text.
  ///   - page: on which page they stand, where that tells them apart.
  ///   - name: who marks it.
  /// - Throws: ``ReviewFault/refused(_:)`` where the words stand nowhere, or at several places.
  public func mark(
    _ quote: QuoteSelector, in text: Int, page: String? = nil, by name: String
  ) throws(ReviewFault) -> LoggedAct {
    let name = try Self.checked(name)
    return try write { database in
      let rules = ActRules(database)
      let held = try rules.requireText(text, try rules.material())
      let passage = try PassageFinder(database, held).passage(quoting: quote, page: page)
      return try self.append(.passageMarked(passage), by: name, in: database)
    }
  }

  /// Marks a passage by its place.
  ///
  /// - Parameters:
  ///   - position: the place, in code points.
  ///   - text: the number of the text.
  ///   - name: who marks it.
  /// - Throws: ``ReviewFault/refused(_:)`` where that is no place of the text.
  public func mark(
    _ position: PositionSelector, in text: Int, by name: String
  ) throws(ReviewFault) -> LoggedAct {
    let name = try Self.checked(name)
    return try write { database in
      let rules = ActRules(database)
      let held = try rules.requireText(text, try rules.material())
      try PassageFinder.requireFit(position, in: held)
      let passage = try TextRows(database).passage(at: position, in: held)
      return try self.append(.passageMarked(passage), by: name, in: database)
    }
  }

  /// A passage, and whether its text still holds it at its place.
  ///
  /// - Parameter act: the number of the act that marked it.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is none.
  public func passage(_ act: Int) throws(ReviewFault) -> (marked: MarkedPassage, isVerified: Bool) {
    try read { database in
      let rules = ActRules(database)
      let material = try rules.material()
      let marked = try rules.requirePassage(act, material)
      return (marked, try Self.isHeld(marked.passage, material, database))
    }
  }

  /// Holds every passage against its text, and every text against its checksum.
  ///
  /// - Throws: ``ReviewFault``.
  public func checkPassages() throws(ReviewFault) -> PassageCheck {
    try read { database in
      let material = try ActRules(database).material()
      var faults: [PassageCheck.Fault] = []
      for text in material.texts {
        let whole = try TextRows(database).whole(text.number)
        guard TextChecksum.of(whole) != text.checksum else { continue }
        faults.append(
          .init(
            subject: "text \(text.number)", words: "its words aren't those that were taken from \(text.file)")
        )
      }
      for marked in material.passages where try !Self.isHeld(marked.passage, material, database) {
        faults.append(
          .init(subject: marked.name, words: "text \(marked.passage.text) doesn't hold it at its place"))
      }
      return PassageCheck(
        passages: material.passages.count, texts: material.texts.count,
        lost: material.passages.filter(\.isLost).map(\.name), faults: faults)
    }
  }

  private static func isHeld(
    _ passage: Passage, _ material: ReviewMaterial, _ database: Database
  ) throws -> Bool {
    guard let text = material.text(passage.text) else { return false }
    return try TextRows(database).passage(at: passage.position, in: text).isExactly(passage)
  }
}
