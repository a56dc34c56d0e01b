import Documents
import ProgrammeTheory

/// What must hold for an act of coding or synthesis to be done.
struct SynthesisRules: Refusing {
  /// The most parts that a coding has.
  static let mostParts = 50
  /// The most items that a list of an act has.
  static let mostItems = 2_000
  let synthesis: Synthesis

  init(_ synthesis: Synthesis) { self.synthesis = synthesis }

  /// Refuses an act that can't be done as things are.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` with what is wrong and what to do.
  func check(_ logged: LoggedAct) throws(ReviewFault) {
    switch logged.act {
    case .coded(let coding): try check(coding, logged.number)
    case .codesBrought(let brought): try check(brought)
    case .codesMerged(let merge): try check(merge)
    case .codeSplit(let split): try check(split)
    case .conceptFormed(let formation): try check(formation)
    case .conceptsMerged(let merge): try check(merge)
    case .candidateDrafted(let draft): try check(draft)
    case .synthesised(let step): try check(step)
    case .candidateJudged(let judgement): try check(judgement)
    case .rivalsNoted(let rivalry): try check(rivalry)
    case .theoryFramed(let frame):
      try require(frame != synthesis.frame, "The theory is framed so already; nothing was changed.")
      do { _ = try frame.theory() } catch { throw .refused("The frame can't be read: \(error)") }
    case .formDefined(let form): try check(form)
    case .formFilled(let filled): try check(filled)
    default: break
    }
    try refuseNewLooseEnds(logged)
  }

  /// Acts that replace or move something may leave another act with nothing to stand on.
  private func refuseNewLooseEnds(_ logged: LoggedAct) throws(ReviewFault) {
    switch logged.act {
    case .conceptsMerged, .theoryFramed: break
    default: return
    }
    var after = synthesis
    after.apply(logged)
    guard let ends = LooseEnds(of: after, beyond: synthesis) else { return }
    throw .refused(
      "This can't be done, since \(ends.told)"
        + (ends.first.isClash ? ". " : ", which wouldn't be there any more. ") + ends.first.remedy)
  }

  // MARK: Codings

  private func check(_ coding: Coding, _ number: Int) throws(ReviewFault) {
    try require(
      (1...Self.mostParts).contains(coding.parts.count),
      "A coding has from 1 to \(Self.mostParts) parts. Split it: realist review code FILE --help")
    for part in coding.parts { try check(part) }
    try check(coding.ground)
    for words in [coding.ifThen, coding.memo] { try requireWords(words, "A memo") }
    let name = MadeCoding.name(coding, number)
    try check(coding.links, of: name)
    try check(nameOf: name, isGiven: coding.name != nil)
  }

  /// A theory that came out of a review has tellings that are called by the numbers of its acts, such as `coding-12`. A review
  /// that begins from it keeps these names, so that none is forbidden, and each is had once.
  private func check(nameOf name: String, isGiven: Bool) throws(ReviewFault) {
    try require(
      Telling.ID(name) != nil,
      "“\(name.clipped)” can't be a name. A name has lower-case letters, digits and single hyphens.")
    guard let other = synthesis.coding(named: name) else { return }
    throw .refused(
      isGiven
        ? "Coding \(other.act) is called \(name) already. Choose another name."
        : "Coding \(other.act) is called \(name), as this one would be. Give this one a name of its own: --name NAME"
    )
  }

  private func check(_ part: CodedPart) throws(ReviewFault) {
    try checkCode(part.code)
    try requireWords(part.words, "What a passage says")
    try require(
      part.slot.directions.contains(part.direction),
      part.slot == .outcome
        ? "“\(part.code.clipped)”: an outcome is more or less; far ends stand in the other slots."
        : "“\(part.code.clipped)” \(part.direction.rawValue): outcomes alone are buffered or exposed.")
  }

  func checkCode(_ code: String) throws(ReviewFault) {
    try require(
      !code.isBlank && code.unicodeScalars.count <= 200,
      "“\(code.clipped)” is no code. A code has from 1 to 200 signs; longer words go under --memo."
    )
    try require(
      code.unicodeScalars.allSatisfy(\.isSafeOnScreen),
      "“\(code.clipped)” is no code: it holds a sign that can't be seen.")
  }

  private func check(_ ground: CodingGround) throws(ReviewFault) {
    switch ground {
    case .passage(let act):
      guard let passage = synthesis.material.passage(act) else {
        throw .refused("There is no passage p\(act). See them: realist review passages list FILE")
      }
      try require(
        !passage.isLost, "Passage p\(act) wasn't found in the newer text. Mark it anew, and code that.")
    case .place(let source, let place):
      try checkSource(source)
      try check(place)
    }
  }

  /// A place as theory documents have it.
  private func check(_ place: Place) throws(ReviewFault) {
    try requireShort(place.words, "A place")
    let (words, number): ([String?], Int?) =
      switch place {
      case .paragraph(let number, let section): ([section], number)
      case .row(let row, let table, let heading, let number): ([row, table, heading], number)
      }
    try require(
      number.map { (1...10_000).contains($0) } ?? true && !words.contains { $0?.isBlank ?? false },
      "A place is a section and a paragraph from 1, or a table and a row.")
  }

  func checkSource(_ key: String) throws(ReviewFault) {
    guard !synthesis.isKnown(key) else { return }
    let known = synthesis.material.sources.map(\.key) + (synthesis.frame?.roles.keys.sorted() ?? [])
    let nearest = key.nearest(among: known).map { " Did you mean \($0)?" } ?? ""
    throw .refused(
      "There is no source \(key.clipped).\(nearest) Describe it first: realist review source FILE KEY --record NUMBER"
    )
  }

  private func check(_ links: CodingLinks, of own: String) throws(ReviewFault) {
    let names = links.sameAs + links.refersTo + [links.inverts].compactMap(\.self)
    try require(names.count <= Self.mostItems, "A coding is linked to up to \(Self.mostItems) others.")
    for name in names {
      try require(name != own, "The coding \(own) is linked to itself. Name another.")
      try require(
        Telling.ID(name) != nil,
        "“\(name.clipped)” is no name of a coding: lower-case letters, digits, single hyphens.")
    }
    guard case .works(let works) = links.cites else { return }
    try require(
      (1...Self.mostItems).contains(works.count),
      "Name the works that the passage cites, up to \(Self.mostItems).")
    for work in works { try checkSource(work) }
  }

  // MARK: Parts

  /// Words that may be left out and mustn't be blank: a document takes what is blank for a mistake.
  func requireWords(_ words: String?, _ what: String) throws(ReviewFault) {
    guard let words else { return }
    try require(!words.isBlank, "\(what) is empty. Give it words, or leave it out.")
    try requireShort(words, what)
  }

  func requireReason(_ words: String?) throws(ReviewFault) {
    try require(!(words ?? "").isBlank, "Say why: --because \"…\"")
    try requireShort(words ?? "", "A reason")
  }
}
