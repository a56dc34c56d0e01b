import Bibliography
internal import GRDB

/// What must hold for acts on sources, texts and passages.
extension ActRules {
  /// What the sources, texts and passages are, as things are.
  func material() throws -> ReviewMaterial {
    ReviewMaterial(acts: try ActLog(database).standing(ReviewMaterial.kinds))
  }

  /// The source of a key.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` where there is none.
  @discardableResult
  func requireSource(_ key: String, _ material: ReviewMaterial) throws -> ReviewSource {
    if let source = material.source(key) { return source }
    throw ReviewFault.refused(
      "There is no source \(key.shortened). See them: realist review sources FILE. Describe one: "
        + "realist review source FILE \(ReviewSource.isKey(key) ? key : "KEY") --record NUMBER")
  }

  /// The text of a number.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` where there is none.
  @discardableResult
  func requireText(_ number: Int, _ material: ReviewMaterial) throws -> AddedText {
    if let text = material.text(number) { return text }
    throw ReviewFault.refused("There is no text \(number). See them: realist review texts list FILE")
  }

  /// The passage that an act marked.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` where there is none.
  @discardableResult
  func requirePassage(_ act: Int, _ material: ReviewMaterial) throws -> MarkedPassage {
    if let passage = material.passage(act) { return passage }
    throw ReviewFault.refused("There is no passage p\(act). See them: realist review passages list FILE")
  }

  func check(_ source: ReviewSource) throws {
    let material = try material()
    try require(
      ReviewSource.isKey(source.key),
      "“\(source.key.shortened)” is no key. A key has 1 to 60 of the letters a to z, digits and hyphens, such as auschra2018."
    )
    if let record = source.record {
      try requireRecord(record)
      if let other = material.otherSource(ofRecordOf: source) {
        throw ReviewFault.refused("Record \(record) is source \(other.key) already. Use that key.")
      }
    }
    try require(
      source.isReadAgain,
      "The reference of \(source.key) can't be kept: a field of it is none of CSL-JSON, or it is larger than 1 MB. "
        + "Mend it, and try again.")
    try require(
      material.source(source.key) != source, "Source \(source.key) is described so already.")
  }

  func check(_ appraisal: Appraisal) throws {
    try requireSource(appraisal.source, try material())
    let judgements = [appraisal.relevance, appraisal.rigour].compactMap(\.self)
    try require(
      !judgements.isEmpty, "Say what is judged: --relevance high, moderate or low, or --rigour.")
    for judgement in judgements {
      try require(
        !judgement.words.isBlank, "Say why it is judged so: --because \"…\"")
      try requireShort(judgement.words, "A reason")
    }
  }

  func check(_ text: AddedText) throws { try check(text, try material()) }

  private func check(_ text: AddedText, _ material: ReviewMaterial) throws {
    try requireSource(text.source, material)
    try require(text.number == material.texts.count + 1, "Another text came in meanwhile. Try again.")
    try requireShort(text.title ?? "", "A title")
    try requireShort(text.file, "A file's name")
  }

  func check(_ replacement: TextReplacement) throws {
    let material = try material()
    let former = try requireText(replacement.former, material)
    try check(replacement.text, material)
    if let newer = material.replaced[replacement.former] {
      throw ReviewFault.refused(
        "Text \(replacement.former) was replaced already, by text \(newer). "
          + "Replace that.")
    }
    try require(former.source == replacement.text.source, "A text is replaced by one of the same source.")
  }

  func check(_ passage: Passage) throws {
    let material = try material()
    let text = try requireText(passage.text, material)
    if let newer = material.replaced[passage.text] {
      throw ReviewFault.refused("Text \(passage.text) was replaced by text \(newer). Mark the passage there.")
    }
    try PassageFinder.requireFit(passage.position, in: text)
    // By construction it is so: whatever made the passage, the text itself is asked.
    let held = try TextRows(database).passage(at: passage.position, in: text)
    try require(
      held.isExactly(passage),
      "The passage isn't what stands at its place in text \(passage.text). "
        + "Mark it anew.")
    if let same = material.passages.first(where: {
      $0.passage.text == passage.text && $0.passage.position == passage.position && !$0.isLost
    }) {
      throw ReviewFault.refused("This passage is marked already: \(same.name).")
    }
  }

  func check(_ seen: SeenHits) throws {
    let material = try material()
    try require(!seen.terms.isBlank, "Say what was looked for.")
    try require(seen.places.contains { !$0.starts.isEmpty }, "No hit is named that was seen.")
    for places in seen.places { try requireText(places.text, material) }
  }

  /// Refuses to take an act back on which others rest.
  func refuseWhatBears(_ target: LoggedAct) throws {
    guard case .sourceDescribed(let source) = target.act else { return }
    let others = try ActLog(database).standing(ReviewMaterial.kinds).filter { $0.number != target.number }
    let left = ReviewMaterial(acts: others)
    if let former = left.source(source.key) {
      guard let record = former.record, let other = left.otherSource(ofRecordOf: former) else { return }
      throw ReviewFault.refused(
        "Record \(record) would be source \(former.key) again, and is source \(other.key) by now. Describe \(other.key) "
          + "anew first, or \(former.key).")
    }
    if let text = left.texts.first(where: { $0.source == source.key }) {
      throw ReviewFault.refused(
        "Text \(text.number) is of source \(source.key), which has to stay. "
          + "Describe it anew.")
    }
    if left.appraisals[source.key] != nil {
      throw ReviewFault.refused(
        "Source \(source.key) was appraised. "
          + "Take the appraisal back first: realist review undo")
    }
  }
}

extension ReviewSource {
  /// Whether something can be a key.
  static func isKey(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// Whether the reference comes back as it was when it is read from the log.
  var isReadAgain: Bool {
    let text = JSONValue.object(reference.cslFields).compactText
    guard text.utf8.count <= 1 << 20,
      let list = try? ReferenceList.read(csl: Array("[\(text)]".utf8), file: "reference")
    else { return false }
    return list.references == [reference]
  }
}
