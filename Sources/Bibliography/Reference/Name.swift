/// The name of a person or a body that made a work, after CSL's name variable.
public struct Name: Hashable, Sendable {
  /// The family name, such as "De Weger".
  public var family: String?
  /// The given names or their initials, as the source prints them.
  public var given: String?
  /// The whole name of a body, such as "NHS England", or of a person whose name has no parts.
  public var literal: String?
  /// A particle that goes when only the family name is shown, such as the French "de".
  public var droppingParticle: String?
  /// A particle that stays with the family name, such as the Dutch "van".
  public var nonDroppingParticle: String?
  /// What follows the name, such as "Jr".
  public var suffix: String?
  /// Every other field of the name, as it stood.
  public var otherFields: [JSONField]

  /// The name of a person.
  public init(
    family: String? = nil, given: String? = nil, droppingParticle: String? = nil,
    nonDroppingParticle: String? = nil, suffix: String? = nil, otherFields: [JSONField] = []
  ) {
    self.family = family
    self.given = given
    self.droppingParticle = droppingParticle
    self.nonDroppingParticle = nonDroppingParticle
    self.suffix = suffix
    self.otherFields = otherFields
  }

  /// The name of a body.
  public init(literal: String) {
    self.literal = literal
    self.otherFields = []
  }

  /// What a short citation shows: the family name with the particle that stays, or the whole name of a body.
  public var shortForm: String {
    if let literal { return literal }
    let words = [nonDroppingParticle, family].compactMap { $0 }.filter { !$0.isEmpty }
    return words.isEmpty ? given ?? "" : words.joined(separator: " ")
  }

  /// What a full citation shows: family name and initials, as in "De Weger E", or the whole name of a body.
  public var listForm: String {
    if let literal { return literal }
    guard family != nil else { return shortForm }
    return [droppingParticle, shortForm, given.map(Self.initials), suffix].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// "Helen Mary" and "H. M." become "HM"; what is already in initials, such as "NAD" or "B-S", stays; a nickname in
  /// quotes goes.
  private static func initials(_ given: String) -> String {
    given.split(whereSeparator: { $0 == " " || $0 == "." }).map { word in
      guard word.first?.isLetter == true else { return "" }
      if word.allSatisfy({ $0.isUppercase || $0 == "-" }) { return String(word) }
      return word.split(separator: "-").compactMap { part in
        part.first(where: \.isLetter).map { $0.uppercased() }
      }.joined(separator: "-")
    }.joined()
  }
}
